"""The words that hold the sentences of a language together."""

from __future__ import annotations

from functools import lru_cache

from aligncheck.language.lexicon import DATA

NOUN_PHRASE = frozenset(
    {
        ("en", "of for in on to by with from as"),
        ("sv", "av för i på till med från om"),
    }
)
"""The prepositions that terms and interface labels are made with."""
IN_NAMES = frozenset(
    {
        ("en", "and the a an at or its"),
        ("sv", "och den det de ett en vid eller som"),
    }
)
"""What names of organizations and titles of works hold besides."""


@lru_cache(maxsize=8)
def closed_class(language: str) -> frozenset[str]:
    """Give the closed-class words of a language; none where they are not listed."""
    words: set[str] = set()
    for line in (DATA / "closed-class.txt").read_text(encoding="utf-8").splitlines():
        head, _, listed = line.partition(":")
        if head.partition(" ")[0] == language:
            words.update(listed.split())
    return frozenset(words)


@lru_cache(maxsize=8)
def noun_phrase(language: str) -> frozenset[str]:
    """Give the prepositions that noun phrases hold."""
    return frozenset(dict(NOUN_PHRASE).get(language, "").split())


@lru_cache(maxsize=8)
def in_names(language: str) -> frozenset[str]:
    """Give the closed-class words that names hold."""
    return noun_phrase(language) | frozenset(dict(IN_NAMES).get(language, "").split())
