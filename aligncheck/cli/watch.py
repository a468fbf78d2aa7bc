"""Check again whenever an article changes."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any

import click

from aligncheck import reporters
from aligncheck.cli.console.boundary import describe_error
from aligncheck.cli.console.options import (
    EXISTING_FILE,
    aligning_options,
    judging_options,
    read_configuration,
)
from aligncheck.cli.console.output import write_output
from aligncheck.cli.console.terminal import terminal_width, wants_colour
from aligncheck.errors import AligncheckError
from aligncheck.live.findings import watch_articles


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@aligning_options
@judging_options
@click.option(
    "--baseline", type=EXISTING_FILE, help="The file of known findings that do not count."
)
def command(
    paths: tuple[str, ...],
    locales: dict[str, str],
    **settings: Any,  # noqa: ANN401 - the shared options, by name
) -> None:
    """Check everything once, then the articles that change, until Ctrl-C."""
    with suppress(KeyboardInterrupt):
        for run in watch_articles(paths, partial(read_configuration, **settings), locales=locales):
            if isinstance(run, AligncheckError):
                click.echo(f"aligncheck: {describe_error(run)[0]}", err=True)
            else:
                view = reporters.TerminalView(width=terminal_width(), colour=wants_colour())
                write_output(reporters.render("text", run, view), None)
