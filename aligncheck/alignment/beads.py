"""An alignment made into beads with their similarity and confidence, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.ordering import ordered
from aligncheck.model import Bead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.alignment.pair import Alignment
    from aligncheck.alignment.sides import FloatArray, Side
    from aligncheck.model import Document


def beads(
    documents: tuple[Document, Document],
    sides: tuple[Side, Side],
    alignment: Alignment,
    missing: tuple[FloatArray, FloatArray],
) -> tuple[Bead, ...]:
    """Make the beads of an alignment; every segment of both versions stands in one.

    ``missing`` gives, per side, the probability that each segment alone is truly missing.
    """
    source, target = documents
    found = [*_linked(documents, sides, alignment)]
    for index, sure in zip(alignment.source.alone, missing[0], strict=True):
        found.append(Bead((source.segments[index],), (), 0.0, confidence=float(sure)))
    for index, sure in zip(alignment.target.alone, missing[1], strict=True):
        found.append(Bead((), (target.segments[index],), 0.0, confidence=float(sure)))
    return ordered(found)


def _linked(
    documents: tuple[Document, Document], sides: tuple[Side, Side], alignment: Alignment
) -> Iterator[Bead]:
    for found in alignment.links:
        spans = found.link.source, found.link.target
        left, right = (_centre(side, span) for side, span in zip(sides, spans, strict=True))
        yield Bead(
            documents[0].segments[slice(*spans[0])],
            documents[1].segments[slice(*spans[1])],
            similarity=float(left @ right),
            moved=found.moved,
            confidence=found.confidence,
        )


def _centre(side: Side, span: Sequence[int]) -> FloatArray:
    """Give the unit vector of a stretch: the mean of its parts, weighted by length."""
    weighted = side.vectors[slice(*span)] * side.lengths[slice(*span), None]
    total: FloatArray = weighted.sum(axis=0)
    return total / max(float(np.linalg.norm(total)), 1e-9)
