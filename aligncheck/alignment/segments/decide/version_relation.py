"""Whether two texts are versions of one article at all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.logistic_model import probability

if TYPE_CHECKING:
    from aligncheck.alignment.logistic_model import Logistic
    from aligncheck.alignment.segments.compare.segment_table import FloatArray, Side
    from aligncheck.alignment.segments.decide.null_alignments import Standing
    from aligncheck.alignment.segments.decide.pair_alignment import Alignment

RELATION = ("linked", "shared", "gaps")
"""The features of a pair. ``linked``: the mean support of what is linked on the smaller side;
``shared``: the share of either side that is linked, added up; both weigh a segment by the square
root of its length. ``gaps``: the share of neighbouring links with something alone between them on
the larger side."""

RELATED = 0.5
"""The probability from which two texts are taken for versions of one article."""

LOWEST, HIGHEST = -3.0, 8.0
"""Supports beyond which no segment speaks any louder."""


def relation_features(alignment: Alignment, sides: tuple[Side, Side]) -> list[FloatArray]:
    """Give the features of a pair in the order of ``RELATION``.

    A version cut short has sure links without gaps, an edited one sure links and segments alone;
    another article has weak links all over, a summary sure ones with gaps.
    """
    standings = alignment.source, alignment.target
    smaller = 0 if len(sides[0]) <= len(sides[1]) else 1
    features = (
        _certainty(sides[smaller], standings[smaller]),
        sum(_share(*each) for each in zip(sides, standings, strict=True)),
        _gaps(alignment, larger=1 - smaller),
    )
    return [np.array([feature], dtype=np.float32) for feature in features]


def related(alignment: Alignment, sides: tuple[Side, Side], model: Logistic) -> float:
    """Give the probability that two texts are versions of one article; 1 where one is empty."""
    if not all(len(side) for side in sides):
        return 1.0
    features = relation_features(alignment, sides)
    return float(probability(model.score(RELATION, features))[0])


def _certainty(side: Side, standing: Standing) -> float:
    linked = standing.linked > 0
    if not linked.any():
        return LOWEST
    support = np.clip(standing.support[linked], LOWEST, HIGHEST)
    return float(np.average(support, weights=np.sqrt(side.lengths[linked])))


def _share(side: Side, standing: Standing) -> float:
    return float(np.average(standing.linked, weights=np.sqrt(side.lengths)))


def _gaps(alignment: Alignment, larger: int) -> float:
    spans = sorted((found.link.source, found.link.target)[larger] for found in alignment.links)
    parted = sum(after[0] > before[1] for before, after in pairwise(spans))
    return parted / max(1, len(spans) - 1)
