"""What is wrong with glossaries, and the commands about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from aligncheck.cli.glossary import command
from aligncheck.model import Severity
from aligncheck.termbase.files.loading import read_concepts
from aligncheck.termbase.glossary_problems import check_glossary

if TYPE_CHECKING:
    from collections.abc import Sequence

PROBLEMS = [
    ("en,sv\nvalve,klaff\npump,pump\n", []),
    ("id,en,sv\na,valve,klaff\na,valve,ventil\n", []),
    ("en,sv\nvalve,klaff|klaff\n", ["2 error “klaff” stands twice in the concept 'valve'"]),
    (
        "en,sv,sv-forbidden\nvalve,klaff,klaff\n",
        ["2 error “klaff” is forbidden here, preferred in g.csv:2"],
    ),
    (
        "id,en,sv,sv-forbidden\na,valve,klaff,\nb,valve,ventil,klaff\n",
        ["3 error “klaff” is forbidden here, preferred in g.csv:2"],
    ),
    (
        "id,en,sv\na,valve,klaff\nb,valve,klaff\n",
        ["3 warning the concept 'b' says no more than g.csv:2"],
    ),
    ("en,sv\nbank,bank\nbank,strand\n", []),
    ("en,sv\na,b\nc,d\nvalve,\n", ["4 warning the concept 'valve' has no term in sv"]),
    ("en,sv\nvalve,klaff\na,\nb,\n", []),
    (
        "id,en,sv,sv-forbidden\na,valve,klaff,ventil\nb,vent,luftventil,\n",
        ["3 warning “luftventil” contains “ventil”, which g.csv:2 forbids"],
    ),
    ("en,status\nx,odd\n", ["2 error unknown status 'odd'"]),
]


@pytest.mark.parametrize(("text", "expected"), PROBLEMS)
def test_problems_have_their_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, expected: Sequence[str]
) -> None:
    """Duplicates, contradictions, gaps and forbidden parts are told, and nothing else is."""
    monkeypatch.chdir(tmp_path)
    Path("g.csv").write_text(text, encoding="utf-8")
    found = [f"{p.line} {p.severity} {p.message}" for p in check_glossary([Path("g.csv")])]
    assert found == expected


def test_ids_are_unique_across_files(tmp_path: Path) -> None:
    """Two files may not give one id to two concepts."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text('[[concept]]\nen = "valve"\n', encoding="utf-8")
    (found,) = check_glossary([tmp_path])
    assert (Path(found.path).name, found.severity) == ("b.toml", Severity.ERROR)
    assert found.message.startswith("the id 'valve' is taken by")


def test_every_broken_tbx_entry_is_told(tmp_path: Path) -> None:
    """A TBX file is read on after an entry that cannot be."""
    file = tmp_path / "g.tbx"
    entry = "<conceptEntry>\n<langSec/></conceptEntry>\n"
    file.write_text(f"<tbx>\n{entry}{entry}</tbx>", encoding="utf-8")
    assert [problem.line for problem in check_glossary([file])] == [3, 5]


def test_check_command(tmp_path: Path) -> None:
    """Errors are printed with file and line and make the exit code 1; a clean file passes."""
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("en,sv\nvalve,klaff\n", encoding="utf-8")
    bad.write_text("en,sv\nvalve,klaff|klaff\n", encoding="utf-8")
    clean = CliRunner().invoke(command, ["check", str(good)])
    assert (clean.exit_code, clean.output) == (0, "1 concept, nothing wrong\n")
    faulty = CliRunner().invoke(command, ["check", str(good), str(bad)])
    assert faulty.exit_code == 1
    assert f"{bad.as_posix()}:2: error: “klaff” stands twice" in faulty.output


def test_convert_command(tmp_path: Path) -> None:
    """A glossary is written in the form of the target's name."""
    source, target = tmp_path / "g.csv", tmp_path / "g.tbx"
    source.write_text("en,sv\nvalve,klaff\n", encoding="utf-8")
    outcome = CliRunner().invoke(command, ["convert", str(source), str(target), "--tbx", "2"])
    assert (outcome.exit_code, outcome.output) == (0, "")
    assert "<martif" in target.read_text(encoding="utf-8")
    assert [concept.id for concept in read_concepts(target)] == ["valve"]
