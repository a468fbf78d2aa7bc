"""Checking articles again when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck import gate, pipeline
from aligncheck.errors import AligncheckError
from aligncheck.live.watcher import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from aligncheck.config import Config
    from aligncheck.model import Run


def watch_articles(
    paths: Sequence[str], configure: Callable[[], Config], *, locales: Mapping[str, str]
) -> Iterator[Run | AligncheckError]:
    """Give a run over everything, then one over the articles that have changed, without end.

    When the configuration, the glossary or the baseline changes, everything is checked again.
    Where nothing can be checked, the error is given in the place of the run: what is wrong now may
    be mended in a moment. ``configure`` reads the configuration anew; what it raises at first is
    raised.
    """
    watcher = Watcher(paths, configure())
    files: AbstractSet[str] | None = None
    while True:
        run = _check_again(paths, configure, locales, files, watcher)
        if isinstance(run, AligncheckError) or run.bundles:
            yield run
        changes = watcher.look()
        while not any(changes):
            watcher.pause()
            changes = watcher.look()
        files = None if changes.settings else changes.articles


def _check_again(
    paths: Sequence[str],
    configure: Callable[[], Config],
    locales: Mapping[str, str],
    files: AbstractSet[str] | None,
    watcher: Watcher,
) -> Run | AligncheckError:
    """Check everything, or the articles that some files are versions of."""
    try:
        config = configure()
        watcher.follow(config)
        if files is None:
            return pipeline.check(paths, config, locales=locales)
        return gate.check_touching(files, paths, config, locales=locales)
    except AligncheckError as error:
        return error
