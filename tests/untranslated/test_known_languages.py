"""Versions in languages that resemble each other: right ones, and such as were left in another."""

from __future__ import annotations

from itertools import permutations

import pytest

from aligncheck.languages import known_languages
from aligncheck.languages.names import language_name
from tests.untranslated.versions import ARTICLE, find_in_version, find_languages_in_version

KNOWN = [code for code in ARTICLE if code in known_languages() and code != "zh"]
"""Languages in Latin letters that have a file; the article is written in each."""
PAIRS = list(permutations(KNOWN, 2))
KIN = {"sv", "da", "nb"}
SHORT = 3
"""The line from which on they are short: too few words to tell languages that are kin."""
NAMES = {code: language_name(code) for code in KNOWN}


def test_the_article_is_written_in_every_known_language() -> None:
    """A language that gets a file gets its version of the article, and is tested by it."""
    assert {*KNOWN, "zh"} == {*known_languages()}


@pytest.mark.parametrize("own", [*KNOWN, "zh"])
def test_right_versions_are_left_alone(own: str) -> None:
    """Nothing is found in a right version, with all the others beside it."""
    others = {one: ARTICLE[one] for one in (*KNOWN, "zh") if one != own}
    assert find_in_version(own, ARTICLE[own], others, next(iter(others))) == []


@pytest.mark.parametrize("own", ["no", "nb-NO", "no-NO"])
def test_norwegian_is_bokmal_by_whatever_code(own: str) -> None:
    """``no`` is read as ``nb``: its right version is in its language, and leftovers are found."""
    assert find_in_version(own, ARTICLE["nb"], {"en": ARTICLE["en"]}, "en") == []
    left = [*ARTICLE["nb"][:4], ARTICLE["en"][4]]
    assert find_in_version(own, left, {"en": ARTICLE["en"]}, "en") == [
        ("AC201", "Bring warm clothes and your own food.")
    ]


@pytest.mark.parametrize(("own", "foreign"), PAIRS)
def test_a_version_in_another_language_of_the_run_is_found(own: str, foreign: str) -> None:
    """A copy of another version is in that version's language as a whole."""
    others = {foreign: ARTICLE[foreign], "zh": ARTICLE["zh"]}
    found = find_in_version(own, ARTICLE[foreign], others, foreign)
    assert "AC004" in {code for code, _ in found}


@pytest.mark.parametrize(("own", "foreign"), PAIRS)
def test_a_version_in_a_language_beside_the_run_is_found(own: str, foreign: str) -> None:
    """So is one in a language that no other version is in, as far as it can be told."""
    found = find_languages_in_version(own, ARTICLE[foreign], {"zh": ARTICLE["zh"]}, "zh")
    named = [language for code, language in found if code == "AC004"]
    assert named == [NAMES[foreign]] or (named == [] and {own, foreign} < KIN)


@pytest.mark.parametrize("line", [1, 2, 3, 4])
@pytest.mark.parametrize(("own", "foreign"), PAIRS)
def test_a_segment_in_another_language_is_found(own: str, foreign: str, line: int) -> None:
    """A segment of running text that was left in another known language is found and named."""
    others = {foreign: ARTICLE[foreign], "zh": ARTICLE["zh"]}
    lines = [*ARTICLE[own]]
    lines[line] = ARTICLE[foreign][line]
    found = find_languages_in_version(own, lines, others, foreign)
    unsure = line >= SHORT and {own, foreign} < KIN
    assert found == [("AC201", NAMES[foreign])] or (found == [] and unsure)


@pytest.mark.parametrize("own", [code for code in (*KNOWN, "zh") if code != "en"])
def test_an_english_sentence_and_clause_are_found(own: str) -> None:
    """A sentence and a clause of the English source are found in a segment, to the word."""
    text = ARTICLE[own][2]
    end = text.index("。" if own == "zh" else ". ") + 1
    lines = [*ARTICLE[own][:2], f"{text[:end]} It was the last of its kind.", *ARTICLE[own][3:]]
    found = find_in_version(own, lines, {"en": ARTICLE["en"]}, "en")
    assert [(code, words.strip()) for code, words in found] == [
        ("AC202", "It was the last of its kind.")
    ]
