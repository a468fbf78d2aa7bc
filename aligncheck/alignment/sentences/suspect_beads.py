"""The beads whose target may leave out a sentence, told by counts and lengths alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from aligncheck.alignment.sentences.partial_translations import has_prose, pair_null_neighbours
from aligncheck.alignment.sentences.sentence_comparison import (
    list_texts,
    scale_bitext,
    split_bead,
    take_bead_ratio,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aligncheck.alignment.segments.article_alignment import EmbeddedBitext
    from aligncheck.alignment.segments.compare.pair_scale import PairScale
    from aligncheck.model import Bead, Bitext

_SHORTFALL: Final = 0.15
"""By how much (as a natural logarithm: about a seventh) a target must be shorter than usual to be
looked into. Chosen low, since the look itself decides; it only spares embedding the others."""


@dataclass(frozen=True, slots=True)
class SuspectBeads:
    """What is looked into in one bitext, by sentences.

    ``partial`` are beads that there could be of segments that are alone, ``suspects`` those whose
    target may leave out a sentence.
    """

    embedded: EmbeddedBitext
    scale: PairScale
    partial: tuple[Bead, ...]
    suspects: tuple[Bead, ...]


@dataclass(frozen=True, slots=True)
class SentenceSuspects:
    """What is looked into in the bitexts of an article."""

    bitexts: tuple[SuspectBeads, ...]

    @property
    def wanted(self) -> tuple[str, ...]:
        """The sentences that must have vectors to look for omissions."""
        texts = (
            text
            for each in self.bitexts
            for bead in (*each.partial, *each.suspects)
            for text in list_texts(split_bead(each.embedded.bitext, bead))
        )
        return tuple(dict.fromkeys(texts))


def find_suspects(bitexts: Iterable[EmbeddedBitext]) -> SentenceSuspects:
    """Choose what is looked into in the bitexts of an article."""
    return SentenceSuspects(tuple(map(_find_in_bitext, bitexts)))


def _find_in_bitext(embedded: EmbeddedBitext) -> SuspectBeads:
    bitext = embedded.bitext
    scale = scale_bitext(bitext)
    linked = (bead for bead in bitext.beads if bead.source and bead.target)
    suspects = tuple(bead for bead in linked if is_suspect(bitext, bead, scale))
    return SuspectBeads(embedded, scale, tuple(_find_partial(bitext)), suspects)


def _find_partial(bitext: Bitext) -> Iterator[Bead]:
    """Give the beads that there could be of segments that are alone, one with fewer sentences."""
    for pair in pair_null_neighbours(bitext):
        left, right = split_bead(bitext, pair)
        if len(left) > len(right) > 0:
            yield pair


def is_suspect(bitext: Bitext, bead: Bead, scale: PairScale) -> bool:
    """Tell whether a bead is running text whose target has fewer sentences or is oddly short."""
    if not has_prose(bead):
        return False
    # One sentence cannot be left out of one: the bead would be a null alignment.
    left, right = split_bead(bitext, bead)
    short = len(left) > len(right) or take_bead_ratio(bead) - scale.ratio > _SHORTFALL
    return len(left) > 1 and bool(right) and short
