"""Runs that are ended from outside leave nothing behind: no half of a file, no folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import python
from tests.cli.test_boundary import STAND_IN, needs_full_device

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")

BY_SIGNAL = STAND_IN.format(outcome="signal.raise_signal(signal.{signal})")
HALFWAY = """
import pathlib, signal
def write_bytes(path, content):
    with path.open("wb") as file:
        file.write(content[:9])
        file.flush()
        signal.raise_signal(signal.{signal})
pathlib.Path.write_bytes = write_bytes
""" + STAND_IN.format(outcome="REPORT")
ENDINGS = [("SIGINT", "interrupted"), ("SIGTERM", "terminated"), ("SIGHUP", "terminated")]


@pytest.mark.parametrize("program", [BY_SIGNAL, HALFWAY], ids=["checking", "writing"])
@pytest.mark.parametrize(("name", "word"), ENDINGS)
def test_an_ended_run_says_so_and_leaves_the_old_report(
    program: str, name: str, word: str, tmp_path: Path
) -> None:
    """Whether it was checking or writing: one line, 128 and the signal's number, no new file."""
    (tmp_path / "report.json").write_text("old", encoding="utf-8")
    report = str(tmp_path / "report.json")
    done = python("-c", program.format(signal=name), "-f", "json", "-o", report)
    assert done.returncode == 128 + getattr(signal, name)
    assert (done.stdout, done.stderr.strip()) == ("", f"aligncheck: {word}")
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == "old"


def test_a_killed_writer_leaves_the_old_report(tmp_path: Path) -> None:
    """Not even SIGKILL in the middle of writing harms the report of the last run."""
    (tmp_path / "report.json").write_text("old", encoding="utf-8")
    report = str(tmp_path / "report.json")
    done = python("-c", HALFWAY.format(signal="SIGKILL"), "-f", "json", "-o", report)
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == "old"


def test_an_ended_comparison_leaves_no_folder(tmp_path: Path) -> None:
    """The articles of the old revision were in a temporary folder."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example"]
    for words in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "Begin"]):
        subprocess.run([*git, *words], cwd=tmp_path, check=True)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    program = f"import os; os.chdir({str(tmp_path)!r})\n" + STAND_IN.format(outcome="REPORT")
    program = program.replace(
        "sys.exit(main",
        "pipeline.check = lambda *_, only, **__: REPORT if only is None else ("
        "print(*os.listdir('scratch'), flush=True) or signal.raise_signal(signal.SIGTERM))\n"
        "sys.exit(main",
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--new-only", "HEAD"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "TMPDIR": str(scratch)},
    )
    assert done.returncode == 128 + signal.SIGTERM
    assert done.stdout.startswith("aligncheck-")
    assert list(scratch.iterdir()) == []


def test_a_signal_that_is_ignored_stays_so() -> None:
    """A run under nohup goes on when its terminal is closed."""
    program = BY_SIGNAL.format(signal="SIGHUP) or (REPORT")
    ignoring = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    done = python("-c", ignoring + program)
    assert done.returncode == 1
    assert "5 findings" in done.stdout


@needs_full_device
@pytest.mark.parametrize(
    "arguments", [["-f", "sarif=/dev/full"], ["-f", "text", "-o", "/dev/full"]]
)
def test_a_full_disk_is_never_a_verdict(arguments: list[str]) -> None:
    """Whatever format goes there: exit code 2 and the file's name."""
    done = python("-c", STAND_IN.format(outcome="REPORT"), *arguments)
    assert done.returncode == 2
    assert "cannot write /dev/full: No space left on device" in done.stderr
