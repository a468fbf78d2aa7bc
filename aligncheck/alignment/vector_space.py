"""Embeddings made comparable across languages: centred, mapped, scaled to length one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.segments.compare.joined_segments import unit
from aligncheck.locales import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aligncheck.alignment.segments.compare.segment_table import FloatArray

PRIOR_WEIGHT = 3.0
"""How many segments the prior mean of a language counts for in a document's centre."""

POOLED = "pooled"
"""The name of the mean over all languages, for those that have no mean of their own."""


@dataclass(frozen=True, slots=True)
class Space:
    """What is known of a model's vectors: a mean per language, and a linear map.

    ``means`` has the language subtag as its key, and ``pooled``; empty for an unknown model.
    ``mapping`` is square; None leaves the vectors as they are.
    """

    means: Mapping[str, FloatArray]
    mapping: FloatArray | None


@cache
def space(model: str) -> Space:
    """Load what was fitted for a model; nothing is known of others but that they need centring."""
    path = Path(__file__).parent / "fitted" / f"{model.rsplit('/', 1)[-1]}.npz"
    if not path.is_file():
        return Space({}, None)
    with path.open("rb") as stream, np.load(stream) as arrays:
        means = {name: arrays[name] for name in arrays.files if name != "mapping"}
        return Space(means, arrays["mapping"])


def comparable(vectors: FloatArray, locale: str, known: Space) -> FloatArray:
    """Centre a document's vectors, shrunk to the prior mean of its language, map and scale them.

    Shape (segments, dimension), unit rows.
    """
    return mapped(vectors, centre(vectors, locale, known), known)


def mapped(vectors: FloatArray, middle: FloatArray, known: Space) -> FloatArray:
    """Treat vectors like those of the document whose centre is given: unit rows."""
    centred: FloatArray = vectors - middle
    if known.mapping is not None:
        centred = centred @ known.mapping
    return unit(centred)


def centre(vectors: FloatArray, locale: str, known: Space) -> FloatArray:
    """Give the mean of a document, shrunk to the prior mean of its language.

    Where no means are known it is shrunk to zero, so that a document of one segment keeps one.
    """
    total = vectors.sum(axis=0)
    if known.means:
        total += PRIOR_WEIGHT * known.means.get(language(locale), known.means[POOLED])
    shrunk: FloatArray = (total / (len(vectors) + PRIOR_WEIGHT)).astype(np.float32)
    return shrunk
