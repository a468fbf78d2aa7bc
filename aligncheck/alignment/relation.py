"""Whether two texts are versions of one article at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.logistic import probability

if TYPE_CHECKING:
    from aligncheck.alignment.logistic import Logistic
    from aligncheck.alignment.pair import Alignment
    from aligncheck.alignment.sides import FloatArray, Side

RELATION = ("support", "size")
"""The features of a pair: the mean support of the segments of the smaller side, weighted by the
square root of their length, and the logarithm of how many there are."""

LOWEST, HIGHEST = -6.0, 12.0
"""Supports beyond which no segment speaks any louder."""


def relation_features(alignment: Alignment, sides: tuple[Side, Side]) -> list[FloatArray]:
    """Give the features of a pair in the order of ``RELATION``.

    Only the smaller side counts, so that a version cut short remains a version.
    """
    standings = alignment.source, alignment.target
    side, standing = min(zip(sides, standings, strict=True), key=lambda each: len(each[0]))
    weights = np.sqrt(side.lengths)
    support = np.clip(standing.support, LOWEST, HIGHEST)
    mean = np.average(support, weights=weights)
    return [np.array([mean], dtype=np.float32), np.array([np.log(len(side))], dtype=np.float32)]


def related(alignment: Alignment, sides: tuple[Side, Side], model: Logistic) -> float:
    """Give the probability that two texts are versions of one article; 1 where one is empty."""
    if not all(len(side) for side in sides):
        return 1.0
    features = relation_features(alignment, sides)
    return float(probability(model.score(RELATION, features))[0])
