"""The language files say of dates and numbers what Unicode's CLDR says; Babel is the oracle.

CLDR has no number words, no inflected forms and no abbreviations but its own, so that the files
cannot be made of it; it takes a quarter of a second to load and 36 MB, so that no run asks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from babel import Locale

from aligncheck.languages import find_language, known_languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.languages.language import Language

ALPHABETIC = [code for code in known_languages() if code != "zh"]


def _load(code: str) -> Language:
    found = find_language(code)
    assert found is not None
    return found


def _missing(expected: Sequence[str], declared: Sequence[str]) -> list[str]:
    """Give what CLDR calls a month or a day and the file does not, without a final full stop."""
    pairs = zip(expected, declared, strict=True)
    return [name for name, words in pairs if name.lower().rstrip(".") not in words.split()]


@pytest.mark.parametrize("code", ALPHABETIC)
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_months_are_those_of_cldr(code: str, width: str) -> None:
    """Every month has its name, and the abbreviation that CLDR gives it."""
    months = Locale(code).months["format"][width]
    assert _missing([months[at] for at in range(1, 13)], _load(code).calendar.months) == []


@pytest.mark.parametrize("code", ALPHABETIC)
def test_weekdays_are_those_of_cldr(code: str) -> None:
    """Every day of the week has its name, Monday first."""
    days = Locale(code).days["format"]["wide"]
    assert _missing([days[at] for at in range(7)], _load(code).calendar.weekdays) == []


@pytest.mark.parametrize("code", known_languages())
def test_marks_of_numbers_are_those_of_cldr(code: str) -> None:
    """The decimal mark is CLDR's, and its grouping mark is one, where it is no blank."""
    symbols = Locale(code).number_symbols["latn"]
    numerals = _load(code).numerals
    assert numerals.decimal_mark == symbols["decimal"]
    assert symbols["group"].isspace() or symbols["group"] in numerals.grouping_marks
