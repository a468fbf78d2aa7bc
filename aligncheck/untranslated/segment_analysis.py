"""The one analysis of a segment behind the rules on untranslated text."""

from __future__ import annotations

import json
import math
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from aligncheck.text.quotation import is_enclosed, widen_to_punctuation
from aligncheck.untranslated.contrast import Contrast, are_kin, find_contrast
from aligncheck.untranslated.exemptions import is_exempt
from aligncheck.untranslated.features import FEATURES, SpanSetting, measure_candidate
from aligncheck.untranslated.fixed_lines import is_fixed_line
from aligncheck.untranslated.foreign_span import (
    ForeignSpan,
    LeftoverLevel,
    is_sentence,
    join_spans,
)
from aligncheck.untranslated.run_edges import (
    count_copied_words,
    extend_run,
    fold_words,
    is_neutral,
)
from aligncheck.untranslated.segment_query import tokenize_query
from aligncheck.untranslated.token_runs import TokenRun, find_runs_by_script, find_runs_by_words
from aligncheck.untranslated.verbatim_copies import find_verbatim_copies
from aligncheck.untranslated.word_counts import count_words, find_function_words
from aligncheck.untranslated.word_evidence import weigh_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.text.tokens import Token
    from aligncheck.untranslated.segment_query import SegmentQuery

FITTED = Path(__file__).parent / "fitted"


class SpanCandidate(NamedTuple):
    """A run and its features, before it is judged: what the weights are fitted on.

    ``start`` and ``end`` are offsets in the text, punctuation included; ``whole`` tells that
    nothing outside the run is in the document's own language.
    """

    start: int
    end: int
    run: TokenRun
    contrast: Contrast
    features: tuple[float, ...]
    whole: bool


NEIGHBOURS = ("one", "two", "alone")
_SYMBOL = re.compile(r"[{}\\<>=|_^~$#*+]|- |/")
LEAST_PROBABILITY = 0.5
"""Probability under which a candidate is no finding: below it, by the fit of
training/untranslated_weights.py, it is more likely right as it is."""


@lru_cache(maxsize=4096)
def find_foreign_spans(query: SegmentQuery) -> tuple[ForeignSpan, ...]:
    """Find what is left in another language, in order."""
    judged = ((one, score_candidate(one)) for one in find_candidates(query))
    believed = [_make_span(query, one, sure) for one, sure in judged if sure >= LEAST_PROBABILITY]
    copied = [
        one
        for one in find_verbatim_copies(query)
        if all(one.end <= other.start or other.end <= one.start for other in believed)
    ]
    return join_spans(query.text, sorted([*believed, *copied]))


def find_doubtful_segment(query: SegmentQuery) -> ForeignSpan | None:
    """Give the segment as a span where it may be foreign as a whole, if not by itself."""
    for one in find_candidates(query):
        sure = score_candidate(one)
        if one.whole and sure < LEAST_PROBABILITY:
            return _make_span(query, one, sure)
    return None


def weigh_neighbours(confidence: float, neighbours: int) -> float:
    """Give the probability that a doubtful segment is foreign, one or both neighbours being so."""
    weights = load_span_weights()["neighbours"]
    # A heading that is 0.3 by itself (log-odds -0.85) is 0.88 beside a foreign segment, by the
    # weights as they are fitted today.
    doubt = math.log(confidence / (1 - confidence))
    return _find_probability(weights[min(neighbours, 2) - 1] + weights[2] * doubt)


@lru_cache(maxsize=4096)
def find_candidates(query: SegmentQuery) -> tuple[SpanCandidate, ...]:
    """Give the runs of a segment that may be foreign, with their features, in order."""
    if is_fixed_line(query.text, query.languages):
        return ()
    tokens = tokenize_query(query)
    found: list[SpanCandidate | None] = []
    for foreign in query.foreign:
        contrast = find_contrast(foreign, query.own)
        if contrast:
            search = find_runs_by_words if contrast is Contrast.WORDS else find_runs_by_script
            runs = search(query.text, tokens, foreign, query.own)
            found += [_measure_run(query, tokens, run, contrast) for run in runs]
    return _keep_likeliest([one for one in found if one])


def _is_list_of_another(query: SegmentQuery, tokens: Sequence[Token], run: TokenRun) -> bool:
    """Tell whether a run is no text of its language but a list or name that another one has too.

    File endings ("der, pem, txt") that the English version has, and without a function word of
    English, are not German.
    """
    wording = query.text[tokens[run.first].start : tokens[run.last].end]
    copied = _find_copied(query, wording)
    if not copied or run.language in copied:
        return False
    words = frozenset(fold_words(wording).split())
    return not any(find_function_words(one).closed_class & words for one in copied)


def _find_copied(query: SegmentQuery, wording: str) -> list[str]:
    """Name the foreign languages of the counterparts that have a wording word for word."""
    folded = fold_words(wording)
    copied = {language for language, copy in query.copies if folded in fold_words(copy)}
    return [language for language in query.foreign if language in copied]


def _measure_run(
    query: SegmentQuery, tokens: Sequence[Token], found: TokenRun, contrast: Contrast
) -> SpanCandidate | None:
    """Measure a run; None where it is exempt outright."""
    # The run that is judged may be longer than the one whose words told it. Quotation marks and
    # brackets are looked for about the latter: what was joined to it may stand outside of them.
    copies = [text for language, text in query.copies if language == found.language]
    run = extend_run(query.text, tokens, found, copies)
    start, end = tokens[run.first].start, tokens[run.last].end
    core = tokens[found.first].start, tokens[found.last].end
    setting = SpanSetting(
        whole=_is_whole(tokens, run),
        label=query.label,
        quoted=is_enclosed(query.text, *core, quotes=True),
        bracketed=is_enclosed(query.text, *core, quotes=False),
        symbols=len(_SYMBOL.findall(query.text, start, end)),
        copied=max(
            (count_copied_words(query.text[start:end], copy) for copy in copies), default=None
        ),
        identical=query.text in copies,
    )
    rivals = load_rivals() | frozenset(query.languages)
    counts = count_words(query.text, tokens, run, query.own, rivals)
    listed = contrast is Contrast.LATIN and _is_list_of_another(query, tokens, run)
    if listed and not setting.whole:
        return None
    if is_exempt(counts, setting, contrast, kin=are_kin(run.language, query.own)):
        return None
    nats = run.evidence[run.first : run.last + 1]
    features = measure_candidate(counts, nats, end - start, setting)
    # Of a whole segment the finding covers all, names and numbers at its edges with the rest.
    place = (0, len(query.text)) if setting.whole else widen_to_punctuation(query.text, start, end)
    return SpanCandidate(*place, run, contrast, features, setting.whole)


def _is_whole(tokens: Sequence[Token], run: TokenRun) -> bool:
    """Tell whether nothing outside the run is in the document's own language."""
    outside = (*range(run.first), *range(run.last + 1, len(tokens)))
    return all(is_neutral(tokens[at], run.evidence[at:]) for at in outside)


def _keep_likeliest(found: Sequence[SpanCandidate]) -> tuple[SpanCandidate, ...]:
    """Keep, of candidates in several languages for one place, the likeliest."""
    # In a Chinese version, "a few days" may be a run of English and, less likely, one of Swedish.
    kept: list[SpanCandidate] = []
    for one in sorted(found, key=score_candidate, reverse=True):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


@lru_cache(maxsize=1)
def _read_fitted() -> Mapping[str, Any]:
    parsed: Mapping[str, Any] = json.loads((FITTED / "weights.json").read_text(encoding="utf-8"))
    return parsed


@lru_cache(maxsize=1)
def load_rivals() -> frozenset[str]:
    """Name the languages with a word list that the weights were fitted beside.

    A word that stands alone is weighed against each of them, in whatever run: a model that was
    fitted with two rivals knows how much a word says that neither of them has.
    """
    return frozenset(_read_fitted()["rivals"])


@lru_cache(maxsize=1)
def load_span_weights() -> Mapping[str, tuple[float, ...]]:
    """Read the fitted weights.

    Per contrast, one per feature; for ``neighbours`` the log-odds with one and with two of them,
    and the weight of the log-odds without.
    """
    names = {contrast.value: FEATURES for contrast in Contrast} | {"neighbours": NEIGHBOURS}
    fitted = _read_fitted()
    return {
        mode: tuple(fitted[mode].get(name, 0.0) for name in names[mode])
        for mode in fitted.keys() & names.keys()
    }


def forget_weights() -> None:
    """Have the fitted weights read anew: a fit has written others, or elsewhere."""
    find_foreign_spans.cache_clear()
    find_candidates.cache_clear()
    load_span_weights.cache_clear()
    load_rivals.cache_clear()
    _read_fitted.cache_clear()


def score_candidate(candidate: SpanCandidate) -> float:
    """Give the probability that a candidate was left untranslated."""
    weights = load_span_weights()[candidate.contrast]
    return _find_probability(sum(w * f for w, f in zip(weights, candidate.features, strict=True)))


def _find_probability(log_odds: float) -> float:
    # exp overflows from 710 on; at 30 nothing is left of the difference from 1 (10^-13)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def _make_span(query: SegmentQuery, one: SpanCandidate, sure: float) -> ForeignSpan:
    level = LeftoverLevel.FRAGMENT
    if one.whole:
        level = LeftoverLevel.SEGMENT
    elif is_sentence(query.text, one.start, one.end):
        level = LeftoverLevel.SENTENCE
    return ForeignSpan(one.start, one.end, _name_language(query, one), level, sure)


def _name_language(query: SegmentQuery, one: SpanCandidate) -> str:
    """Name the language of a candidate: of several in Latin letters, the one of its words.

    Where a counterpart has the very wording, its language.
    """
    language = one.run.language
    if one.contrast is Contrast.LATIN:
        copied = _find_copied(query, query.text[one.start : one.end])
        if copied:
            return language if language in copied else copied[0]
        inside = tokenize_query(query)[one.run.first : one.run.last + 1]
        for rival in query.foreign:
            nats = sum(weigh_word(token, rival, language, initial=True) for token in inside)
            if find_contrast(rival, query.own) is Contrast.LATIN and nats > 0:
                language = rival
    return language
