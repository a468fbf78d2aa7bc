"""The words that hold the sentences of a language together."""

from __future__ import annotations

from functools import lru_cache

from aligncheck.language.lexicon import DATA

IN_NAMES = frozenset(
    {
        ("en", "of and the for in on to a an at by with from or as its"),
        ("sv", "av och den det de för i på till en ett vid med från eller som"),
    }
)
"""The few of them that names of organizations and titles of works hold, too."""


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
def in_names(language: str) -> frozenset[str]:
    """Give the closed-class words that names hold."""
    return frozenset(dict(IN_NAMES).get(language, "").split())
