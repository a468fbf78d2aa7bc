"""The one logistic fit: plain numpy, every figure from sources that were held out.

A model says how likely something is by the log-odds of its features:

    z = offset + sum of weight * feature,    p = 1 / (1 + exp(-z))

Worked through for the model ``remainder`` (offset -4.398, weight of ``coverage`` 7.38): a pair
whose coverage is .7 has z = -4.398 + 7.38 * .7 = .768, so p = 1 / (1 + exp(-.768)) = .683; at a
coverage of .5 z is -.708 and p is .330. If the first pair is right, it pulls the weight up by
(1 - .683) * .7 = .222, if it is wrong, down by .683 * .7 = .478; the weights are those at which
all rows together, and the ridge, pull them nowhere.

scikit-learn's LogisticRegression was considered: it can hold no weight at a value set by hand,
which two of the alignment models need, and has one penalty for all weights; the solver is twenty
lines.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    _Array = NDArray[np.float64]

_STEPS = 60
"""Newton steps at most; ten do where the rows are not separable."""

RIDGE = 2.0
"""The penalty on squared weights, chosen so small that it decides only where the rows hardly do."""

_OFFSET_RIDGE = 1e-3
"""The same for the offset: none to speak of, but it keeps the offset finite where all rows are
right."""

_LONGEST_STEP = 3.0
"""How far a weight moves in a step at most: a full Newton step from afar overshoots."""

_STILL = 1e-6
"""A step under which the fit has converged; weights are stored with three decimals."""

_BINS = 10
"""Bins of probability in which what was said is held against what was right."""


@dataclass(slots=True)
class TrainingRows:
    """Features, what is right, from which source each row is, and how much it counts."""

    features: list[Sequence[float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    origins: list[str] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def add_row(
        self, features: Sequence[float], *, right: bool, origin: str, weight: float = 1.0
    ) -> None:
        """Add a row."""
        self.features.append(features)
        self.right.append(right)
        self.origins.append(origin)
        self.weights.append(weight)

    def balance_sources(self) -> None:
        """Let every source count the same, however many rows it has."""
        counts = Counter(self.origins)
        share = len(self.origins) / len(counts)
        self.weights = [share / counts[origin] for origin in self.origins]


@dataclass(frozen=True, slots=True)
class FittedModel:
    """A fitted model, and the log-odds that it gives its rows when their source is held out."""

    names: tuple[str, ...]
    offset: float
    weights: _Array
    held_out: _Array
    rows: TrainingRows

    @property
    def chances(self) -> _Array:
        """The probability of every row, its source held out."""
        return _probability(self.held_out)

    def as_stored(self, shift: float = 0.0) -> dict[str, object]:
        """Give the model as it is stored; ``shift`` is added to the offset."""
        return {"offset": round(self.offset + shift, 3), "weights": self.named_weights()}

    def named_weights(self) -> dict[str, float]:
        """Give the weights by the names of their features, with three decimals."""
        return {name: round(float(w), 3) for name, w in zip(self.names, self.weights, strict=True)}


def fit_logistic(
    names: Sequence[str],
    rows: TrainingRows,
    fixed: Mapping[str, float] | None = None,
    ridge: float = RIDGE,
) -> FittedModel:
    """Fit by Newton's method; ``fixed`` gives weights that are set by hand, not fitted.

    Each source is also judged by a model that was fitted on the others; where there is but one
    source, nothing is held out and its rows are at even odds.
    """
    table = np.array(rows.features, dtype=np.float64)
    right = np.array(rows.right, dtype=np.float64)
    origins, weights = np.array(rows.origins), np.array(rows.weights)
    held = np.array([(fixed or {}).get(name, np.nan) for name in names])
    found = _solve(table, right, weights, held, ridge)
    held_out = np.zeros(len(right))
    for origin in sorted(set(rows.origins)):
        rest = origins != origin
        if rest.any():
            part = _solve(table[rest], right[rest], weights[rest], held, ridge)
            held_out[~rest] = part[0] + table[~rest] @ part[1:]
    return FittedModel(tuple(names), float(found[0]), found[1:], held_out, rows)


def _solve(table: _Array, right: _Array, weights: _Array, held: _Array, ridge: float) -> _Array:
    """Give offset and weights; ``held`` has the weights that stay, nan for those to be fitted."""
    free = np.isnan(held)
    base = table[:, ~free] @ held[~free]
    design = np.c_[np.ones(len(table)), table[:, free]]
    found = np.zeros(design.shape[1])
    penalty = np.eye(len(found)) * ridge
    penalty[0, 0] = _OFFSET_RIDGE
    for _ in range(_STEPS):
        chance = _probability(design @ found + base)
        slope = design.T @ (weights * (right - chance)) - penalty @ found
        spread = weights * chance * (1 - chance) + 1e-9
        step = np.linalg.solve((design * spread[:, None]).T @ design + penalty, slope)
        found += np.clip(step, -_LONGEST_STEP, _LONGEST_STEP)
        if np.abs(step).max() < _STILL:
            break
    whole = np.concatenate([[found[0]], held])
    whole[1:][free] = found[1:]
    return whole


def _probability(odds: _Array) -> _Array:
    chance: _Array = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return chance


def held_out_figures(fitted: FittedModel) -> dict[str, float | int]:
    """Give how well held-out sources are judged: rows, precision, recall, calibration error.

    The calibration error is the mean distance between what was said and the share that was right,
    over bins of probability (Guo and others, 2017).
    """
    right, weights = np.array(fitted.rows.right), np.array(fitted.rows.weights)
    chosen = fitted.held_out > 0
    found, said = weights[chosen & right].sum(), weights[chosen].sum()
    apart = [abs(mean - share) * weight for _, mean, share, weight in _reliability(fitted)]
    return {
        "rows": len(right),
        "precision": round(float(found / said), 3) if said else 0.0,
        "recall": round(float(found / max(weights[right].sum(), 1e-9)), 3),
        "calibration error": round(float(sum(apart) / weights.sum()), 3),
    }


def print_fit(title: str, fitted: FittedModel) -> None:
    """Print a model, its errors on held-out sources, and how far it can be trusted."""
    figures = held_out_figures(fitted)
    right = np.average(fitted.rows.right, weights=fitted.rows.weights)
    print(f"\n{title}: {figures['rows']} rows, {right:.1%} right")
    print(f"  {fitted.as_stored()}")
    shown = ", ".join(f"{name} {value}" for name, value in figures.items() if name != "rows")
    print(f"  held-out sources: {shown}")
    for low, mean, share, weight in _reliability(fitted):
        print(f"  from {low:.1f}: said {mean:.3f}, right {share:.3f}, weight {weight:.0f}")


def _reliability(fitted: FittedModel) -> list[tuple[float, float, float, float]]:
    """Group probabilities in bins: lower bound, mean probability, share that is right, weight."""
    chance, right = fitted.chances, np.array(fitted.rows.right)
    weights = np.array(fitted.rows.weights)
    place = np.minimum((chance * _BINS).astype(int), _BINS - 1)
    return [
        (
            each / _BINS,
            float(np.average(chance[inside], weights=weights[inside])),
            float(np.average(right[inside], weights=weights[inside])),
            float(weights[inside].sum()),
        )
        for each in range(_BINS)
        if (inside := place == each).any()
    ]
