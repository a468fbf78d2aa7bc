"""Sentences aligned inside beads, to find what a paragraph leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from aligncheck.alignment.fitted_models import models
from aligncheck.alignment.logistic_model import probability
from aligncheck.alignment.segments.compare.embedded_version import Embedded
from aligncheck.alignment.segments.compare.link_features import SMOOTH, Scale
from aligncheck.alignment.segments.compare.segment_table import length
from aligncheck.alignment.segments.search.candidate_pairs import middle, shrunk
from aligncheck.alignment.sentences.omitted_sentences import SURE, Sentences, omission_chances
from aligncheck.alignment.sentences.partial_translations import (
    REMAINDER,
    TOGETHER,
    WORDLESS,
    added,
    coverage,
    neighbours,
    reunited,
    taking_in,
)
from aligncheck.alignment.splitting.sentence_splitting import clauses, sentences
from aligncheck.alignment.vector_space import space
from aligncheck.locales import language
from aligncheck.model import SentenceBead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from aligncheck.alignment.segments.compare.segment_table import FloatArray
    from aligncheck.model import Bead, Bitext, Segment, Slice

    Embed = Callable[[Sequence[str]], FloatArray]
    Parts = tuple[tuple[Slice, ...], tuple[Slice, ...]]

SHORTFALL = 0.15
"""By how much (as a logarithm) a target must be shorter than usual to be looked into."""

NEARBY = 2
"""How many beads before and behind a paragraph may say what it lacks."""


def sentence_texts(bitexts: Iterable[Bitext]) -> list[str]:
    """Give the sentences that must be embedded to look for omissions inside beads."""
    texts = (
        sentence.text
        for bitext in bitexts
        for bead in (*remainders(bitext), *suspects(bitext))
        for part in split(bitext, bead)
        for sentence in part
    )
    return list(dict.fromkeys(texts))


def align_sentences(bitexts: Iterable[Bitext], embed: Embed, model: str) -> tuple[Bitext, ...]:
    """Fill ``Bead.sentences`` where the target may leave out a sentence of the source.

    Where the aligner took what is left of a paragraph for another one, the two are made a bead.
    """
    return tuple(_filled(_whole(bitext, embed, model), embed, model) for bitext in bitexts)


def remainders(bitext: Bitext) -> Iterator[Bead]:
    """Give the beads that there could be of segments that are alone, one with fewer sentences."""
    for pair in neighbours(bitext):
        left, right = split(bitext, pair)
        if len(left) > len(right) > 0:
            yield pair


def suspects(bitext: Bitext) -> Iterator[Bead]:
    """Give the beads of running text whose target has fewer sentences or is oddly short."""
    usual = usual_scale(bitext).ratio
    for bead in _linked(bitext):
        if any(segment.kind in WORDLESS for segment in (*bead.source, *bead.target)):
            continue
        left, right = split(bitext, bead)
        short = len(left) > len(right) or _ratio(bead) - usual > SHORTFALL
        if len(left) > 1 and right and short:
            yield bead


def split(bitext: Bitext, bead: Bead) -> Parts:
    """Give the sentences of both sides of a bead."""
    return (
        sentences(bead.source, bitext.source.locale),
        sentences(bead.target, bitext.target.locale),
    )


def usual_scale(bitext: Bitext) -> Scale:
    """Tell what is usual between two versions, from their beads."""
    beads = _linked(bitext)
    ratio = middle(np.array([_ratio(bead) for bead in beads]))
    return shrunk(middle(np.array([bead.similarity for bead in beads])), ratio, len(beads))


def _linked(bitext: Bitext) -> list[Bead]:
    return [bead for bead in bitext.beads if bead.source and bead.target]


def _ratio(bead: Bead) -> float:
    """Give the logarithm of source length over target length."""
    left, right = (sum(length(s.text) for s in side) for side in (bead.source, bead.target))
    return float(np.log((left + SMOOTH) / (right + SMOOTH)))


class Measure(NamedTuple):
    """What turns the sentences of two versions into numbers, and what is usual between them."""

    bitext: Bitext
    source: Embedded
    target: Embedded
    scale: Scale

    @classmethod
    def of(cls, bitext: Bitext, embed: Embed, model: str) -> Measure:
        """Embed both versions once, whatever is asked of them later."""
        ours, theirs = (
            Embedded(document, embed, space(model)) for document in (bitext.source, bitext.target)
        )
        return cls(bitext, ours, theirs, usual_scale(bitext))

    def sides(self, parts: Parts) -> tuple[Sentences, Sentences]:
        """Give the vectors and lengths of some sentences of both versions."""
        source, target = ([sentence.text for sentence in part] for part in parts)
        return (
            Sentences(self.source.vectors(source), _lengths(source)),
            Sentences(self.target.vectors(target), _lengths(target)),
        )

    def clauses(self, part: Sequence[Slice]) -> FloatArray:
        """Give the vectors of the clauses of target sentences that have more than one."""
        tongue = language(self.bitext.target.locale)
        texts = [text for sentence in part for text in clauses(sentence.text, tongue)]
        return self.target.vectors(texts)

    def coverage(self, parts: Parts) -> float:
        """Tell how well target sentences are found among source sentences."""
        return coverage(*self.sides(parts), self.scale.similarity)


def _lengths(texts: Iterable[str]) -> FloatArray:
    return np.array([length(text) for text in texts], dtype=np.float32)


def _whole(bitext: Bitext, embed: Embed, model: str) -> Bitext:
    """Bring remainders together with what they are left of."""
    pairs = list(remainders(bitext))
    if not pairs:
        return bitext
    measure = Measure.of(bitext, embed, model)
    chances = _together(measure, [split(bitext, pair) for pair in pairs])
    return reunited(
        bitext,
        [replace(pair, confidence=chance) for pair, chance in zip(pairs, chances, strict=True)],
    )


def _filled(bitext: Bitext, embed: Embed, model: str) -> Bitext:
    looked_into = {bead.source[0].index for bead in suspects(bitext)}
    if not looked_into:
        return bitext
    measure = Measure.of(bitext, embed, model)
    alone, every = added(bitext), bitext.beads
    beads = (
        _settled(
            measure, bead, alone, (*every[max(0, at - NEARBY) : at], *every[at + 1 :][:NEARBY])
        )
        if bead.source and bead.source[0].index in looked_into
        else bead
        for at, bead in enumerate(every)
    )
    return taking_in(bitext, beads)


def _settled(
    measure: Measure, bead: Bead, alone: Mapping[int, Segment], nearby: Sequence[Bead]
) -> Bead:
    """Fill a bead's sentences; a segment beside it that says what seems missing is taken in.

    What a bead nearby says is not missing: a paragraph may end elsewhere in a translation.
    """
    filled = replace(bead, sentences=_aligned(measure, bead, nearby))
    missing = tuple(link.source[0] for link in filled.sentences if not link.target)
    for near in (bead.target[0].index - 1, bead.target[-1].index + 1):
        if missing and near in alone and _says(measure, alone[near], missing):
            target = sorted((*bead.target, alone[near]), key=lambda segment: segment.index)
            larger = replace(bead, target=tuple(target))
            return replace(larger, sentences=_aligned(measure, larger, nearby))
    return filled


def _says(measure: Measure, segment: Segment, missing: tuple[Slice, ...]) -> bool:
    """Tell whether a target segment surely says some source sentences."""
    said = sentences([segment], measure.bitext.target.locale)
    return bool(said) and _together(measure, [(missing, said)])[0] >= TOGETHER


def _together(measure: Measure, pairs: Sequence[Parts]) -> list[float]:
    """Give the probability that the target sentences of each pair are among the source ones."""
    covered = np.array([measure.coverage(parts) for parts in pairs], dtype=np.float32)
    chances: list[float] = probability(models().remainder.score(REMAINDER, [covered])).tolist()
    return chances


def _elsewhere(measure: Measure, sentence: Slice, nearby: Sequence[Bead]) -> bool:
    """Tell whether a translated sentence nearby says it better than what is said there.

    That is: suits it better than any source sentence of its own bead.
    """
    for bead in nearby:
        left, right = split(measure.bitext, bead)
        if not (left and right):
            continue
        source, target = measure.sides(((sentence, *left), right))
        similarity = source.vectors @ target.vectors.T / measure.scale.similarity
        own = similarity[1:].max(axis=0)
        sure = probability(models().remainder.score(REMAINDER, [similarity[0]])) >= TOGETHER
        if (sure & (similarity[0] > own)).any():
            return True
    return False


def _aligned(measure: Measure, bead: Bead, nearby: Sequence[Bead]) -> tuple[SentenceBead, ...]:
    parts = split(measure.bitext, bead)
    source, target = measure.sides(parts)
    chances = omission_chances(
        source, target, lambda: measure.clauses(parts[1]), measure.scale, models().omission
    )
    for place in np.flatnonzero(chances >= SURE).tolist():
        if _elsewhere(measure, parts[0][place], nearby):
            chances[place] = 0.0
    return _beads(parts, source.vectors @ target.vectors.T, chances)


def _beads(parts: Parts, similarity: FloatArray, chances: FloatArray) -> tuple[SentenceBead, ...]:
    """Make a bead of each source sentence, with the target sentence that suits it best if any."""
    left, right = parts
    best = similarity.argmax(axis=1).tolist()
    return tuple(
        SentenceBead((sentence,), (), 0.0, chance)
        if chance >= SURE
        else SentenceBead((sentence,), (right[other],), float(row[other]), 1.0 - chance)
        for sentence, row, other, chance in zip(
            left, similarity, best, chances.tolist(), strict=True
        )
    )
