"""An alignment made into beads with their similarity and confidence, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.alignment.segments.decide.bead_order import ordered
from aligncheck.model import Bead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.alignment.segments.compare.segment_table import FloatArray
    from aligncheck.alignment.segments.decide.null_alignments import Standing
    from aligncheck.alignment.segments.decide.pair_alignment import Alignment
    from aligncheck.model import Document


@dataclass(frozen=True, slots=True)
class Missing:
    """What is held of a side's segments that are alone, in their order.

    ``confidence`` is the probability that the other version truly lacks them, ``witnesses`` the
    locales of the third versions that agree.
    """

    confidence: FloatArray
    witnesses: tuple[tuple[str, ...], ...]


def beads(
    documents: tuple[Document, Document], alignment: Alignment, missing: tuple[Missing, Missing]
) -> tuple[Bead, ...]:
    """Make the beads of an alignment; every segment of both versions stands in one.

    ``missing`` judges, per side, the segments that are alone.
    """
    source, target = documents
    found = [*_linked(documents, alignment)]
    for index, sure, agreeing in _alone(alignment.source, missing[0]):
        segments = (source.segments[index],)
        found.append(Bead(segments, (), 0.0, confidence=sure, witnesses=agreeing))
    for index, sure, agreeing in _alone(alignment.target, missing[1]):
        segments = (target.segments[index],)
        found.append(Bead((), segments, 0.0, confidence=sure, witnesses=agreeing))
    return ordered(found)


def _alone(standing: Standing, missing: Missing) -> Iterator[tuple[int, float, tuple[str, ...]]]:
    chances = missing.confidence.tolist()
    yield from zip(standing.alone.tolist(), chances, missing.witnesses, strict=True)


def _linked(documents: tuple[Document, Document], alignment: Alignment) -> Iterator[Bead]:
    for found in alignment.links:
        spans = found.link.source, found.link.target
        yield Bead(
            documents[0].segments[slice(*spans[0])],
            documents[1].segments[slice(*spans[1])],
            similarity=found.similarity,
            moved=found.moved,
            confidence=found.confidence,
        )
