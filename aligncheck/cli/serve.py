"""Show the versions side by side in the browser, and follow the files."""

from __future__ import annotations

import webbrowser
from functools import partial
from typing import Any

import click

from aligncheck.cli.console.options import aligning_options, judging_options, read_configuration
from aligncheck.live.pages import LivePages, serve_editions


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, type=click.Path())
@aligning_options
@judging_options
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port on this machine; 0 takes any that is free.",
)
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
def command(
    paths: tuple[str, ...],
    locales: dict[str, str],
    *,
    port: int,
    show: bool,
    **settings: Any,  # noqa: ANN401 - the shared options, by name
) -> None:
    """Serve the pages to this machine until interrupted."""
    pages = LivePages(paths, partial(read_configuration, **settings), locales=locales)
    with serve_editions(pages.editions, port) as server:
        click.echo(f"Serving {server.address} (Ctrl-C stops)")
        if show:
            webbrowser.open(server.address)
        for notice in pages.follow_files():
            click.echo(f"aligncheck: {notice}", err=True)
