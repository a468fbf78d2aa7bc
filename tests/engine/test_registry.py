"""What the engine reads off the files of rules, and what these files hold."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

import aligncheck
from aligncheck.engine import load_rules, rule_effects, rule_names
from aligncheck.engine.registry import RULE_FILE, RULES_FOLDER
from aligncheck.model import Effect

PACKAGE = Path(aligncheck.__file__).parent
CODE = re.compile(r"AC\d{0,3}")
CODES_BY_EFFECT = {
    Effect.UNUSABLE_FILE: "AC001 AC004",
    Effect.ABSENT_VERSION: "AC002 AC003",
    Effect.UNRELATED_PAIR: "AC107",
    Effect.UNCERTAIN_PAIR: "AC902",
    Effect.LOSS: "AC101 AC102",
    Effect.OMISSION: "AC106",
    Effect.SURPLUS: "AC103 AC104",
    Effect.MOVED: "AC105",
    Effect.FOREIGN: "AC201 AC202 AC203 AC205",
    Effect.WORDING: "AC301 AC302 AC303 AC304 AC305 AC306",
    Effect.DEVIATION: "AC401",
    Effect.COMMENT: "AC901",
}


def test_the_folder_holds_rules_and_nothing_else() -> None:
    """A file that is named otherwise would not be run, and nobody would be told."""
    strangers = [
        path.name
        for path in RULES_FOLDER.iterdir()
        if path.name not in {"__init__.py", "__pycache__"} and not RULE_FILE.fullmatch(path.stem)
    ]
    assert strangers == []


def test_a_code_names_one_rule() -> None:
    """No code is given twice; AC999 is none, since documentation and tests name it as none."""
    codes = Counter(rule.code for rule in load_rules())
    assert [code for code, times in codes.items() if times > 1] == []
    assert "AC999" not in codes
    assert list(rule_names()) == list(rule_effects()) == sorted(codes)


@pytest.mark.parametrize("effect", list(Effect))
def test_every_effect_is_that_of_a_rule(effect: Effect) -> None:
    """No effect is kept for a use to come, and those of the rules stay what they are."""
    codes = CODES_BY_EFFECT[effect].split()
    assert codes
    assert {rule_effects()[code] for code in codes} == {effect}


def _string_constants(path: Path) -> set[str]:
    """Give the strings that a module works with; its documentation is longer than a code."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def test_codes_stand_in_the_names_of_the_rules_alone() -> None:
    """Nothing decides by a code or the beginning of one: a rule with any code is a whole rule."""
    deciding = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(map(CODE.fullmatch, _string_constants(path)))
    }
    assert deciding == set()
