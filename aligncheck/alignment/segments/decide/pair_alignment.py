"""A pair of versions aligned: drafted, and settled with the pieces of what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.alignment.segments.decide.null_alignments import (
    compute_null_features,
    describe_all_as_missing,
)
from aligncheck.alignment.segments.decide.pair_links import (
    PairLinks,
    link_nothing,
    link_segments,
)
from aligncheck.alignment.segments.decide.version_relation import estimate_relation
from aligncheck.alignment.segments.search.first_pass import draft_path
from aligncheck.alignment.segments.search.second_pass import find_doubtful_rectangles, revise_path
from aligncheck.model import RELATED_PROBABILITY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.fitted_models import FittedModels
    from aligncheck.alignment.segments.compare.piece_similarity import SegmentPieces
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable
    from aligncheck.alignment.segments.search.first_pass import PathDraft
    from aligncheck.alignment.segments.search.second_pass import DoubtfulRectangle


@dataclass(frozen=True, slots=True)
class PairDraft:
    """Two versions after the first pass.

    ``path`` is None where one of them is empty. ``confidence`` is the probability that they are
    versions of one text; where they are none, nothing is ``doubtful``.
    """

    tables: tuple[SegmentTable, SegmentTable]
    path: PathDraft | None
    links: PairLinks
    confidence: float
    doubtful: tuple[DoubtfulRectangle, ...]


@dataclass(frozen=True, slots=True)
class PairAlignment:
    """Two versions aligned, and the probability that they are versions of one text.

    ``null_features`` are the ``PAIR_NULL_FEATURES`` of the segments alone, per side.
    """

    links: PairLinks
    null_features: tuple[list[Float32Array], list[Float32Array]]
    confidence: float

    def reversed(self) -> PairAlignment:
        """Look from the other side."""
        return PairAlignment(self.links.reversed(), self.null_features[::-1], self.confidence)


def draft_pair(source: SegmentTable, target: SegmentTable, models: FittedModels) -> PairDraft:
    """Align two versions by their segments alone, and tell what is in doubt."""
    tables = source, target
    if not len(source) or not len(target):
        return PairDraft(tables, None, link_nothing(source, target), 1.0, ())
    path = draft_path(source, target, models.bead)
    links = link_segments(path, models)
    # Judged by the first pass, as the relation model was fitted. Texts that are no versions of each
    # other are in doubt all over: their pieces would cost much and change nothing.
    relation = estimate_relation(links, tables, models.relation)
    doubtful = find_doubtful_rectangles(path.path) if relation >= RELATED_PROBABILITY else ()
    return PairDraft(tables, path, links, relation, tuple(doubtful))


def settle_pair(
    draft: PairDraft,
    pieces: tuple[Mapping[int, SegmentPieces], Mapping[int, SegmentPieces]],
    models: FittedModels,
) -> PairAlignment:
    """Solve what is in doubt again, by the pieces of its segments, and judge what is alone.

    ``pieces`` has, per version and by index, those of the rows and columns of ``doubtful``.
    """
    links, tables = draft.links, draft.tables
    if draft.path is None:
        features = describe_all_as_missing(tables[0]), describe_all_as_missing(tables[1])
        return PairAlignment(links, features, draft.confidence)
    if draft.doubtful:
        revised = revise_path(draft.path, draft.doubtful, pieces, models.bead)
        links = link_segments(revised, models)
    supports, scale = (links.source, links.target), links.scale
    features = (
        compute_null_features(tables, supports, scale, models.bead),
        compute_null_features(tables[::-1], supports[::-1], scale.reversed(), models.bead),
    )
    return PairAlignment(links, features, draft.confidence)
