"""What every file of a language declares."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from aligncheck.languages import find_language, known_languages, scripts_of
from aligncheck.languages.lexicon.trigrams import load_trigrams
from aligncheck.languages.lexicon.word_frequencies import listed_languages
from aligncheck.text.scripts import Script

if TYPE_CHECKING:
    from aligncheck.languages.language import Language

LANGUAGES = [(code, find_language(code)) for code in known_languages()]


def known(code: str) -> Language:
    """Give a language that has a file."""
    found = find_language(code)
    assert found is not None
    return found


def test_the_files_tell_which_languages_are_known() -> None:
    """A language is known where it has a file, in whatever region; another is None, no error."""
    assert {"en", "sv", "zh"} <= set(known_languages())
    assert find_language("en-GB") is known("en")
    assert find_language("zh-Hant-TW") is known("zh")
    assert [find_language(code) for code in ("fi", "ko", "ru", "th")] == [None] * 4


def test_a_language_is_loaded_when_it_is_asked_for() -> None:
    """To ask for one language loads no other."""
    code = (
        "import sys; from aligncheck.languages import find_language; find_language('sv');"
        "print(*sorted(m for m in sys.modules if m.startswith('aligncheck.languages.')))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "aligncheck.languages.sv" in loaded
    assert not {"aligncheck.languages.en", "aligncheck.languages.zh"} & set(loaded)


@pytest.mark.parametrize(("code", "language"), LANGUAGES)
def test_a_language_is_named_as_its_file(code: str, language: Language) -> None:
    """The code is the file's name, and there is a script to write it in."""
    assert language.code == code
    assert language.scripts


@pytest.mark.parametrize(("code", "language"), LANGUAGES)
def test_lists_of_fixed_length_are_complete(code: str, language: Language) -> None:
    """Number words reach from 0 to 99, and there are twelve months and seven days, none empty."""
    del code
    numerals, calendar = language.numerals, language.calendar
    lengths = [(numerals.ones, 20), (numerals.tens, 8), (calendar.months, 12)]
    for listed, length in [*lengths, (calendar.weekdays, 7)]:
        assert len(listed) == length
        assert all(listed)
    assert {100, 1000, 10**6} <= {*numerals.scales.values(), 10**6}


@pytest.mark.parametrize(("code", "language"), LANGUAGES)
def test_words_are_in_lower_case(code: str, language: Language) -> None:
    """Every word that is looked up in folded text is written in lower case."""
    del code
    words = language.words
    listed = [
        *words.stopwords, *words.homographs, *words.keywords, *words.names_hold,
        *words.determiners, *words.definite_determiners, *language.negators,
        *language.references.headings, *language.references.joining,
        *(" ".join((*language.numerals.ones, *language.numerals.tens)).split()),
        *(" ".join((*language.calendar.months, *language.calendar.weekdays)).split()),
        *language.numerals.scales, *(" ".join(language.units.values()).split()),
    ]  # fmt: skip
    assert [word for word in listed if word != word.lower()] == []


@pytest.mark.parametrize(("code", "language"), LANGUAGES)
def test_patterns_compile(code: str, language: Language) -> None:
    """What is declared as a regular expression is one, and matches nothing but what it should."""
    del code
    calendar, nouns = language.calendar, language.nouns
    patterns = [calendar.century, calendar.decade, calendar.clock, language.numerals.basis_points]
    for pattern in [*patterns, nouns.endings, nouns.definite, nouns.perhaps_definite]:
        assert not pattern or re.compile(pattern).match("") is None
    for letters in (language.capitals.upper, language.capitals.lower):
        assert not letters or re.fullmatch(f"[{letters}]", "") is None


@pytest.mark.parametrize(("code", "language"), LANGUAGES)
def test_one_letter_words_are_single_letters(code: str, language: Language) -> None:
    """Each is one letter in Latin script."""
    del code
    assert all(len(letter) == 1 and letter.isalpha() for letter in language.one_letter_words)


@pytest.mark.parametrize(
    ("locale", "scripts"),
    [
        ("sv", (Script.LATIN,)),
        ("zh-TW", (Script.HAN,)),
        ("ja", (Script.HAN, Script.KANA)),
        ("ru", (Script.CYRILLIC,)),
        ("fi", (Script.LATIN,)),
    ],
)
def test_scripts_are_known_without_a_file(locale: str, scripts: tuple[Script, ...]) -> None:
    """A language without a file has the scripts that its code implies, Latin unless listed."""
    assert scripts_of(locale) == scripts


def test_function_words_stand_in_classes() -> None:
    """The closed class is all five classes; stopwords are more, and what names hold is of both."""
    english = known("en").words
    assert {"the", "because", "of", "is", "many"} <= english.closed_class
    assert {"take", "good"} <= english.stopwords - english.closed_class
    assert {"of", "and"} <= english.names_hold
    assert "museum" not in english.stopwords


@pytest.mark.parametrize(("code", "language"), LANGUAGES)
def test_a_language_has_its_data(code: str, language: Language) -> None:
    """A language in Latin letters has its lists, without which all its words look foreign."""
    if language.scripts[0] is Script.LATIN:
        assert code in listed_languages()
        assert load_trigrams(code)
