"""What speaks for and against a link, by the markup of two versions."""

from __future__ import annotations

import numpy as np
import pytest

from aligncheck.alignment.segments.compare.link_features import LINK, Parts, Scale, link_features
from aligncheck.alignment.segments.compare.segment_table import HEADING, Side

WHOLE = slice(0, None), slice(0, None)


def headings(*levels: int) -> Side:
    """Make a version of headings only, all of them saying the same."""
    count = len(levels)
    ones = np.ones(count, dtype=np.int64)
    vectors = np.ones((count, 1), dtype=np.float32)
    lengths = np.full(count, 20, dtype=np.float32)
    return Side(vectors, lengths, ones * HEADING, ones, np.array(levels))


@pytest.mark.parametrize(
    ("source", "target", "titles"),
    [
        ((1, 2), (1, 2), [(0, 0)]),
        ((2, 1), (1, 2, 2), [(1, 0)]),
        ((1, 2, 1), (1, 2), []),
        ((2, 3), (1, 2), []),
    ],
)
def test_a_title_is_the_only_heading_of_the_first_level(
    source: tuple[int, ...], target: tuple[int, ...], titles: list[tuple[int, int]]
) -> None:
    """Only the one title of each version speaks for a link; chapters of equal rank do not."""
    parts = Parts(headings(*source), headings(*target), [(1, 1)])
    evidence = parts.evidence((1, 1), *WHOLE, Scale(0.5, 0.0))
    found = dict(zip(LINK, link_features(evidence, parts, *WHOLE), strict=True))["title"]
    assert [tuple(cell) for cell in np.argwhere(found).tolist()] == titles
