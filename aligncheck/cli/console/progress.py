"""A progress bar for runs that make people wait."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from aligncheck.cli.console.terminal import is_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress, TaskID

_SHOW_AFTER = 1.0
"""Seconds of a run before the bar shows: chosen so that quick runs stay quiet."""


@contextmanager
def progress_bar(*, wanted: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """Give a function to tell progress to, or None where nobody would see it.

    The bar is drawn on standard error once the run takes more than a second, and is gone at the
    end.
    """
    if not wanted or not is_terminal(sys.stderr):
        yield None
        return
    bar = Bar(begun=time.monotonic())
    try:
        yield bar
    finally:
        bar.stop()


class Bar:
    """Told a step, how much of it is done and of how much, shows it."""

    def __init__(self, begun: float) -> None:
        """Wait from the moment given, in seconds of the monotonic clock."""
        self._begun = begun
        self._progress: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, step: str, done: int, total: int) -> None:
        """Show how far a step has come, if the run has taken long enough to be watched."""
        if self._progress is None:
            if time.monotonic() - self._begun < _SHOW_AFTER:
                return
            self._progress = _start_bar()
        if step not in self._tasks:
            self._tasks[step] = self._progress.add_task(step, total=total)
        self._progress.update(self._tasks[step], completed=done, total=total)

    def stop(self) -> None:
        """Take the bar off the terminal."""
        if self._progress is not None:
            self._progress.stop()


def _start_bar() -> Progress:
    """Begin a bar on standard error that leaves nothing behind."""
    from rich.console import Console  # noqa: PLC0415 - only a long run pays for it
    from rich.progress import Progress  # noqa: PLC0415 - only a long run pays for it

    progress = Progress(console=Console(file=sys.stderr), transient=True)
    progress.start()
    return progress
