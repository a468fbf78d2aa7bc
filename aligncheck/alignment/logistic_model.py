"""Logistic models: the one kind of fitted model here, small enough to be read.

A model gives the log-odds of "this is right" as a weighted sum of features; ``to_probability``
turns log-odds into a probability. The scale in short: 0 is even, 1 is .73, 3 is .95, -3 is .05.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.alignment.arrays import Float32Array


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """An offset and a weight per feature name."""

    offset: float
    weights: Mapping[str, float]

    def score_features(
        self, names: Sequence[str], features: Sequence[Float32Array]
    ) -> Float32Array:
        """Give the log-odds for arrays of features, which are all of one shape."""
        total = np.full_like(features[0], self.offset)
        for name, feature in zip(names, features, strict=True):
            total += np.float32(self.weights[name]) * feature
        return total


def to_probability(log_odds: Float32Array) -> Float32Array:
    """Turn log-odds into probabilities: 1 / (1 + exp(-x)), by element."""
    # Beyond 30 a probability is 0 or 1 in single precision; the clip keeps exp from overflowing.
    chance: Float32Array = (1.0 / (1.0 + np.exp(-np.clip(log_odds, -30.0, 30.0)))).astype(
        np.float32
    )
    return chance
