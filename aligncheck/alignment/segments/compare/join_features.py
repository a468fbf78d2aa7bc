"""What speaks for and against taking one more neighbour into a bead.

The join model of ``fitted/models.json`` weighs these features. Worked through once, with the
weights that shipped when this was written, for a paragraph s that was split into t1 and t2, and
for a lone t3 that stands beside the counterpart of s by chance:

                              t1 + t2                     t1 + t3
    offset                     -2.22                       -2.22
    gain       1.081 x   .2    +0.22   whole 1.0, half .8  x  -.2   -0.22
    weakest    4.735 x   .8    +3.79   as near as t2 is    x   .1   +0.47
    fit       -4.479 x -.55    +2.46   the lengths fit     x   .5   -2.24
                              = 4.25   a 1:2 bead                  = -4.20   t3 stays alone
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.segments.compare.joined_segments import BeadShape
    from aligncheck.alignment.segments.compare.span_comparison import SpanComparison

JOIN_FEATURES: Final = ("gain", "weakest", "fit", "mixed", "size")
"""The features of growing into a shape: by how much the whole is more similar than the best bead
that lacks a segment at one end; the similarity of the segment that suits the other side least; by
how much the lengths deviate more than in that smaller bead; how many segments are of another
family than their neighbours; segments beyond three."""

_UNKNOWN_SIMILARITY: Final = -5.0
"""No similarity over the usual one is as low; below it nothing is known."""

_NO_SIMILARITY: Final = -9.0
_NO_FIT: Final = 9.0
"""What fills cells that have no smaller bead: set by hand, worse than any that there is, so that
such a cell is never the best of its neighbours."""


def compute_join_features(
    shape: BeadShape,
    comparisons: Mapping[BeadShape, SpanComparison],
    ordered: Float32Array | None = None,
) -> list[Float32Array]:
    """Give the features of growing into a shape, in the order of ``JOIN_FEATURES``.

    ``comparisons`` has that shape and all smaller ones; ``ordered`` is as in ``PieceSimilarity``,
    over the typical similarity.
    """
    whole = comparisons[shape]
    # All tables speak of the bead's end, so that a part that ends earlier is shifted to it first.
    smaller = [(comparisons[part], back) for part, back in list_smaller_beads(shape)]
    best = _take_best(
        [shift_cells(part.similarity, back, _NO_SIMILARITY) for part, back in smaller], np.maximum
    )
    fit = _take_best(
        [shift_cells(part.length, back, _NO_FIT) for part, back in smaller], np.minimum
    )
    each = [
        shift_cells(comparisons[single].similarity, back, _NO_SIMILARITY)
        for single, back in _list_single_parts(shape)
    ]
    weakest = _take_best(each, np.minimum)
    # Half of a paragraph is compared with that half of the other side, where pieces could tell it,
    # and not with the whole, which it is only somewhat like.
    if ordered is not None:
        weakest = np.where(ordered > _UNKNOWN_SIMILARITY, ordered, weakest)
    size = np.full_like(whole.similarity, sum(shape) - 3)
    return [
        whole.similarity - best,
        weakest,
        whole.length - fit,
        whole.mixed,
        size,
    ]


def list_smaller_beads(shape: BeadShape) -> list[tuple[BeadShape, BeadShape]]:
    """Give the beads that lack one segment at either end, and how far back each of them ends.

    A 1:2 bead that ends at column j grows out of the 1:1 bead at j (without its first target
    segment) and the 1:1 bead at j - 1 (without its last).
    """
    rows, columns = shape
    left = [((rows - 1, columns), (0, 0)), ((rows - 1, columns), (1, 0))] if rows > 1 else []
    right = [((rows, columns - 1), (0, 0)), ((rows, columns - 1), (0, 1))] if columns > 1 else []
    return left + right


def _list_single_parts(shape: BeadShape) -> list[tuple[BeadShape, BeadShape]]:
    """Give each single segment against the whole other side, and how far back it ends."""
    rows, columns = shape
    left = [((1, columns), (back, 0)) for back in range(rows)] if rows > 1 else []
    right = [((rows, 1), (0, back)) for back in range(columns)] if columns > 1 else []
    return left + right


def shift_cells(array: Float32Array, back: BeadShape, fill: float) -> Float32Array:
    """Give at (i, j) what stands at (i - back, j - back); ``fill`` where there is nothing."""
    down, right = back
    if (down, right) == (0, 0):
        return array
    moved = np.full_like(array, fill)
    rows, columns = array.shape
    moved[down:, right:] = array[: rows - down, : columns - right]
    return moved


def _take_best(arrays: list[Float32Array], better: np.ufunc) -> Float32Array:
    best: Float32Array = better.reduce(arrays)
    return best
