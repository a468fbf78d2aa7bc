"""What speaks for and against two stretches being translations of each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.segments.compare.joined_segments import joins
from aligncheck.alignment.segments.compare.segment_table import HEADING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.alignment.segments.compare.joined_segments import Shape
    from aligncheck.alignment.segments.compare.segment_table import FloatArray, Side

LINK = (
    "similarity",
    "length",
    "family",
    "kind",
    "level",
    "long",
    "weighty",
    "title",
)
"""The features of one segment against one. ``title`` tells of the one heading of the first level
that each version has. ``long`` is the logarithm of the shorter length and
``weighty`` its product with ``similarity``: the vectors of labels say less than those of
paragraphs."""

JOIN = ("gain", "weakest", "fit", "mixed", "size")
"""The features of taking one more segment into a bead."""

SMOOTH = 12.0
"""Letters that are added to every length, so that a word more or less in a label weighs little."""


FURTHEST = 1.0
"""The logarithm of a ratio of 2.7: what is left of a paragraph that lost most of its sentences."""

UNKNOWN = -5.0
"""No similarity is as low; below it nothing is known."""

LONG = 300.0
"""Letters beyond which a longer text makes its vector no more reliable."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What is usual between the two versions.

    ``similarity`` is the typical cosine of true pairs, ``ratio`` the typical logarithm of source
    length over target length.
    """

    similarity: float
    ratio: float

    def reversed(self) -> Scale:
        """Look from the other side."""
        return Scale(self.similarity, -self.ratio)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence on all pairs of stretches of one shape: arrays (rows, columns).

    Row i, column j speaks of the stretches that end with source segment i and target segment j.
    """

    similarity: FloatArray
    length: FloatArray
    mixed: FloatArray

    def raised(self, similarity: FloatArray) -> Evidence:
        """Take another similarity wherever it is greater."""
        return replace(self, similarity=np.maximum(self.similarity, similarity))


class Parts:
    """The joined stretches of two versions, made once and looked up by rows and columns."""

    def __init__(self, source: Side, target: Side, shapes: Iterable[Shape]) -> None:
        """Join the neighbours of both versions as far as the shapes reach."""
        self.shapes = tuple(sorted(shapes, key=sum))
        self.source, self.target = source, target
        self._left = {size: joins(source, size) for size in {a for a, _ in self.shapes}}
        self._right = {size: joins(target, size) for size in {b for _, b in self.shapes}}

    def evidence(self, shape: Shape, rows: slice, columns: slice, scale: Scale) -> Evidence:
        """Compare the stretches of one shape that end in these rows and columns."""
        left, right = self._left[shape[0]], self._right[shape[1]]
        return Evidence(
            similarity=left.vectors[rows] @ right.vectors[columns].T / scale.similarity,
            length=deviation(left.lengths[rows], right.lengths[columns], scale.ratio),
            mixed=(left.mixed[rows][:, None] + right.mixed[columns][None, :]).astype(np.float32),
        )


def deviation(left: FloatArray, right: FloatArray, ratio: float) -> FloatArray:
    """Tell how far lengths are from the usual ratio: absolute logarithms, (rows, columns).

    What is too long or short by more than ``FURTHEST`` is no worse than that.
    """
    logs = np.log(left + SMOOTH)[:, None] - np.log(right + SMOOTH)[None, :]
    apart: FloatArray = np.minimum(np.abs(logs - ratio), FURTHEST).astype(np.float32)
    return apart


def link_features(
    evidence: Evidence, parts: Parts, rows: slice, columns: slice
) -> list[FloatArray]:
    """Give the features of single segments, in the order of ``LINK``."""
    source, target = parts.source, parts.target
    families = source.families[rows][:, None] != target.families[columns][None, :]
    kinds = source.kinds[rows][:, None] != target.kinds[columns][None, :]
    levels = np.abs(source.levels[rows][:, None] - target.levels[columns][None, :])
    shorter = np.minimum(source.lengths[rows][:, None], target.lengths[columns][None, :])
    long = np.log(np.minimum(shorter, LONG))
    heading = (source.families[rows] == HEADING)[:, None] & ~families
    return [
        evidence.similarity,
        evidence.length,
        families.astype(np.float32),
        (kinds & ~families).astype(np.float32),
        (np.minimum(levels, 2) * heading).astype(np.float32),
        long,
        evidence.similarity * long,
        _title(source)[rows][:, None] * _title(target)[columns][None, :],
    ]


def _title(side: Side) -> FloatArray:
    """Mark the only heading of the first level, where there is just one."""
    top = (side.families == HEADING) & (side.levels == 1)
    marked: FloatArray = (top & (top.sum() == 1)).astype(np.float32)
    return marked


def join_features(
    shape: Shape, table: dict[Shape, Evidence], ordered: FloatArray | None = None
) -> list[FloatArray]:
    """Give the features of growing into a shape, in the order of ``JOIN``.

    ``ordered`` is as in ``Nearness``, over the typical similarity.
    """
    whole = table[shape]
    smaller = [(table[sub], back) for sub, back in subshapes(shape)]
    best = _best([shifted(sub.similarity, back, -9.0) for sub, back in smaller], np.maximum)
    fit = _best([shifted(sub.length, back, 9.0) for sub, back in smaller], np.minimum)
    each = [shifted(table[one].similarity, back, -9.0) for one, back in parts(shape)]
    weakest = _best(each, np.minimum)
    if ordered is not None:
        weakest = np.where(ordered > UNKNOWN, ordered, weakest)
    size = np.full_like(whole.similarity, sum(shape) - 3)
    return [
        whole.similarity - best,
        weakest,
        whole.length - fit,
        whole.mixed,
        size,
    ]


def subshapes(shape: Shape) -> list[tuple[Shape, Shape]]:
    """Give the beads that lack one segment at either end, and how far back each of them ends."""
    a, b = shape
    left = [((a - 1, b), (0, 0)), ((a - 1, b), (1, 0))] if a > 1 else []
    right = [((a, b - 1), (0, 0)), ((a, b - 1), (0, 1))] if b > 1 else []
    return left + right


def parts(shape: Shape) -> list[tuple[Shape, Shape]]:
    """Give each single segment against the whole other side, and how far back it ends."""
    a, b = shape
    left = [((1, b), (back, 0)) for back in range(a)] if a > 1 else []
    right = [((a, 1), (0, back)) for back in range(b)] if b > 1 else []
    return left + right


def shifted(array: FloatArray, back: Shape, fill: float) -> FloatArray:
    """Give at (i, j) what stands at (i - back, j - back); ``fill`` where there is nothing."""
    down, right = back
    if (down, right) == (0, 0):
        return array
    moved = np.full_like(array, fill)
    rows, columns = array.shape
    moved[down:, right:] = array[: rows - down, : columns - right]
    return moved


def _best(arrays: list[FloatArray], better: np.ufunc) -> FloatArray:
    best: FloatArray = better.reduce(arrays)
    return best
