"""The built-in model gives the vectors that its weights stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from aligncheck.embedding.normalization import normalize_text

if TYPE_CHECKING:
    from aligncheck.embedding import Embedder, VectorArray


def test_reference_vectors(engine: Embedder, reference: dict[str, VectorArray]) -> None:
    """Vectors are those of another engine, and each is closest to its own."""
    rows = engine.embed([normalize_text(text) for text in reference])
    cosines = rows @ np.stack(list(reference.values())).T
    assert cosines.diagonal().min() >= 0.99
    assert cosines.argmax(axis=1).tolist() == list(range(len(reference)))


def test_translations_are_close(engine: Embedder, reference: dict[str, VectorArray]) -> None:
    """The same sentence in three languages is closer than another sentence in any."""
    rows = engine.embed([normalize_text(text) for text in reference])
    cosines = rows @ rows.T
    same = [cosines[0, 1], cosines[0, 2], cosines[1, 2]]
    assert min(same) > cosines[:3, 3:].max()


def test_a_vector_does_not_depend_on_its_neighbours(engine: Embedder) -> None:
    """A text has the same vector alone and among others, to the last bit."""
    texts = ["A red door.", "En röd dörr som någon har målat om i blått.", "红色的门"]
    together = engine.embed(texts)
    alone = np.concatenate([engine.embed([text]) for text in texts])
    assert np.array_equal(together, alone)


def test_the_end_of_a_long_text_counts(engine: Embedder) -> None:
    """What stands after the first 510 tokens moves the vector, in proportion to its length."""
    head, tail = "The lamp was lit at dusk. " * 80, "Häll i mjölken och vispa. " * 80
    whole, first, last = engine.embed([head + tail, head.strip(), tail.strip()])
    assert whole @ last > first @ last + 0.02
    assert whole @ first > last @ first + 0.02


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800", "a" * 3000, "ﷺ" * 60, "👩‍👩‍👧" * 300])
def test_odd_texts(engine: Embedder, text: str) -> None:
    """Whatever the text, its vector has length one."""
    row = engine.embed([normalize_text(text)])[0]
    assert row.shape == (384,)
    assert np.linalg.norm(row) == pytest.approx(1, abs=1e-5)
