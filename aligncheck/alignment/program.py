"""The dynamic programme: the best sequence of beads within a band."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from aligncheck.alignment.joins import Shape
    from aligncheck.alignment.sides import FloatArray, IntArray

    Choices = NDArray[np.int8]

NEVER = np.float32(-1e9)

SKIP_SOURCE, SKIP_TARGET = -1, -2


@dataclass(frozen=True, slots=True)
class Link:
    """A bead by the indices of its segments: ``[start, end)`` on both sides."""

    source: tuple[int, int]
    target: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Band:
    """The cells that are looked at: for each row (0 to n) the first column, and the width.

    Rows and columns count the segments consumed, so a band has one row more than the source has
    segments. The first columns never decrease and never jump further than the band is wide.
    """

    first: IntArray
    width: int


def best_path(band: Band, gains: Mapping[Shape, FloatArray], columns: int) -> list[Link]:
    """Give the links of the best path; segments in none of them are null alignments.

    ``gains[shape]`` is (rows, width) like the band; its row r and column c speak of the bead
    after which r source and c target segments are consumed. Null alignments cost nothing, so only
    beads with a positive gain are chosen.
    """
    _, choice = _fill(band, gains, columns)
    return _trace(band, choice, tuple(gains), columns)


def _fill(
    band: Band, gains: Mapping[Shape, FloatArray], columns: int
) -> tuple[FloatArray, Choices]:
    rows, width = len(band.first), band.width
    forward = np.full((rows, width), NEVER, dtype=np.float32)
    choice = np.full((rows, width), SKIP_SOURCE, dtype=np.int8)
    forward[0, : columns + 1 - band.first[0]] = 0.0
    choice[0] = SKIP_TARGET
    shapes = tuple(gains)
    candidates = np.empty((len(shapes) + 1, width), dtype=np.float32)
    for row in range(1, rows):
        candidates.fill(NEVER)
        _carry(candidates[0], forward, band, row, (1, 0))
        for number, shape in enumerate(shapes, 1):
            if shape[0] <= row:
                _carry(candidates[number], forward, band, row, shape)
                candidates[number] += gains[shape][row]
        _settle(candidates, forward[row], choice[row])
    return forward, choice


@dataclass(frozen=True, slots=True)
class Support:
    """How much each segment's being linked is worth, in gain: negative where it is not linked.

    The best score with the segment in a bead, less the best score with it alone; one value per
    source segment and per target segment.
    """

    source: FloatArray
    target: FloatArray


def support(band: Band, gains: Mapping[Shape, FloatArray], columns: int) -> Support:
    """Weigh, for each segment, the best path that links it against the best that does not."""
    forward, _ = _fill(band, gains, columns)
    backward = _fill_back(band, gains, columns)
    linked = _Best(len(band.first) - 1, columns)
    alone = _Best(len(band.first) - 1, columns)
    line = np.empty(band.width, dtype=np.float32)
    for row in range(len(band.first)):
        start = int(band.first[row])
        alone.columns(start + 1, forward[row, :-1] + backward[row, 1:])
        if row:
            line.fill(NEVER)
            _carry(line, forward, band, row, (1, 0))
            alone.row(row, line + backward[row])
        for shape in gains:
            if shape[0] <= row:
                line.fill(NEVER)
                _carry(line, forward, band, row, shape)
                through = line + gains[shape][row] + backward[row]
                linked.bead(row, start, shape, through)
    return Support(linked.source - alone.source, linked.target - alone.target)


class _Best:
    """The best score seen for each segment of both sides."""

    def __init__(self, rows: int, columns: int) -> None:
        self.source = np.full(rows, NEVER, dtype=np.float32)
        self.target = np.full(columns, NEVER, dtype=np.float32)

    def row(self, row: int, scores: FloatArray) -> None:
        """Note scores for the source segment that is consumed on reaching a row."""
        self.source[row - 1] = max(self.source[row - 1], scores.max())

    def columns(self, start: int, scores: FloatArray) -> None:
        """Note scores for the target segments consumed on reaching ``start`` and what follows."""
        first, end = max(start, 1), min(start + len(scores), len(self.target) + 1)
        if first < end:
            part = self.target[first - 1 : end - 1]
            np.maximum(part, scores[first - start : end - start], out=part)

    def bead(self, row: int, start: int, shape: Shape, scores: FloatArray) -> None:
        """Note scores for all segments of the beads that end in a row."""
        for back in range(shape[0]):
            self.row(row - back, scores)
        for back in range(shape[1]):
            self.columns(start - back, scores)


def _fill_back(band: Band, gains: Mapping[Shape, FloatArray], columns: int) -> FloatArray:
    """Give the best score from each cell to the end."""
    rows, width = len(band.first), band.width
    backward = np.full((rows, width), NEVER, dtype=np.float32)
    backward[-1, : columns + 1 - band.first[-1]] = 0.0
    for row in range(rows - 2, -1, -1):
        line = backward[row]
        _fetch(line, backward[row + 1], band, row, (1, 0))
        for shape, table in gains.items():
            if row + shape[0] < rows:
                after = row + shape[0]
                _fetch(line, backward[after] + table[after], band, row, shape)
        line[columns + 1 - band.first[row] :] = NEVER
        line[:] = np.maximum.accumulate(line[::-1])[::-1]
    return backward


def _fetch(line: FloatArray, scores: FloatArray, band: Band, row: int, shape: Shape) -> None:
    """Raise the scores of a row to those after a bead, where they are better."""
    offset = int(band.first[row] - band.first[row + shape[0]]) + shape[1]
    start, end = max(0, -offset), min(band.width, band.width - offset)
    if start < end:
        part = line[start:end]
        np.maximum(part, scores[start + offset : end + offset], out=part)


def _carry(line: FloatArray, forward: FloatArray, band: Band, row: int, shape: Shape) -> None:
    """Bring the scores from before a bead into the columns after it."""
    width = band.width
    offset = int(band.first[row] - band.first[row - shape[0]]) - shape[1]
    start, end = max(0, -offset), min(width, width - offset)
    if start < end:
        line[start:end] = forward[row - shape[0], start + offset : end + offset]


def _settle(candidates: FloatArray, scores: FloatArray, choice: Choices) -> None:
    """Choose the best candidate per column, then carry scores on past skipped targets."""
    best = candidates.argmax(axis=0)
    reached = candidates[best, np.arange(len(best))]
    carried = np.maximum.accumulate(reached)
    scores[:] = carried
    choice[:] = np.where(carried > reached, SKIP_TARGET, best - 1)


def _trace(
    band: Band,
    choice: Choices,
    shapes: Sequence[Shape],
    columns: int,
) -> list[Link]:
    """Follow the choices back from the corner."""
    row, column = len(band.first) - 1, columns
    column = min(column, int(band.first[row]) + band.width - 1)
    links: list[Link] = []
    while row > 0 and column >= 0:
        chosen = int(choice[row, column - band.first[row]])
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
