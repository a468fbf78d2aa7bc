"""Null alignments: how surely a segment that is in no link is truly missing in the other version.

The probability that is reported comes from a logistic model fitted on the labelled cases, so that
of a hundred null alignments told at .9 about ninety are right (held-out sources: the expected
calibration error of null alignments is .010, that of links below .001). Worked through once, with
the weights that shipped when this was written, for a paragraph of 200 letters that would cost 4 to
link, and that falls short by 3 of whatever holds the counterpart it could have:

    offset                        -2.19
    support      -.682 x   -4     +2.73
    claim        -.439 x   -3     +1.32
    long          .444 x ln 200   +2.35
    neighbours   1.336 x    0      0.00
                                 = 4.21   1 / (1 + exp(-4.21)) = .985

With support -.5 and claim 0 (another segment could as well be its counterpart) it is .50: .62.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.alignment.logistic_model import to_probability
from aligncheck.alignment.segments.compare.bead_scores import score_links
from aligncheck.alignment.segments.compare.segment_table import HEADING_FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.alignment.arrays import Float32Array, Int64Array
    from aligncheck.alignment.fitted_models import BeadModels
    from aligncheck.alignment.logistic_model import LogisticModel
    from aligncheck.alignment.segments.compare.pair_scale import PairScale
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable
    from aligncheck.alignment.segments.decide.segment_support import SegmentSupport

PAIR_NULL_FEATURES: Final = ("support", "claim", "long", "heading", "neighbours")
"""The features of a segment alone, as far as two versions tell: what a link would cost; by how
much it outbids whatever holds the counterpart it could have; the logarithm of its length; whether
it is a heading; how many of the two segments beside it are alone too."""

NULL_FEATURES: Final = (*PAIR_NULL_FEATURES, "witness")
"""The same, and what third versions say: from -1 (they know its counterpart) to 1 (they have it
and miss it too)."""

_SEARCH_REACH: Final = 2000
"""How far from the expected place a counterpart is looked for, in segments. Chosen so that time
grows with length alone and no ordinary article is cut."""

_BLOCK_ROWS: Final = 256
"""Segments that are compared at once. Chosen to bound memory."""

LEAST_SUPPORT: Final = -12.0
"""Log-odds below which no difference is made. Chosen because six in a million is never."""

_LONGEST: Final = 300.0
"""Letters beyond which a longer text is no surer: set by hand, as the length of an ordinary
paragraph; the model of null alignments is fitted with it."""


def estimate_null_confidence(features: list[Float32Array], model: LogisticModel) -> Float32Array:
    """Give the probability that segments alone are truly missing, from ``NULL_FEATURES``."""
    return to_probability(model.score_features(NULL_FEATURES, features))


def compute_null_features(
    tables: tuple[SegmentTable, SegmentTable],
    supports: tuple[SegmentSupport, SegmentSupport],
    scale: PairScale,
    models: BeadModels,
) -> list[Float32Array]:
    """Give the ``PAIR_NULL_FEATURES`` of the first version's segments that are alone."""
    (table, other), (ours, theirs) = tables, supports
    alone = ours.unlinked
    # One of padding at either end: what stands before the first segment is not missing.
    missing = np.pad(1.0 - ours.linked, 1).astype(np.float32)
    claims = []
    for rows in _cut_blocks(alone):
        near = np.arange(len(other))[_expect_columns(rows, len(other) / len(table))]
        scores = score_links(table.select_rows(rows), other.select_rows(near), scale, models)
        claims.append(_measure_claims(scores, theirs.support[near]))
    return [
        np.maximum(ours.support[alone], LEAST_SUPPORT),
        np.concatenate([*claims, np.zeros(0, dtype=np.float32)]),
        *_describe_segments(table, alone),
        missing[alone] + missing[alone + 2],
    ]


def describe_all_as_missing(table: SegmentTable) -> list[Float32Array]:
    """Give ``PAIR_NULL_FEATURES`` where the other version has no segment at all."""
    lowest = np.full(len(table), LEAST_SUPPORT, dtype=np.float32)
    long, heading = _describe_segments(table, np.arange(len(table)))
    return [lowest, lowest, long, heading, np.full(len(table), 2.0, dtype=np.float32)]


def _describe_segments(table: SegmentTable, rows: Int64Array) -> tuple[Float32Array, Float32Array]:
    """Give the features that a segment has by itself: its length, whether it is a heading."""
    heading = (table.families[rows] == HEADING_FAMILY).astype(np.float32)
    return np.log(np.minimum(table.lengths[rows], _LONGEST)), heading


def _cut_blocks(rows: Int64Array) -> Iterator[Int64Array]:
    for start in range(0, len(rows), _BLOCK_ROWS):
        yield rows[start : start + _BLOCK_ROWS]


def _expect_columns(rows: Int64Array, slope: float) -> slice:
    """Give the columns around the place where some rows are expected."""
    first, last = int(rows[0] * slope), int(rows[-1] * slope)
    return slice(max(0, first - _SEARCH_REACH), last + _SEARCH_REACH)


def _measure_claims(scores: Float32Array, support: Float32Array) -> Float32Array:
    """Tell by how much each row outbids the holder of the counterpart that suits it best.

    A row that scores 4 with a segment whose own link has a support of 6 claims 4 - 6 = -2.
    """
    best: Float32Array = (scores - np.maximum(support, 0.0)).max(axis=1)
    return np.maximum(best, LEAST_SUPPORT)
