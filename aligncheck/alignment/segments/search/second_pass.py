"""The second pass: what is in doubt is solved again, by the pieces of its segments.

A rectangle is in doubt where it lies between two links beyond doubt and is not just the next
pair: something there is alone, in an n:m bead, or weakly supported.

    support    9    9   -2    1    9    9      s3 lost, s4 weak: solved again are s2 to s5,
    source    s1   s2   s3   s4   s5   s6      the links at either end included, since a
    target    t1   t2        t3   t4   t5      sentence of s3 may stand in t2
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.alignment.segments.compare.bead_scores import BEAD_SHAPES, ONE_TO_ONE
from aligncheck.alignment.segments.compare.piece_similarity import compare_pieces
from aligncheck.alignment.segments.compare.span_comparison import compare_versions
from aligncheck.alignment.segments.search.anchor_rectangles import Rectangle
from aligncheck.alignment.segments.search.bead_path import find_bead_path, replace_rectangles
from aligncheck.alignment.segments.search.dynamic_program import BeadSpan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.alignment.arrays import BoolArray
    from aligncheck.alignment.fitted_models import BeadModels
    from aligncheck.alignment.segments.compare.piece_similarity import (
        PieceSimilarity,
        SegmentPieces,
    )
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable
    from aligncheck.alignment.segments.search.dynamic_program import BeadPath
    from aligncheck.alignment.segments.search.first_pass import PathDraft

_SUPPORT_BEYOND_DOUBT: Final = 3.0
"""The support, in log-odds, from which a link is beyond doubt. Chosen as twenty to one."""

_BORDER_SEGMENTS: Final = 2
"""How many of the segments at either end of a plain loss can belong to the bead beside it. Chosen
because the largest bead has three segments on a side."""

_MAX_DOUBTFUL_PAIRS: Final = 400
"""Pairs of segments in doubt beyond which only the borders of a rectangle are looked at. Chosen
to bound what is embedded: twenty lost paragraphs beside twenty added ones."""

_MAX_DOUBTFUL_CELLS: Final = 40_000
"""Cells of a rectangle beyond which it is taken for what it seems. Chosen to bound time."""


@dataclass(frozen=True, slots=True)
class DoubtfulRectangle:
    """A rectangle of a path that is in doubt, and the rows and columns whose pieces are compared.

    ``rows`` and ``columns`` are indices of segments in the whole versions, in order.
    """

    where: Rectangle
    rows: list[int]
    columns: list[int]


def find_doubtful_rectangles(path: BeadPath) -> list[DoubtfulRectangle]:
    """Give the rectangles of a path that are in doubt, each with the sure link at either end."""
    sure = [
        bead
        for bead in path.beads
        if bead.shape == ONE_TO_ONE and path.find_weakest_support(bead) >= _SUPPORT_BEYOND_DOUBT
    ]
    count, width = len(path.source), len(path.target)
    marks = [BeadSpan((0, 0), (0, 0)), *sure, BeadSpan((count, count), (width, width))]
    found: list[Rectangle] = []
    for before, after in pairwise(marks):
        if (before.source[1], before.target[1]) == (after.source[0], after.target[0]):
            continue
        # Two rectangles that share the link between them are one: no segment is solved twice.
        start = found.pop() if found and found[-1].bottom > before.source[0] else None
        top, left = (start.top, start.left) if start else (before.source[0], before.target[0])
        found.append(Rectangle(top, after.source[1], left, after.target[1]))
    return [
        _choose_segments(path, each)
        for each in found
        if 0 < each.size[0] * each.size[1] <= _MAX_DOUBTFUL_CELLS
    ]


def _choose_segments(path: BeadPath, where: Rectangle) -> DoubtfulRectangle:
    """Choose the segments of a rectangle that are worth a look: all, or those at its borders."""
    unsure = (
        path.source[where.rows] < _SUPPORT_BEYOND_DOUBT,
        path.target[where.columns] < _SUPPORT_BEYOND_DOUBT,
    )
    if 0 < int(unsure[0].sum()) * int(unsure[1].sum()) <= _MAX_DOUBTFUL_PAIRS:
        rows, columns = range(where.top, where.bottom), range(where.left, where.right)
        return DoubtfulRectangle(where, [*rows], [*columns])
    near_rows, near_columns = (np.flatnonzero(_is_near_sure(each)) for each in unsure)
    return DoubtfulRectangle(
        where, (near_rows + where.top).tolist(), (near_columns + where.left).tolist()
    )


def _is_near_sure(unsure: BoolArray) -> BoolArray:
    """Tell which segments are sure, or near one that is."""
    sure = np.pad(~unsure, _BORDER_SEGMENTS)
    around = [sure[shift : shift + len(unsure)] for shift in range(2 * _BORDER_SEGMENTS + 1)]
    near: BoolArray = np.any(around, axis=0)
    return near


def compare_doubtful(
    tables: tuple[SegmentTable, SegmentTable],
    doubtful: Sequence[DoubtfulRectangle],
    pieces: tuple[Mapping[int, SegmentPieces], Mapping[int, SegmentPieces]],
) -> dict[Rectangle, PieceSimilarity]:
    """Compare the pieces of the segments in doubt, by the rectangle of each.

    ``pieces`` has those of the rows, and of the columns, by index.
    """
    found = {}
    for each in doubtful:
        similarity = compare_pieces(tables, pieces, each.rows, each.columns)
        rows, columns = (np.array(some, dtype=np.int64) for some in (each.rows, each.columns))
        found[each.where] = similarity.spread(
            each.where.size, rows - each.where.top, columns - each.where.left
        )
    return found


def revise_path(
    draft: PathDraft,
    doubtful: Sequence[DoubtfulRectangle],
    pieces: tuple[Mapping[int, SegmentPieces], Mapping[int, SegmentPieces]],
    models: BeadModels,
) -> PathDraft:
    """Solve the rectangles in doubt again, and keep the rest of the path."""
    similar = compare_doubtful((draft.source, draft.target), doubtful, pieces)
    # Joined anew rather than held: a chunk of articles waits for the vectors of its pieces
    # between the passes, and the joins are three times what the segments themselves take.
    comparison = compare_versions(draft.source, draft.target, draft.scale, BEAD_SHAPES)
    fresh = find_bead_path(comparison, [*similar], models, similar)
    return replace(draft, path=replace_rectangles(draft.path, [*similar], fresh))
