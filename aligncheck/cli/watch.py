"""Check again whenever an article changes."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any

import click

from aligncheck import reporters
from aligncheck.cli.console.boundary import describe
from aligncheck.cli.console.options import FILE, aligning, configured, judging
from aligncheck.cli.console.output import write
from aligncheck.cli.console.terminal import colour, width
from aligncheck.errors import AligncheckError
from aligncheck.live.findings import watch_articles


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
    """Check everything once, then the articles that change, until Ctrl-C."""
    with suppress(KeyboardInterrupt):
        for run in watch_articles(paths, partial(configured, **settings), locales=locales):
            if isinstance(run, AligncheckError):
                click.echo(f"aligncheck: {describe(run)[0]}", err=True)
            else:
                view = reporters.View(width=width(), colour=colour())
                write(reporters.render("text", run, view), None)
