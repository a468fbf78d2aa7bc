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
