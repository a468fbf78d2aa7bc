"""The first pass over a pair of versions: candidates, what is usual, anchors, the best path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.alignment.segments.compare.bead_scores import BEAD_SHAPES
from aligncheck.alignment.segments.compare.pair_scale import estimate_scale, take_log_ratios
from aligncheck.alignment.segments.compare.span_comparison import compare_versions
from aligncheck.alignment.segments.search.anchor_rectangles import cut_at_anchors
from aligncheck.alignment.segments.search.bead_path import find_bead_path
from aligncheck.alignment.segments.search.candidate_pairs import find_candidate_pairs

if TYPE_CHECKING:
    from aligncheck.alignment.fitted_models import BeadModels
    from aligncheck.alignment.segments.compare.pair_scale import PairScale
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable
    from aligncheck.alignment.segments.search.candidate_pairs import CandidatePairs
    from aligncheck.alignment.segments.search.dynamic_program import BeadPath


@dataclass(frozen=True, slots=True)
class PathDraft:
    """Two versions, what is usual between them, and the best path so far."""

    source: SegmentTable
    target: SegmentTable
    scale: PairScale
    path: BeadPath


def draft_path(source: SegmentTable, target: SegmentTable, models: BeadModels) -> PathDraft:
    """Align two versions in order; neither may be empty."""
    # Candidates first: what is usual between the two is measured on them, and scores depend on it.
    candidates = find_candidate_pairs(source, target)
    scale = scale_candidates(source, target, candidates)
    comparison = compare_versions(source, target, scale, BEAD_SHAPES)
    rectangles = cut_at_anchors(len(source), len(target), candidates)
    return PathDraft(source, target, scale, find_bead_path(comparison, rectangles, models))


def scale_candidates(
    source: SegmentTable, target: SegmentTable, candidates: CandidatePairs
) -> PairScale:
    """Estimate what is usual between two versions from their candidates."""
    lengths = source.lengths[candidates.rows], target.lengths[candidates.columns]
    return estimate_scale(candidates.similarity, take_log_ratios(*lengths))
