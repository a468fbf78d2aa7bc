"""Which sentences of a paragraph its translation leaves out: each measured against the others.

source   [ s1 | s2 | s3 ]      claim of s2: how much better it suits some target sentence than
target   [ t1 |    | t3 ]      s1 and s3 do. Without s2 the lengths fit the usual ratio as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from aligncheck.alignment.logistic_model import to_probability
from aligncheck.alignment.segments.compare.pair_scale import take_log_ratios

if TYPE_CHECKING:
    from aligncheck.alignment.arrays import BoolArray, Float32Array
    from aligncheck.alignment.logistic_model import LogisticModel
    from aligncheck.alignment.segments.compare.pair_scale import PairScale

OMISSION_FEATURES: Final = ("claim", "least", "misfit", "gain")
"""The features of source sentences that may be missing: how much better than any other sentence
they suit some target sentence or clause; by how much they are worse off than the worst of the
others, by whole target sentences; by how much the lengths are off the usual ratio without them,
and how much nearer they come without them, as logarithms."""

_MAX_DIFFERENCE: Final = 1.0
"""What is off by more than this is no worse for it; a similarity over the usual one, or the
natural logarithm of a ratio. Chosen as for ``MAX_LENGTH_DEVIATION``."""

OMISSION_PROBABILITY: Final = 0.65
"""The probability from which a sentence is taken for missing. Set by hand, measured by the
reliability table of ``training.alignment_models``: four in ten of those between .5 and .6 were not
missing on held-out sources, and one in fifty of those above."""


class SentenceSide(NamedTuple):
    """One side of a bead: unit vectors, a row per sentence, and the lengths in letters."""

    vectors: Float32Array
    lengths: Float32Array


def suspect_omissions(
    source: SentenceSide, target: SentenceSide, scale: PairScale, model: LogisticModel
) -> bool:
    """Tell whether a source sentence seems missing by whole target sentences.

    Only then the clauses of the target need vectors: they can only speak against an omission.
    """
    return bool(estimate_omissions(source, target, target.vectors[:0], scale, model).any())


def estimate_omissions(
    source: SentenceSide,
    target: SentenceSide,
    clauses: Float32Array,
    scale: PairScale,
    model: LogisticModel,
) -> Float32Array:
    """Give the probability that each source sentence is missing in the target.

    0 below ``OMISSION_PROBABILITY``. There must be two sentences or more. Those with the least
    claim to a target sentence are tried together: one, two and so on, but never all. ``clauses``
    are the vectors of the target's clauses: a terse translation may say a sentence in one.
    """
    claims = _measure_claims(source.vectors @ target.vectors.T, list_single_sets(len(source[1])))
    # Row n of the triangle has the n + 1 sentences with the least claims: {s2}, {s2, s5}, ...
    tried = np.tri(len(claims) - 1, len(claims), dtype=np.bool_)[:, claims.argsort().argsort()]
    features = compute_omission_features(source, target, clauses, scale, tried)
    found = to_probability(model.score_features(OMISSION_FEATURES, features))
    sure = found.max() if found.max() >= OMISSION_PROBABILITY else 0.0
    return np.where(tried[found.argmax()], sure, 0.0).astype(np.float32)


def list_single_sets(count: int) -> BoolArray:
    """Give the sets of one sentence each: (sets, sentences)."""
    return np.eye(count, dtype=np.bool_)


def compute_omission_features(
    source: SentenceSide,
    target: SentenceSide,
    clauses: Float32Array,
    scale: PairScale,
    gone: BoolArray,
) -> list[Float32Array]:
    """Give the features of sets of source sentences, in the order of ``OMISSION_FEATURES``.

    ``gone`` tells, per set and sentence, whether the set has it; no set may have all.
    """
    whole = source.vectors @ target.vectors.T
    parts = source.vectors @ np.concatenate([target.vectors, clauses]).T
    single = _measure_claims(whole, list_single_sets(len(whole)))
    # Beside the worst of the others: in a free translation every sentence has a weak claim.
    worst = np.where(gone, np.inf, single).min(axis=1)
    least = (_measure_claims(whole, gone) - worst) / scale.similarity
    misfit = _measure_misfit((~gone * source.lengths).sum(axis=1), target, scale)
    features = (
        _measure_claims(parts, gone) / scale.similarity,
        np.clip(least, -_MAX_DIFFERENCE, _MAX_DIFFERENCE),
        misfit,
        _measure_misfit(source.lengths.sum(), target, scale) - misfit,
    )
    return [feature.astype(np.float32) for feature in features]


def _measure_claims(similarity: Float32Array, gone: BoolArray) -> Float32Array:
    """Tell how much better than all others some sentence of each set suits some column."""
    member = gone[:, :, None]
    inside = np.where(member, similarity, -np.inf).max(axis=1)
    outside = np.where(member, -np.inf, similarity).max(axis=1)
    claims: Float32Array = (inside - outside).max(axis=1)
    return claims


def _measure_misfit(lengths: Float32Array, target: SentenceSide, scale: PairScale) -> Float32Array:
    """Tell how far source lengths are from the usual ratio to the target's length."""
    logs = take_log_ratios(lengths, target.lengths.sum()) - scale.ratio
    misfit: Float32Array = np.minimum(np.abs(logs), _MAX_DIFFERENCE)
    return misfit
