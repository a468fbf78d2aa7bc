"""The packaged word lists say how common a word is, and how rare what they lack must be."""

from __future__ import annotations

import pytest

from aligncheck.languages.lexicon.word_frequencies import (
    frequency_class,
    listed_languages,
    unlisted_class,
)


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("valley", "en"),
        ("smältvatten", "sv"),
        ("werkstatt", "de"),
        ("kælder", "da"),
        ("kjeller", "nb"),
        ("œuf", "fr"),
        ("aujourd'hui", "fr"),
    ],
)
def test_a_word_is_in_the_list_of_its_language(word: str, language: str) -> None:
    """Words of every language are found, those of other letters than Latin-1 and marks too."""
    assert frequency_class(word, language) > 20


@pytest.mark.parametrize(
    ("word", "language"),
    [("kjeller", "da"), ("kælder", "nb"), ("źle", "fr"), ("œuf", "da"), ("the", "fi"), ("", "en")],
)
def test_a_word_is_not_in_the_list_of_another(word: str, language: str) -> None:
    """Neighbours spell their words otherwise; a language without a list has none."""
    assert frequency_class(word, language) == 0


@pytest.mark.parametrize("language", sorted(listed_languages()))
def test_a_missing_word_is_rarer_than_any_listed(language: str) -> None:
    """What a list lacks is below its end, and not far below that of a short one."""
    ends = {"da": 30, "de": 25, "en": 25, "fr": 20, "nb": 20, "sv": 20}
    if language in ends:
        assert unlisted_class(language) == (25 if language == "da" else 15)
        assert unlisted_class(language) < ends[language]


def test_a_language_without_a_list_lacks_every_word() -> None:
    """Nothing is known of Finnish words, and nothing fails."""
    assert unlisted_class("fi") == 15
