"""The progress bar: only for people, and only when they have to wait."""

from __future__ import annotations

import io
import sys
import time

import pytest

from aligncheck.cli.console.progress import _SHOW_AFTER, Bar, progress_bar


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Pretend."""
        return True


@pytest.mark.parametrize(
    ("stream", "wanted", "given"),
    [(Terminal(), True, True), (Terminal(), False, False), (io.StringIO(), True, False)],
)
def test_bar_is_for_terminals(
    stream: io.StringIO,
    wanted: bool,  # noqa: FBT001 - a column of the table
    given: bool,  # noqa: FBT001 - a column of the table
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """There is a bar where it is wanted and somebody sees it."""
    monkeypatch.setattr(sys, "stderr", stream)
    with progress_bar(wanted=wanted) as bar:
        assert (bar is not None) is given


@pytest.mark.parametrize(("waited", "shown"), [(0.0, False), (_SHOW_AFTER + 0.1, True)])
def test_bar_waits(
    waited: float,
    shown: bool,  # noqa: FBT001 - a column of the table
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A quick run shows nothing; one of more than a second names the step."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    bar = Bar(begun=time.monotonic() - waited)
    bar("embed", 1, 4)
    bar("embed", 2, 4)
    bar.stop()
    assert ("embed" in terminal.getvalue()) is shown
