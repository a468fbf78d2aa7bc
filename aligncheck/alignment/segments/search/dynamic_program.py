"""The dynamic programme: the best sequence of beads, for many rectangles at once.

A long document is cut into rectangles (see ``rectangles``); those of like size are stacked, so that
the work per row is done for all of them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from aligncheck.alignment.segments.compare.joined_segments import Shape
    from aligncheck.alignment.segments.compare.segment_table import FloatArray, IntArray

    Choices = NDArray[np.int8]

NEVER = np.float32(-1e9)

SKIP_SOURCE, SKIP_TARGET = -1, -2


@dataclass(frozen=True, slots=True)
class Link:
    """A bead by the indices of its segments: ``[start, end)`` on both sides."""

    source: tuple[int, int]
    target: tuple[int, int]

    @property
    def shape(self) -> Shape:
        """How many segments it holds on either side."""
        return self.source[1] - self.source[0], self.target[1] - self.target[0]

    def reversed(self) -> Link:
        """Look from the other side."""
        return Link(self.target, self.source)


@dataclass(frozen=True, slots=True)
class Stack:
    """Rectangles of gains, one per layer: ``gains[shape]`` is (layers, rows + 1, columns + 1).

    Row r and column c speak of the bead after which r source and c target segments are consumed.
    ``rows`` and ``columns`` give each layer's own size; what is beyond it is padding. Null
    alignments gain nothing, so only beads with a positive gain are ever chosen.
    """

    gains: Mapping[Shape, FloatArray]
    rows: IntArray
    columns: IntArray


@dataclass(frozen=True, slots=True)
class Path:
    """The best path through one rectangle.

    ``source`` and ``target`` tell, per segment, how much its being linked is worth: the best score
    with the segment in a bead, less the best score with it alone; negative where it is alone.
    """

    links: tuple[Link, ...]
    source: FloatArray
    target: FloatArray

    def weakest(self, link: Link) -> float:
        """Give the support of that segment of a link which has the least."""
        ours, theirs = self.source[slice(*link.source)], self.target[slice(*link.target)]
        return float(min(ours.min(), theirs.min()))


def best_paths(stack: Stack) -> list[Path]:
    """Solve every rectangle of a stack."""
    forward, choice = _forward(stack)
    backward = _backward(stack)
    source, target = _supports(stack, forward, backward)
    shapes = tuple(stack.gains)
    return [
        Path(
            tuple(_trace(choice[layer], shapes, int(rows), int(columns))),
            source[layer, :rows],
            target[layer, :columns],
        )
        for layer, (rows, columns) in enumerate(zip(stack.rows, stack.columns, strict=True))
    ]


def _forward(stack: Stack) -> tuple[FloatArray, Choices]:
    """Give the best score up to each cell, and the step that reaches it."""
    size = next(iter(stack.gains.values())).shape
    forward = np.zeros(size, dtype=np.float32)
    choice = np.full(size, SKIP_TARGET, dtype=np.int8)
    for row in range(1, size[1]):
        candidates = np.full((len(stack.gains) + 1, size[0], size[2]), NEVER, dtype=np.float32)
        candidates[0] = forward[:, row - 1]
        for number, ((a, b), table) in enumerate(stack.gains.items(), 1):
            if a <= row and b < size[2]:
                before = forward[:, row - a, : size[2] - b]
                np.add(before, table[:, row, b:], out=candidates[number, :, b:])
        best = candidates.argmax(axis=0)
        reached = np.take_along_axis(candidates, best[None], axis=0)[0]
        forward[:, row] = np.maximum.accumulate(reached, axis=1)
        choice[:, row] = np.where(forward[:, row] > reached, SKIP_TARGET, best - 1)
    return forward, choice


def _backward(stack: Stack) -> FloatArray:
    """Give the best score from each cell to its layer's corner."""
    layers, rows, columns = next(iter(stack.gains.values())).shape
    backward = np.full((layers, rows, columns), NEVER, dtype=np.float32)
    backward[np.arange(layers), stack.rows, stack.columns] = 0.0
    for row in range(rows - 1, -1, -1):
        line = backward[:, row]
        if row + 1 < rows:
            np.maximum(line, backward[:, row + 1], out=line)
        for (a, b), table in stack.gains.items():
            if row + a < rows and b < columns:
                after = backward[:, row + a, b:] + table[:, row + a, b:]
                np.maximum(line[:, : columns - b], after, out=line[:, : columns - b])
        backward[:, row] = np.maximum.accumulate(line[:, ::-1], axis=1)[:, ::-1]
    return backward


def _supports(
    stack: Stack, forward: FloatArray, backward: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Weigh, for each segment, the best path that links it against the best that does not."""
    _, rows, columns = forward.shape
    alone = (
        (forward[:, :-1] + backward[:, 1:]).max(axis=2),
        (forward[:, :, :-1] + backward[:, :, 1:]).max(axis=1),
    )
    linked = tuple(np.full_like(side, NEVER) for side in alone)
    for (a, b), table in stack.gains.items():
        if a >= rows or b >= columns:
            continue
        through = forward[:, :-a, :-b] + table[:, a:, b:] + backward[:, a:, b:]
        for side, best in enumerate((through.max(axis=2), through.max(axis=1))):
            for first in range((a, b)[side]):
                part = linked[side][:, first : first + best.shape[1]]
                np.maximum(part, best, out=part)
    return linked[0] - alone[0], linked[1] - alone[1]


def _trace(choice: Choices, shapes: Sequence[Shape], row: int, column: int) -> list[Link]:
    """Follow the choices back from the corner."""
    links: list[Link] = []
    while row > 0:
        chosen = int(choice[row, column])
        if chosen == SKIP_TARGET:
            column -= 1
        elif chosen == SKIP_SOURCE:
            row -= 1
        else:
            a, b = shapes[chosen]
            links.append(Link((row - a, row), (column - b, column)))
            row, column = row - a, column - b
    links.reverse()
    return links
