"""What speaks for and against a link, by the markup of two versions."""

from __future__ import annotations

import numpy as np
import pytest

from aligncheck.alignment.segments.compare.link_features import (
    LINK_FEATURES,
    compute_link_features,
)
from aligncheck.alignment.segments.compare.pair_scale import PairScale
from aligncheck.alignment.segments.compare.segment_table import HEADING_FAMILY, SegmentTable
from aligncheck.alignment.segments.compare.span_comparison import compare_versions

WHOLE = slice(0, None), slice(0, None)


def headings(*levels: int) -> SegmentTable:
    """Make a version of headings only, all of them saying the same."""
    count = len(levels)
    ones = np.ones(count, dtype=np.int64)
    vectors = np.ones((count, 1), dtype=np.float32)
    lengths = np.full(count, 20, dtype=np.float32)
    return SegmentTable(vectors, lengths, ones * HEADING_FAMILY, ones, np.array(levels))


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
    shapes = [(1, 1)]
    pair = compare_versions(headings(*source), headings(*target), PairScale(0.5, 0.0), shapes)
    features = compute_link_features(pair.compare_spans((1, 1), *WHOLE), pair, *WHOLE)
    found = dict(zip(LINK_FEATURES, features, strict=True))["title"]
    assert [tuple(cell) for cell in np.argwhere(found).tolist()] == titles
