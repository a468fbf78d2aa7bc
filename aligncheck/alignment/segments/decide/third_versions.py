"""What a third version says about a segment that stands in one version and not in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.segments.compare.segment_table import FloatArray, IntArray
    from aligncheck.alignment.segments.decide.pair_alignment import Alignment

ALONE = -1


def counterparts(alignment: Alignment, count: int) -> IntArray:
    """Give, for each of ``count`` segments, the first segment linked to it; ``ALONE`` for none."""
    partner = np.full(count, ALONE, dtype=np.int64)
    for found in alignment.links:
        ours, theirs = found.link.source, found.link.target
        partner[ours[0] : ours[1]] = theirs[0]
    return partner


def testimony(segments: IntArray, ours: IntArray, theirs: IntArray) -> FloatArray:
    """Hear one third version about segments that the other version lacks.

    ``ours`` gives the third version's counterpart of each segment of this version, ``theirs`` the
    other version's counterpart of each segment of the third. 1: the third version has it and finds
    it missing in the other one too; -1: the third version knows its counterpart there; 0: the
    third version does not have it either.
    """
    via = ours[segments]
    known = via != ALONE
    spoken = np.zeros(len(segments), dtype=np.float32)
    spoken[known] = np.where(theirs[via[known]] == ALONE, 1.0, -1.0)
    return spoken


def heard(testimonies: Sequence[FloatArray], count: int) -> FloatArray:
    """Average what the third versions say; 0 where there is none."""
    if not testimonies:
        return np.zeros(count, dtype=np.float32)
    mean: FloatArray = np.mean(testimonies, axis=0, dtype=np.float32)
    return mean
