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
RIDGE = 2.0
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


def fit(
    names: Sequence[str],
    rows: Rows,
    fixed: Mapping[str, float] | None = None,
    ridge: float = RIDGE,
) -> Fitted:
    """Fit by Newton's method; ``fixed`` gives weights that are set by hand, not fitted."""
    table = np.array(rows.features, dtype=np.float64)
    right = np.array(rows.right, dtype=np.float64)
    origins, weights = np.array(rows.origins), np.array(rows.weights)
    held = np.array([(fixed or {}).get(name, np.nan) for name in names])
    found = _solve(table, right, weights, held, ridge)
    held_out = np.zeros(len(right))
    for origin in sorted(set(rows.origins)):
        rest = origins != origin
        part = _solve(table[rest], right[rest], weights[rest], held, ridge)
        held_out[~rest] = part[0] + table[~rest] @ part[1:]
    return Fitted(tuple(names), float(found[0]), found[1:], held_out, rows)


def _solve(table: Array, right: Array, weights: Array, held: Array, ridge: float) -> Array:
    """Give offset and weights; what is held stays."""
    free = np.isnan(held)
    base = table[:, ~free] @ held[~free]
    design = np.c_[np.ones(len(table)), table[:, free]]
    found = np.zeros(design.shape[1])
    penalty = np.eye(len(found)) * ridge
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


def describe(title: str, fitted: Fitted) -> None:
    """Print a model, its errors on held-out sources, and how far it can be trusted."""
    right = np.array(fitted.rows.right)
    weights = np.array(fitted.rows.weights)
    chance = 1 / (1 + np.exp(-np.clip(fitted.held_out, -30, 30)))
    chosen = fitted.held_out > 0
    found = weights[chosen & right].sum()
    table = reliability(chance, right, weights)
    apart = sum(abs(mean - share) * weight for _, mean, share, weight in table) / weights.sum()
    print(f"\n{title}: {len(right)} rows, {np.average(right, weights=weights):.1%} right")
    print("  " + str(fitted.stored()))
    print(
        f"  held-out sources: precision {found / weights[chosen].sum():.3f}, "
        f"recall {found / weights[right].sum():.3f}, expected calibration error {apart:.3f}"
    )
    for low, mean, share, weight in table:
        print(f"  from {low:.1f}: said {mean:.3f}, right {share:.3f}, weight {weight:.0f}")


def reliability(
    chance: Array, right: NDArray[np.bool_], weights: Array, bins: int = 10
) -> list[tuple[float, float, float, float]]:
    """Group probabilities in bins: lower bound, mean probability, share that is right, weight."""
    place = np.minimum((chance * bins).astype(int), bins - 1)
    return [
        (
            each / bins,
            float(np.average(chance[inside], weights=weights[inside])),
            float(np.average(right[inside], weights=weights[inside])),
            float(weights[inside].sum()),
        )
        for each in range(bins)
        if (inside := place == each).any()
    ]
