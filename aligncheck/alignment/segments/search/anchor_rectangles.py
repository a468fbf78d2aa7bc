"""Long documents cut into rectangles at anchors, so that cost grows with length alone.

The dynamic programme fills a table of source by target segments. Anchors, candidates that stand
amid others on one diagonal, leave no doubt that the path goes through them, so that only the
rectangles between them have to be filled:

            target -->
    source  +-----+.............
      |     |     |            .     a: anchors, where one rectangle
      v     +-----a--------+   .        ends and the next begins
            .     |        |   .
            .     +--------a---+     dots: never filled
            ...............|   |
                           +---+
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.alignment.segments.search.anchor_chain import find_heaviest_chain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.alignment.arrays import Int64Array
    from aligncheck.alignment.segments.search.candidate_pairs import CandidatePairs

_UNCUT_SEGMENTS: Final = 160
"""Segments up to which a document is not cut. Chosen because a table of 160 by 160 costs less
than the rest of an alignment."""

_ROWS_BETWEEN_ANCHORS: Final = 40
"""The least number of rows between two anchors. Chosen as a small table that is still worth a
place in a stack."""

_MAX_CELLS: Final = 1_500_000
"""Cells that a rectangle may have; larger ones are cut along their diagonal. Chosen to bound
memory: six tables of single-precision scores are 36 MB."""

_LEAST_WEIGHT: Final = 0.01
"""What the least similar candidate still weighs in a chain: set by hand, next to nothing, as
the search for the heaviest needs positive weights."""

_STEADY_NEIGHBOURS: Final = 3
"""How many candidates before and after an anchor must stand on its diagonal. Chosen because a
chance run of seven neighbours in both versions does not happen."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Rows ``[top, bottom)`` of the source against columns ``[left, right)`` of the target."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.bottom - self.top, self.right - self.left

    @property
    def rows(self) -> slice:
        """The rows, to index arrays."""
        return slice(self.top, self.bottom)

    @property
    def columns(self) -> slice:
        """The columns, to index arrays."""
        return slice(self.left, self.right)


def cut_at_anchors(rows: int, columns: int, candidates: CandidatePairs) -> list[Rectangle]:
    """Cut two versions of so many segments at anchors; the rectangles follow each other."""
    whole = Rectangle(0, rows, 0, columns)
    if max(whole.size) <= _UNCUT_SEGMENTS:
        return [whole]
    corners = [(0, 0), *_choose_anchors(candidates), (rows, columns)]
    coarse = (
        Rectangle(top, bottom, left, right) for (top, left), (bottom, right) in pairwise(corners)
    )
    return [part for rectangle in coarse for part in _halve_large(rectangle)]


def _choose_anchors(candidates: CandidatePairs) -> Iterator[tuple[int, int]]:
    """Choose candidates of the chain that stand amid others on the same diagonal, not too many."""
    weights = np.maximum(candidates.similarity, _LEAST_WEIGHT)
    chain = find_heaviest_chain(candidates.columns, weights)
    rows, columns = candidates.rows[chain], candidates.columns[chain]
    last = 0
    for at in range(_STEADY_NEIGHBOURS, len(rows) - _STEADY_NEIGHBOURS):
        if rows[at] - last >= _ROWS_BETWEEN_ANCHORS and _is_steady(rows, columns, at):
            last = int(rows[at])
            yield last, int(columns[at])


def _is_steady(rows: Int64Array, columns: Int64Array, at: int) -> bool:
    """Tell whether the pairs around one follow each other without a gap on either side."""
    around = slice(at - _STEADY_NEIGHBOURS, at + _STEADY_NEIGHBOURS + 1)
    steps = np.arange(-_STEADY_NEIGHBOURS, _STEADY_NEIGHBOURS + 1)
    return bool(
        (rows[around] - rows[at] == steps).all() and (columns[around] - columns[at] == steps).all()
    )


def _halve_large(rectangle: Rectangle) -> Iterator[Rectangle]:
    """Cut a rectangle with too many cells in the middle, again and again."""
    rows, columns = rectangle.size
    if rows * columns <= _MAX_CELLS or min(rows, columns) <= _ROWS_BETWEEN_ANCHORS:
        yield rectangle
        return
    row, column = rectangle.top + rows // 2, rectangle.left + columns // 2
    yield from _halve_large(Rectangle(rectangle.top, row, rectangle.left, column))
    yield from _halve_large(Rectangle(row, rectangle.bottom, column, rectangle.right))
