"""Two versions compared, span by span, for every shape of bead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.alignment.segments.compare.joined_segments import join_neighbours
from aligncheck.alignment.segments.compare.pair_scale import SMOOTHING_LETTERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.segments.compare.joined_segments import BeadShape, JoinedSegments
    from aligncheck.alignment.segments.compare.pair_scale import PairScale
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable

MAX_LENGTH_DEVIATION: Final = 1.0
"""The natural logarithm of a ratio of 2.7. Chosen because that is what is left of a paragraph that
lost most of its sentences: it is no worse a counterpart for losing one more."""


@dataclass(frozen=True, slots=True)
class SpanComparison:
    """All pairs of spans of one shape compared: arrays (rows, columns).

    Row i, column j speaks of the spans that end with source segment i and target segment j.
    ``similarity`` is the cosine over the usual one of the pair (1 is as near as true pairs are),
    ``length`` how far the lengths are from the usual ratio, ``mixed`` how many segments are of
    another family than their neighbours in the span.
    """

    similarity: Float32Array
    length: Float32Array
    mixed: Float32Array

    def raise_similarity(self, similarity: Float32Array) -> SpanComparison:
        """Take another similarity wherever it is greater."""
        return replace(self, similarity=np.maximum(self.similarity, similarity))


@dataclass(frozen=True, slots=True)
class PairComparison:
    """Two versions, their spans joined as far as the shapes reach, and what is usual for them.

    ``shapes`` come from the smallest to the largest.
    """

    source: SegmentTable
    target: SegmentTable
    scale: PairScale
    shapes: tuple[BeadShape, ...]
    source_joins: Mapping[int, JoinedSegments]
    target_joins: Mapping[int, JoinedSegments]

    def compare_spans(self, shape: BeadShape, rows: slice, columns: slice) -> SpanComparison:
        """Compare the spans of one shape that end in these rows and columns."""
        # Over the usual cosine: .5 is near for a far pair of languages and vague for a close one.
        left, right = self.source_joins[shape[0]], self.target_joins[shape[1]]
        similarity = left.vectors[rows] @ right.vectors[columns].T / self.scale.similarity
        return SpanComparison(
            similarity=similarity,
            length=_measure_deviation(left.lengths[rows], right.lengths[columns], self.scale.ratio),
            mixed=(left.mixed[rows][:, None] + right.mixed[columns][None, :]).astype(np.float32),
        )


def compare_versions(
    source: SegmentTable, target: SegmentTable, scale: PairScale, shapes: Sequence[BeadShape]
) -> PairComparison:
    """Join the neighbours of both versions as far as the shapes reach."""
    return PairComparison(
        source,
        target,
        scale,
        tuple(sorted(shapes, key=sum)),
        {size: join_neighbours(source, size) for size in {rows for rows, _ in shapes}},
        {size: join_neighbours(target, size) for size in {columns for _, columns in shapes}},
    )


def _measure_deviation(left: Float32Array, right: Float32Array, ratio: float) -> Float32Array:
    """Tell how far lengths are from the usual ratio: absolute logarithms, (rows, columns).

    With a usual ratio of 0, 88 letters against 38 deviate by ln(100 / 50) = .69.
    """
    logs = np.log(left + SMOOTHING_LETTERS)[:, None] - np.log(right + SMOOTHING_LETTERS)[None, :]
    apart: Float32Array = np.minimum(np.abs(logs - ratio), MAX_LENGTH_DEVIATION).astype(np.float32)
    return apart
