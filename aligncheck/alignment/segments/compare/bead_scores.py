"""The score of every possible bead, as log-odds against leaving its segments alone.

A 1:1 bead has the score of the link model. A larger one is grown, one neighbour at a time, from
the best smaller bead that lacks a segment at one end, by the score of the join model:

    1:1  ->  1:2  ->  1:3        score(1:2) = max(score(1:1) of either half) + join(1:2)
    1:1  ->  2:1  ->  3:1
             1:2, 2:1  ->  2:2
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.alignment.segments.compare.join_features import (
    JOIN_FEATURES,
    compute_join_features,
    list_smaller_beads,
    shift_cells,
)
from aligncheck.alignment.segments.compare.link_features import (
    LINK_FEATURES,
    compute_link_features,
)
from aligncheck.alignment.segments.compare.span_comparison import compare_versions

if TYPE_CHECKING:
    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.fitted_models import BeadModels
    from aligncheck.alignment.segments.compare.joined_segments import BeadShape
    from aligncheck.alignment.segments.compare.pair_scale import PairScale
    from aligncheck.alignment.segments.compare.piece_similarity import PieceSimilarity
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable
    from aligncheck.alignment.segments.compare.span_comparison import PairComparison

ONE_TO_ONE: Final[BeadShape] = (1, 1)

BEAD_SHAPES: Final[tuple[BeadShape, ...]] = (ONE_TO_ONE, (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
"""The shapes of beads that are tried; null alignments need no score. Chosen because a translator
rarely merges or splits more than three paragraphs, and every shape costs time."""

IMPOSSIBLE_SCORE: Final = -1e9
"""The score, in log-odds, of a bead that cannot be: set by hand, far lower than the sum of
all scores of any path."""


def score_beads(
    comparison: PairComparison,
    rows: slice,
    columns: slice,
    models: BeadModels,
    pieces: PieceSimilarity | None = None,
) -> dict[BeadShape, Float32Array]:
    """Give the score of every bead that lies within some rows and columns, by its end.

    A null alignment has score 0; what would reach beyond the upper or left edge is impossible.
    ``pieces`` says what the pieces of the segments in these rows and columns have shown.
    """
    usual = comparison.scale.similarity
    spans = {shape: comparison.compare_spans(shape, rows, columns) for shape in comparison.shapes}
    single = spans[ONE_TO_ONE]
    if pieces:
        single = single.raise_similarity(pieces.partial / usual)
    features = compute_link_features(single, comparison, rows, columns)
    scores = {ONE_TO_ONE: models.link.score_features(LINK_FEATURES, features)}
    for shape in comparison.shapes[1:]:
        smaller = [
            shift_cells(scores[part], back, IMPOSSIBLE_SCORE)
            for part, back in list_smaller_beads(shape)
        ]
        base: Float32Array = np.maximum.reduce(smaller)
        ordered = pieces.ordered.get(shape) if pieces else None
        seen = None if ordered is None else ordered / usual
        grown = compute_join_features(shape, spans, seen)
        scores[shape] = base + models.join.score_features(JOIN_FEATURES, grown)
    return scores


def score_links(
    source: SegmentTable, target: SegmentTable, scale: PairScale, models: BeadModels
) -> Float32Array:
    """Give the log-odds of all pairs of single segments, (source, target)."""
    everywhere = slice(0, None)
    comparison = compare_versions(source, target, scale, [ONE_TO_ONE])
    return score_beads(comparison, everywhere, everywhere, models)[ONE_TO_ONE]
