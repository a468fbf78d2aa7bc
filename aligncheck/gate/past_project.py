"""The project as it was at a revision, in a folder of its own."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck import pipeline
from aligncheck.discovery import discover_bundles
from aligncheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from aligncheck.config import Config
    from aligncheck.embedding import Progress
    from aligncheck.gate.revisions import Revision
    from aligncheck.model import Bundle, Run


@dataclass(frozen=True, slots=True)
class PastProject:
    """What was asked for, as it was at a revision: none of the paths where none existed then.

    The articles are those of the revision; glossary, baseline and settings are today's, so that
    what a stricter configuration finds in old text does not count as new. Everything lies below
    ``place`` as it lies below the file system's root today, so that articles have their names.
    """

    place: Path
    paths: tuple[str, ...]
    config: Config
    locales: Mapping[str, str]

    def check_some(self, only: Callable[[Bundle], bool], progress: Progress | None) -> Run:
        """Check some of the articles that were there; UsageError where nothing was."""
        return pipeline.check(
            self._require_paths(), self.config, locales=self.locales, progress=progress, only=only
        )

    def name_bundles_with(self, gone: AbstractSet[str]) -> frozenset[str]:
        """Name the articles that had one of some files, given by their paths of today."""
        try:
            bundles = discover_bundles(self.config, self._require_paths(), locales=self.locales)
        except UsageError:
            return frozenset()  # nothing was there that could have lost a version
        then = {_move_to_past(path, self.place) for path in gone}
        return frozenset(
            bundle.name
            for bundle in bundles
            if not then.isdisjoint(map(os.path.abspath, bundle.paths.values()))
        )

    def _require_paths(self) -> tuple[str, ...]:
        if not self.paths:
            raise UsageError("nothing of it was there")
        return self.paths


@contextmanager
def open_past(
    revision: Revision, paths: Sequence[str], config: Config, locales: Mapping[str, str]
) -> Iterator[PastProject]:
    """Write the articles of a revision to a temporary folder, and see paths and settings there.

    UsageError for a path that lies outside of the repository.
    """
    import tempfile  # noqa: PLC0415 - only where the past is asked for

    #   today   /srv/site/docs/sv.md
    #   then    <place>/srv/site/docs/sv.md
    asked = paths or (str(config.root),)
    for path in asked:
        if not Path(follow_folder_links(path)).is_relative_to(revision.top):
            raise UsageError(f"{path}: lies outside of the repository {revision.top}")
    with tempfile.TemporaryDirectory(prefix="aligncheck-") as name:
        place = Path(os.path.realpath(name))
        revision.write_articles(Path(_move_to_past(str(revision.top), place)))
        then = (_move_to_past(path, place) for path in asked)
        yield PastProject(
            place,
            tuple(filter(os.path.lexists, then)),
            replace(config, root=Path(_move_to_past(str(config.root), place))),
            {_move_to_past(path, place): locale for path, locale in locales.items()},
        )


def follow_folder_links(path: str) -> str:
    """Give the absolute path with the links of its folders followed, but not its own."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - pathlib keeps ``..``
    return Path(os.path.realpath(whole.parent), whole.name).as_posix()


def _move_to_past(path: str, place: Path) -> str:
    """Give the path in the past of a path of today."""
    whole = Path(follow_folder_links(path))
    return str(place / whole.relative_to(whole.anchor))
