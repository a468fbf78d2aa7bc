"""Names and acronyms that a careless translation takes for the words they look like."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from aligncheck.languages import find_language
from aligncheck.text.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Mapping


def find_mistaken_name(name: str, locale: str, text: str) -> tuple[int, int] | None:
    """Find, in a text of a locale, a word that a name is taken for: start and end, or None.

    Nothing is found in a language whose file lists no such words.
    """
    language = find_language(locale)
    words = _mistaken_words(locale).get(name, ())
    unparted = language is not None and language.scripts[0] is Script.HAN
    edge = "" if unparted else r"\b"
    for word in words:
        found = re.search(f"{edge}{re.escape(word)}{edge}", text, re.IGNORECASE)
        if found:
            return found.span()
    return None


@cache
def _mistaken_words(locale: str) -> Mapping[str, tuple[str, ...]]:
    language = find_language(locale)
    mistaken = language.names.mistaken if language else {}
    return {name: tuple(words.split()) for name, words in mistaken.items()}


def list_acronyms(locale: str) -> list[str]:
    """List the acronyms that may be mistaken for words of the language of a locale."""
    return sorted(name for name in _mistaken_words(locale) if name.isupper())


def has_acronym_as_word(name: str, text: str, locale: str) -> bool:
    """Tell whether a text of a locale has, beside an acronym, the word that it looks like.

    That is the acronym in lower case ("who"), or what the language's file lists ("us", "our").
    """
    language = find_language(locale)
    listed = language.names.acronyms.get(name, "").split() if language else []
    words = "|".join(listed or [re.escape(name.lower())])
    return re.search(rf"\b(?:{words})\b", text.replace(name, ""), re.IGNORECASE) is not None
