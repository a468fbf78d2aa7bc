"""Show the versions side by side in the browser, and follow the files."""

from __future__ import annotations

import threading
import time
import webbrowser
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aligncheck import pipeline
from aligncheck.cli.console.options import aligning, configured, judging
from aligncheck.errors import AligncheckError
from aligncheck.live.following import Traces, traces
from aligncheck.live.serving import Editions, Server
from aligncheck.reporters import html, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from aligncheck.config import Config
    from aligncheck.model import Run

INTERVAL = 0.5
"""Seconds between two looks at the files."""


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, type=click.Path())
@aligning
@judging
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
    desk = Desk(paths, locales, settings)
    editions = Editions()
    desk.check(editions)
    with Server(editions, port) as server, _answering(server):
        click.echo(f"Serving {server.address} (Ctrl-C stops)")
        if show:
            webbrowser.open(server.address)
        while True:
            time.sleep(INTERVAL)
            desk.look(editions)


@contextmanager
def _answering(server: Server) -> Iterator[None]:
    """Answer requests beside what this thread does."""
    thread = threading.Thread(target=server.serve_forever, args=(INTERVAL,))
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()


@dataclass(slots=True)
class Desk:
    """What is checked again and again, and what the files looked like the last time."""

    paths: tuple[str, ...]
    locales: Mapping[str, str]
    settings: Mapping[str, Any]
    run: Run | None = None
    seen: Traces = field(default_factory=dict)
    watched: tuple[Path, ...] = ()

    def look(self, editions: Editions) -> None:
        """Check again where a file has changed; what keeps that from being done is shown."""
        if traces(self.watched) == self.seen:
            return
        try:
            self.check(editions)
        except (AligncheckError, OSError) as error:
            self.seen = traces(self.watched)
            notice = f"Not up to date: {one_line(str(error))}"
            click.echo(f"aligncheck: {notice}", err=True)
            self.publish(editions, notice)

    def check(self, editions: Editions) -> None:
        """Check the articles and publish the pages; raises what keeps that from being done."""
        before = traces(self.watched)
        config = configured(**self.settings)
        self.run = pipeline.check(
            self.paths, config, locales=dict(self.locales), keep_articles=True
        )
        self.watched = tuple(_watched(self.run, config))
        now = traces(self.watched)
        self.seen = {path: before.get(path, trace) for path, trace in now.items()}
        self.publish(editions, "")

    def publish(self, editions: Editions, notice: str) -> None:
        """Write the pages of the last run, with a notice where they are not up to date."""
        if self.run:
            live = html.Live(editions.number + 1, notice)
            editions.publish(dict(html.pages(self.run, live=live)))


def _watched(run: Run, config: Config) -> Iterator[Path]:
    """Give the files that the outcome depends on: versions, glossaries, the configuration."""
    for bundle in run.bundles:
        yield from map(Path, bundle.paths.values())
    for path in config.glossary:
        yield from (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    yield config.path or config.root / "aligncheck.toml"
    if config.baseline:
        yield config.baseline
