"""Vectors are asked for once and held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aligncheck.embedding.memory import Memory

if TYPE_CHECKING:
    from aligncheck.embedding import CachedEmbedder


def test_texts_met_again_are_not_asked_for_again(embedder: CachedEmbedder) -> None:
    """The embedder is asked for what is new only, and the rows come in the order of the texts."""
    memory = Memory(embedder)
    before = embedder.cached + embedder.computed
    first = memory.embed(["En fyr på en ö.", "Ett äppelträd."])
    again = memory.embed(["Ett äppelträd.", "En fyr på en ö.", "Ett äppelträd."])
    assert embedder.cached + embedder.computed == before + 2
    assert np.array_equal(again, first[[1, 0, 1]])


def test_no_texts_have_no_rows(embedder: CachedEmbedder) -> None:
    """An empty document gives an empty matrix of the model's width."""
    assert Memory(embedder).embed([]).shape == (0, embedder.dimension)
