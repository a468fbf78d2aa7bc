"""Rule codes and severities in a configuration: which there are, and which are run."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligncheck.config import Config, FailOn, load_config
from aligncheck.errors import ConfigError
from aligncheck.model import Severity

RULES = {"AC101": (), "AC102": ("min_words", "max-share"), "AC201": (), "AC901": ()}
NAMES = {"AC102": "dropped-segment"}


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)


def load(text: str, name: str = "aligncheck.toml") -> Config:
    """Read a configuration file of this text."""
    Path(name).write_text(text, encoding="utf-8")
    return load_config(Path(name), Path())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("select = ['AC102', 'AC1', 'AC9']", None),
        ("[rules.AC102]\nmin-words = 2\nmax_share = 1", None),
        ("[severity]\nAC901 = 'error'", None),
        ("select = [\n'AC102',\n'AC103']", r":3: select: there is no rule 'AC103'; did you mean"),
        ("ignore = ['X']", r":1: ignore: there is no rule 'X'; 'aligncheck rules' lists all$"),
        ("ignore = ['A']", r":1: ignore: there is no rule 'A'; "),
        ("select = ['Dropped-Segment']", r"'DROPPED-SEGMENT'; did you mean 'AC102'\?$"),
        ("[severity]\nAC1 = 'error'", r":2: severity\.AC1: there is no rule 'AC1'; a whole"),
        ("[rules.AC555]", r":1: rules\.AC555: there is no rule 'AC555'; "),
        ("[rules.AC102]\n\nmin-word = 2", r":3: .* no option 'min-word'; did you mean 'min-words'"),
        ("[rules.AC102]\nz = 2", "AC102 has no option 'z'; it has max-share, min-words"),
        ("[rules.AC101]\nz = 2", "AC101 has no option 'z'; it has none"),
        ("[per-path-ignores]\n'a' = ['AC7']", r":2: per-path-ignores\.a: there is no rule 'AC7'"),
    ],
)
def test_codes_and_options_must_exist(text: str, complaint: str | None) -> None:
    """Prefixes will do where several rules may be meant, and options are those of the rule."""
    config = load(text)
    if complaint is None:
        config.check_codes(RULES, NAMES)
        return
    with pytest.raises(ConfigError, match=complaint):
        config.check_codes(RULES, NAMES)


def test_codes_that_are_in_no_file_are_refused_without_a_line(tmp_path: Path) -> None:
    """Those of the command line are named alone."""
    with pytest.raises(ConfigError, match=r"^select: there is no rule 'AC7'"):
        Config(root=tmp_path, select=("AC7",)).check_codes(RULES)


@pytest.mark.parametrize(
    ("select", "ignore", "run", "not_run"),
    [
        ((), (), "AC101 AC901", ""),
        (("AC1",), (), "AC101 AC102", "AC201"),
        ((), ("AC1",), "AC201", "AC101"),
        (("AC1",), ("AC102",), "AC101", "AC102 AC201"),
        (("AC102",), ("AC1",), "AC102", "AC101 AC201"),
        (("AC1",), ("AC1",), "", "AC101 AC201"),
    ],
)
def test_the_longest_prefix_decides_which_rules_are_run(
    select: tuple[str, ...], ignore: tuple[str, ...], run: str, not_run: str, tmp_path: Path
) -> None:
    """A rule that is both selected and ignored goes by the more exact of the two."""
    config = Config(root=tmp_path, select=select, ignore=ignore)
    assert [code for code in run.split() if not config.runs_rule(code)] == []
    assert [code for code in not_run.split() if config.runs_rule(code)] == []


@pytest.mark.parametrize(
    ("level", "fails"),
    [
        (FailOn.ERROR, [Severity.ERROR]),
        (FailOn.WARNING, [Severity.WARNING, Severity.ERROR]),
        (FailOn.INFO, [Severity.INFO, Severity.WARNING, Severity.ERROR]),
        (FailOn.NEVER, []),
    ],
)
def test_a_run_fails_from_a_severity_on(level: FailOn, fails: list[Severity]) -> None:
    """And never where nothing was found."""
    assert [severity for severity in Severity if level.reached_by(severity)] == fails
    assert not level.reached_by(None)
