"""How a glossary writes its terms: as words, as labels, or as cells of a spreadsheet."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from aligncheck.languages import find_language
from aligncheck.termbase.lookup.folding import has_han
from aligncheck.termbase.lookup.term_patterns import is_case_sensitive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.model import Term

CASED_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""A word whose capitals are looked at."""
_LABEL_GLOSSARY_SHARE: Final = 0.5
"""Share of terms with a capital from which a capital is the rule in a glossary; chosen because
glossaries of subjects have capitals on names alone, those of interfaces on all but a few terms."""
_SHEET_TITLE_SHARE: Final = 0.15
"""Share of phrases with further capitals up to which a glossary is a capitalized spreadsheet;
chosen to leave room for the names in it (Alzheimer's disease)."""
_SHEET_PHRASES: Final = 5
"""Phrases that a glossary must hold for that share to say anything; chosen."""


class GlossaryStyle(StrEnum):
    """How a glossary writes the terms of a locale."""

    WORDS = "words"
    SHEET = "sheet"
    LABELS = "labels"


def classify_style(terms: Iterable[Term], locale: str) -> GlossaryStyle:
    """Tell how a glossary writes the terms of one locale.

    Always as words where the language gives every noun a capital.
    """
    language = find_language(locale)
    if language and language.capitals.nouns:
        return GlossaryStyle.WORDS
    texts = [term.text for term in terms if not is_case_sensitive(term) and not has_han(term.text)]
    capitalized = [text for text in texts if is_capitalized(text)]
    if len(capitalized) <= _LABEL_GLOSSARY_SHARE * len(texts):
        return GlossaryStyle.WORDS
    phrases = [words for words in map(CASED_WORD.findall, capitalized) if len(words) > 1]
    titles = sum(any(word[0].isupper() for word in words[1:]) for words in phrases)
    if len(phrases) >= _SHEET_PHRASES and titles <= _SHEET_TITLE_SHARE * len(phrases):
        return GlossaryStyle.SHEET
    return GlossaryStyle.LABELS


def is_capitalized(text: str) -> bool:
    """Tell whether the first letter of a text is a capital."""
    first = next((character for character in text if character.isalpha()), "")
    return first.isupper()
