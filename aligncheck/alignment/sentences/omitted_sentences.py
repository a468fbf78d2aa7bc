"""Which sentences of a paragraph its translation leaves out: each measured against the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from aligncheck.alignment.logistic_model import probability
from aligncheck.alignment.segments.compare.link_features import SMOOTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from aligncheck.alignment.logistic_model import Logistic
    from aligncheck.alignment.segments.compare.link_features import Scale
    from aligncheck.alignment.segments.compare.segment_table import FloatArray

    BoolArray = NDArray[np.bool_]

OMISSION = ("claim", "least", "misfit", "gain")
"""The features of source sentences that may be missing: how much better than any other sentence
they suit some target sentence or clause; by how much they are worse off than the worst of the
others, by whole target sentences; by how much the lengths are off the usual ratio without them,
and how much nearer they come without them, as logarithms."""

FURTHEST = 1.0
"""What is off by more than this is no worse for it."""

SURE = 0.65
"""The probability from which a sentence is taken for missing. Set by hand: in the reliability
table of ``training.alignment_models``, four in ten of those between .5 and .6 were not missing on
held-out sources, and one in fifty of those above."""


class Sentences(NamedTuple):
    """One side of a bead: unit vectors, a row per sentence, and the lengths in letters."""

    vectors: FloatArray
    lengths: FloatArray


def omission_chances(
    source: Sentences,
    target: Sentences,
    clauses: Callable[[], FloatArray],
    scale: Scale,
    model: Logistic,
) -> FloatArray:
    """Give the probability that each source sentence is missing in the target, 0 below ``SURE``.

    There must be two sentences or more. Those with the least claim to a target sentence are tried
    together: one, two and so on, but never all. ``clauses`` gives the vectors of the target's
    clauses, which speak against an omission; it is called where there seems to be one.
    """
    claims = _claims(source.vectors @ target.vectors.T, single(len(source.lengths)))
    tried = np.tri(len(claims) - 1, len(claims), dtype=np.bool_)[:, claims.argsort().argsort()]

    def chances(within: FloatArray) -> FloatArray:
        features = omission_features(source, target, within, scale, tried)
        return probability(model.score(OMISSION, features))

    found = chances(target.vectors[:0])
    if found.max() >= SURE:
        found = chances(clauses())
    sure = found.max() if found.max() >= SURE else 0.0
    return np.where(tried[found.argmax()], sure, 0.0).astype(np.float32)


def single(count: int) -> BoolArray:
    """Give the sets of one sentence each."""
    return np.eye(count, dtype=np.bool_)


def omission_features(
    source: Sentences, target: Sentences, clauses: FloatArray, scale: Scale, gone: BoolArray
) -> list[FloatArray]:
    """Give the features of sets of source sentences, in the order of ``OMISSION``.

    ``gone`` tells, per set and sentence, whether the set has it; no set may have all.
    """
    whole = source.vectors @ target.vectors.T
    parts = source.vectors @ np.concatenate([target.vectors, clauses]).T
    worst = np.where(gone, np.inf, _claims(whole, single(len(whole)))).min(axis=1)
    least = (_claims(whole, gone) - worst) / scale.similarity
    misfit = _misfit((~gone * source.lengths).sum(axis=1), target, scale)
    features = (
        _claims(parts, gone) / scale.similarity,
        np.clip(least, -FURTHEST, FURTHEST),
        misfit,
        _misfit(source.lengths.sum(), target, scale) - misfit,
    )
    return [feature.astype(np.float32) for feature in features]


def _claims(similarity: FloatArray, gone: BoolArray) -> FloatArray:
    """Tell how much better than all others some sentence of each set suits some column."""
    member = gone[:, :, None]
    inside = np.where(member, similarity, -np.inf).max(axis=1)
    outside = np.where(member, -np.inf, similarity).max(axis=1)
    claims: FloatArray = (inside - outside).max(axis=1)
    return claims


def _misfit(lengths: FloatArray, target: Sentences, scale: Scale) -> FloatArray:
    """Tell how far source lengths are from the usual ratio to the target's length."""
    logs = np.log((lengths + SMOOTH) / (target.lengths.sum() + SMOOTH)) - scale.ratio
    misfit: FloatArray = np.minimum(np.abs(logs), FURTHEST)
    return misfit
