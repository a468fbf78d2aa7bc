"""The dynamic programme: the best sequence of beads, for many rectangles at once.

A cell (r, c) stands for "r source and c target segments are consumed". A path leads from (0, 0)
to the far corner; every step is a bead, or a segment left alone (a null alignment):

               t1    t2    t3    t4
         o     .     .     .     .
    s1   .     o     .     .     .     s1 = t1       1:1
    s2   .     .     .     o     .     s2 = t2 t3    1:2, two columns at once
    s3   .     .     .     o --- o     s3 alone      1:0, straight down: lost in the target
                                       t4 alone      0:1, straight right: added there

Null alignments score 0, so that only beads with a positive score are chosen. Two that swapped
places cannot both be on a path: what stands elsewhere is linked afterwards (``moved_links``).

A long document is cut into rectangles (see ``anchor_rectangles``); those of like size are stacked,
so that the work per row is done for all of them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.alignment.segments.compare.bead_scores import IMPOSSIBLE_SCORE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from aligncheck.alignment.arrays import Float32Array, Int64Array
    from aligncheck.alignment.segments.compare.joined_segments import BeadShape

    Choices = NDArray[np.int8]

_SKIP_SOURCE: Final = -1
_SKIP_TARGET: Final = -2
"""The steps that leave a segment alone; those that make a bead are numbered from 0 by shape."""


@dataclass(frozen=True, slots=True)
class BeadSpan:
    """A bead with segments on both sides, by their indices: ``[start, end)`` each."""

    source: tuple[int, int]
    target: tuple[int, int]

    @property
    def shape(self) -> BeadShape:
        """How many segments it holds on either side."""
        return self.source[1] - self.source[0], self.target[1] - self.target[0]

    def reversed(self) -> BeadSpan:
        """Look from the other side."""
        return BeadSpan(self.target, self.source)


@dataclass(frozen=True, slots=True)
class ScoreStack:
    """Rectangles of scores, one per layer: ``scores[shape]`` is (layers, rows + 1, columns + 1).

    Row r and column c speak of the bead after which r source and c target segments are consumed.
    ``rows`` and ``columns`` give each layer's own size; what is beyond it is padding. Null
    alignments score nothing, so only beads with a positive score are ever chosen.
    """

    scores: Mapping[BeadShape, Float32Array]
    rows: Int64Array
    columns: Int64Array


@dataclass(frozen=True, slots=True)
class BeadPath:
    """The best path through a rectangle, or through a whole pair of versions.

    ``source`` and ``target`` give the support of each segment, in log-odds: the best score with
    the segment in a bead, less the best score with it alone; negative where it is alone.
    """

    beads: tuple[BeadSpan, ...]
    source: Float32Array
    target: Float32Array

    def find_weakest_support(self, bead: BeadSpan) -> float:
        """Give the support of that segment of a bead which has the least."""
        ours, theirs = self.source[slice(*bead.source)], self.target[slice(*bead.target)]
        return float(min(ours.min(), theirs.min()))


def find_best_paths(stack: ScoreStack) -> list[BeadPath]:
    """Solve every rectangle of a stack."""
    forward, choice = _score_beginnings(stack)
    backward = _score_endings(stack)
    source, target = _measure_support(stack, forward, backward)
    shapes = tuple(stack.scores)
    return [
        BeadPath(
            tuple(_trace_beads(choice[layer], shapes, int(rows), int(columns))),
            source[layer, :rows],
            target[layer, :columns],
        )
        for layer, (rows, columns) in enumerate(zip(stack.rows, stack.columns, strict=True))
    ]


def _score_beginnings(stack: ScoreStack) -> tuple[Float32Array, Choices]:
    """Give the best score up to each cell, and the step that reaches it."""
    size = next(iter(stack.scores.values())).shape
    forward = np.zeros(size, dtype=np.float32)
    choice = np.full(size, _SKIP_TARGET, dtype=np.int8)
    for row in range(1, size[1]):
        candidates = np.full(
            (len(stack.scores) + 1, size[0], size[2]), IMPOSSIBLE_SCORE, dtype=np.float32
        )
        # Three ways into a cell: from above, over a source segment alone; from the upper left, over
        # a bead of a by b; from the left, over a target segment alone, which comes last.
        candidates[0] = forward[:, row - 1]
        for number, ((a, b), table) in enumerate(stack.scores.items(), 1):
            if a <= row and b < size[2]:
                before = forward[:, row - a, : size[2] - b]
                np.add(before, table[:, row, b:], out=candidates[number, :, b:])
        best = candidates.argmax(axis=0)
        reached = np.take_along_axis(candidates, best[None], axis=0)[0]
        # Steps to the right stay in the row and score 0, so that a running maximum makes them all.
        forward[:, row] = np.maximum.accumulate(reached, axis=1)
        # best - 1 is the number of a shape, and for candidate 0 it is _SKIP_SOURCE
        choice[:, row] = np.where(forward[:, row] > reached, _SKIP_TARGET, best - 1)
    return forward, choice


def _score_endings(stack: ScoreStack) -> Float32Array:
    """Give the best score from each cell to its layer's corner."""
    layers, rows, columns = next(iter(stack.scores.values())).shape
    backward = np.full((layers, rows, columns), IMPOSSIBLE_SCORE, dtype=np.float32)
    backward[np.arange(layers), stack.rows, stack.columns] = 0.0
    for row in range(rows - 1, -1, -1):
        line = backward[:, row]
        if row + 1 < rows:
            np.maximum(line, backward[:, row + 1], out=line)
        for (a, b), table in stack.scores.items():
            if row + a < rows and b < columns:
                after = backward[:, row + a, b:] + table[:, row + a, b:]
                np.maximum(line[:, : columns - b], after, out=line[:, : columns - b])
        backward[:, row] = np.maximum.accumulate(line[:, ::-1], axis=1)[:, ::-1]
    return backward


def _measure_support(
    stack: ScoreStack, forward: Float32Array, backward: Float32Array
) -> tuple[Float32Array, Float32Array]:
    """Weigh, for each segment, the best path that links it against the best that does not.

    If the best path with s3 in a bead scores 31.2 and the best one with s3 alone 29.0, its support
    is 2.2; a support of -4 says that to link it would cost four.
    """
    _, rows, columns = forward.shape
    alone = (
        (forward[:, :-1] + backward[:, 1:]).max(axis=2),
        (forward[:, :, :-1] + backward[:, :, 1:]).max(axis=1),
    )
    linked = tuple(np.full_like(side, IMPOSSIBLE_SCORE) for side in alone)
    for (a, b), table in stack.scores.items():
        if a >= rows or b >= columns:
            continue
        through = forward[:, :-a, :-b] + table[:, a:, b:] + backward[:, a:, b:]
        for side, best in enumerate((through.max(axis=2), through.max(axis=1))):
            # a bead that begins at segment i links i, i + 1 … as well: the same score, shifted
            for first in range((a, b)[side]):
                part = linked[side][:, first : first + best.shape[1]]
                np.maximum(part, best, out=part)
    return linked[0] - alone[0], linked[1] - alone[1]


def _trace_beads(
    choice: Choices, shapes: Sequence[BeadShape], row: int, column: int
) -> list[BeadSpan]:
    """Follow the choices back from the corner."""
    beads: list[BeadSpan] = []
    while row > 0:
        chosen = int(choice[row, column])
        if chosen == _SKIP_TARGET:
            column -= 1
        elif chosen == _SKIP_SOURCE:
            row -= 1
        else:
            a, b = shapes[chosen]
            beads.append(BeadSpan((row - a, row), (column - b, column)))
            row, column = row - a, column - b
    beads.reverse()
    return beads
