"""The words that hold the sentences of a language together."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from aligncheck.languages.lexicon import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

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


HOMOGRAPHS, KEYWORDS = "homographs", "keywords"


@lru_cache(maxsize=8)
def _classes(language: str) -> Mapping[str, frozenset[str]]:
    lines = (DATA / "closed-class.txt").read_text(encoding="utf-8").splitlines()
    heads = (line.partition(": ") for line in lines if line.startswith(f"{language} "))
    return {head.partition(" ")[2]: frozenset(listed.split()) for head, _, listed in heads}


@lru_cache(maxsize=8)
def closed_class(language: str) -> frozenset[str]:
    """Give the closed-class words of a language; none where they are not listed."""
    listed = (
        words for name, words in _classes(language).items() if name not in {HOMOGRAPHS, KEYWORDS}
    )
    return frozenset().union(*listed)


def homographs(language: str) -> frozenset[str]:
    """Give the closed-class words that are other words in some other language."""
    return _classes(language).get(HOMOGRAPHS, frozenset())


def keywords(language: str) -> frozenset[str]:
    """Give the closed-class words that programs are written with."""
    return _classes(language).get(KEYWORDS, frozenset())


@lru_cache(maxsize=8)
def noun_phrase(language: str) -> frozenset[str]:
    """Give the prepositions that noun phrases hold."""
    return frozenset(dict(NOUN_PHRASE).get(language, "").split())


@lru_cache(maxsize=8)
def in_names(language: str) -> frozenset[str]:
    """Give the closed-class words that names hold."""
    return noun_phrase(language) | frozenset(dict(IN_NAMES).get(language, "").split())
