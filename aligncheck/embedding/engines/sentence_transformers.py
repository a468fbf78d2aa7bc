"""Runs any model that Sentence Transformers can load, for teams that prefer another."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from sentence_transformers import SentenceTransformer
from transformers.utils import logging

from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.embedding.protocol import VectorArray

_BATCH: Final = 8
"""Texts per call; chosen because larger batches pad short texts to the longest of more."""
_SPARE: Final = 2
"""Tokens left free in a window: set by hand, as a word cut in two can take more pieces."""


class SentenceTransformersEngine:
    """A Sentence Transformers model; what it appends to pooling is left to it.

    A text longer than the model reads at once is embedded in windows, which are averaged by
    their numbers of tokens.
    """

    def __init__(self, model: str, backend: str, revision: str | None = None) -> None:
        """Load a folder, or a hub model of that revision that is on disk or can be fetched."""
        self._model = _load_model(model, backend, revision)

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return len(self.embed([""])[0])

    def embed(self, texts: Sequence[str]) -> VectorArray:
        """Give one unit row per normalized text."""
        windows = [self._cut_windows(text) for text in texts]
        pieces = [piece for parts in windows for piece, _ in parts]
        vectors = self._model.encode(
            pieces, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        bounds = np.cumsum([0, *map(len, windows)])
        rows = [
            np.average(vectors[start:end], axis=0, weights=[size for _, size in parts])
            for (start, end), parts in zip(pairwise(bounds), windows, strict=True)
        ]
        means = np.array(rows, np.float32)
        unit: VectorArray = means / np.linalg.norm(means, axis=1, keepdims=True)
        return unit

    def _cut_windows(self, text: str) -> list[tuple[str, int]]:
        """Cut a text into pieces that the model reads whole, each with its number of tokens."""
        offsets, room = self._find_offsets(text), self._count_room()
        if len(offsets) <= room:
            return [(text, len(offsets) or 1)]
        room -= _SPARE
        windows = [offsets[at : at + room] for at in range(0, len(offsets), room)]
        return [(text[window[0][0] : window[-1][1]], len(window)) for window in windows]

    def _find_offsets(self, text: str) -> list[tuple[int, int]]:
        """Give the place of each token in the text."""
        encoding = self._model.tokenizer(
            text, add_special_tokens=False, return_offsets_mapping=True, verbose=False
        )
        return list(encoding["offset_mapping"])

    def _count_room(self) -> int:
        """Count the tokens of a text that the model reads at once."""
        framing: int = self._model.tokenizer.num_special_tokens_to_add()
        return int(self._model.max_seq_length) - framing


@contextmanager
def _silence_transformers() -> Iterator[None]:
    """Keep transformers from drawing bars and writing reports to standard error."""
    verbosity = logging.get_verbosity()
    drawing = logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)
        if drawing:
            logging.enable_progress_bar()


def _load_model(model: str, backend: str, revision: str | None) -> Any:  # noqa: ANN401 - an untyped library
    try:
        with _silence_transformers():
            return SentenceTransformer(model, backend=backend, revision=revision)
    except (OSError, ValueError, RuntimeError, ImportError, KeyError) as error:
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        raise ModelError(
            f"{model}: cannot be loaded by Sentence Transformers ({reason})"
        ) from error
