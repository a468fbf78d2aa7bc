"""The words that hold the sentences of a language together."""

from __future__ import annotations

from aligncheck.languages import find_language


def closed_class(language: str) -> frozenset[str]:
    """Give the closed-class words of a language; none where it has no file."""
    known = find_language(language)
    return known.words.closed_class if known else frozenset()


def homographs(language: str) -> frozenset[str]:
    """Give the closed-class words that are other words in some other language."""
    known = find_language(language)
    return known.words.homographs if known else frozenset()


def keywords(language: str) -> frozenset[str]:
    """Give the closed-class words that programs are written with."""
    known = find_language(language)
    return known.words.keywords if known else frozenset()


def noun_phrase(language: str) -> frozenset[str]:
    """Give the prepositions that noun phrases hold."""
    known = find_language(language)
    return known.words.in_noun_phrases if known else frozenset()


def in_names(language: str) -> frozenset[str]:
    """Give the closed-class words that names hold."""
    known = find_language(language)
    return known.words.names_hold if known else frozenset()
