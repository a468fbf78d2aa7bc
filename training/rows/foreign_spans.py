"""Examples of stretches that are, or are not, left untranslated: what the weights are fitted on."""

from __future__ import annotations

import math
import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.engine.language_queries import find_language_queries
from aligncheck.model import Kind
from aligncheck.text.protected_spans import find_opaque_ranges
from aligncheck.text.tokens import Shape, tokenize_text
from aligncheck.untranslated.contrast import Contrast, find_contrast
from aligncheck.untranslated.segment_analysis import (
    LEAST_PROBABILITY,
    find_candidates,
    score_candidate,
)
from aligncheck.untranslated.segment_query import SegmentQuery, find_one_letter_words
from aligncheck.untranslated.word_evidence import weigh_word
from benchmarks.cases.blocks import documents, overlap, read_cases, read_reviewed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from aligncheck.engine.context import Context
    from aligncheck.model import Document
    from aligncheck.text.tokens import Token
    from benchmarks.cases.blocks import Case

_LENGTHS = (1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 12)
"""Words of what is planted."""
_PLANTED = 4
"""How often wording is planted per article and pair of languages."""
_SEED = 20261122
_MOST = 0.5
"""The overlap from which a candidate is the gold stretch."""
_PART = 0.3
"""The same of one that lies inside the gold stretch."""
_COIN = 0.5
_LABEL_WORDS = 3
"""Words of a label. In published text one that stands alone in another language is no finding:
interfaces keep theirs, and a needless finding costs more than a missed label."""
_SHORTEST = 4
"""Tokens of a text that anything is planted in."""
_LANGUAGES = ("en", "sv", "zh")
_LETTERS = find_one_letter_words(_LANGUAGES)
_COMMON = 4.0
"""How much an example of text as it was published counts: what is planted is rare in life."""
_OWN = 4.0
"""How much an example of our own corpus counts."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate and the truth about it; ``kind`` says where the example comes from."""

    contrast: str
    features: tuple[float, ...]
    label: bool
    source: str
    kind: str
    text: str
    weight: float = 1.0


def examples(cases: Path, corpus: Path) -> Iterator[Example]:
    """Give all examples, the same in every run."""
    chance = random.Random(_SEED)  # noqa: S311 - no secret
    for suite in ("clean", "fault", "multi", "natural"):
        for case in read_cases(cases / f"{suite}.jsonl"):
            yield from _labelled(case, suite, read_reviewed())
            if suite == "clean":
                yield from _planted(case, chance)
    yield from _of_corpus(corpus)


def _labelled(
    case: Case, suite: str, reviewed: frozenset[tuple[str, str, str]]
) -> Iterator[Example]:
    """Give the candidates of a case by its gold labels; of faulty copies only the faulty blocks."""
    versions, context = documents(case)
    for document in versions:
        lang = document.locale
        queries = {one.index: query for one, query in find_language_queries(document, context)}
        for segment, block in zip(document.segments, case.blocks[lang], strict=True):
            gold = [g for g in case.gold if (g.lang, g.block) == (lang, block["id"])]
            known = bool(gold) or suite in {"clean", "natural"}
            doubtful = (lang, block["id"]) in case.ungraded
            if len(segment.text.split()) > _LABEL_WORDS:
                doubtful |= (case.doc, lang, block["id"]) in reviewed
            asked = queries.get(segment.index)
            if not known or (doubtful and not gold) or asked is None:
                continue
            ranges = [(g.start, g.end) for g in gold]
            kind = gold[0].scope if gold else suite
            yield from _judged(asked, ranges, case.source, kind, _COMMON if not gold else 1.0)


def _judged(
    asked: SegmentQuery,
    gold: Sequence[tuple[int, int]],
    source: str,
    kind: str,
    weight: float = 1.0,
) -> Iterator[Example]:
    """Label the candidates of a segment; one that only touches the gold is no example."""
    for one in find_candidates(asked):
        shares = [overlap((one.start, one.end), place) for place in gold]
        inside = any(start <= one.start and one.end <= end for start, end in gold)
        label = max(shares, default=0.0) > (_PART if inside else _MOST)
        if label or max(shares, default=0.0) == 0.0:
            text = asked.text[one.start : one.end]
            yield Example(one.contrast, one.features, label, source, kind, text, weight)


def _planted(case: Case, chance: random.Random) -> Iterator[Example]:
    """Plant wording of one version in its counterpart in another."""
    versions, context = documents(case)
    for document in versions:
        queries = {one.index: query for one, query in find_language_queries(document, context)}
        for foreign in next(iter(queries.values())).foreign if queries else ():
            pairs = [
                (segment, other)
                for segment in document.segments
                for locale, other in context.counterparts.get((document.path, segment.index), ())
                if locale == foreign and Kind.CODE not in {segment.kind, other.kind}
                if segment.index in queries
            ]
            for segment, other in chance.sample(pairs, min(_PLANTED, len(pairs))):
                copies = ((foreign, other.text),) if chance.random() < _COIN else ()
                asked = queries[segment.index]._replace(
                    foreign=(foreign,), copies=copies, protected=()
                )
                yield from _plant(asked, other.text, foreign, case.source, chance)


def _plant(
    asked: SegmentQuery, wording: str, foreign: str, source: str, chance: random.Random
) -> Iterator[Example]:
    """Put a few words into a text where a word stood, and judge the outcome."""
    clip = _clip(wording, foreign, asked.own, chance)
    spots = [
        t
        for t in tokenize_text(asked.text, find_opaque_ranges(asked.text, ()), _LETTERS)
        if t.shape is not Shape.OPAQUE
    ]
    if not clip or len(spots) < _SHORTEST:
        return
    spot = chance.choice(spots)
    before, after = asked.text[: spot.start], asked.text[spot.end :]
    left = "" if not before or before[-1].isspace() else " " * (chance.random() < _COIN)
    right = "" if not after or not after[0].isalpha() else " "
    if asked.own != "zh":
        left = "" if not before or not before[-1].isalnum() else " "
    start = len(before) + len(left)
    planted = asked._replace(text=f"{before}{left}{clip}{right}{after}")
    gold = [(start, start + len(clip))]
    kind = "planted-1" if " " not in clip else "planted"
    yield from (one for one in _judged(planted, gold, source, kind) if one.label)


def _clip(wording: str, foreign: str, own: str, chance: random.Random) -> str:
    """Cut some words out of a text, no name or code alone; empty where that fails."""
    length = chance.choice(_LENGTHS)
    if find_contrast(foreign, own) is Contrast.OTHER:
        runs = re.findall(r"[一-鿿]{2,}", wording)
        return chance.choice(runs)[: max(2, length * 2)] if runs else ""
    tokens = tokenize_text(wording, find_opaque_ranges(wording, ()), _LETTERS)
    for _ in range(10):
        first = chance.randrange(max(1, len(tokens) - length + 1))
        chosen = tokens[first : first + length]
        if _is_plain(wording, chosen, foreign, own):
            return wording[chosen[0].start : chosen[-1].end]
    return ""


def _is_plain(wording: str, chosen: Sequence[Token], foreign: str, own: str) -> bool:
    if not chosen or any(t.shape in {Shape.OPAQUE, Shape.OTHER} for t in chosen):
        return False
    if re.search(r"[.!?:`|]", wording[chosen[0].start : chosen[-1].end]):
        return False
    nats = [weigh_word(t, foreign, own, initial=False) for t in chosen if t.shape is Shape.LOWER]
    return max(nats, default=0.0) > (3.0 if len(chosen) == 1 else 1.5)


def beside_foreign(cases: Path) -> Iterator[tuple[str, int, float, bool]]:
    """Give the doubtful segments beside foreign ones.

    Per segment its source, the number of foreign neighbours, its log-odds by itself, the truth.
    """
    for suite in ("fault", "multi", "natural"):
        for case in read_cases(cases / f"{suite}.jsonl"):
            versions, context = documents(case)
            for document in versions:
                yield from _doubtful(case, document, context)


def _doubtful(
    case: Case, document: Document, context: Context
) -> Iterator[tuple[str, int, float, bool]]:
    lang = document.locale
    gold = {
        g.block for g in case.gold if g.lang == lang and g.scope not in {"sentence", "fragment"}
    }
    spared = {block for other, block in case.ungraded if other == lang}
    queries = {one.index: query for one, query in find_language_queries(document, context)}
    rows = []
    for segment, block in zip(document.segments, case.blocks[lang], strict=True):
        if segment.index in queries and gold:
            found = find_candidates(queries[segment.index])
            sure = max((score_candidate(one) for one in found if one.whole), default=0.0)
            rows.append((sure, block["id"]))
    for at, (sure, block) in enumerate(rows):
        beside = [rows[n][0] >= LEAST_PROBABILITY for n in (at - 1, at + 1) if 0 <= n < len(rows)]
        if 0 < sure < LEAST_PROBABILITY and any(beside) and (block in gold or block not in spared):
            yield case.source, sum(beside), math.log(sure / (1 - sure)), block in gold


def _of_corpus(corpus: Path) -> Iterator[Example]:
    for name in ("spared", "found"):
        for locale, text, marks in _read_corpus(corpus / f"{name}.txt"):
            foreign = tuple(one for one in _LANGUAGES if one != locale)
            code = tuple(match.span() for match in re.finditer(r"`[^`]*`", text))
            copied = tuple((one, text) for one in foreign)
            for copies in ((), copied) if name == "spared" else ((),):
                asked = SegmentQuery(text, locale, foreign, code, copies)
                yield from _judged(asked, marks, "own", name, _OWN)


def _read_corpus(path: Path) -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
    """Read a table of texts: locale, text, and the ranges that stood in ⟦brackets⟧."""
    for line in path.read_text(encoding="utf-8").splitlines():
        locale, bar, marked = line.partition(" | ")
        if bar and not line.startswith("#"):
            parts = re.split(r"[⟦⟧]", marked)
            ends = [len("".join(parts[: at + 1])) for at in range(len(parts))]
            marks = [(ends[at - 1], ends[at]) for at in range(1, len(parts), 2)]
            yield locale, "".join(parts), marks
