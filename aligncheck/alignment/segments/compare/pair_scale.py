"""What is usual between two versions: how near true pairs are, and how long to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

TYPICAL_SIMILARITY: Final = 0.55
"""The median cosine of true pairs, centred: measured on well-translated pages (sv-en .66, sv-zh
.53) when the aligner was first fitted."""

_PRIOR_PAIRS: Final = 5.0
"""How many pairs the prior values count for. Chosen because the median of fewer than about five
pairs is a matter of luck."""

SMOOTHING_LETTERS: Final = 12.0
"""Letters that are added to every length. Chosen so that a word more or less in a label weighs
little: 6 letters against 12 count as 18 against 24."""


@dataclass(frozen=True, slots=True)
class PairScale:
    """What is usual between the two versions.

    ``similarity`` is the typical cosine of true pairs, ``ratio`` the typical natural logarithm of
    source length over target length.
    """

    similarity: float
    ratio: float

    def reversed(self) -> PairScale:
        """Look from the other side."""
        return PairScale(self.similarity, -self.ratio)


UNKNOWN_SCALE: Final = PairScale(TYPICAL_SIMILARITY, 0.0)
"""What is taken for usual where there is no pair to tell."""


def take_log_ratios(left: NDArray[Any], right: NDArray[Any]) -> NDArray[Any]:
    """Give the natural logarithm of left over right lengths, both smoothed."""
    ratios: NDArray[Any] = np.log((left + SMOOTHING_LETTERS) / (right + SMOOTHING_LETTERS))
    return ratios


def estimate_scale(similarities: NDArray[Any], log_ratios: NDArray[Any]) -> PairScale:
    """Estimate what is usual from likely pairs: medians, drawn to what is usual everywhere.

    With ten pairs of median cosine .70: (.70 * 10 + .55 * 5) / 15 = .65.
    """
    count = len(similarities)
    similarity, ratio = find_median(similarities), find_median(log_ratios)
    similarity = (similarity * count + TYPICAL_SIMILARITY * _PRIOR_PAIRS) / (count + _PRIOR_PAIRS)
    # Scores divide by it: pairs that are all wrong must not make a chance likeness look usual.
    floor = TYPICAL_SIMILARITY / 2
    return PairScale(max(similarity, floor), ratio * count / (count + _PRIOR_PAIRS))


def find_median(values: NDArray[Any]) -> float:
    """Give the median, 0 of nothing; np.median would load numpy.ma."""
    ordered, half = np.sort(values), len(values) // 2
    return float((ordered[half] + ordered[~half]) / 2) if len(values) else 0.0
