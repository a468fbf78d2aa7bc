"""Pages that are kept up to date with the files, and served."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from aligncheck import pipeline
from aligncheck.errors import AligncheckError
from aligncheck.live.page_server import Editions, PageServer
from aligncheck.live.watcher import Watcher
from aligncheck.reporters import html, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from aligncheck.config import Config
    from aligncheck.model import Run

_STOP_WITHIN = 0.5
"""Seconds between two looks of the server at whether it is to stop: the default of
``socketserver.BaseServer.serve_forever``, at most what a reader waits after Ctrl-C."""


class LivePages:
    """The pages of some articles, written anew when a file changes."""

    def __init__(
        self, paths: Sequence[str], configure: Callable[[], Config], *, locales: Mapping[str, str]
    ) -> None:
        """Check the articles and write the first edition; raises what `check` raises.

        ``configure`` reads the configuration anew.
        """
        self.editions = Editions()
        self._paths, self._configure, self._locales = tuple(paths), configure, locales
        config = configure()
        self._watcher = Watcher(paths, config)
        self._run = self._check_all(config)
        self._publish_pages("")

    def refresh(self) -> str:
        """Check again where a file has changed; give what keeps that from being done, or nothing.

        The pages then stay as they were, with a notice of it.
        """
        if not any(self._watcher.look()):
            return ""
        notice = ""
        try:
            config = self._configure()
            self._watcher.follow(config)
            self._run = self._check_all(config)
        except (AligncheckError, OSError) as error:
            notice = f"Not up to date: {one_line(str(error))}"
        self._publish_pages(notice)
        return notice

    def follow_files(self) -> Iterator[str]:
        """Refresh the pages without end; give what keeps them from being up to date."""
        while True:
            self._watcher.pause()
            notice = self.refresh()
            if notice:
                yield notice

    def _check_all(self, config: Config) -> Run:
        return pipeline.check(self._paths, config, locales=self._locales, keep_articles=True)

    def _publish_pages(self, notice: str) -> None:
        live = html.Live(self.editions.number + 1, notice)
        self.editions.publish(dict(html.render_pages(self._run, live=live)))


@contextmanager
def serve_editions(editions: Editions, port: int) -> Iterator[PageServer]:
    """Answer requests for pages beside what this thread does; raises OSError for a taken port."""
    with PageServer(editions, port) as server:
        thread = threading.Thread(target=server.serve_forever, args=(_STOP_WITHIN,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
