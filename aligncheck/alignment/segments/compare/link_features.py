"""What speaks for and against two single segments being translations of each other.

The link model of ``fitted/models.json`` weighs these features. Worked through once, with the
weights that shipped when this was written, for two paragraphs of 100 letters whose cosine is the
usual one of the pair and whose lengths deviate by .1:

    offset                                   5.40
    similarity   .192 x 1.0                 +0.19
    length     -4.538 x 0.1                 -0.45
    long       -1.711 x ln 100              -7.88
    weighty     2.301 x 1.0 x ln 100       +10.60
                                           = 7.86   a link almost surely

With a cosine of 0 instead it is 5.40 - .45 - 7.88 = -2.93: better two null alignments, which
score 0. Two labels of four letters score 6.0 at the usual cosine and still 2.6 at a cosine of 0:
their vectors say little, so that length, kind and place decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.alignment.segments.compare.segment_table import HEADING_FAMILY

if TYPE_CHECKING:
    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable
    from aligncheck.alignment.segments.compare.span_comparison import (
        PairComparison,
        SpanComparison,
    )

LINK_FEATURES: Final = (
    "similarity",
    "length",
    "family",
    "kind",
    "level",
    "long",
    "weighty",
    "title",
)
"""The features of one segment against one. ``similarity`` is over the usual one of the pair,
``length`` the deviation from the usual ratio, ``family`` and ``kind`` whether they differ,
``level`` by how many levels two headings differ (2 at most). ``title`` tells of the one heading of
the first level that each version has. ``long`` is the logarithm of the shorter length and
``weighty`` its product with ``similarity``: the vectors of labels say less than those of
paragraphs."""

_RELIABLE_LETTERS: Final = 300.0
"""Letters beyond which a longer text makes its vector no more reliable. Chosen because it is the
length of an ordinary paragraph; longer ones are vague about each of their sentences."""


def compute_link_features(
    single: SpanComparison, comparison: PairComparison, rows: slice, columns: slice
) -> list[Float32Array]:
    """Give the features of single segments, in the order of ``LINK_FEATURES``: (rows, columns)."""
    source, target = comparison.source, comparison.target
    families = source.families[rows][:, None] != target.families[columns][None, :]
    kinds = source.kinds[rows][:, None] != target.kinds[columns][None, :]
    levels = np.abs(source.levels[rows][:, None] - target.levels[columns][None, :])
    shorter = np.minimum(source.lengths[rows][:, None], target.lengths[columns][None, :])
    long = np.log(np.minimum(shorter, _RELIABLE_LETTERS))
    heading = (source.families[rows] == HEADING_FAMILY)[:, None] & ~families
    return [
        single.similarity,
        single.length,
        families.astype(np.float32),
        (kinds & ~families).astype(np.float32),
        (np.minimum(levels, 2) * heading).astype(np.float32),
        long,
        single.similarity * long,
        _mark_title(source)[rows][:, None] * _mark_title(target)[columns][None, :],
    ]


def _mark_title(table: SegmentTable) -> Float32Array:
    """Mark the only heading of the first level, where there is just one."""
    top = (table.families == HEADING_FAMILY) & (table.levels == 1)
    marked: Float32Array = (top & (top.sum() == 1)).astype(np.float32)
    return marked
