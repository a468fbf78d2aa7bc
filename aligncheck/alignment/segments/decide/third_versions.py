"""What a third version says about a segment that stands in one version and not in another.

source s4 --- third t4 --- (nothing)    the third has it and misses it in the target:  +1
source s4 --- third t4 --- target u4    the third knows its counterpart there:         -1
source s4 --- (nothing)                 the third does not have it either:              0
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.arrays import Float32Array, Int64Array
    from aligncheck.alignment.segments.decide.pair_links import PairLinks

NO_COUNTERPART: Final = -1
"""Stands for no segment among indices, which count from 0."""


def find_counterparts(links: PairLinks, count: int) -> Int64Array:
    """Give, for each of ``count`` source segments, the first target segment linked to it.

    ``NO_COUNTERPART`` for none.
    """
    partner = np.full(count, NO_COUNTERPART, dtype=np.int64)
    for link in links.links:
        ours, theirs = link.bead.source, link.bead.target
        partner[ours[0] : ours[1]] = theirs[0]
    return partner


def ask_third_version(segments: Int64Array, ours: Int64Array, theirs: Int64Array) -> Float32Array:
    """Ask one third version about segments that the other version lacks: 1, 0 or -1 for each.

    ``ours`` gives the third version's counterpart of each segment of this version, ``theirs`` the
    other version's counterpart of each segment of the third.
    """
    via = ours[segments]
    known = via != NO_COUNTERPART
    answers = np.zeros(len(segments), dtype=np.float32)
    answers[known] = np.where(theirs[via[known]] == NO_COUNTERPART, 1.0, -1.0)
    return answers


def average_answers(answers: Sequence[Float32Array], count: int) -> Float32Array:
    """Average what the third versions say; 0 where there is none."""
    if not answers:
        return np.zeros(count, dtype=np.float32)
    mean: Float32Array = np.mean(answers, axis=0, dtype=np.float32)
    return mean
