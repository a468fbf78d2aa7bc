"""How surely a segment that is in no link is truly missing in the other version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.logistic_model import probability
from aligncheck.alignment.segments.compare.bead_scores import link_scores
from aligncheck.alignment.segments.compare.segment_table import HEADING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aligncheck.alignment.logistic_model import Logistic
    from aligncheck.alignment.segments.compare.bead_scores import GainModel
    from aligncheck.alignment.segments.compare.link_features import Scale
    from aligncheck.alignment.segments.compare.segment_table import FloatArray, IntArray, Side

NULL = ("support", "claim", "long", "heading", "neighbours")
"""The features of a segment alone, as far as two versions tell: what a link would cost; by how
much it outbids whatever holds the counterpart it could have; its length; whether it is a heading;
how many of the two segments beside it are alone too."""

HEARD = (*NULL, "witness")
"""The same, and what further versions say: from -1 (they know its counterpart) to 1 (they have it
and miss it too)."""

FURTHEST = 2000
"""How far from the expected place a counterpart is looked for, in segments."""

ROWS = 256
"""Segments that are compared at once."""

LEAST = -12.0
"""Log-odds below which no difference is made."""

LONGEST = 300.0
"""Letters beyond which a longer text is no surer."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the segments of a side stand after linking.

    ``support`` is as in ``Path``, but for moved segments the log-odds of their link; ``linked``
    tells which are in a link.
    """

    support: FloatArray
    linked: FloatArray

    @property
    def alone(self) -> IntArray:
        """The indices of the segments that are in no link."""
        return np.flatnonzero(self.linked == 0)


def standing(
    support: FloatArray, taken: Iterable[tuple[int, int]], moved: Iterable[tuple[int, float]]
) -> Standing:
    """Sum up a side: the supports, the intervals in links, and the log-odds of moved segments."""
    raised, linked = support.copy(), np.zeros(len(support), dtype=np.float32)
    for start, end in taken:
        linked[start:end] = 1.0
    for index, score in moved:
        raised[index] = score
    return Standing(raised, linked)


def confidence(features: list[FloatArray], model: Logistic) -> FloatArray:
    """Give the probability that segments alone are truly missing, from their features.

    The features come in the order of ``HEARD``.
    """
    return probability(model.score(HEARD, features))


def null_features(
    sides: tuple[Side, Side], standings: tuple[Standing, Standing], scale: Scale, model: GainModel
) -> list[FloatArray]:
    """Give the features of the first side's segments that are alone, in the order of ``NULL``."""
    (side, other), (ours, theirs) = sides, standings
    alone = ours.alone
    missing = np.pad(1.0 - ours.linked, 1).astype(np.float32)
    claims = []
    for rows in _blocks(alone):
        near = np.arange(len(other))[_near(rows, len(other) / len(side))]
        scores = link_scores(side.take(rows), other.take(near), scale, model)
        claims.append(_bids(scores, theirs.support[near]))
    return [
        np.maximum(ours.support[alone], LEAST),
        np.concatenate([*claims, np.zeros(0, dtype=np.float32)]),
        *_own(side, alone),
        missing[alone] + missing[alone + 2],
    ]


def utterly_alone(side: Side) -> list[FloatArray]:
    """Give the features of a side's segments where the other version has no segment at all."""
    lowest = np.full(len(side), LEAST, dtype=np.float32)
    long, heading = _own(side, np.arange(len(side)))
    return [lowest, lowest, long, heading, np.full(len(side), 2.0, dtype=np.float32)]


def _own(side: Side, rows: IntArray) -> tuple[FloatArray, FloatArray]:
    """Give the features that a segment has by itself: its length, whether it is a heading."""
    heading = (side.families[rows] == HEADING).astype(np.float32)
    return np.log(np.minimum(side.lengths[rows], LONGEST)), heading


def _blocks(rows: IntArray) -> Iterator[IntArray]:
    for start in range(0, len(rows), ROWS):
        yield rows[start : start + ROWS]


def _near(rows: IntArray, slope: float) -> slice:
    """Give the columns around the place where some rows are expected."""
    first, last = int(rows[0] * slope), int(rows[-1] * slope)
    return slice(max(0, first - FURTHEST), last + FURTHEST)


def _bids(scores: FloatArray, support: FloatArray) -> FloatArray:
    """Tell by how much each row outbids the holder of the counterpart that suits it best."""
    best: FloatArray = (scores - np.maximum(support, 0.0)).max(axis=1)
    return np.maximum(best, LEAST)
