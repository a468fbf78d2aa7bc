"""The one analysis of a segment behind the rules on untranslated text."""

from __future__ import annotations

import json
import math
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.languages.loans import loan_ranges
from aligncheck.text.protected_spans import opaque_ranges
from aligncheck.text.quotation import enclosed, with_punctuation
from aligncheck.text.tokens import tokenize
from aligncheck.untranslated.counts import count
from aligncheck.untranslated.extent import copied_words, extend, is_neutral
from aligncheck.untranslated.features import FEATURES, Setting, measure
from aligncheck.untranslated.joining import joined
from aligncheck.untranslated.modes import Mode, mode_of
from aligncheck.untranslated.passage import Level, Passage, is_sentence
from aligncheck.untranslated.references import is_credit, is_language_switcher, is_reference
from aligncheck.untranslated.sparing import is_spared
from aligncheck.untranslated.stretches import Stretch, by_script, by_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.text.protected_spans import Range
    from aligncheck.text.tokens import Token

FITTED = Path(__file__).parent / "fitted"


class Query(NamedTuple):
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


class Candidate(NamedTuple):
    """A stretch and its features, before it is judged: what the weights are fitted on."""

    start: int
    end: int
    stretch: Stretch
    mode: Mode
    features: tuple[float, ...]
    whole: bool


NEIGHBOURS = ("one", "two", "alone")
_SYMBOL = re.compile(r"[{}\\<>=|_^~$#*+]|- |/")
LEAST = 0.5
"""Probability under which a candidate is no passage."""


@lru_cache(maxsize=4096)
def find_passages(query: Query) -> tuple[Passage, ...]:
    """Find what is left in another language, in order."""
    judged = ((one, probability(one)) for one in candidates(query))
    believed = [_passage(query.text, one, sure) for one, sure in judged if sure >= LEAST]
    return joined(query.text, believed)


def doubtful_segment(query: Query) -> Passage | None:
    """Give the segment as a passage where it may be foreign as a whole, if not by itself."""
    for one in candidates(query):
        sure = probability(one)
        if one.whole and sure < LEAST:
            return _passage(query.text, one, sure)
    return None


def reconsider(confidence: float, neighbours: int) -> float:
    """Give the probability that a doubtful segment is foreign, one or both neighbours being so."""
    weights = load_weights()["neighbours"]
    doubt = math.log(confidence / (1 - confidence))
    return logistic(weights[min(neighbours, 2) - 1] + weights[2] * doubt)


@lru_cache(maxsize=4096)
def candidates(query: Query) -> tuple[Candidate, ...]:
    """Give the stretches of a segment that may be foreign, with their features, in order."""
    if is_reference(query.text) or is_language_switcher(query.text) or is_credit(query.text):
        return ()
    tokens = tokens_of(query)
    found: list[Candidate | None] = []
    for foreign in query.foreign:
        mode = mode_of(foreign, query.own)
        search = by_words if mode is Mode.WORDS else by_script
        stretches = search(query.text, tokens, foreign, query.own)
        found += [_candidate(query, tokens, stretch, mode) for stretch in stretches]
    return _disjoint([one for one in found if one])


@lru_cache(maxsize=4096)
def tokens_of(query: Query) -> tuple[Token, ...]:
    """Cut a segment into tokens; what markup, termbase and loan words spare is opaque."""
    loans = loan_ranges(query.text, query.own)
    return tokenize(query.text, opaque_ranges(query.text, (*query.protected, *loans)))


def _candidate(
    query: Query, tokens: Sequence[Token], found: Stretch, mode: Mode
) -> Candidate | None:
    """Measure a stretch; None where it is spared outright."""
    copies = [text for language, text in query.copies if language == found.language]
    stretch = extend(query.text, tokens, found, copies)
    start, end = tokens[stretch.first].start, tokens[stretch.last].end
    core = tokens[found.first].start, tokens[found.last].end
    setting = Setting(
        whole=_is_whole(tokens, stretch),
        label=query.label,
        quoted=enclosed(query.text, *core, quotes=True),
        bracketed=enclosed(query.text, *core, quotes=False),
        symbols=len(_SYMBOL.findall(query.text, start, end)),
        copied=max((copied_words(query.text[start:end], copy) for copy in copies), default=None),
        identical=query.text in copies,
    )
    counts = count(query.text, tokens, stretch, query.own)
    if is_spared(counts, setting, mode):
        return None
    nats = stretch.evidence[stretch.first : stretch.last + 1]
    features = measure(counts, nats, end - start, setting)
    place = (0, len(query.text)) if setting.whole else with_punctuation(query.text, start, end)
    return Candidate(*place, stretch, mode, features, setting.whole)


def _is_whole(tokens: Sequence[Token], stretch: Stretch) -> bool:
    """Tell whether nothing outside the stretch is in the document's own language."""
    outside = (*range(stretch.first), *range(stretch.last + 1, len(tokens)))
    return all(is_neutral(tokens[at], stretch.evidence[at:]) for at in outside)


def _disjoint(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Keep, of candidates in several languages for one place, the likeliest."""
    kept: list[Candidate] = []
    for one in sorted(found, key=probability, reverse=True):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, tuple[float, ...]]:
    """Read the fitted weights.

    Per mode, one per feature; for ``neighbours`` the log-odds with one and with two of them, and
    the weight of the log-odds without.
    """
    fitted = json.loads((FITTED / "weights.json").read_text(encoding="utf-8"))
    names = {"neighbours": NEIGHBOURS}
    return {
        mode: tuple(weights.get(name, 0.0) for name in names.get(mode, FEATURES))
        for mode, weights in fitted.items()
    }


def probability(candidate: Candidate) -> float:
    """Give the probability that a candidate was left untranslated."""
    weights = load_weights()[candidate.mode]
    return logistic(sum(w * f for w, f in zip(weights, candidate.features, strict=True)))


def logistic(score: float) -> float:
    """Turn log-odds into a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def _passage(text: str, one: Candidate, sure: float) -> Passage:
    level = Level.FRAGMENT
    if one.whole:
        level = Level.SEGMENT
    elif is_sentence(text, one.start, one.end):
        level = Level.SENTENCE
    return Passage(one.start, one.end, one.stretch.language, level, sure)
