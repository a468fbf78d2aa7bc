"""The one analysis of a segment behind the rules on untranslated text."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from aligncheck.language.extent import copied_words, extend
from aligncheck.language.features import FEATURES, Setting, measure
from aligncheck.language.lexicon import DATA
from aligncheck.language.protected import opaque_ranges
from aligncheck.language.quotation import with_punctuation
from aligncheck.language.scripts import scripts_of
from aligncheck.language.stretches import Stretch, by_script, by_words, is_initial
from aligncheck.language.tokens import Shape, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.language.protected import Range
    from aligncheck.language.tokens import Token


class Level(StrEnum):
    """How much of its segment a passage is."""

    SEGMENT = "segment"
    SENTENCE = "sentence"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True)
class Query:
    """A segment's text and what is to be known to judge it.

    ``own`` is the language it should be in and ``foreign`` those it may have been left in;
    ``protected`` are ranges that markup or termbase spare; ``copies`` are the texts of its
    counterparts with their language; ``label`` tells that it is a heading, a cell or the like.
    """

    text: str
    own: str
    foreign: tuple[str, ...]
    protected: tuple[Range, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    label: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """``text[start:end]`` is in ``language``; ``confidence`` is the probability of that."""

    start: int
    end: int
    language: str
    level: Level
    confidence: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch and its features, before it is judged: what the weights are fitted on."""

    start: int
    end: int
    stretch: Stretch
    mode: str
    features: tuple[float, ...]
    whole: bool


LEAST = 0.5
"""Probability under which a candidate is no passage."""


@lru_cache(maxsize=4096)
def find_passages(query: Query) -> tuple[Passage, ...]:
    """Find what is left in another language, in order."""
    judged = [(one, probability(one)) for one in candidates(query)]
    believed = [(one, sure) for one, sure in judged if sure >= LEAST]
    return tuple(_passage(query.text, one, sure) for one, sure in believed)


def candidates(query: Query) -> tuple[Candidate, ...]:
    """Give the stretches of a segment that may be foreign, with their features, in order."""
    opaque = opaque_ranges(query.text, query.protected)
    tokens = tokenize(query.text, opaque)
    found = []
    for foreign in query.foreign:
        mode = "words" if scripts_of(foreign)[0] is scripts_of(query.own)[0] else "script"
        search = by_words if mode == "words" else by_script
        stretches = search(query.text, tokens, foreign, query.own)
        found.extend(_candidate(query, tokens, stretch, mode) for stretch in stretches)
    return _disjoint(found)


def _candidate(query: Query, tokens: Sequence[Token], stretch: Stretch, mode: str) -> Candidate:
    copies = [text for language, text in query.copies if language == stretch.language]
    stretch = extend(query.text, tokens, stretch, copies)
    start, end = tokens[stretch.first].start, tokens[stretch.last].end
    copied = max((copied_words(query.text[start:end], copy) for copy in copies), default=None)
    whole = _is_whole(tokens, stretch)
    identical = query.text in copies
    setting = Setting(whole=whole, label=query.label, copied=copied, identical=identical)
    features = measure(query.text, tokens, stretch, setting)
    if whole:
        start, end = 0, len(query.text)
    else:
        start, end = with_punctuation(query.text, start, end)
    return Candidate(start, end, stretch, mode, features, whole)


def _is_whole(tokens: Sequence[Token], stretch: Stretch) -> bool:
    """Tell whether nothing but numbers and the like stands outside the stretch."""
    outside = (*tokens[: stretch.first], *tokens[stretch.last + 1 :])
    return all(token.shape in {Shape.NUMBER, Shape.OPAQUE, Shape.ACRONYM} for token in outside)


def _disjoint(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Keep, of candidates in several languages for one place, the likeliest."""
    kept: list[Candidate] = []
    for one in sorted(found, key=probability, reverse=True):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, tuple[float, ...]]:
    """Read the fitted weights: per mode, one per feature."""
    fitted = json.loads((DATA / "weights.json").read_text(encoding="utf-8"))
    return {
        mode: tuple(weights.get(name, 0.0) for name in FEATURES) for mode, weights in fitted.items()
    }


def probability(candidate: Candidate) -> float:
    """Give the probability that a candidate was left untranslated."""
    weights = load_weights()[candidate.mode]
    score = sum(w * f for w, f in zip(weights, candidate.features, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def _passage(text: str, one: Candidate, sure: float) -> Passage:
    level = Level.FRAGMENT
    if one.whole:
        level = Level.SEGMENT
    elif is_sentence(text, one.start, one.end):
        level = Level.SENTENCE
    return Passage(one.start, one.end, one.stretch.language, level, sure)


def is_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch starts where a sentence starts and ends where one ends."""
    ends = text[start:end].rstrip("\"'”’»)]")[-1:] in {".", "!", "?", "…"} or end == len(text)
    return ends and is_initial(text, start)
