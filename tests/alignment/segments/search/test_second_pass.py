"""A closer look at what is in doubt: which stretches, and what the pieces of segments say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from aligncheck.alignment.segments.compare.piece_similarity import NOT_COMPARED, SegmentPieces
from aligncheck.alignment.segments.compare.segment_table import SegmentTable
from aligncheck.alignment.segments.search.dynamic_program import BeadPath, BeadSpan
from aligncheck.alignment.segments.search.second_pass import (
    compare_doubtful,
    find_doubtful_rectangles,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.arrays import Float32Array

FIRM, WEAK, LOST = 9.0, 1.0, -2.0


def path(links: Sequence[tuple[int, int]], size: tuple[int, int], *, weak: int = -1) -> BeadPath:
    """Make a path of single links, all of them sure but one source segment's."""
    source, target = (np.full(count, LOST, np.float32) for count in size)
    for row, column in links:
        source[row] = target[column] = WEAK if row == weak else FIRM
    made = tuple(BeadSpan((row, row + 1), (column, column + 1)) for row, column in links)
    return BeadPath(made, source, target)


def test_a_loss_is_looked_at_with_the_links_beside_it() -> None:
    """A lost segment is in doubt together with its neighbours, and nothing else is."""
    (stretch,) = find_doubtful_rectangles(path([(0, 0), (1, 1), (3, 2), (4, 3)], (5, 4)))
    assert (stretch.where.top, stretch.where.bottom) == (1, 4)
    assert (stretch.where.left, stretch.where.right) == (1, 3)
    assert (stretch.rows, stretch.columns) == ([1, 2, 3], [1, 2])


def test_nothing_is_in_doubt_between_sure_links() -> None:
    """A version that has everything in place needs no second look."""
    assert find_doubtful_rectangles(path([(0, 0), (1, 1), (2, 2)], (3, 3))) == []


def test_a_weak_link_is_in_doubt() -> None:
    """A link with little support is looked at like a loss, with the sure ones beside it."""
    (stretch,) = find_doubtful_rectangles(path([(0, 0), (1, 1), (2, 2)], (3, 3), weak=1))
    assert (stretch.rows, stretch.columns) == ([0, 1, 2], [0, 1, 2])


def test_losses_with_one_link_between_them_are_one_stretch() -> None:
    """Stretches that share a link are solved together, so that no segment is solved twice."""
    (stretch,) = find_doubtful_rectangles(path([(0, 0), (2, 1), (4, 2)], (5, 3)))
    assert stretch.where.size == (5, 3)


def test_of_a_long_plain_loss_only_the_borders_are_looked_at() -> None:
    """What stands amid a lost section cannot belong to the paragraphs around it."""
    lost = path([(0, 0), (21, 1)], (22, 2))
    (stretch,) = find_doubtful_rectangles(lost)
    assert stretch.rows == [0, 1, 2, 19, 20, 21]
    assert stretch.columns == [0, 1]


def axes(*rows: Sequence[float]) -> Float32Array:
    """Make unit vectors."""
    vectors = np.array(rows, dtype=np.float32)
    unit: Float32Array = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def side(vectors: Float32Array, lengths: Sequence[float]) -> SegmentTable:
    """Make a side of paragraphs."""
    nothing = np.zeros(len(vectors), dtype=np.int64)
    return SegmentTable(vectors, np.array(lengths, dtype=np.float32), nothing, nothing, nothing)


def cut_source(
    cut: dict[int, Float32Array], tables: tuple[SegmentTable, SegmentTable]
) -> tuple[dict[int, SegmentPieces], dict[int, SegmentPieces]]:
    """Cut source segments into the given pieces of equal length, and target segments not at all."""
    source, target = (
        {
            index: SegmentPieces(table.vectors[index : index + 1], table.lengths[index : index + 1])
            for index in range(len(table))
        }
        for table in tables
    )
    lengths = {index: np.ones(len(pieces), np.float32) for index, pieces in cut.items()}
    given = {index: SegmentPieces(pieces, lengths[index]) for index, pieces in cut.items()}
    return source | given, target


def test_a_split_paragraph_is_near_to_its_halves_in_order() -> None:
    """Each half is as near as its sentence; in the wrong order neither is."""
    halves = axes([1, 0, 0], [0, 1, 0])
    whole = axes([5, 1, 0])
    sides = side(whole, [60]), side(halves, [50, 10])
    split = path([(0, 0)], (1, 2))
    for pieces, ordered in ((halves, 1.0), (halves[::-1], 0.0)):
        found = compare_doubtful(
            sides, find_doubtful_rectangles(split), cut_source({0: pieces}, sides)
        )
        (near,) = found.values()
        assert near.ordered[1, 2][0, 1] == pytest.approx(ordered, abs=1e-6)
        assert near.partial[0].tolist() == pytest.approx([1.0, 1.0])


def test_only_the_longer_segment_is_taken_apart() -> None:
    """A sentence of a short paragraph is no counterpart of a long one."""
    pieces = axes([1, 0], [0, 1])
    sides = side(axes([1, 1]), [40]), side(axes([1, 0]), [80])
    (near,) = compare_doubtful(
        sides, find_doubtful_rectangles(path([], (1, 1))), cut_source({0: pieces}, sides)
    ).values()
    assert near.partial[0, 0] == NOT_COMPARED


def test_all_pieces_together_are_no_part() -> None:
    """What the whole segment says is known already: a part must lack a piece."""
    pieces = axes([1, 0, 1], [0, 1, 1])
    target = axes([1, 1, 2])
    sides = side(axes([1, 1, 2]), [80]), side(target, [60])
    (near,) = compare_doubtful(
        sides, find_doubtful_rectangles(path([], (1, 1))), cut_source({0: pieces}, sides)
    ).values()
    best = float((pieces @ target.T).max())
    assert near.partial[0, 0] == pytest.approx(best)
    assert best < float(sides[0].vectors[0] @ target[0])
