"""Logistic models: the one kind of fitted model here, small enough to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.alignment.segments.compare.segment_table import FloatArray


@dataclass(frozen=True, slots=True)
class Logistic:
    """An offset and a weight per feature name."""

    offset: float
    weights: Mapping[str, float]

    def score(self, names: Sequence[str], features: Sequence[FloatArray]) -> FloatArray:
        """Give the log-odds for arrays of features, which are all of one shape."""
        total = np.full_like(features[0], self.offset)
        for name, feature in zip(names, features, strict=True):
            total += np.float32(self.weights[name]) * feature
        return total


def probability(odds: FloatArray) -> FloatArray:
    """Turn log-odds into probabilities."""
    chance: FloatArray = (1.0 / (1.0 + np.exp(-np.clip(odds, -30.0, 30.0)))).astype(np.float32)
    return chance
