"""Chooses the engine for a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.embedding.cache import FILE, VectorCache
from aligncheck.embedding.cached import CachedEmbedder, Model
from aligncheck.embedding.conversion import NAME, REVISION, converted_model
from aligncheck.embedding.folder import cache_folder
from aligncheck.embedding.onnxruntime_engine import DIMENSION, OnnxruntimeEngine

if TYPE_CHECKING:
    from pathlib import Path

    from aligncheck.embedding.protocol import Progress


def open_embedder(
    model: str = NAME,
    *,
    backend: str = "auto",
    cache_dir: Path | None = None,
    progress: Progress | None = None,
) -> CachedEmbedder:
    """Give an embedder for the model; nothing heavy is loaded before a text is new to the cache.

    ``model`` is ``multilingual-e5-small`` (built in, on onnxruntime), or a folder or hub name
    for Sentence Transformers, with ``backend`` ``torch``, ``onnx`` or ``openvino``. ModelError
    where there is no such model.
    """
    folder = cache_folder(cache_dir)
    told = progress or _say_nothing
    chosen = Model(
        NAME, REVISION, DIMENSION, lambda: OnnxruntimeEngine(converted_model(folder, told))
    )
    cache = VectorCache(folder / FILE, chosen.name, chosen.revision)
    return CachedEmbedder(chosen, cache, told)


def _say_nothing(_step: str, _done: int, _total: int) -> None:
    pass
