"""Fixtures that tests of several packages share."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aligncheck.embedding import CachedEmbedder, VectorArray

DIMENSION = 64


@pytest.fixture(scope="session")
def embedder() -> Iterator[CachedEmbedder]:
    """Give the real default embedder, with the user's cache; it is converted on the first run."""
    from aligncheck.embedding import open_embedder  # noqa: PLC0415 - most tests need no engine

    opened = open_embedder()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def fake_embed() -> Callable[[Sequence[str]], VectorArray]:
    """Give a quick stand-in for an embedder: the more words two texts share, the closer.

    Unit rows of 64; every word has a random direction of its own, the same in every run.
    """
    return _embed


def _embed(texts: Sequence[str]) -> VectorArray:
    rows = [np.mean([_direction(word) for word in text.split() or [""]], axis=0) for text in texts]
    matrix = np.array(rows, np.float32).reshape(len(texts), DIMENSION)
    unit: VectorArray = matrix / np.linalg.norm(matrix, axis=1, keepdims=True)
    return unit


def _direction(word: str) -> VectorArray:
    seed = int.from_bytes(hashlib.sha256(word.lower().encode()).digest()[:8])
    return np.random.default_rng(seed).standard_normal(DIMENSION).astype(np.float32)
