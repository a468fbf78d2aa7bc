"""Errors become one line and an exit code, whatever they are."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from aligncheck.cli.console.boundary import describe_error
from aligncheck.errors import ConfigError, ModelError, UnreadableError, UsageError
from tests.cli.conftest import python

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Checked, Outcome

needs_full_device = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")

STAND_IN = """
import signal, sys, types
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in the background of a shell
sys.modules["aligncheck.pipeline"] = pipeline = types.ModuleType("aligncheck.pipeline")
from aligncheck.cli import main
from tests.sample_report import REPORT
pipeline.check = lambda *_, **__: {outcome}
sys.exit(main(["check", *sys.argv[1:]]))
"""
"""A command line whose pipeline does as told, and is quick to import."""
FOUND = STAND_IN.format(outcome="REPORT")


@pytest.mark.parametrize(
    ("error", "line", "code"),
    [
        (UsageError("no articles in x"), "error: no articles in x", 2),
        (ConfigError("a.toml:3: two\nlines"), "error: a.toml:3: two lines", 2),
        (ModelError("no such model"), "error: no such model", 2),
        (UnreadableError("not UTF-8", 3, 4), "error: not UTF-8", 2),
        (click.UsageError("no such option"), "error: no such option", 2),
        (OSError(28, "No space left on device", "f"), "error: f: No space left on device", 2),
        (MemoryError(), "error: not enough memory", 2),
        (KeyboardInterrupt(), "interrupted", 130),
        (click.Abort(), "interrupted", 130),
    ],
)
def test_error_becomes_a_line_and_a_code(error: BaseException, line: str, code: int) -> None:
    """Each kind of error has its line and its exit code."""
    assert describe_error(error) == (line, code)


def test_internal_error_asks_to_be_reported(run: Callable[..., Outcome], checked: Checked) -> None:
    """A bug is one line that asks for a report, and exits with 2: no verdict was reached."""
    checked.error = KeyError("bead")
    outcome = run("check")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert "internal error (KeyError: 'bead' at conftest.py:" in outcome.err
    assert "please report it" in outcome.err


@pytest.mark.parametrize("arguments", [["-v", "check"], ["check", "-v"]])
def test_traceback_is_shown_on_demand(
    arguments: list[str], run: Callable[..., Outcome], checked: Checked
) -> None:
    """With -v, before or after the command, a bug shows its traceback."""
    checked.error = KeyError("bead")
    outcome = run(*arguments)
    assert outcome.code == 2
    assert outcome.err.startswith("Traceback")
    assert outcome.err.splitlines()[-1].startswith("aligncheck: error: internal error")


def test_expected_errors_never_show_a_traceback(
    run: Callable[..., Outcome], checked: Checked
) -> None:
    """What a user can mend stays one line, even with -v, and harmless to the terminal."""
    checked.error = UsageError("no articles in \x1b[31m")
    outcome = run("check", "-v")
    assert outcome.code == 2
    assert outcome.err == "aligncheck: error: no articles in <U+001B>[31m\n"


def test_interrupt_is_one_line_and_130() -> None:
    """Ctrl-C ends a run with 130 and a word, and without a traceback."""
    code = STAND_IN.format(outcome="signal.raise_signal(signal.SIGINT)")
    done = python("-c", code)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.strip() == "aligncheck: interrupted"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise on Windows")
@pytest.mark.parametrize(("arguments", "code"), [([], 1), (["--exit-zero"], 0)])
def test_broken_pipe_is_quiet_and_keeps_the_verdict(arguments: list[str], code: int) -> None:
    """A reader that stops reading changes neither the exit code nor what is on standard error."""
    command = [sys.executable, "-c", FOUND, "-f", "json", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == code


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX's")
@pytest.mark.parametrize(("term", "coloured"), [("xterm", True), ("dumb", False)])
def test_terminal_gets_colours_where_it_has_them(
    term: str,
    coloured: bool,  # noqa: FBT001 - a column of the table
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a real terminal the report is coloured and whole, on a dumb one plain."""
    monkeypatch.setenv("TERM", term)
    reading, writing = os.openpty()
    with os.fdopen(reading, "rb", buffering=0) as terminal, os.fdopen(writing, "w") as end:
        done = python("-c", FOUND, stdout=end)
        shown = terminal.read(65_536).decode()
    assert done.returncode == 1
    assert ("\x1b[" in shown) is coloured
    assert "5 findings" in shown
    assert "港务办公室" in shown


@needs_full_device
def test_full_disk_is_one_line_and_2() -> None:
    """Output that cannot be written is an error, not a verdict."""
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = python("-c", FOUND, stdout=full)
    assert done.returncode == 2
    assert done.stderr == "aligncheck: error: standard output: No space left on device\n"


@needs_full_device
def test_full_disk_under_a_file_is_one_line_and_2() -> None:
    """The file that cannot be written is named."""
    done = python("-c", FOUND, "-o", "/dev/full")
    assert done.returncode == 2
    assert done.stderr == "aligncheck: error: cannot write /dev/full: No space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_killed_run_leaves_the_old_report(tmp_path: Path) -> None:
    """A run that is killed while it checks leaves the report of the last one as it was."""
    report = tmp_path / "report.json"
    report.write_text("old", encoding="utf-8")
    code = STAND_IN.format(outcome="signal.raise_signal(signal.SIGKILL)")
    done = python("-c", code, "-f", "json", "-o", str(report))
    assert done.returncode == -signal.SIGKILL
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    assert report.read_text(encoding="utf-8") == "old"


def test_closed_output_is_an_error() -> None:
    """With standard output closed there is nowhere to report to: exit code 2."""
    done = python("-c", FOUND.replace("sys.exit", "sys.stdout = None; sys.exit"))
    assert done.returncode == 2
    assert done.stderr.startswith("aligncheck: error: standard output is closed")
