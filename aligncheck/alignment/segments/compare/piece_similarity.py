"""What the pieces of segments (sentences or clauses) say of pairs and n:m beads.

The vector of a paragraph says little of the half that a split left, or of what remains of it when
a sentence was lost; its sentences do:

    source   [ s1 s2 s3 ]              target   [ s1 s2 ] [ s3 ]
    ordered[1, 2]   [ s1 s2 | s3 ]     each part is compared with its paragraph, in order
    partial         [ s1 s2 ]          the run of pieces that is nearest to the shorter segment
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from aligncheck.alignment.arrays import normalize_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from aligncheck.alignment.arrays import BoolArray, Float32Array, Int64Array
    from aligncheck.alignment.segments.compare.joined_segments import BeadShape
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable

NOT_COMPARED: Final = np.float32(-9.0)
"""What stands for a cosine where nothing was compared: below every cosine there is."""

_SPLIT_SHAPES: Final[tuple[BeadShape, ...]] = ((1, 2), (1, 3))
"""The beads in which one segment stands for several, which its pieces can tell apart."""


class SegmentPieces(NamedTuple):
    """The pieces of a segment: their vectors, a unit row each, and their lengths in letters."""

    vectors: Float32Array
    lengths: Float32Array


@dataclass(frozen=True, slots=True)
class PieceSimilarity:
    """What the pieces say of some rows and columns, as cosines: (rows, columns) in every table.

    ``partial`` tells how near the shorter segment is to that part of the longer one that is
    nearest to it. ``ordered`` is by the shape of a bead with one segment on a side, at the bead's
    end: the one is cut into as many parts as there are segments on the other side, in order, so
    that the least near is as near as can be. ``NOT_COMPARED`` where nothing is known.
    """

    partial: Float32Array
    ordered: dict[BeadShape, Float32Array]

    @classmethod
    def unknown(cls, size: tuple[int, int], shapes: Iterable[BeadShape]) -> PieceSimilarity:
        """Make tables that say nothing."""
        return cls(_fill_unknown(size), {shape: _fill_unknown(size) for shape in shapes})

    @property
    def transposed(self) -> PieceSimilarity:
        """Look from the other side."""
        ordered = {(b, a): table.T for (a, b), table in self.ordered.items()}
        return PieceSimilarity(self.partial.T, ordered)

    def merge(self, other: PieceSimilarity) -> PieceSimilarity:
        """Take what the better of two comparisons says."""
        ordered = {**self.ordered, **other.ordered}
        return PieceSimilarity(np.maximum(self.partial, other.partial), ordered)

    def spread(
        self, size: tuple[int, int], rows: Int64Array, columns: Int64Array
    ) -> PieceSimilarity:
        """Put tables of some rows and columns in their places within larger ones."""
        cells = np.ix_(rows, columns)
        whole = PieceSimilarity.unknown(size, self.ordered)
        whole.partial[cells] = self.partial
        for shape, table in self.ordered.items():
            whole.ordered[shape][cells] = table
        return whole


def _fill_unknown(size: tuple[int, int]) -> Float32Array:
    return np.full(size, NOT_COMPARED, dtype=np.float32)


def compare_pieces(
    tables: tuple[SegmentTable, SegmentTable],
    pieces: tuple[Mapping[int, SegmentPieces], Mapping[int, SegmentPieces]],
    rows: Sequence[int],
    columns: Sequence[int],
) -> PieceSimilarity:
    """Compare the pieces of some rows with whole columns, and the other way round.

    ``pieces`` has, per version, the pieces of at least these segments, by index.
    """
    forth = _compare_with_wholes(tables, pieces[0], rows, columns)
    back = _compare_with_wholes(tables[::-1], pieces[1], columns, rows)
    return forth.merge(back.transposed)


def _compare_with_wholes(
    tables: tuple[SegmentTable, SegmentTable],
    pieces: Mapping[int, SegmentPieces],
    rows: Sequence[int],
    columns: Sequence[int],
) -> PieceSimilarity:
    """Compare the pieces of the rows with the whole columns."""
    wholes = tables[1].select_rows(np.array(columns, dtype=np.int64))
    follows = np.diff(columns, prepend=-1) == 1
    found = PieceSimilarity.unknown((len(rows), len(columns)), _SPLIT_SHAPES)
    for row, index in enumerate(rows):
        vectors, lengths = pieces[index]
        if len(lengths) > 1:
            runs = _compare_runs(vectors, lengths, wholes.vectors)
            # Only the longer of two segments can be the paragraph that the other is a part of.
            shorter = wholes.lengths <= tables[0].lengths[index]
            found.partial[row] = np.where(shorter, _find_best_part(runs), NOT_COMPARED)
            for (_, parts), table in found.ordered.items():
                table[row] = _split_in_order(runs, parts, follows)
    return found


def _compare_runs(
    vectors: Float32Array, lengths: Float32Array, wholes: Float32Array
) -> Float32Array:
    """Compare all runs of pieces with some wholes: [start, end, whole]; empty runs are unknown."""
    sums = np.cumsum(np.vstack([np.zeros_like(vectors[:1]), vectors * lengths[:, None]]), axis=0)
    count = len(sums)
    start, end = np.triu_indices(count, 1)
    runs = np.full((count, count, len(wholes)), NOT_COMPARED, dtype=np.float32)
    runs[start, end] = normalize_rows(sums[end] - sums[start]) @ wholes.T
    return runs


def _find_best_part(runs: Float32Array) -> Float32Array:
    """Give, per whole, the cosine of the run that is nearest to it, short of all pieces."""
    parts = runs.copy()
    parts[0, -1] = NOT_COMPARED
    best: Float32Array = parts.max(axis=(0, 1))
    return best


def _split_in_order(runs: Float32Array, parts: int, follows: BoolArray) -> Float32Array:
    """Cut all pieces into parts in order, one per whole, so that the least near is nearest.

    Given at the last whole; ``NOT_COMPARED`` where the wholes do not follow each other.
    """
    # best[end, whole]: the pieces before ``end`` spread over as many wholes as there were rounds,
    # the last of them ``whole``. A round adds one part: the run from any ``end`` to a later one.
    best = runs[0]
    for _ in range(1, parts):
        before = np.full_like(best, NOT_COMPARED)
        before[:, 1:] = best[:, :-1]
        before[:, ~follows] = NOT_COMPARED
        best = np.minimum(before[:, None], runs).max(axis=0)
    last: Float32Array = best[-1]
    return last
