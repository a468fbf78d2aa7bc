"""Whether two texts are versions of one article at all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.alignment.logistic_model import to_probability

if TYPE_CHECKING:
    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.logistic_model import LogisticModel
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable
    from aligncheck.alignment.segments.decide.pair_links import PairLinks
    from aligncheck.alignment.segments.decide.segment_support import SegmentSupport

RELATION_FEATURES: Final = ("linked", "shared", "gaps")
"""The features of a pair. ``linked``: the mean support of what is linked on the smaller side;
``shared``: the share of either side that is linked, added up; both weigh a segment by the square
root of its length. ``gaps``: the share of neighbouring links with something alone between them on
the larger side."""

_LOWEST_SUPPORT: Final = -3.0
_HIGHEST_SUPPORT: Final = 8.0
"""Supports, in log-odds, beyond which no segment speaks any louder (0.05 and 0.9997 as
probabilities). Set by hand, not measured, so that one very long and very sure paragraph does not
make versions of two texts that share it; the model of relations is fitted with them."""


def compute_relation_features(
    links: PairLinks, tables: tuple[SegmentTable, SegmentTable]
) -> list[Float32Array]:
    """Give the features of a pair in the order of ``RELATION_FEATURES``: arrays of one element.

    A version cut short has sure links without gaps, an edited one sure links and segments alone;
    another article has weak links all over, a summary sure ones with gaps.
    """
    supports = links.source, links.target
    #                     linked   shared   gaps
    # whole translation    high      2        0     versions
    # cut short            high      1.3      0     versions
    # edited               high      1.5     some   versions
    # summary              high      1      many    none
    # another article      low      low     many    none
    # By the smaller side: a version cut short links all that it has, and half of the other.
    smaller = 0 if len(tables[0]) <= len(tables[1]) else 1
    features = (
        _average_support(tables[smaller], supports[smaller]),
        sum(_measure_linked_share(*each) for each in zip(tables, supports, strict=True)),
        _measure_gap_share(links, larger=1 - smaller),
    )
    return [np.array([feature], dtype=np.float32) for feature in features]


def estimate_relation(
    links: PairLinks, tables: tuple[SegmentTable, SegmentTable], model: LogisticModel
) -> float:
    """Give the probability that two texts are versions of one article; 1 where one is empty."""
    if not all(len(table) for table in tables):
        return 1.0
    features = compute_relation_features(links, tables)
    return float(to_probability(model.score_features(RELATION_FEATURES, features))[0])


def _average_support(table: SegmentTable, support: SegmentSupport) -> float:
    linked = support.linked > 0
    if not linked.any():
        return _LOWEST_SUPPORT
    clipped = np.clip(support.support[linked], _LOWEST_SUPPORT, _HIGHEST_SUPPORT)
    return float(np.average(clipped, weights=np.sqrt(table.lengths[linked])))


def _measure_linked_share(table: SegmentTable, support: SegmentSupport) -> float:
    return float(np.average(support.linked, weights=np.sqrt(table.lengths)))


def _measure_gap_share(links: PairLinks, larger: int) -> float:
    spans = sorted((link.bead.source, link.bead.target)[larger] for link in links.links)
    parted = sum(after[0] > before[1] for before, after in pairwise(spans))
    return parted / max(1, len(spans) - 1)
