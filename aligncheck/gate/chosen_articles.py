"""Checks of the one article that a text or a file belongs to, found among all of a project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck import pipeline
from aligncheck.discovery.files import absolute_path
from aligncheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from aligncheck.config import Config
    from aligncheck.embedding import Progress
    from aligncheck.model import Bundle, Run


def check_text(
    text: str | bytes,
    path: str,
    config: Config,
    *,
    progress: Progress | None = None,
    keep_articles: bool = False,
) -> Run:
    """Check a text as if it stood in a file, against the other versions on disk.

    A file that is no text, such as a Word document, is given as its bytes.

    The article that the file belongs to is looked for in the whole project; for a file outside of
    it, in the folder above the file's own. Raises UsageError where no other version is found.
    """
    whole = absolute_path(path)
    inside = Path(os.path.realpath(whole)).is_relative_to(os.path.realpath(config.root))
    paths = () if inside else (str(Path(whole).parent.parent),)

    def has_version(bundle: Bundle) -> bool:
        return whole in map(absolute_path, bundle.paths.values())

    run = pipeline.check(
        paths,
        config,
        progress=progress,
        only=has_version,
        texts={whole: text},
        keep_articles=keep_articles,
    )
    if not run.bundles:
        raise UsageError(f"{path}: no article is found that this is a version of")
    return run


def check_touching(
    files: AbstractSet[str],
    paths: Sequence[str],
    config: Config,
    *,
    locales: Mapping[str, str] | None = None,
) -> Run:
    """Check, among the articles at some paths, those that some files are versions of.

    The run has no bundles where there are none.
    """
    touched = {os.path.realpath(path) for path in files}

    def is_touched(bundle: Bundle) -> bool:
        return not touched.isdisjoint(map(os.path.realpath, bundle.paths.values()))

    return pipeline.check(paths, config, locales=locales, only=is_touched)
