"""Long documents cut into rectangles at sure points, so that cost grows with length alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.segments.search.anchor_chain import longest_chain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.alignment.segments.compare.segment_table import IntArray, Side
    from aligncheck.alignment.segments.search.candidate_pairs import Pairs

SMALL = 160
"""Segments up to which a document is not cut: the full table costs nothing there."""

LENGTH = 40
"""The least number of rows between two cuts."""

LARGE = 1_500_000
"""Cells that a rectangle may have; larger ones are cut along their diagonal."""

SLIGHT = 0.01
"""What the least likely pair still weighs in a chain."""

STEADY = 3
"""How many pairs before and after a cut must stand on its diagonal."""


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


def rectangles(source: Side, target: Side, pairs: Pairs) -> list[Rectangle]:
    """Cut two versions where likely pairs leave no doubt; the rectangles follow each other."""
    whole = Rectangle(0, len(source), 0, len(target))
    if max(whole.size) <= SMALL:
        return [whole]
    cuts = [(0, 0), *_cuts(pairs), (len(source), len(target))]
    coarse = (
        Rectangle(top, bottom, left, right) for (top, left), (bottom, right) in pairwise(cuts)
    )
    return [piece for rectangle in coarse for piece in _halved(rectangle)]


def _cuts(pairs: Pairs) -> Iterator[tuple[int, int]]:
    """Choose pairs of the chain that stand amid others on the same diagonal, not too many."""
    chain = longest_chain(pairs.columns, np.maximum(pairs.similarity, SLIGHT))
    rows, columns = pairs.rows[chain], pairs.columns[chain]
    last = 0
    for at in range(STEADY, len(rows) - STEADY):
        if rows[at] - last >= LENGTH and _steady(rows, columns, at):
            last = int(rows[at])
            yield last, int(columns[at])


def _steady(rows: IntArray, columns: IntArray, at: int) -> bool:
    """Tell whether the pairs around one follow each other without a gap on either side."""
    around = slice(at - STEADY, at + STEADY + 1)
    steps = np.arange(-STEADY, STEADY + 1)
    return bool(
        (rows[around] - rows[at] == steps).all() and (columns[around] - columns[at] == steps).all()
    )


def _halved(rectangle: Rectangle) -> Iterator[Rectangle]:
    """Cut a rectangle with too many cells in the middle, again and again."""
    rows, columns = rectangle.size
    if rows * columns <= LARGE or min(rows, columns) <= LENGTH:
        yield rectangle
        return
    row, column = rectangle.top + rows // 2, rectangle.left + columns // 2
    yield from _halved(Rectangle(rectangle.top, row, rectangle.left, column))
    yield from _halved(Rectangle(row, rectangle.bottom, column, rectangle.right))
