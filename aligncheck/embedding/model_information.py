"""Tells what is in use: which model, from which weights, kept where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.embedding.built_in.model_files import BUILT_IN_NAME, is_intact, model_folder
from aligncheck.embedding.built_in.weights_file import is_genuine, weight_files
from aligncheck.embedding.cache_folder import cache_folder
from aligncheck.embedding.model_choice import choose_model
from aligncheck.embedding.vector_cache import CACHE_FILE

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ModelInformation:
    """What a run would use; a path is None where nothing usable is there yet.

    ``weights`` and ``converted`` are those of the built-in model; ``cache_bytes`` is the size of
    the cache of vectors.
    """

    name: str
    revision: str
    weights: Path | None
    converted: Path | None
    cache: Path
    cache_bytes: int


def model_information(
    model: str = BUILT_IN_NAME, *, backend: str = "auto", cache_dir: Path | None = None
) -> ModelInformation:
    """Look up what a run would use, loading nothing; ModelError where there is no such model."""
    folder = cache_folder(cache_dir)
    chosen = choose_model(model, backend, folder, lambda *_: None)
    weights = (path for path in weight_files(folder) if is_genuine(path))
    cache = folder / CACHE_FILE
    return ModelInformation(
        name=chosen.name,
        revision=chosen.revision,
        weights=next(weights, None),
        converted=model_folder(folder) if is_intact(model_folder(folder)) else None,
        cache=cache,
        cache_bytes=cache.stat().st_size if cache.is_file() else 0,
    )
