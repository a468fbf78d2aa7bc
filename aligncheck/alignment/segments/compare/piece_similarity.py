"""What the pieces of segments say, by rows and columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.alignment.segments.compare.joined_segments import Shape
    from aligncheck.alignment.segments.compare.segment_table import FloatArray
    from aligncheck.alignment.segments.search.anchor_rectangles import Rectangle

NOTHING = np.float32(-9.0)


@dataclass(frozen=True, slots=True)
class Nearness:
    """What the pieces say of some rows and columns, as cosines: (rows, columns) in every table.

    ``partial`` tells how near the shorter segment is to that part of the longer one that is
    nearest to it. ``ordered`` is by the shape of a bead with one segment on a side, at the bead's
    end: the one is cut into as many parts as there are segments on the other side, in order, so
    that the least near is as near as can be. ``NOTHING`` where nothing is known.
    """

    partial: FloatArray
    ordered: dict[Shape, FloatArray]

    @classmethod
    def unknown(cls, size: tuple[int, int], shapes: Iterable[Shape]) -> Nearness:
        """Make tables that say nothing."""
        return cls(_nothing(size), {shape: _nothing(size) for shape in shapes})

    @property
    def transposed(self) -> Nearness:
        """Look from the other side."""
        ordered = {(b, a): table.T for (a, b), table in self.ordered.items()}
        return Nearness(self.partial.T, ordered)

    def merged(self, other: Nearness) -> Nearness:
        """Take what the better of two looks says."""
        return Nearness(np.maximum(self.partial, other.partial), {**self.ordered, **other.ordered})

    def spread(self, where: Rectangle, rows: Sequence[int], columns: Sequence[int]) -> Nearness:
        """Put tables of some rows and columns in their places within a rectangle."""
        cells = np.ix_(np.array(rows) - where.top, np.array(columns) - where.left)
        whole = Nearness.unknown(where.size, self.ordered)
        whole.partial[cells] = self.partial
        for shape, table in self.ordered.items():
            whole.ordered[shape][cells] = table
        return whole


def _nothing(size: tuple[int, int]) -> FloatArray:
    return np.full(size, NOTHING, dtype=np.float32)
