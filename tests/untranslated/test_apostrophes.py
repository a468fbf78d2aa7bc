"""Function words are known with the apostrophe of a typewriter and with that of a printer."""

from __future__ import annotations

import pytest

from aligncheck.untranslated.word_counts import find_function_words


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "don’t"), ("en", "isn't"), ("en", "it’s"), ("fr", "c’est"), ("fr", "aujourd’hui")],
)
def test_either_apostrophe_is_one(language: str, word: str) -> None:
    """Articles are printed with ’, files of languages are written with '."""
    assert word in find_function_words(language).closed_class


@pytest.mark.parametrize("word", ["dont", "o’clock", "l’eau", "isn"])
def test_other_words_with_an_apostrophe_are_none(word: str) -> None:
    """No word without it, and none of the open classes."""
    assert word not in find_function_words("en").closed_class
