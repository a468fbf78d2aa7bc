"""The dynamic programme against every path there is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.alignment.segments.compare.bead_scores import IMPOSSIBLE_SCORE
from aligncheck.alignment.segments.search.dynamic_program import ScoreStack, find_best_paths

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHAPES = ((1, 1), (1, 2), (2, 1))
Scores = dict[tuple[int, int], "NDArray[np.float32]"]


def draw_scores(rows: int, columns: int, seed: int) -> Scores:
    """Draw scores for every bead that fits."""
    generator = np.random.default_rng(seed)
    scores = {}
    for a, b in SHAPES:
        table = np.full((rows + 1, columns + 1), IMPOSSIBLE_SCORE, np.float32)
        if a <= rows and b <= columns:
            size = (rows + 1 - a, columns + 1 - b)
            table[a:, b:] = generator.normal(0, 2, size).astype(np.float32)
        scores[a, b] = table
    return scores


def by_trying(scores: Scores, rows: int, columns: int, *, alone: int | None = None) -> float:
    """Try every path; with ``alone``, only those that leave that source segment in no bead."""

    @cache
    def best(row: int, column: int) -> float:
        if not row and not column:
            return 0.0
        found = [best(row - 1, column)] if row else []
        found += [best(row, column - 1)] if column else []
        for (a, b), table in scores.items():
            if a <= row and b <= column and (alone is None or not row - a <= alone < row):
                found.append(best(row - a, column - b) + float(table[row, column]))
        return max(found)

    return best(rows, columns)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 10_000))
def test_finds_the_best_path(rows: int, columns: int, seed: int) -> None:
    """The links that are chosen are worth as much as the best of all paths."""
    scores = draw_scores(rows, columns, seed)
    (path,) = find_best_paths(one_layer(scores, rows, columns))
    worth = sum(scores[bead.shape][bead.source[1], bead.target[1]] for bead in path.beads)
    assert worth == pytest.approx(by_trying(scores, rows, columns), abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 10_000))
def test_support_is_what_being_alone_would_cost(rows: int, columns: int, seed: int) -> None:
    """The support of a linked segment is the loss when it must stay alone."""
    scores = draw_scores(rows, columns, seed)
    (path,) = find_best_paths(one_layer(scores, rows, columns))
    linked = {index for bead in path.beads for index in range(*bead.source)}
    for index in range(rows):
        loss = by_trying(scores, rows, columns) - by_trying(scores, rows, columns, alone=index)
        if index in linked:
            assert path.source[index] == pytest.approx(loss, abs=1e-4)
        else:
            assert path.source[index] <= 0


def test_layers_do_not_touch_each_other() -> None:
    """Rectangles of different sizes that are stacked give what each gives by itself."""
    sizes = [(3, 5), (5, 2), (1, 1)]
    every = [draw_scores(*size, seed=seed) for seed, size in enumerate(sizes)]
    singly = [
        find_best_paths(one_layer(scores, *size))[0]
        for scores, size in zip(every, sizes, strict=True)
    ]
    stacked = {shape: np.full((3, 6, 6), IMPOSSIBLE_SCORE, np.float32) for shape in SHAPES}
    for layer, (scores, (rows, columns)) in enumerate(zip(every, sizes, strict=True)):
        for each, table in scores.items():
            stacked[each][layer, : rows + 1, : columns + 1] = table
    together = find_best_paths(ScoreStack(stacked, *np.array(sizes).T))
    for one, other in zip(singly, together, strict=True):
        assert one.beads == other.beads
        assert one.source == pytest.approx(other.source)
        assert one.target == pytest.approx(other.target)


def one_layer(scores: Scores, rows: int, columns: int) -> ScoreStack:
    """Stack a single rectangle."""
    return ScoreStack(
        {each: table[None] for each, table in scores.items()},
        np.array([rows]),
        np.array([columns]),
    )
