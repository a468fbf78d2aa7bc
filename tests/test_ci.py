"""CI runs what the README tells readers to run."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
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


def test_both_commands_install_what_was_tested() -> None:
    """The versions are those of the constraints, so that a new release cannot break them."""
    for title in ("Try it", "Test it"):
        assert "-c .ci/constraints.txt" in _command(title).stdout


def test_every_dependency_is_constrained() -> None:
    """Each package that the two commands ask for has one version in the constraints."""
    text = (CI / "constraints.txt").read_text(encoding="utf-8")
    pinned = {name.lower() for name in re.findall(r"^([\w.-]+)==[\w.]+$", text, re.MULTILINE)}
    project = tomllib.loads((CI.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=~; ]", one)[0].lower() for one in asked}
    assert names <= pinned


@pytest.mark.parametrize("name", ["run", "refresh"])
def test_ci_is_sound_bash(name: str) -> None:
    """The script parses, stops at the first failure, and is executable."""
    script = CI / name
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    assert script.stat().st_mode & 0o111
