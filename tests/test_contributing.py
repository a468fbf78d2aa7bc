"""What CONTRIBUTING.md says about adding a rule or a format, done as it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def _walkthrough(path: str) -> str:
    """Give the code block that follows the mention of a file."""
    block = re.search(rf"`{re.escape(path)}`.*?```python\n(.*?)```", GUIDE, re.DOTALL)
    assert block is not None
    return block[1]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy the package and the tests of the rules' examples to where files can be added."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "aligncheck", tmp_path / "aligncheck", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tests" / "checks").mkdir(parents=True)
    for name in (
        "tests/__init__.py",
        "tests/checks/__init__.py",
        "tests/checks/test_examples.py",
        "tests/checks/judging.py",
    ):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
    )


def test_a_rule_is_one_file(checkout: Path) -> None:
    """The rule of the guide is found, explained and tested by its examples, in one file."""
    path = "aligncheck/checks/ac599_lost_question.py"
    (checkout / path).write_text(_walkthrough(path), encoding="utf-8")
    explained = _run(checkout, "-m", "aligncheck", "rule", "AC599")
    assert explained.returncode == 0, explained.stderr
    assert "AC599 lost-question" in explained.stdout
    assert "min-words" in explained.stdout
    tests = ["-m", "pytest", "-p", "no:cacheprovider", "-q", "-k", "AC599", "tests/checks"]
    tested = _run(checkout, *tests)
    assert tested.returncode == 0, tested.stdout
    assert re.search(r"^3 passed", tested.stdout, re.MULTILINE)


def test_the_examples_of_the_guide_can_fail(checkout: Path) -> None:
    """A rule that flags what its table spares fails its own test."""
    path = "aligncheck/checks/ac599_lost_question.py"
    broken = _walkthrough(path).replace(" >= min_words", " >= 1")
    (checkout / path).write_text(broken, encoding="utf-8")
    tested = _run(checkout, "-m", "pytest", "-p", "no:cacheprovider", "-k", "AC599", "tests/checks")
    assert tested.returncode == 1
    assert "1 failed" in tested.stdout


def test_a_format_is_one_file(checkout: Path) -> None:
    """The format of the guide is offered on the command line, in one file."""
    path = "aligncheck/reporters/paths.py"
    (checkout / path).write_text(_walkthrough(path), encoding="utf-8")
    helped = _run(checkout, "-m", "aligncheck", "check", "--help")
    assert "markdown, paths, rdjson" in " ".join(helped.stdout.split())


def test_commands_of_the_guide_exist() -> None:
    """Every file that the guide names is there, but those that it tells to make."""
    named = set(re.findall(r"`((?:aligncheck|tests|\.ci|benchmarks|training)/[\w/.-]*)`", GUIDE))
    made = {"aligncheck/checks/ac599_lost_question.py", "aligncheck/reporters/paths.py"}
    assert {path for path in named - made if not (ROOT / path).exists()} == set()
    assert named > made
