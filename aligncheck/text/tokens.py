"""Cuts text into what evidence is weighed on: words, runs of other scripts, and what is opaque."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.text.scripts import Script, script_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.text.protected_spans import Range

LEAST_ACRONYM = 2
"""Capital letters of an acronym: chosen, as one alone is an initial or a variable."""
_WORD = r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?:['’‑-][A-Za-zÀ-ÖØ-öø-ɏ]+)*"
_TOKEN = re.compile(
    rf"(?P<word>{_WORD}(?::[a-zß-öø-ÿ]{{1,4}}\b)?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<other>[^\W\d_A-Za-zÀ-ÖØ-öø-ɏ]+)"
)


class Shape(StrEnum):
    """How a token is written."""

    LOWER = "lower"
    CAPITAL = "capital"
    ACRONYM = "acronym"
    NUMBER = "number"
    OPAQUE = "opaque"
    OTHER = "other"
    """Written in a script other than Latin."""


class Token(NamedTuple):
    """``text[start:end]`` of the analysed text; ``script`` is that of its first character."""

    text: str
    start: int
    end: int
    shape: Shape
    script: Script


def tokenize_text(
    text: str, opaque: Sequence[Range], one_letter_words: frozenset[str] = frozenset()
) -> tuple[Token, ...]:
    """Cut text into tokens, in order; each opaque range is one token, whatever it holds.

    Of an opaque token in Latin letters the script tells nothing: code is written in them.
    ``one_letter_words`` are the single letters that are words; others are variables.
    """
    tokens: list[Token] = []
    at = 0
    for start, end in opaque:
        tokens.extend(_cut_words(text, at, start, one_letter_words))
        script = script_of(text[start])
        script = Script.OTHER if script is Script.LATIN else script
        tokens.append(Token(text[start:end], start, end, Shape.OPAQUE, script))
        at = end
    tokens.extend(_cut_words(text, at, len(text), one_letter_words))
    return tuple(tokens)


def _cut_words(
    text: str, start: int, end: int, one_letter_words: frozenset[str]
) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        if match.lastgroup == "other":
            yield from _cut_by_script(word, match.start())
        else:
            shape = (
                Shape.NUMBER if match.lastgroup == "number" else _find_shape(word, one_letter_words)
            )
            script = Script.OTHER if shape is Shape.NUMBER else Script.LATIN
            yield Token(word, match.start(), match.end(), shape, script)


def _cut_by_script(word: str, offset: int) -> Iterator[Token]:
    """Part a run of letters where its script changes."""
    first = 0
    for at in range(1, len(word) + 1):
        if at == len(word) or script_of(word[at]) is not script_of(word[first]):
            script = script_of(word[first])
            yield Token(word[first:at], offset + first, offset + at, Shape.OTHER, script)
            first = at


def _find_shape(word: str, one_letter_words: frozenset[str]) -> Shape:
    letters = word.partition(":")[0]
    if len(letters) == 1 and letters not in one_letter_words:
        return Shape.OPAQUE
    if letters.islower():
        return Shape.LOWER
    if letters.isupper() and len(letters) >= LEAST_ACRONYM:
        return Shape.ACRONYM
    if letters[1:].islower() or letters.istitle() or len(letters) == 1:
        return Shape.CAPITAL
    return Shape.CAPITAL if re.search(r"['’‑-]", letters) else Shape.OPAQUE
