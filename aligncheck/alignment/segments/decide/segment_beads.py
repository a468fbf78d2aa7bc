"""An alignment made into beads with their similarity and confidence, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.alignment.segments.decide.bead_order import order_beads
from aligncheck.model import Bead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.segments.decide.pair_links import PairLinks
    from aligncheck.alignment.segments.decide.segment_support import SegmentSupport
    from aligncheck.model import Document


@dataclass(frozen=True, slots=True)
class JudgedNulls:
    """What is held of a side's segments that are alone, in their order.

    ``confidence`` is the probability that the other version truly lacks them, ``witnesses`` the
    locales of the third versions that agree.
    """

    confidence: Float32Array
    witnesses: tuple[tuple[str, ...], ...]


def build_beads(
    documents: tuple[Document, Document], links: PairLinks, nulls: tuple[JudgedNulls, JudgedNulls]
) -> tuple[Bead, ...]:
    """Make the beads of an alignment; every segment of both versions stands in one.

    ``nulls`` judges, per side, the segments that are alone.
    """
    source, target = documents
    # Null alignments are single; the rules speak of those that stand side by side as one.
    found = [*_build_linked(documents, links)]
    for index, sure, agreeing in _list_nulls(links.source, nulls[0]):
        segments = (source.segments[index],)
        found.append(Bead(segments, (), 0.0, confidence=sure, witnesses=agreeing))
    for index, sure, agreeing in _list_nulls(links.target, nulls[1]):
        segments = (target.segments[index],)
        found.append(Bead((), segments, 0.0, confidence=sure, witnesses=agreeing))
    return order_beads(found)


def _list_nulls(
    support: SegmentSupport, nulls: JudgedNulls
) -> Iterator[tuple[int, float, tuple[str, ...]]]:
    chances = nulls.confidence.tolist()
    yield from zip(support.unlinked.tolist(), chances, nulls.witnesses, strict=True)


def _build_linked(documents: tuple[Document, Document], links: PairLinks) -> Iterator[Bead]:
    for link in links.links:
        yield Bead(
            documents[0].segments[slice(*link.bead.source)],
            documents[1].segments[slice(*link.bead.target)],
            similarity=link.similarity,
            moved=link.moved,
            confidence=link.confidence,
        )
