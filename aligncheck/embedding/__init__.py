"""Turns texts into vectors: models, engines and the cache. Knows nothing of articles.

Importing it loads no engine; an engine is loaded when a text is not in the cache. What the
command ``aligncheck model`` does stands in the modules ``install``, ``export`` and ``information``.
"""

from __future__ import annotations

from aligncheck.embedding.cached_embedder import CachedEmbedder
from aligncheck.embedding.memory import Memory
from aligncheck.embedding.model_choice import open_embedder
from aligncheck.embedding.protocol import Embedder, Progress, VectorArray

__all__ = [
    "CachedEmbedder",
    "Embedder",
    "Memory",
    "Progress",
    "VectorArray",
    "open_embedder",
]
