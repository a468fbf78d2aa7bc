"""A closer look at stretches in doubt, by the pieces of their segments.

The vector of a paragraph says little of the half that a split left, or of what remains of it when
a sentence was lost; its sentences do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from aligncheck.alignment.segments.compare.joined_segments import unit
from aligncheck.alignment.segments.compare.piece_similarity import NOTHING, Nearness
from aligncheck.alignment.segments.compare.segment_table import FloatArray
from aligncheck.alignment.segments.search.anchor_rectangles import Rectangle
from aligncheck.alignment.segments.search.dynamic_program import Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from aligncheck.alignment.segments.compare.segment_table import Side
    from aligncheck.alignment.segments.search.dynamic_program import Path

Cut: TypeAlias = tuple[FloatArray, FloatArray]
"""The pieces of a segment: their vectors, a row each, and their lengths."""

Pieces: TypeAlias = Callable[[Sequence[int]], Sequence[Cut]]
"""Cuts some segments of a version, given by their indices."""

Cutters: TypeAlias = tuple[Pieces, Pieces]
"""What cuts the segments of the source, and of the target."""

SURE = 3.0
"""The support from which a link is beyond doubt."""

BORDER = 2
"""How many of the segments at either end of a plain loss can belong to the bead beside it."""

PAIRS = 400
"""Pairs of segments in doubt beyond which only the borders of a stretch are looked at."""

LARGEST = 40_000
"""Cells of a stretch beyond which it is taken for what it seems."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A rectangle of a path that is in doubt, and the rows and columns that are looked at."""

    where: Rectangle
    rows: list[int]
    columns: list[int]


def doubtful(path: Path) -> list[Stretch]:
    """Give the stretches of a path that are in doubt, each with the sure link at either end."""
    sure = [link for link in path.links if link.shape == (1, 1) and path.weakest(link) >= SURE]
    count, width = len(path.source), len(path.target)
    marks = [Link((0, 0), (0, 0)), *sure, Link((count, count), (width, width))]
    found: list[Rectangle] = []
    for before, after in pairwise(marks):
        if (before.source[1], before.target[1]) == (after.source[0], after.target[0]):
            continue
        start = found.pop() if found and found[-1].bottom > before.source[0] else None
        top, left = (start.top, start.left) if start else (before.source[0], before.target[0])
        found.append(Rectangle(top, after.source[1], left, after.target[1]))
    return [_stretch(path, each) for each in found if 0 < each.size[0] * each.size[1] <= LARGEST]


def _stretch(path: Path, where: Rectangle) -> Stretch:
    """Choose the segments of a stretch that are worth a look: all, or those at its borders."""
    unsure = (
        path.source[where.top : where.bottom] < SURE,
        path.target[where.left : where.right] < SURE,
    )
    if 0 < int(unsure[0].sum()) * int(unsure[1].sum()) <= PAIRS:
        return Stretch(where, [*range(where.top, where.bottom)], [*range(where.left, where.right)])
    rows, columns = (np.flatnonzero(_bordering(each)) for each in unsure)
    return Stretch(where, (rows + where.top).tolist(), (columns + where.left).tolist())


def _bordering(unsure: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which segments are sure, or near one that is."""
    sure = np.pad(~unsure, BORDER)
    around = [sure[shift : shift + len(unsure)] for shift in range(2 * BORDER + 1)]
    near: NDArray[np.bool_] = np.any(around, axis=0)
    return near


def look(
    sides: tuple[Side, Side], pieces: Cutters, stretches: Sequence[Stretch]
) -> dict[Rectangle, Nearness]:
    """Compare the pieces of the segments in some stretches, by the rectangle of each."""
    ours = _cut(pieces[0], [each.rows for each in stretches])
    theirs = _cut(pieces[1], [each.columns for each in stretches])
    found = {}
    for each in stretches:
        forth = _nearness(sides, ours, each.rows, each.columns)
        back = _nearness(sides[::-1], theirs, each.columns, each.rows)
        both = forth.merged(back.transposed)
        found[each.where] = both.spread(each.where, each.rows, each.columns)
    return found


def _cut(pieces: Pieces, wanted: Sequence[Sequence[int]]) -> dict[int, Cut]:
    """Cut all segments that are wanted somewhere, at once."""
    every = sorted({index for some in wanted for index in some})
    return dict(zip(every, pieces(every), strict=True))


def _nearness(
    sides: tuple[Side, Side],
    cut: Mapping[int, Cut],
    rows: Sequence[int],
    columns: Sequence[int],
) -> Nearness:
    """Compare the pieces of the rows with the whole columns."""
    wholes = sides[1].take(np.array(columns, dtype=np.int64))
    follows = np.diff(columns, prepend=-1) == 1
    found = Nearness.unknown((len(rows), len(columns)), ((1, 2), (1, 3)))
    for row, index in enumerate(rows):
        vectors, lengths = cut[index]
        if len(lengths) > 1:
            runs = _runs(vectors, lengths, wholes.vectors)
            shorter = wholes.lengths <= sides[0].lengths[index]
            found.partial[row] = np.where(shorter, _best_part(runs), NOTHING)
            for (_, parts), table in found.ordered.items():
                table[row] = _in_order(runs, parts, follows)
    return found


def _runs(vectors: FloatArray, lengths: FloatArray, wholes: FloatArray) -> FloatArray:
    """Compare all runs of pieces with some wholes: [start, end, whole], ``NOTHING`` if empty."""
    sums = np.cumsum(np.vstack([np.zeros_like(vectors[:1]), vectors * lengths[:, None]]), axis=0)
    count = len(sums)
    start, end = np.triu_indices(count, 1)
    runs = np.full((count, count, len(wholes)), NOTHING, dtype=np.float32)
    runs[start, end] = unit(sums[end] - sums[start]) @ wholes.T
    return runs


def _best_part(runs: FloatArray) -> FloatArray:
    """Give, per whole, the cosine of the run that is nearest to it, short of all pieces."""
    parts = runs.copy()
    parts[0, -1] = NOTHING
    best: FloatArray = parts.max(axis=(0, 1))
    return best


def _in_order(runs: FloatArray, parts: int, follows: NDArray[np.bool_]) -> FloatArray:
    """Cut all pieces into parts in order, one per whole, so that the least near is nearest.

    Given at the last whole; ``NOTHING`` where the wholes do not follow each other.
    """
    best = runs[0]
    for _ in range(1, parts):
        before = np.full_like(best, NOTHING)
        before[:, 1:] = best[:, :-1]
        before[:, ~follows] = NOTHING
        best = np.minimum(before[:, None], runs).max(axis=0)
    last: FloatArray = best[-1]
    return last
