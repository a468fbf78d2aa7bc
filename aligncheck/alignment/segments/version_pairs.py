"""The versions of one article, aligned pair by pair, each pair with the others as witnesses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.alignment.fitted_models import models
from aligncheck.alignment.segments.compare.embedded_version import Embedded
from aligncheck.alignment.segments.decide import null_alignments as nulls
from aligncheck.alignment.segments.decide import third_versions as witness
from aligncheck.alignment.segments.decide.pair_alignment import Alignment, align
from aligncheck.alignment.segments.decide.segment_beads import Missing, beads
from aligncheck.alignment.segments.decide.version_relation import RELATED, related
from aligncheck.alignment.vector_space import space
from aligncheck.model import Bitext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aligncheck.alignment.segments.compare.segment_table import FloatArray, IntArray, Side
    from aligncheck.alignment.segments.search.second_pass import Cutters
    from aligncheck.model import Document

    Embed = Callable[[Sequence[str]], FloatArray]

WITNESSES = 2
"""Third versions that are heard about a pair; more would cost time and say little new."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions with their alignment and the probability that they are versions of one text."""

    sides: tuple[Side, Side]
    alignment: Alignment
    confidence: float

    def reversed(self) -> Pair:
        """Look from the other side."""
        return Pair(self.sides[::-1], self.alignment.reversed(), self.confidence)


class Versions:
    """The versions of one article; a pair is aligned when it is first asked for."""

    def __init__(self, documents: Sequence[Document], embed: Embed, model: str) -> None:
        """Hold the versions and embed their texts."""
        self.documents = tuple(documents)
        self._embedded = [Embedded(document, embed, space(model)) for document in documents]
        self._pairs: dict[tuple[int, int], Pair] = {}
        self._partners: dict[tuple[int, int], IntArray] = {}

    def pair(self, one: int, other: int) -> Pair:
        """Align two versions, given by their positions, the first as the source."""
        if (one, other) not in self._pairs:
            pair = self._align(min(one, other), max(one, other))
            self._pairs[min(one, other), max(one, other)] = pair
            self._pairs[max(one, other), min(one, other)] = pair.reversed()
        return self._pairs[one, other]

    def partners(self, one: int, other: int) -> IntArray:
        """Give, for each segment of one version, its counterpart in the other, or ``ALONE``."""
        if (one, other) not in self._partners:
            count = len(self.documents[one].segments)
            found = witness.counterparts(self.pair(one, other).alignment, count)
            self._partners[one, other] = found
        return self._partners[one, other]

    def thirds(self, one: int, other: int) -> list[int]:
        """Give the versions that are heard about a pair."""
        rest = [each for each in range(len(self.documents)) if each not in {one, other}]
        return rest[:WITNESSES]

    def bitext(self, one: int, other: int) -> Bitext:
        """Align two versions, hearing the others on what is missing."""
        pair = self.pair(one, other)
        standings = pair.alignment.source, pair.alignment.target
        missing = (
            self._missing(one, other, standings[0].alone, pair.alignment.features[0]),
            self._missing(other, one, standings[1].alone, pair.alignment.features[1]),
        )
        documents = self.documents[one], self.documents[other]
        found = beads(documents, pair.alignment, missing)
        return Bitext(*documents, found, pair.confidence)

    def _missing(
        self, one: int, other: int, alone: IntArray, features: list[FloatArray]
    ) -> Missing:
        """Judge the segments of one version that are alone against the other."""
        said = [
            witness.testimony(alone, self.partners(one, third), self.partners(third, other))
            for third in self.thirds(one, other)
        ]
        sure = nulls.confidence([*features, witness.heard(said, len(alone))], models().null)
        agreeing = tuple(
            tuple(
                self.documents[third].locale
                for third, spoken in zip(self.thirds(one, other), said, strict=True)
                if spoken[position] > 0
            )
            for position in range(len(alone))
        )
        return Missing(sure, agreeing)

    def sides(self, one: int, other: int) -> tuple[Side, Side]:
        """Describe two versions as the aligner sees them."""
        return self._embedded[one].side, self._embedded[other].side

    def pieces(self, one: int, other: int) -> Cutters:
        """Give what cuts the segments of two versions into pieces."""
        return self._embedded[one].pieces, self._embedded[other].pieces

    def _align(self, one: int, other: int) -> Pair:
        """Align two versions, with a closer look where they are versions of one text at all."""
        sides = self.sides(one, other)
        alignment = align(*sides, models())
        relation = related(alignment, sides, models().relation)
        if relation >= RELATED:
            alignment = align(*sides, models(), self.pieces(one, other))
        return Pair(sides, alignment, relation)
