"""How much every possible bead speaks for itself, as log-odds against null alignments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.segments.compare.link_features import (
    JOIN,
    LINK,
    Parts,
    join_features,
    link_features,
    shifted,
    subshapes,
)

if TYPE_CHECKING:
    from aligncheck.alignment.logistic_model import Logistic
    from aligncheck.alignment.segments.compare.joined_segments import Shape
    from aligncheck.alignment.segments.compare.link_features import Scale
    from aligncheck.alignment.segments.compare.piece_similarity import Nearness
    from aligncheck.alignment.segments.compare.segment_table import FloatArray, Side

SINGLE: Shape = (1, 1)

SHAPES: tuple[Shape, ...] = (SINGLE, (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
"""The beads that are tried."""

IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True)
class GainModel:
    """What turns evidence into gains: one model for links, one for taking in a neighbour."""

    link: Logistic
    join: Logistic


def gains(
    parts: Parts,
    place: tuple[slice, slice],
    scale: Scale,
    model: GainModel,
    near: Nearness | None = None,
) -> dict[Shape, FloatArray]:
    """Give the gain of every bead that lies within some rows and columns, by its end.

    A null alignment has gain 0; what would reach beyond the upper or left edge is impossible.
    ``near`` says what a closer look at the rows and columns has shown.
    """
    table = {shape: parts.evidence(shape, *place, scale) for shape in parts.shapes}
    single = table[SINGLE].raised(near.partial / scale.similarity) if near else table[SINGLE]
    scores = {SINGLE: model.link.score(LINK, link_features(single, parts, *place))}
    for shape in parts.shapes[1:]:
        smaller = [shifted(scores[sub], back, IMPOSSIBLE) for sub, back in subshapes(shape)]
        base: FloatArray = np.maximum.reduce(smaller)
        ordered = near.ordered.get(shape) if near else None
        seen = None if ordered is None else ordered / scale.similarity
        scores[shape] = base + model.join.score(JOIN, join_features(shape, table, seen))
    return scores


def link_scores(source: Side, target: Side, scale: Scale, model: GainModel) -> FloatArray:
    """Give the log-odds of all pairs of single segments, (source, target)."""
    everywhere = slice(0, None)
    parts = Parts(source, target, [SINGLE])
    return gains(parts, (everywhere, everywhere), scale, model)[SINGLE]
