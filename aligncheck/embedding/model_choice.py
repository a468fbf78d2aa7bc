"""Chooses the engine for a model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from aligncheck.embedding import model_sources as hub
from aligncheck.embedding.built_in.model_files import (
    BUILT_IN_DIMENSION,
    BUILT_IN_NAME,
    BUILT_IN_REVISION,
    is_intact,
    model_folder,
)
from aligncheck.embedding.cache_folder import cache_folder
from aligncheck.embedding.cached_embedder import CachedEmbedder, Model
from aligncheck.embedding.required_packages import require_backend
from aligncheck.embedding.vector_cache import CACHE_FILE, VectorCache
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from aligncheck.embedding.protocol import Embedder, Progress

_BACKENDS: Final = ("auto", "onnx", "torch", "openvino")
_RECIPE: Final = 1
"""Counts up whenever the windows of Sentence Transformers models give other vectors."""


def open_embedder(
    model: str = BUILT_IN_NAME,
    *,
    backend: str = "auto",
    cache_dir: Path | None = None,
    progress: Progress | None = None,
) -> CachedEmbedder:
    """Give an embedder for the model; nothing heavy is loaded before a text is new to the cache.

    ``model`` is ``multilingual-e5-small`` (built in, on onnxruntime), or a folder or a name on
    the hub that Sentence Transformers loads, with ``backend`` ``torch`` (which ``auto`` means),
    ``onnx`` or ``openvino``. ModelError where there is no such model or backend.
    """
    folder = cache_folder(cache_dir)
    chosen = choose_model(model, backend, folder, progress or _say_nothing)
    cache = VectorCache(folder / CACHE_FILE, chosen.name, chosen.revision)
    return CachedEmbedder(chosen, cache, progress or _say_nothing)


def choose_model(model: str, backend: str, folder: Path, progress: Progress) -> Model:
    """Find the model, without loading it."""
    if backend not in _BACKENDS:
        raise ModelError(f"{backend}: no such backend (there are {', '.join(_BACKENDS)})")
    if model == BUILT_IN_NAME:
        return _built_in(backend, folder, progress)
    backend = "torch" if backend == "auto" else backend
    return _in_folder(model, backend) if hub.is_model_folder(model) else _on_hub(model, backend)


def _built_in(backend: str, folder: Path, progress: Progress) -> Model:
    if backend not in {"auto", "onnx"}:
        raise ModelError(
            f"{BUILT_IN_NAME} runs on onnxruntime; for {backend}, write it to a folder with "
            "`aligncheck model export DIR` and set model to that folder"
        )
    return Model(
        BUILT_IN_NAME,
        BUILT_IN_REVISION,
        BUILT_IN_DIMENSION,
        lambda: _load_built_in(folder, progress),
    )


def _load_built_in(folder: Path, progress: Progress) -> Embedder:
    target = model_folder(folder)
    try:
        if not is_intact(target):
            from aligncheck.embedding.built_in.conversion import convert_weights  # noqa: PLC0415 - needs onnx, once

            convert_weights(folder, progress)
        from aligncheck.embedding.engines import onnxruntime  # noqa: PLC0415 - not for a cached run
    except ImportError as error:
        raise ModelError(f"{BUILT_IN_NAME}: its engine cannot be loaded ({error})") from error
    return onnxruntime.OnnxruntimeEngine(target)


def _in_folder(model: str, backend: str) -> Model:
    path = Path(model).expanduser()
    revision = f"{hub.digest_folder(path)}-{backend}-{_RECIPE}"
    name = hub.read_exported_name(path) or model
    return Model(name, revision, None, lambda: _load_other(str(path), backend))


def _on_hub(model: str, backend: str) -> Model:
    name = model if "/" in model else f"sentence-transformers/{model}"
    known = hub.find_snapshot(name)
    commit = known.name if known else hub.fetch_revision(name)
    revision = f"{commit[:16]}-{backend}-{_RECIPE}"
    return Model(name, revision, None, lambda: _load_from_hub(name, backend, known, commit))


def _load_from_hub(model: str, backend: str, known: Path | None, commit: str) -> Embedder:
    """Load what was fetched before without asking the hub; fetch where that is incomplete."""
    if known is not None:
        try:
            return _load_other(str(known), backend)
        except ModelError:
            commit = hub.fetch_revision(model)
    return _load_other(model, backend, commit)


def _load_other(model: str, backend: str, commit: str | None = None) -> Embedder:
    require_backend(model, backend)
    from aligncheck.embedding.engines import sentence_transformers  # noqa: PLC0415 - heavy

    return sentence_transformers.SentenceTransformersEngine(model, backend, commit)


def _say_nothing(_step: str, _done: int, _total: int) -> None:
    pass
