"""Which pairs of versions are aligned."""

from __future__ import annotations

import pytest

from aligncheck.alignment.segments.decide.version_pairs import list_needed_pairs


@pytest.mark.parametrize(
    ("count", "pivot", "expected"),
    [
        (0, None, []),
        (1, 0, []),
        (2, 1, [(0, 1)]),
        (3, 0, [(0, 1), (0, 2), (1, 2)]),
        (4, None, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]),
        (5, 0, [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4)]),
    ],
)
def test_needed_pairs(count: int, pivot: int | None, expected: list[tuple[int, int]]) -> None:
    """All of peers; from a source those with it, and what two third versions need."""
    assert list_needed_pairs(count, pivot) == expected
