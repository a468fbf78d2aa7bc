"""What the README shows is what happens."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest

from aligncheck.config.keys import config_keys
from aligncheck.engine import load_rules
from aligncheck.termbase import load_termbase

ROOT: Final = Path(__file__).parents[1]
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
WIDTH: Final = "100"
MEASURED: Final = re.compile(r"\(\d+%\)|(?<= )0\.\d\d(?= )")
"""Confidences and similarities: their last digit depends on the processor's way of multiplying
small integers."""
CLOSE: Final = 0.02


def blocks(language: str) -> list[str]:
    """Give the code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def settled(output: str) -> str:
    """Leave out what differs from run to run: seconds, and blanks at line ends."""
    lines = (line.rstrip() for line in output.strip().splitlines())
    return re.sub(r"[\d.]+ s$", "… s", "\n".join(lines), flags=re.MULTILINE)


def measured(output: str) -> list[float]:
    """Give the confidences and similarities in an output, in order, between 0 and 1."""
    found = MEASURED.findall(output)
    return [int(one.strip("(%)")) / 100 if "%" in one else float(one) for one in found]


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.splitlines()[0])
def test_a_transcript_is_what_the_command_prints(block: str) -> None:
    """A command shown with a dollar sign prints what stands below it."""
    command, _, shown = block.removeprefix("$ ").partition("\n")
    words, head = shlex.split(command.partition(" | ")[0]), command.partition(" | head -")[2]
    assert words[0] == "aligncheck"
    run = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": WIDTH, "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stderr == ""
    printed = run.stdout.splitlines()[: int(head)] if head else run.stdout.splitlines()
    text = settled("\n".join(printed))
    assert MEASURED.sub("…", text) == MEASURED.sub("…", settled(shown))
    assert measured(text) == pytest.approx(measured(shown), abs=CLOSE)


def test_the_two_commands_come_first_under_their_headings() -> None:
    """`Try it` and `Test it` each begin with one shell command."""
    for title in ("Try it", "Test it"):
        section = README.split(f"## {title}\n", 1)[1]
        first = re.match(r"\s*```sh\n([^\n]+)\n```", section)
        assert first, title
        assert first[1].startswith("python3 -m venv .venv && .venv/bin/pip install")


def test_every_rule_is_in_the_table() -> None:
    """The table of codes covers all rules and claims none that are not there."""
    spans = re.findall(r"^\| (AC\d{3})(?:–(AC\d{3}))? \|", README, re.MULTILINE)
    codes = {rule.code for rule in load_rules()}
    claimed = {code for pair in spans for code in pair if code}
    assert claimed <= codes
    covered = {c for c in codes for low, high in spans if low <= c <= (high or low)}
    unnamed = codes - covered - {"AC901", "AC902"}
    assert not unnamed, f"name {', '.join(sorted(unnamed))} in the README's table of codes"


def test_every_key_is_explained() -> None:
    """The table of keys names every key of the configuration, and only those."""
    table = README.split("| key | meaning |\n", 1)[1].split("\n\n", 1)[0]
    cells = " ".join(line.split("|")[1] for line in table.splitlines())
    named = {key.split(".")[0] for key in re.findall(r"`\[?([a-z-]+)", cells)}
    assert named == set(config_keys())


def test_the_example_in_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines for Python run from the folder of the README."""
    monkeypatch.chdir(ROOT)
    (block,) = blocks("python")
    names: dict[str, object] = {}
    exec(compile(ast.parse(block), "README.md", "exec"), names)  # noqa: S102 - our own README
    assert names["run"]


def test_the_glossary_example_is_read(tmp_path: Path) -> None:
    """The TOML shown is a termbase that finds the forms that the text names."""
    (block,) = blocks("toml")
    assert tomllib.loads(block)["concept"]
    (tmp_path / "terms.toml").write_text(block, encoding="utf-8")
    termbase = load_termbase([tmp_path / "terms.toml"])
    for form in ("hjärtklaffarnas", "hjärtklaffsoperation"):
        assert termbase.find(form, "sv"), form


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_links_lead_somewhere(link: str) -> None:
    """Every relative link in the README is a file or a folder."""
    assert (ROOT / link).exists()
