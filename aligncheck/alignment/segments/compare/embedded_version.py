"""A version of an article with the vectors of its segments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.segments.compare.segment_table import SegmentTable, tabulate_segments
from aligncheck.alignment.vector_space import (
    VectorSpace,
    estimate_centre,
    load_vector_space,
    map_vectors,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.text_vectors import TextVectors
    from aligncheck.model import Document


@dataclass(frozen=True, slots=True)
class EmbeddedVersion:
    """A version, what the aligner sees of it, and the space that all its texts are mapped into.

    ``centre`` is the mean that was taken from its vectors.
    """

    document: Document
    table: SegmentTable
    centre: Float32Array
    space: VectorSpace

    def map_texts(self, texts: Sequence[str], vectors: TextVectors) -> Float32Array:
        """Give the vectors of texts of the version, mapped like its segments: unit rows."""
        if not texts:
            return self.table.vectors[:0]
        return map_vectors(vectors.look_up(texts), self.centre, self.space)


def embed_version(
    document: Document, vectors: TextVectors, space: VectorSpace | None = None
) -> EmbeddedVersion:
    """Describe a version by the vectors of its segments; ``space`` is by default the model's."""
    space = space or load_vector_space(vectors.model)
    texts = [segment.text for segment in document.segments]
    if not texts:
        nothing = np.zeros((0, 1), dtype=np.float32)
        return EmbeddedVersion(document, tabulate_segments((), nothing), nothing, space)
    raw = vectors.look_up(texts)
    # The centre is that of the segments alone: pieces and sentences that are mapped later must
    # stand in the same place, whatever was looked at of the version.
    centre = estimate_centre(raw, document.locale, space)
    table = tabulate_segments(document.segments, map_vectors(raw, centre, space))
    return EmbeddedVersion(document, table, centre, space)
