"""An embedder that asks the cache first, and loads its engine only for what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from aligncheck.embedding.normalization import normalize_text
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aligncheck.embedding.protocol import Embedder, Progress, VectorArray
    from aligncheck.embedding.vector_cache import VectorCache

_AT_ONCE: Final = 128
"""Texts between two writes to the cache: about a second's work, so that a run that is killed loses
no more than that."""


_LENGTHS: Final = (0.9, 1.1)
"""Between which the length of a unit vector must lie: float16 and int8 change it by less than .01,
and a model that does not normalize is farther off."""


class Model(NamedTuple):
    """A model that can be loaded: its name, what pins its vectors, their length where known."""

    name: str
    revision: str
    dimension: int | None
    load: Callable[[], Embedder]


class CachedEmbedder:
    """Embeds texts with a model and a cache; counts what it found and what it computed.

    ``cached`` and ``computed`` count distinct texts per call; ``warnings`` are for the user.
    """

    def __init__(self, model: Model, cache: VectorCache, progress: Progress) -> None:
        """Hold the model, not yet loaded."""
        self.cached = 0
        self.computed = 0
        self._model = model
        self._cache = cache
        self._progress = progress
        self._engine: Embedder | None = None

    @property
    def name(self) -> str:
        """The model's name, as it is reported."""
        return self._model.name

    @property
    def revision(self) -> str:
        """What pins the vectors: the same text has the same vector under one name and revision."""
        return self._model.revision

    @property
    def dimension(self) -> int:
        """The length of a vector; asks the engine where the model does not say."""
        return self._model.dimension or self._load_engine().dimension

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the user should know about the cache, one line each."""
        return tuple(self._cache.warnings)

    def embed(self, texts: Sequence[str]) -> VectorArray:
        """Give one unit row per text, (n, dimension), in the order of the texts.

        ModelError where a text is new and the engine cannot be loaded, or gives what is no unit
        vector: all would be as near to it as to anything, and nothing would be reported.
        """
        normalized = [normalize_text(text) for text in texts]
        distinct = list(dict.fromkeys(normalized))
        vectors = self._cache.find_vectors(distinct)
        new = [text for text in distinct if text not in vectors]
        self.cached += len(vectors)
        self.computed += len(new)
        vectors |= self._compute_vectors(new)
        if not normalized:
            return np.empty((0, self.dimension), np.float32)
        return np.stack([vectors[text] for text in normalized])

    def close(self) -> None:
        """Let go of the cache."""
        self._cache.close()

    def _load_engine(self) -> Embedder:
        if self._engine is None:
            self._engine = self._model.load()
        return self._engine

    def _compute_vectors(self, texts: Sequence[str]) -> dict[str, VectorArray]:
        """Embed new texts, keeping them in the cache bit by bit."""
        vectors: dict[str, VectorArray] = {}
        for at in range(0, len(texts), _AT_ONCE):
            some = texts[at : at + _AT_ONCE]
            engine = self._load_engine()
            self._progress("embed", at, len(texts))
            rows = _check_vectors(engine.embed(some), some, self.name)
            vectors |= self._cache.store_vectors(dict(zip(some, rows, strict=True)))
        if texts:
            self._progress("embed", len(texts), len(texts))
        return vectors


def _check_vectors(rows: VectorArray, texts: Sequence[str], model: str) -> VectorArray:
    """Give the rows of a model; ModelError where one is missing or is no unit vector.

    NaN compares as neither less nor greater, so what is asked is that a length lies within.
    """
    if rows.ndim != 2 or len(rows) != len(texts):  # noqa: PLR2004 - a row per text
        raise ModelError(f"model {model}: {len(texts)} texts gave an array of shape {rows.shape}")
    with np.errstate(invalid="ignore", over="ignore"):
        lengths = np.linalg.norm(rows, axis=1)
    sound = (lengths > _LENGTHS[0]) & (lengths < _LENGTHS[1])
    if not sound.all():
        at = int(np.argmin(sound))
        raise ModelError(
            f"model {model}: the vector of {texts[at][:40]!r} has the length {lengths[at]:.3g} "
            "instead of 1; the model is damaged or does not fit its engine"
        )
    return rows
