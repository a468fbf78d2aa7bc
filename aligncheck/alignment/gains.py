"""How much every possible bead speaks for itself, as log-odds against null alignments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.evidence import (
    JOIN,
    LINK,
    Parts,
    join_features,
    link_features,
    shifted,
    subshapes,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.alignment.evidence import Scale
    from aligncheck.alignment.joins import Shape
    from aligncheck.alignment.sides import FloatArray

SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
"""The beads that are tried; longer merges are grown from them afterwards."""

IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: an offset and a weight per feature name."""

    offset: float
    weights: Mapping[str, float]

    def score(self, names: Sequence[str], features: Sequence[FloatArray]) -> FloatArray:
        """Give the log-odds for arrays of features."""
        total = np.full_like(features[0], self.offset)
        for name, feature in zip(names, features, strict=True):
            total += self.weights[name] * feature
        return total


@dataclass(frozen=True, slots=True)
class GainModel:
    """What turns evidence into gains: one model for links, one for joining."""

    link: Weights
    join: Weights


def gains(
    pieces: Parts, rows: slice, columns: slice, scale: Scale, model: GainModel
) -> dict[Shape, FloatArray]:
    """Give the gain of every bead of every shape that ends in these rows and columns.

    A null alignment has gain 0. Near the upper and left edges of the rectangle (up to the longest
    shape) the gains of joins are only right if that is the edge of the document.
    """
    shapes = pieces.shapes
    table = {shape: pieces.evidence(shape, rows, columns, scale) for shape in shapes}
    features = link_features(table[1, 1], pieces.source, pieces.target, rows, columns)
    scores = {(1, 1): model.link.score(LINK, features)}
    for shape in shapes[1:]:
        smaller = [shifted(scores[sub], back, IMPOSSIBLE) for sub, back in subshapes(shape)]
        base: FloatArray = np.maximum.reduce(smaller)
        scores[shape] = base + model.join.score(JOIN, join_features(shape, table))
    return scores
