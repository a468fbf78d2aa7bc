"""``aligncheck watch``: what is checked again, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = """
import signal, sys, types
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in the background of a shell
sys.modules["aligncheck.pipeline"] = pipeline = types.ModuleType("aligncheck.pipeline")
from dataclasses import replace
from aligncheck.cli import main
from aligncheck.discovery import discover_bundles
from tests.sample_report import CLEAN
def check(paths, config, *, only=None, **_):
    return replace(CLEAN, bundles=tuple(filter(only, discover_bundles(config, paths))))
pipeline.check = check
import aligncheck.reporters
aligncheck.reporters.render = lambda name, report, view: (
    " ".join(bundle.name for bundle in report.bundles) + "\\n")
sys.exit(main(["watch", *sys.argv[1:]]))
"""
"""A command line whose pipeline finds articles and nothing else, and tells their names."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a folder with two articles in two languages and a configuration."""
    for name in ("tea", "milk"):
        for locale in ("sv", "en"):
            (tmp_path / f"{name}.{locale}.md").write_text("Text.\n", encoding="utf-8")
    (tmp_path / "aligncheck.toml").write_text('source = "en"\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def watching(project: Path) -> Iterator[subprocess.Popen[str]]:
    """Watch the folder."""
    # Ctrl-C between opening a folder and reading it leaves closing it to the garbage collector
    command = [sys.executable, "-W", "error", "-W", "ignore::ResourceWarning", "-c", PROGRAM]
    surroundings = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        command,
        cwd=project,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        patience = threading.Timer(
            30, process.kill
        )  # a line that never comes must not be waited for
        patience.start()
        yield process
        patience.cancel()
        process.kill()


def _line(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline().strip()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_what_changes_is_checked_again(project: Path, watching: subprocess.Popen[str]) -> None:
    """An article alone, everything with the configuration; mistakes are told; Ctrl-C ends it."""
    assert _line(watching.stdout) == "milk tea"
    (project / "note.bin").write_text("no article", encoding="utf-8")
    (project / "tea.sv.md").write_text("Annan text.\n", encoding="utf-8")
    assert _line(watching.stdout) == "tea"
    (project / "aligncheck.toml").write_text('sorce = "en"\n', encoding="utf-8")
    assert "unknown key; did you mean 'source'?" in _line(watching.stderr)
    (project / "aligncheck.toml").write_text('source = "sv"\n', encoding="utf-8")
    assert _line(watching.stdout) == "milk tea"
    watching.send_signal(signal.SIGINT)
    assert watching.wait(10) == 0
    assert watching.communicate() == ("", "")
