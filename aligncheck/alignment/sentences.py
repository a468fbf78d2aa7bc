"""Sentences aligned inside beads, to find what a paragraph leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment import nulls
from aligncheck.alignment.logistic import probability
from aligncheck.alignment.pair import align
from aligncheck.alignment.parameters import models
from aligncheck.alignment.scale import middle
from aligncheck.alignment.sides import length, side
from aligncheck.alignment.splitting import sentences
from aligncheck.alignment.vectors import comparable_to, space
from aligncheck.model import Kind, SentenceBead, Slice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from aligncheck.alignment.pair import Alignment
    from aligncheck.alignment.sides import FloatArray, Side
    from aligncheck.model import Bead, Bitext, Document, Segment

    Embed = Callable[[Sequence[str]], FloatArray]

OMISSION = (*nulls.NULL, "shortfall", "misfit", "surplus", "alone", "opposite")
"""The features of a source sentence alone: those of any segment; by how much the target is
shorter than usual, and off the usual without the sentence, as logarithms; how many more sentences
the source has; how many of them, and of the target's, are alone."""

WORDLESS = frozenset({Kind.CODE, Kind.HEADING, Kind.FRONT_MATTER})
"""Kinds that are not made of sentences."""

SHORTFALL = 0.15
"""By how much (as a logarithm) a target must be shorter than usual to be looked into."""


def sentence_texts(bitexts: Iterable[Bitext]) -> list[str]:
    """Give the sentences that must be embedded to look for omissions inside beads."""
    beads = ((bitext, bead) for bitext in bitexts for bead in suspects(bitext))
    texts = (
        sentence.text for bitext, bead in beads for part in split(bitext, bead) for sentence in part
    )
    return list(dict.fromkeys(texts))


def align_sentences(bitexts: Iterable[Bitext], embed: Embed, model: str) -> tuple[Bitext, ...]:
    """Fill ``Bead.sentences`` where the target may leave out a sentence of the source."""
    return tuple(_filled(bitext, embed, model) for bitext in bitexts)


def _filled(bitext: Bitext, embed: Embed, model: str) -> Bitext:
    looked_into = {bead.source[0].index for bead in suspects(bitext)}
    if not looked_into:
        return bitext
    usual = _usual(bitext)
    beads = tuple(
        replace(bead, sentences=tuple(_aligned(bitext, bead, usual, embed, model)))
        if bead.source and bead.source[0].index in looked_into
        else bead
        for bead in bitext.beads
    )
    return replace(bitext, beads=beads)


def suspects(bitext: Bitext) -> Iterator[Bead]:
    """Give the beads of running text whose target has fewer sentences or is oddly short."""
    usual = _usual(bitext)
    for bead in _pairs(bitext):
        if any(segment.kind in WORDLESS for segment in (*bead.source, *bead.target)):
            continue
        left, right = split(bitext, bead)
        if len(left) > 1 and (len(left) > len(right) or _ratio(bead) - usual > SHORTFALL):
            yield bead


def _pairs(bitext: Bitext) -> list[Bead]:
    return [bead for bead in bitext.beads if bead.source and bead.target]


def split(bitext: Bitext, bead: Bead) -> tuple[tuple[Slice, ...], tuple[Slice, ...]]:
    """Give the sentences of both sides of a bead."""
    return (
        sentences(bead.source, bitext.source.locale),
        sentences(bead.target, bitext.target.locale),
    )


def _usual(bitext: Bitext) -> float:
    return middle(np.array([_ratio(bead) for bead in _pairs(bitext)]))


def _ratio(bead: Bead) -> float:
    """Give the logarithm of source length over target length."""
    left, right = (sum(length(s.text) for s in side) for side in (bead.source, bead.target))
    return float(np.log(left / right))


def _aligned(
    bitext: Bitext, bead: Bead, usual: float, embed: Embed, model: str
) -> Iterator[SentenceBead]:
    left, right = split(bitext, bead)
    source, target = _sides(bitext, (left, right), embed, model)
    alignment = align(source, target, models())
    omitted = omission_features(alignment, (source, target), usual)
    sure = probability(models().omission.score(OMISSION, omitted))
    unheard = np.zeros(len(alignment.target.alone), dtype=np.float32)
    added = nulls.confidence([*alignment.features[1], unheard], models().null)
    yield from _beads((left, right), alignment, (sure, added))


def examined(
    bitext: Bitext, parts: tuple[Sequence[Slice], Sequence[Slice]], embed: Embed, model: str
) -> tuple[list[int], list[FloatArray]]:
    """Give which source sentences stand alone beside some target ones, and their features."""
    sides = _sides(bitext, parts, embed, model)
    alignment = align(*sides, models())
    features = omission_features(alignment, sides, _usual(bitext))
    return alignment.source.alone.tolist(), features


def _sides(
    bitext: Bitext, parts: tuple[Sequence[Slice], Sequence[Slice]], embed: Embed, model: str
) -> tuple[Side, Side]:
    left, right = parts
    return (
        _side(left, bitext.source, embed, model),
        _side(right, bitext.target, embed, model),
    )


def omission_features(
    alignment: Alignment, sides: tuple[Side, Side], usual: float
) -> list[FloatArray]:
    """Give the features of the source sentences that are alone, in the order of ``OMISSION``."""
    source, target = sides
    alone = alignment.source.alone
    whole, other = source.lengths.sum(), target.lengths.sum()
    rest = np.maximum(whole - source.lengths[alone], 1.0)
    surplus = len(source) - len(target)
    per_bead = [surplus, len(alone), len(alignment.target.alone)]
    return [
        *alignment.features[0],
        np.full(len(alone), np.log(whole / other) - usual, dtype=np.float32),
        np.abs(np.log(rest / other) - usual).astype(np.float32),
        *(np.full(len(alone), count, dtype=np.float32) for count in per_bead),
    ]


def _segment(sentence: Slice) -> Segment:
    return replace(sentence.segment, text=sentence.text, inline=(), runs=())


def _side(parts: Sequence[Slice], document: Document, embed: Embed, model: str) -> Side:
    whole = embed([segment.text for segment in document.segments])
    raw = embed([sentence.text for sentence in parts])
    vectors = comparable_to(whole, raw, document.locale, space(model))
    return side([_segment(sentence) for sentence in parts], vectors)


def _beads(
    parts: tuple[Sequence[Slice], Sequence[Slice]],
    alignment: Alignment,
    sure: tuple[FloatArray, FloatArray],
) -> list[SentenceBead]:
    """Make the sentence beads, in the order of the source, what was added last."""
    left, right = parts
    linked = [
        SentenceBead(
            tuple(left[slice(*found.link.source)]),
            tuple(right[slice(*found.link.target)]),
            found.similarity,
            found.confidence,
        )
        for found in alignment.links
    ]
    omitted = [
        SentenceBead((left[index],), (), 0.0, float(chance))
        for index, chance in zip(alignment.source.alone, sure[0], strict=True)
    ]
    added = [
        SentenceBead((), (right[index],), 0.0, float(chance))
        for index, chance in zip(alignment.target.alone, sure[1], strict=True)
    ]
    return [*sorted([*linked, *omitted], key=_position), *added]


def _position(bead: SentenceBead) -> tuple[int, int]:
    return bead.source[0].segment.index, bead.source[0].start
