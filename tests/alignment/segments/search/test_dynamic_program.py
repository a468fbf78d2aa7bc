"""The dynamic programme against every path there is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.alignment.segments.search.dynamic_program import NEVER, Link, Stack, best_paths

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHAPES = ((1, 1), (1, 2), (2, 1))
Gains = dict[tuple[int, int], "NDArray[np.float32]"]


def random_gains(rows: int, columns: int, seed: int) -> Gains:
    """Draw gains for every bead that fits."""
    generator = np.random.default_rng(seed)
    gains = {}
    for a, b in SHAPES:
        table = np.full((rows + 1, columns + 1), NEVER, np.float32)
        if a <= rows and b <= columns:
            size = (rows + 1 - a, columns + 1 - b)
            table[a:, b:] = generator.normal(0, 2, size).astype(np.float32)
        gains[a, b] = table
    return gains


def by_trying(gains: Gains, rows: int, columns: int, *, alone: int | None = None) -> float:
    """Try every path; with ``alone``, only those that leave that source segment in no bead."""

    @cache
    def best(row: int, column: int) -> float:
        if not row and not column:
            return 0.0
        scores = [best(row - 1, column)] if row else []
        scores += [best(row, column - 1)] if column else []
        for (a, b), table in gains.items():
            if a <= row and b <= column and (alone is None or not row - a <= alone < row):
                scores.append(best(row - a, column - b) + float(table[row, column]))
        return max(scores)

    return best(rows, columns)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 10_000))
def test_finds_the_best_path(rows: int, columns: int, seed: int) -> None:
    """The links that are chosen are worth as much as the best of all paths."""
    gains = random_gains(rows, columns, seed)
    (path,) = best_paths(one_layer(gains, rows, columns))
    worth = sum(gains[shape(link)][link.source[1], link.target[1]] for link in path.links)
    assert worth == pytest.approx(by_trying(gains, rows, columns), abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 10_000))
def test_support_is_what_being_alone_would_cost(rows: int, columns: int, seed: int) -> None:
    """The support of a linked segment is the loss when it must stay alone."""
    gains = random_gains(rows, columns, seed)
    (path,) = best_paths(one_layer(gains, rows, columns))
    linked = {index for link in path.links for index in range(*link.source)}
    for index in range(rows):
        loss = by_trying(gains, rows, columns) - by_trying(gains, rows, columns, alone=index)
        if index in linked:
            assert path.source[index] == pytest.approx(loss, abs=1e-4)
        else:
            assert path.source[index] <= 0


def test_layers_do_not_touch_each_other() -> None:
    """Rectangles of different sizes that are stacked give what each gives by itself."""
    sizes = [(3, 5), (5, 2), (1, 1)]
    every = [random_gains(*size, seed=seed) for seed, size in enumerate(sizes)]
    singly = [
        best_paths(one_layer(gains, *size))[0] for gains, size in zip(every, sizes, strict=True)
    ]
    stacked = {shape: np.full((3, 6, 6), NEVER, np.float32) for shape in SHAPES}
    for layer, (gains, (rows, columns)) in enumerate(zip(every, sizes, strict=True)):
        for each, table in gains.items():
            stacked[each][layer, : rows + 1, : columns + 1] = table
    together = best_paths(Stack(stacked, *np.array(sizes).T))
    for one, other in zip(singly, together, strict=True):
        assert one.links == other.links
        assert one.source == pytest.approx(other.source)
        assert one.target == pytest.approx(other.target)


def one_layer(gains: Gains, rows: int, columns: int) -> Stack:
    """Stack a single rectangle."""
    return Stack(
        {each: table[None] for each, table in gains.items()},
        np.array([rows]),
        np.array([columns]),
    )


def shape(link: Link) -> tuple[int, int]:
    """Give how many segments a link holds on either side."""
    return link.source[1] - link.source[0], link.target[1] - link.target[0]
