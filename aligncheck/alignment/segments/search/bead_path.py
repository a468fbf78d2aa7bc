"""The best path through all rectangles of a pair of versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.alignment.segments.compare.bead_scores import (
    BEAD_SHAPES,
    IMPOSSIBLE_SCORE,
    score_beads,
)
from aligncheck.alignment.segments.compare.piece_similarity import PieceSimilarity
from aligncheck.alignment.segments.search.anchor_rectangles import Rectangle
from aligncheck.alignment.segments.search.dynamic_program import (
    BeadPath,
    BeadSpan,
    ScoreStack,
    find_best_paths,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.alignment.fitted_models import BeadModels
    from aligncheck.alignment.segments.compare.span_comparison import PairComparison

_PADDING_STEP: Final = 16
"""Rectangles are padded to multiples of this many rows and columns, to be stacked with others.
Chosen small beside the rows between two anchors, so that padding costs little."""

_MAX_STACK_CELLS: Final = 1_000_000
"""Cells that a stack may have. Chosen to bound memory: six tables of them are 24 MB."""

PiecesByRectangle = Mapping[Rectangle, PieceSimilarity]
"""What the pieces of segments have shown, by the rectangle that they stand in."""


def find_bead_path(
    comparison: PairComparison,
    rectangles: Sequence[Rectangle],
    models: BeadModels,
    pieces: PiecesByRectangle = MappingProxyType({}),
) -> BeadPath:
    """Solve all rectangles and join their paths; indices are those of the documents.

    ``pieces`` says what the pieces of segments have shown in some of them.
    """
    source = np.full(len(comparison.source), IMPOSSIBLE_SCORE, dtype=np.float32)
    target = np.full(len(comparison.target), IMPOSSIBLE_SCORE, dtype=np.float32)
    beads: list[BeadSpan] = []
    for rectangle, path in _solve_rectangles(comparison, rectangles, models, pieces):
        source[rectangle.rows] = path.source
        target[rectangle.columns] = path.target
        beads += [_shift_bead(bead, rectangle) for bead in path.beads]
    return BeadPath(tuple(sorted(beads, key=lambda bead: bead.source)), source, target)


def _solve_rectangles(
    comparison: PairComparison,
    rectangles: Sequence[Rectangle],
    models: BeadModels,
    pieces: PiecesByRectangle,
) -> Iterator[tuple[Rectangle, BeadPath]]:
    for group in _group_by_size(rectangles):
        stack = _stack_scores(comparison, group, models, pieces)
        yield from zip(group, find_best_paths(stack), strict=True)


def _group_by_size(rectangles: Sequence[Rectangle]) -> Iterator[list[Rectangle]]:
    """Put rectangles of like size together."""
    alike: dict[tuple[int, int], list[Rectangle]] = defaultdict(list)
    for rectangle in rectangles:
        rows, columns = rectangle.size
        alike[-(-rows // _PADDING_STEP), -(-columns // _PADDING_STEP)].append(rectangle)
    for (rows, columns), group in alike.items():
        cells = rows * columns * _PADDING_STEP * _PADDING_STEP
        count = max(1, _MAX_STACK_CELLS // max(1, cells))
        for start in range(0, len(group), count):
            yield group[start : start + count]


def _stack_scores(
    comparison: PairComparison,
    rectangles: Sequence[Rectangle],
    models: BeadModels,
    pieces: PiecesByRectangle,
) -> ScoreStack:
    sizes = np.array([rectangle.size for rectangle in rectangles], dtype=np.int64)
    shape = (len(rectangles), *(sizes.max(axis=0) + 1))
    tables = {each: np.full(shape, IMPOSSIBLE_SCORE, dtype=np.float32) for each in BEAD_SHAPES}
    # +---------+----+   a layer: its own scores at the upper left, row and column 0 for "nothing
    # | scores  |pad |   consumed yet", and padding that no path can enter
    # +---------+pad |
    # |   padding    |
    # +--------------+
    for layer, rectangle in enumerate(rectangles):
        height, width = rectangle.size
        if height and width:
            scores = score_beads(
                comparison, rectangle.rows, rectangle.columns, models, pieces.get(rectangle)
            )
            for each, table in scores.items():
                tables[each][layer, 1 : height + 1, 1 : width + 1] = table
    return ScoreStack(tables, sizes[:, 0], sizes[:, 1])


def replace_rectangles(
    path: BeadPath, rectangles: Sequence[Rectangle], fresh: BeadPath
) -> BeadPath:
    """Put what was found anew for some rectangles in the place of what was found before."""
    source, target = path.source.copy(), path.target.copy()
    kept = np.ones(len(path.source), dtype=bool)
    for rectangle in rectangles:
        rows, columns = rectangle.rows, rectangle.columns
        source[rows], target[columns], kept[rows] = fresh.source[rows], fresh.target[columns], False
    beads = [bead for bead in path.beads if kept[bead.source[0]]]
    every = sorted([*beads, *fresh.beads], key=lambda bead: bead.source)
    return BeadPath(tuple(every), source, target)


def _shift_bead(bead: BeadSpan, rectangle: Rectangle) -> BeadSpan:
    (a, b), (c, d) = bead.source, bead.target
    top, left = rectangle.top, rectangle.left
    return BeadSpan((a + top, b + top), (c + left, d + left))
