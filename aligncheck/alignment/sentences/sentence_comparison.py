"""The sentences of two versions as numbers, and what is usual between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.segments.compare.pair_scale import (
    PairScale,
    estimate_scale,
    take_log_ratios,
)
from aligncheck.alignment.segments.compare.text_length import measure_length, measure_lengths
from aligncheck.alignment.sentences.omitted_sentences import SentenceSide
from aligncheck.alignment.sentences.partial_translations import measure_coverage
from aligncheck.alignment.splitting.sentence_splitting import split_clauses, split_sentences
from aligncheck.locales import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.segments.article_alignment import EmbeddedBitext
    from aligncheck.alignment.text_vectors import TextVectors
    from aligncheck.model import Bead, Bitext, Slice

    SentenceParts = tuple[tuple[Slice, ...], tuple[Slice, ...]]


def split_bead(bitext: Bitext, bead: Bead) -> SentenceParts:
    """Give the sentences of both sides of a bead."""
    return (
        split_sentences(bead.source, bitext.source.locale),
        split_sentences(bead.target, bitext.target.locale),
    )


def list_texts(parts: Iterable[Sequence[Slice]]) -> list[str]:
    """Give the texts of some sentences."""
    return [sentence.text for part in parts for sentence in part]


def list_clauses(part: Iterable[Slice], locale: str) -> list[str]:
    """Give the clauses of those sentences that have more than one."""
    tongue = language(locale)
    return [text for sentence in part for text in split_clauses(sentence.text, tongue)]


def scale_bitext(bitext: Bitext) -> PairScale:
    """Tell what is usual between two versions, from their beads."""
    beads = [bead for bead in bitext.beads if bead.source and bead.target]
    ratios = np.array([take_bead_ratio(bead) for bead in beads])
    return estimate_scale(np.array([bead.similarity for bead in beads]), ratios)


def take_bead_ratio(bead: Bead) -> float:
    """Give the natural logarithm of source length over target length."""
    source, target = (
        np.array(sum(measure_length(segment.text) for segment in side))
        for side in (bead.source, bead.target)
    )
    return float(take_log_ratios(source, target))


@dataclass(frozen=True, slots=True)
class SentenceComparison:
    """What turns the sentences of two versions into numbers, and what is usual between them."""

    embedded: EmbeddedBitext
    scale: PairScale
    vectors: TextVectors

    def embed_sides(self, parts: SentenceParts) -> tuple[SentenceSide, SentenceSide]:
        """Give the vectors and lengths of some sentences of both versions."""
        source, target = (list_texts([part]) for part in parts)
        return (
            SentenceSide(
                self.embedded.source.map_texts(source, self.vectors), measure_lengths(source)
            ),
            SentenceSide(
                self.embedded.target.map_texts(target, self.vectors), measure_lengths(target)
            ),
        )

    def embed_clauses(self, part: Sequence[Slice]) -> Float32Array:
        """Give the vectors of the clauses of target sentences that have more than one."""
        clauses = list_clauses(part, self.embedded.bitext.target.locale)
        return self.embedded.target.map_texts(clauses, self.vectors)

    def measure_coverage(self, parts: SentenceParts) -> float:
        """Tell how well target sentences are found among source sentences."""
        return measure_coverage(*self.embed_sides(parts), self.scale.similarity)
