"""Check again whenever an article changes."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aligncheck import gate, pipeline, reporters
from aligncheck.cli.console.boundary import describe
from aligncheck.cli.console.options import FILE, aligning, configured, judging
from aligncheck.cli.console.output import write
from aligncheck.cli.console.terminal import colour, width
from aligncheck.errors import AligncheckError, UsageError
from aligncheck.formats import has_known_suffix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from aligncheck.model import Run

PATIENCE = 200
"""Milliseconds until the watcher answers even where nothing has changed."""


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@aligning
@judging
@click.option("--baseline", type=FILE, help="The file of known findings that do not count.")
def command(
    paths: tuple[str, ...],
    locales: dict[str, str],
    **settings: Any,  # noqa: ANN401 - the shared options, by name
) -> None:
    """Check everything once, then the articles that change, until Ctrl-C.

    When the configuration, the glossary or the baseline changes, everything is checked again.
    """
    watch = _watcher()
    config = configured(**settings)
    rules = [path for path in (config.path, config.baseline, *config.glossary) if path is not None]
    check = partial(_checked, paths, locales, settings)
    changes = watch(
        *_outermost([*map(Path, paths or [str(config.root)]), *rules]),
        watch_filter=lambda _, path: has_known_suffix(path) or _lies_in(path, rules),
        rust_timeout=PATIENCE,
        yield_on_timeout=True,
    )
    with suppress(KeyboardInterrupt):
        next(changes)  # what changes during the first check is not missed
        _tell(check, None)
        for files in ({path for _, path in each} for each in changes if each):
            everything = any(_lies_in(path, rules) for path in files)
            _tell(check, None if everything else files)


def _watcher() -> Callable[..., Iterator[AbstractSet[tuple[Any, str]]]]:
    try:
        from watchfiles import watch  # noqa: PLC0415 - an extra, needed only here
    except ImportError as error:
        raise UsageError("watching needs watchfiles: pip install 'aligncheck[watch]'") from error
    return watch


def _checked(
    paths: Sequence[str],
    locales: dict[str, str],
    settings: dict[str, Any],
    files: AbstractSet[str] | None,
) -> Run:
    """Check everything, or the articles that some files are versions of."""
    config = configured(**settings)
    if files is None:
        return pipeline.check(paths, config, locales=locales)
    return gate.check_touching(files, paths, config, locales=locales)


def _tell(check: Callable[[AbstractSet[str] | None], Run], files: AbstractSet[str] | None) -> None:
    """Print a report, or why there is none: what is wrong now may be mended in a moment."""
    try:
        report = check(files)
    except AligncheckError as error:
        click.echo(f"aligncheck: {describe(error)[0]}", err=True)
        return
    if report.bundles:
        view = reporters.View(width=width(), colour=colour())
        write(reporters.render("text", report, view), None)


def _outermost(places: Iterable[Path]) -> list[str]:
    """Leave out what is not there, and what lies below another place."""
    there = {os.path.realpath(place) for place in places if place.exists()}
    return sorted(
        place for place in there if not any(str(each) in there for each in Path(place).parents)
    )


def _lies_in(path: str, places: Iterable[Path]) -> bool:
    return any(Path(path).is_relative_to(os.path.realpath(place)) for place in places)
