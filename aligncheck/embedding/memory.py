"""Vectors held for a while, so that texts met again cost no look-up."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.embedding.cached_embedder import CachedEmbedder
    from aligncheck.embedding.protocol import VectorArray


class Memory:
    """Asks an embedder once for every text and holds the answer as long as it lives.

    384 numbers of four bytes a text: a chunk of articles fits, a whole site is better chunked.
    """

    def __init__(self, embedder: CachedEmbedder) -> None:
        """Hold nothing yet."""
        self._embedder = embedder
        self._vectors: dict[str, VectorArray] = {}

    @property
    def vectors(self) -> Mapping[str, VectorArray]:
        """The vector of every text that was embedded so far; a view that grows."""
        return MappingProxyType(self._vectors)

    def embed(self, texts: Sequence[str]) -> VectorArray:
        """Give one unit row per text, (n, dimension), in the order of the texts."""
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors |= dict(zip(new, self._embedder.embed(new), strict=True))
        if not texts:
            return np.empty((0, self._embedder.dimension), np.float32)
        return np.stack([self._vectors[text] for text in texts])
