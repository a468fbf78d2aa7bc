"""Logistic models fitted and judged: plain numpy, cross-validated by source."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Array = NDArray[np.float64]

STEPS = 60
RIDGE = 0.3
"""The penalty on squared weights: it decides only where the rows hardly do."""


@dataclass(slots=True)
class Rows:
    """Training rows: features, what is right, where each is from, and how much it counts."""

    features: list[Sequence[float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    origins: list[str] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def add(
        self, features: Sequence[float], *, right: bool, origin: str, weight: float = 1.0
    ) -> None:
        """Add a row."""
        self.features.append(features)
        self.right.append(right)
        self.origins.append(origin)
        self.weights.append(weight)

    def join(self, others: Rows) -> None:
        """Take in other rows."""
        self.features += others.features
        self.right += others.right
        self.origins += others.origins
        self.weights += others.weights

    def balance(self) -> None:
        """Let every source count the same, however many rows it has."""
        counts = Counter(self.origins)
        share = len(self.origins) / len(counts)
        self.weights = [share / counts[origin] for origin in self.origins]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted model, and the log-odds it gives its rows when their source is held out."""

    names: tuple[str, ...]
    offset: float
    weights: Array
    held_out: Array
    rows: Rows

    def stored(self, shift: float = 0.0) -> dict[str, object]:
        """Give the model as it is stored; ``shift`` is added to the offset."""
        weights = {
            name: round(float(w), 3) for name, w in zip(self.names, self.weights, strict=True)
        }
        return {"offset": round(self.offset + shift, 3), "weights": weights}


def fit(names: Sequence[str], rows: Rows, fixed: Mapping[str, float] | None = None) -> Fitted:
    """Fit by Newton's method; ``fixed`` gives weights that are set by hand, not fitted."""
    table = np.array(rows.features, dtype=np.float64)
    right = np.array(rows.right, dtype=np.float64)
    origins, weights = np.array(rows.origins), np.array(rows.weights)
    held = np.array([(fixed or {}).get(name, np.nan) for name in names])
    found = _solve(table, right, weights, held)
    held_out = np.zeros(len(right))
    for origin in sorted(set(rows.origins)):
        rest = origins != origin
        part = _solve(table[rest], right[rest], weights[rest], held)
        held_out[~rest] = part[0] + table[~rest] @ part[1:]
    return Fitted(tuple(names), float(found[0]), found[1:], held_out, rows)


def _solve(table: Array, right: Array, weights: Array, held: Array) -> Array:
    """Give offset and weights; what is held stays."""
    free = np.isnan(held)
    base = table[:, ~free] @ held[~free]
    design = np.c_[np.ones(len(table)), table[:, free]]
    found = np.zeros(design.shape[1])
    penalty = np.eye(len(found)) * RIDGE
    penalty[0, 0] = 1e-6
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ found + base, -30, 30)))
        slope = design.T @ (weights * (right - chance)) - penalty @ found
        spread = weights * chance * (1 - chance) + 1e-9
        step = np.linalg.solve((design * spread[:, None]).T @ design + penalty, slope)
        found += np.clip(step, -3, 3)
        if np.abs(step).max() < 1e-6:  # noqa: PLR2004 - as good as still
            break
    whole = np.concatenate([[found[0]], held])
    whole[1:][free] = found[1:]
    return whole


def describe(title: str, fitted: Fitted, shift: float = 0.0) -> None:
    """Print a model, its errors on held-out sources, and how far it can be trusted."""
    right = np.array(fitted.rows.right)
    odds = fitted.held_out + shift
    chance = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    chosen = odds > 0
    print(f"\n{title}: {len(right)} rows, {right.mean():.1%} right")
    print("  " + str(fitted.stored(shift)))
    print(
        f"  held-out sources: precision {right[chosen].mean():.3f}, "
        f"recall {chosen[right].mean():.3f}, expected calibration error {ece(chance, right):.3f}"
    )
    for low, high, mean, share, count in reliability(chance, right):
        print(f"  said {low:.1f}-{high:.1f}: mean {mean:.3f}, right {share:.3f}, rows {count}")


def reliability(
    chance: Array, right: NDArray[np.bool_], bins: int = 10
) -> list[tuple[float, float, float, float, int]]:
    """Group probabilities in bins: bounds, mean probability, share that is right, rows."""
    place = np.minimum((chance * bins).astype(int), bins - 1)
    return [
        (
            each / bins,
            (each + 1) / bins,
            float(chance[place == each].mean()),
            float(right[place == each].mean()),
            int((place == each).sum()),
        )
        for each in range(bins)
        if (place == each).any()
    ]


def ece(chance: Array, right: NDArray[np.bool_]) -> float:
    """Give the expected calibration error: the mean distance of the bins from the diagonal."""
    table = reliability(chance, right)
    return sum(abs(mean - share) * count for _, _, mean, share, count in table) / len(right)
