"""Sentences aligned inside beads, to find what a paragraph leaves out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.pair import align
from aligncheck.alignment.parameters import models
from aligncheck.alignment.sides import length, side
from aligncheck.alignment.tokens import sketches
from aligncheck.alignment.vectors import comparable_to, space
from aligncheck.locales import language
from aligncheck.model import Kind, SentenceBead, Slice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from aligncheck.alignment.pair import Alignment
    from aligncheck.alignment.sides import FloatArray, Side
    from aligncheck.model import Bead, Bitext, Document, Segment

    Embed = Callable[[Sequence[str]], FloatArray]

WORDLESS = frozenset({Kind.CODE, Kind.HEADING, Kind.FRONT_MATTER})
"""Kinds that are not made of sentences."""

SHORTFALL = 0.15
"""By how much (as a logarithm) a target must be shorter than usual to be looked into."""


def sentence_texts(bitexts: Iterable[Bitext]) -> list[str]:
    """Give the sentences that must be embedded to look for omissions inside beads."""
    beads = ((bitext, bead) for bitext in bitexts for bead in _suspects(bitext))
    texts = (
        sentence.text
        for bitext, bead in beads
        for locale, segments in _stretches(bitext, bead)
        for sentence in _slices(segments, locale)
    )
    return list(dict.fromkeys(texts))


def align_sentences(bitexts: Iterable[Bitext], embed: Embed, model: str) -> tuple[Bitext, ...]:
    """Fill ``Bead.sentences`` where the target may leave out a sentence of the source."""
    return tuple(_filled(bitext, embed, model) for bitext in bitexts)


def _filled(bitext: Bitext, embed: Embed, model: str) -> Bitext:
    suspects = {id(bead) for bead in _suspects(bitext)}
    if not suspects:
        return bitext
    beads = tuple(
        replace(bead, sentences=tuple(_aligned(bitext, bead, embed, model)))
        if id(bead) in suspects
        else bead
        for bead in bitext.beads
    )
    return replace(bitext, beads=beads)


def _suspects(bitext: Bitext) -> Iterator[Bead]:
    """Give the beads of running text whose target has fewer sentences or is oddly short."""
    pairs = [bead for bead in bitext.beads if bead.source and bead.target]
    usual = float(np.median([_ratio(bead) for bead in pairs])) if pairs else 0.0
    for bead in pairs:
        if any(s.kind in WORDLESS for s in (*bead.source, *bead.target)):
            continue
        left, right = (_slices(segments, locale) for locale, segments in _stretches(bitext, bead))
        if len(left) > 1 and (len(left) > len(right) or _ratio(bead) - usual > SHORTFALL):
            yield bead


def _stretches(bitext: Bitext, bead: Bead) -> tuple[tuple[str, tuple[Segment, ...]], ...]:
    return (bitext.source.locale, bead.source), (bitext.target.locale, bead.target)


def _ratio(bead: Bead) -> float:
    """Give the logarithm of source length over target length."""
    left, right = (sum(length(s.text) for s in side) for side in (bead.source, bead.target))
    return float(np.log(left / right))


def _slices(segments: Iterable[Segment], locale: str) -> tuple[Slice, ...]:
    return tuple(
        Slice(segment, start, end)
        for segment in segments
        for start, end in _boundaries(segment.text, language(locale))
    )


@cache
def _boundaries(text: str, language_: str) -> tuple[tuple[int, int], ...]:
    """Split a text into sentences; a piece that goes on in lower case belongs to the one before."""
    from sentencex import get_sentence_boundaries  # noqa: PLC0415 - only where there is a suspicion

    found: list[tuple[int, int]] = []
    for boundary in get_sentence_boundaries(language_, text):
        start, end = boundary["start_index"], boundary["end_index"]
        piece = text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if start == end:
            continue
        if found and (text[start].islower() or text[start].isdigit()):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return tuple(found)


def _aligned(bitext: Bitext, bead: Bead, embed: Embed, model: str) -> Iterator[SentenceBead]:
    left, right = (_slices(segments, locale) for locale, segments in _stretches(bitext, bead))
    tokens = sketches([_segment(s) for s in left], [_segment(s) for s in right])
    source = _side(left, tokens[0], bitext.source, embed, model)
    target = _side(right, tokens[1], bitext.target, embed, model)
    yield from _beads(left, right, align(source, target, models()))


def _segment(sentence: Slice) -> Segment:
    return replace(sentence.segment, text=sentence.text, inline=(), runs=())


def _side(
    sentences: Sequence[Slice], tokens: FloatArray, document: Document, embed: Embed, model: str
) -> Side:
    whole = embed([segment.text for segment in document.segments])
    raw = embed([sentence.text for sentence in sentences])
    vectors = comparable_to(whole, raw, document.locale, space(model))
    return side([_segment(sentence) for sentence in sentences], vectors, tokens)


def _beads(
    left: Sequence[Slice], right: Sequence[Slice], alignment: Alignment
) -> Iterator[SentenceBead]:
    for found in alignment.links:
        spans = slice(*found.link.source), slice(*found.link.target)
        yield SentenceBead(tuple(left[spans[0]]), tuple(right[spans[1]]), 0.0, found.confidence)
    for index in alignment.source.alone:
        yield SentenceBead((left[index],), (), 0.0, 0.6)
    for index in alignment.target.alone:
        yield SentenceBead((), (right[index],), 0.0, 0.6)
