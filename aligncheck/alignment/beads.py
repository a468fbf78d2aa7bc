"""An alignment made into beads with their similarity and confidence, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.alignment.ordering import ordered
from aligncheck.model import Bead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.alignment.pair import Alignment
    from aligncheck.alignment.sides import FloatArray
    from aligncheck.model import Document


def beads(
    documents: tuple[Document, Document],
    alignment: Alignment,
    missing: tuple[FloatArray, FloatArray],
) -> tuple[Bead, ...]:
    """Make the beads of an alignment; every segment of both versions stands in one.

    ``missing`` gives, per side, the probability that each segment alone is truly missing.
    """
    source, target = documents
    found = [*_linked(documents, alignment)]
    for index, sure in zip(alignment.source.alone, missing[0], strict=True):
        found.append(Bead((source.segments[index],), (), 0.0, confidence=float(sure)))
    for index, sure in zip(alignment.target.alone, missing[1], strict=True):
        found.append(Bead((), (target.segments[index],), 0.0, confidence=float(sure)))
    return ordered(found)


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
