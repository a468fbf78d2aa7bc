"""Embeddings made comparable across languages: centred, mapped, scaled to length one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment import fitted_folder
from aligncheck.alignment.arrays import normalize_rows
from aligncheck.locales import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aligncheck.alignment.arrays import Float32Array

_PRIOR_SEGMENTS = 3.0
"""How many segments the prior mean of a language counts for in a document's centre. Chosen so
that a document of one segment is not centred to nothing; from ten segments on the document's own
mean prevails."""

_NO_MEANS = frozenset({"mapping", "provenance"})
"""The arrays of a fitted file that are no means of a language."""

POOLED_MEAN = "pooled"
"""The name of the mean over all languages, for those that have no mean of their own."""


@dataclass(frozen=True, slots=True)
class VectorSpace:
    """What is known of a model's vectors: a mean per language, and a linear map.

    ``means`` has the language subtag as its key, and ``pooled``; empty for an unknown model.
    ``mapping`` is square; None leaves the vectors as they are.
    """

    means: Mapping[str, Float32Array]
    mapping: Float32Array | None


@cache
def load_vector_space(model: str) -> VectorSpace:
    """Load what was fitted for a model; nothing is known of others but that they need centring."""
    path = fitted_folder.FITTED_FOLDER / f"{model.rsplit('/', 1)[-1]}.npz"
    if not path.is_file():
        return VectorSpace({}, None)
    with path.open("rb") as stream, np.load(stream) as arrays:
        means = {name: arrays[name] for name in arrays.files if name not in _NO_MEANS}
        return VectorSpace(means, arrays["mapping"])


def estimate_centre(vectors: Float32Array, locale: str, space: VectorSpace) -> Float32Array:
    """Give the mean of a document, shrunk to the prior mean of its language.

    Where no means are known it is shrunk to zero, so that a document of one segment keeps one.
    """
    # Vectors of one language point the same way, whatever they say: uncentred, every Swedish
    # segment is nearer to every Swedish one than to its translation.
    total = vectors.sum(axis=0)
    if space.means:
        prior = space.means.get(language(locale), space.means[POOLED_MEAN])
        total += _PRIOR_SEGMENTS * prior
    shrunk: Float32Array = (total / (len(vectors) + _PRIOR_SEGMENTS)).astype(np.float32)
    return shrunk


def map_vectors(vectors: Float32Array, centre: Float32Array, space: VectorSpace) -> Float32Array:
    """Treat vectors like those of the document whose centre is given: unit rows."""
    centred: Float32Array = vectors - centre
    if space.mapping is not None:
        centred = centred @ space.mapping
    return normalize_rows(centred)


def map_document(vectors: Float32Array, locale: str, space: VectorSpace) -> Float32Array:
    """Centre, map and scale the vectors of a document's segments: (segments, dimension)."""
    return map_vectors(vectors, estimate_centre(vectors, locale, space), space)
