"""The heaviest increasing chain against every chain there is."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.alignment.segments.search.anchor_chain import find_heaviest_chain

PAIRS = st.lists(st.tuples(st.integers(0, 6), st.integers(1, 9)), max_size=8)


@given(PAIRS)
def test_no_chain_is_heavier(pairs: list[tuple[int, int]]) -> None:
    """The chain increases, and no other increasing one weighs more."""
    columns = np.array([column for column, _ in pairs], dtype=np.int64)
    weights = np.array([weight for _, weight in pairs], dtype=np.float32)
    chain = find_heaviest_chain(columns, weights)
    assert (np.diff(columns[chain]) > 0).all()
    heaviest = max(
        sum(pairs[i][1] for i in some)
        for size in range(len(pairs) + 1)
        for some in combinations(range(len(pairs)), size)
        if all(pairs[i][0] < pairs[j][0] for i, j in pairwise(some))
    )
    assert weights[chain].sum() == pytest.approx(heaviest)
