"""What is measured on a stretch to decide whether it was left untranslated."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.language.evidence import FUNCTION, commonness
from aligncheck.language.quotation import enclosed
from aligncheck.language.stretches import is_initial
from aligncheck.language.tokens import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.language.stretches import Stretch
    from aligncheck.language.tokens import Token

CONTRARY = -1.0
"""Nats below which a word speaks for the document's own language."""
WORDS = frozenset({Shape.LOWER, Shape.CAPITAL, Shape.OTHER})

FEATURES = (
    "one",
    "evidence",
    "strongest",
    "words",
    "function",
    "lower",
    "lower_share",
    "capital_share",
    "unknown_share",
    "opaque_share",
    "contrary_share",
    "quoted",
    "bracketed",
    "whole",
    "whole_lower",
    "label",
    "copied",
    "identical",
    "uncopied",
)


@dataclass(frozen=True, slots=True)
class Counts:
    """Words of a stretch, by what they are."""

    words: int
    function: int
    lower: int
    capital: int
    unknown: int
    opaque: int
    contrary: int


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a stretch stands, and what the counterpart in its language has of it.

    ``whole`` tells that it is all of its segment, ``label`` that this is a heading or the like;
    ``copied`` counts the words that the counterpart has in the same order, None where there is no
    counterpart; ``identical`` tells that the counterpart says the very same.
    """

    whole: bool
    label: bool
    copied: int | None
    identical: bool


def measure(
    text: str, tokens: Sequence[Token], stretch: Stretch, setting: Setting
) -> tuple[float, ...]:
    """Give the features of a stretch in the order of ``FEATURES``."""
    counts = _count(text, tokens, stretch)
    nats = stretch.evidence[stretch.first : stretch.last + 1]
    start, end = tokens[stretch.first].start, tokens[stretch.last].end
    words = max(counts.words, 1)
    size = stretch.last - stretch.first + 1
    lower = math.log1p(counts.lower)
    return (
        1.0,
        math.log1p(max(sum(nats), 0.0)),
        max(nats, default=0.0) / 5,
        math.log1p(counts.words),
        math.log1p(counts.function),
        lower,
        counts.lower / words,
        counts.capital / words,
        counts.unknown / words,
        counts.opaque / size,
        counts.contrary / words,
        float(enclosed(text, start, end, quotes=True)),
        float(enclosed(text, start, end, quotes=False)),
        float(setting.whole),
        lower * setting.whole,
        float(setting.label),
        math.log1p(setting.copied or 0),
        float(setting.identical),
        float(setting.copied is not None and setting.copied == 0),
    )


def _count(text: str, tokens: Sequence[Token], stretch: Stretch) -> Counts:
    places = range(stretch.first, stretch.last + 1)
    evidence = stretch.evidence or (0.0,) * len(tokens)
    words = [at for at in places if tokens[at].shape in WORDS]
    known = {at: commonness(tokens[at], stretch.language) for at in words}
    lower = [at for at in words if tokens[at].shape is Shape.LOWER and known[at]]
    names = (
        at
        for at in words
        if tokens[at].shape is Shape.CAPITAL and not is_initial(text, tokens[at].start)
    )
    return Counts(
        words=len(words),
        function=sum(known[at] >= FUNCTION and evidence[at] >= 0 for at in lower),
        lower=len(lower),
        capital=sum(1 for _ in names),
        unknown=sum(not known[at] for at in words),
        opaque=sum(tokens[at].shape not in WORDS for at in places),
        contrary=sum(evidence[at] < CONTRARY for at in words),
    )
