"""A version with the vectors of its segments, and of their pieces where they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.segments.compare.segment_table import length, side
from aligncheck.alignment.splitting.segment_pieces import pieces
from aligncheck.alignment.vector_space import centre, mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aligncheck.alignment.segments.compare.segment_table import FloatArray
    from aligncheck.alignment.segments.search.second_pass import Cut
    from aligncheck.alignment.vector_space import Space
    from aligncheck.model import Document

    Embed = Callable[[Sequence[str]], FloatArray]


class Embedded:
    """A version, embedded; ``side`` is what the aligner sees of it."""

    def __init__(self, document: Document, embed: Embed, known: Space) -> None:
        """Embed the segments of a version."""
        self.document = document
        self._embed, self._space = embed, known
        texts = [segment.text for segment in document.segments]
        raw = embed(texts) if texts else np.zeros((0, 1), dtype=np.float32)
        self._centre = centre(raw, document.locale, known) if texts else raw
        self.side = side(document.segments, self._mapped(raw))

    def vectors(self, texts: Sequence[str]) -> FloatArray:
        """Embed texts of the version like its segments: unit rows."""
        return self._mapped(self._embed(texts)) if texts else self.side.vectors[:0]

    def pieces(self, indices: Sequence[int]) -> list[Cut]:
        """Cut some segments into pieces; those of one piece stay as they are."""
        cut = [pieces(self.document.segments[i].text, self.document.locale) for i in indices]
        fresh = [text for texts in cut if len(texts) > 1 for text in texts]
        vectors = iter(self.vectors(fresh))
        return [
            (
                np.stack([next(vectors) for _ in texts])
                if len(texts) > 1
                else self.side.vectors[index : index + 1],
                np.array([length(text) for text in texts], dtype=np.float32),
            )
            for index, texts in zip(indices, cut, strict=True)
        ]

    def _mapped(self, raw: FloatArray) -> FloatArray:
        return mapped(raw, self._centre, self._space) if len(raw) else raw
