"""Running the command line, in this process and in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from aligncheck.cli import main
from tests.sample_report import REPORT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import IO

    from aligncheck.config import Config
    from aligncheck.model import Run


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of the command line left: its exit code and what it printed."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Checked:
    """Stands in for the pipeline: gives a report and remembers what it was asked for."""

    report: Run = REPORT
    error: BaseException | None = None
    paths: Sequence[str] = ()
    config: Config | None = None
    locales: Mapping[str, str] = field(default_factory=dict)

    def __call__(
        self,
        paths: Sequence[str],
        config: Config,
        *,
        locales: Mapping[str, str],
        progress: Callable[[str, int, int], None] | None,
        only: object = None,
        keep_articles: bool = False,
    ) -> Run:
        """Take what ``pipeline.check`` takes and give the report, or raise the error."""
        assert (progress, only, keep_articles) == (None, None, False)
        self.paths, self.config, self.locales = paths, config, locales
        if self.error:
            raise self.error
        return self.report


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing of the surroundings (colours, widths, CI) change what is printed."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "GITHUB_STEP_SUMMARY", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run the command line in this process."""

    def run(*arguments: object) -> Outcome:
        code = main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Checked:
    """Put a stand-in with the sample report in the place of the pipeline."""
    stand_in = Checked()
    monkeypatch.setattr("aligncheck.pipeline.check", stand_in)
    return stand_in


def python(
    *arguments: str, cwd: Path | None = None, stdout: IO[str] | int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own, with UTF-8 and with warnings as errors."""
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        cwd=cwd,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )
