"""CI runs what the README tells readers to run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CI = Path(__file__).parents[1] / ".ci"


def _command(title: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, CI / "readme_command.py", title],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Try it", ["python3 -m venv", "pip install", "aligncheck check articles/drafts"]),
        ("Test it", ["python3 -m venv", "pip install", "pytest"]),
    ],
)
def test_readme_has_its_two_commands(title: str, parts: list[str]) -> None:
    """The first code block under each heading is one command that starts from a bare clone."""
    done = _command(title)
    assert done.returncode == 0
    assert all(part in done.stdout for part in parts)
    assert done.stdout.count("\n") == 1


def test_missing_heading_fails() -> None:
    """A heading that is not there ends CI, instead of running nothing."""
    done = _command("Skip it")
    assert done.returncode == 1
    assert "no code block under the heading 'Skip it'" in done.stderr


def test_ci_is_sound_bash() -> None:
    """The script parses, stops at the first failure, and is executable."""
    script = CI / "run"
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    assert script.stat().st_mode & 0o111
