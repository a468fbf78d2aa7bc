"""All versions of one article, aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment import nulls
from aligncheck.alignment.beads import beads
from aligncheck.alignment.pair import align
from aligncheck.alignment.parameters import models
from aligncheck.alignment.relation import related
from aligncheck.alignment.sides import side
from aligncheck.alignment.tokens import sketches
from aligncheck.alignment.vectors import comparable, space
from aligncheck.model import Bitext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aligncheck.alignment.sides import FloatArray
    from aligncheck.model import Document

    Embed = Callable[[Sequence[str]], FloatArray]


def align_bundle(
    documents: Sequence[Document], source: str | None, embed: Embed, model: str
) -> tuple[Bitext, ...]:
    """Align the versions of one article.

    With a source locale: one bitext from the source to each other version, in the order given.
    """
    vectors = {d.path: _vectors(d, embed, model) for d in documents}
    pivot = next((d for d in documents if d.locale == source), documents[0])
    others = [d for d in documents if d is not pivot]
    return tuple(
        _aligned(pivot, other, vectors[pivot.path], vectors[other.path]) for other in others
    )


def _vectors(document: Document, embed: Embed, model: str) -> FloatArray:
    if not document.segments:
        return np.zeros((0, 1), dtype=np.float32)
    raw = embed([segment.text for segment in document.segments])
    return comparable(raw, document.locale, space(model))


def _aligned(source: Document, target: Document, left: FloatArray, right: FloatArray) -> Bitext:
    tokens = sketches(source.segments, target.segments)
    sides = side(source.segments, left, tokens[0]), side(target.segments, right, tokens[1])
    alignment = align(*sides, models())
    left_missing, right_missing = (
        nulls.confidence(features, models().null) for features in alignment.features
    )
    missing = left_missing, right_missing
    confidence = related(alignment, sides, models().relation)
    return Bitext(source, target, beads((source, target), alignment, missing), confidence)
