"""All links of a pair of versions, in order and out of order, with how sure they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.logistic_model import to_probability
from aligncheck.alignment.segments.compare.pair_scale import UNKNOWN_SCALE, PairScale
from aligncheck.alignment.segments.decide.moved_links import (
    crosses_several,
    find_moved_links,
    split_swapped_beads,
)
from aligncheck.alignment.segments.decide.null_alignments import LEAST_SUPPORT
from aligncheck.alignment.segments.decide.segment_support import SegmentSupport, sum_up_support

if TYPE_CHECKING:
    from aligncheck.alignment.fitted_models import FittedModels
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable
    from aligncheck.alignment.segments.decide.moved_links import MovedLink
    from aligncheck.alignment.segments.search.dynamic_program import BeadSpan
    from aligncheck.alignment.segments.search.first_pass import PathDraft


@dataclass(frozen=True, slots=True)
class PairLink:
    """A bead with both sides, their cosine, and the probability that it is right.

    ``moved`` tells that it stands elsewhere in the target.
    """

    bead: BeadSpan
    similarity: float
    moved: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class PairLinks:
    """All links of a pair, how the segments of either side stand, and what is usual for it."""

    links: tuple[PairLink, ...]
    source: SegmentSupport
    target: SegmentSupport
    scale: PairScale

    def reversed(self) -> PairLinks:
        """Look from the other side."""
        links = tuple(replace(link, bead=link.bead.reversed()) for link in self.links)
        return PairLinks(links, self.target, self.source, self.scale.reversed())


def link_segments(draft: PathDraft, models: FittedModels) -> PairLinks:
    """Take the beads of a path, link what stands elsewhere, and tell how the rest stands."""
    # First the swapped neighbours, since their beads, parted, cross each other as moved ones do.
    ordered = tuple(split_swapped_beads(draft, models.bead))
    moved = find_moved_links(draft, ordered, models)
    beads = (*ordered, *(link.bead for link in moved))
    # A moved segment has no support on the path, where it is alone: its link's score stands in.
    source = sum_up_support(
        draft.path.source,
        (bead.source for bead in beads),
        ((link.bead.source[0], link.score) for link in moved),
    )
    target = sum_up_support(
        draft.path.target,
        (bead.target for bead in beads),
        ((link.bead.target[0], link.score) for link in moved),
    )
    return PairLinks(_judge_links(draft, ordered, moved, models), source, target, draft.scale)


def _judge_links(
    draft: PathDraft,
    ordered: tuple[BeadSpan, ...],
    moved: list[MovedLink],
    models: FittedModels,
) -> tuple[PairLink, ...]:
    """Put all links together, with how sure they are."""
    every = [*ordered, *(link.bead for link in moved)]
    support = np.array([draft.path.find_weakest_support(bead) for bead in ordered], np.float32)
    chances = to_probability(models.linked.score_features(("support",), [support])).tolist()
    sure = [*chances, *(link.confidence for link in moved)]
    away = [False] * len(ordered) + [crosses_several(link.bead, every) for link in moved]
    return tuple(
        PairLink(bead, _measure_similarity(bead, draft), elsewhere, chance)
        for bead, elsewhere, chance in zip(every, away, sure, strict=True)
    )


def _measure_similarity(bead: BeadSpan, draft: PathDraft) -> float:
    """Give the cosine of the two sides of a bead."""
    left, right = draft.source.average_span(*bead.source), draft.target.average_span(*bead.target)
    return float(left @ right)


def link_nothing(source: SegmentTable, target: SegmentTable) -> PairLinks:
    """Give the outcome where a version has no segment: every one of the other is alone."""
    ours, theirs = (
        sum_up_support(np.full(len(table), LEAST_SUPPORT, dtype=np.float32), (), ())
        for table in (source, target)
    )
    return PairLinks((), ours, theirs, UNKNOWN_SCALE)
