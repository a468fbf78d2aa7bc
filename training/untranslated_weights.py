"""Fits the weights that tell untranslated text from names, terms and chance.

``python -m training.untranslated_weights CASES CORPUS OUT`` takes its examples from the gold labels
in CASES, from wording of one version that it plants in another (one word to a dozen, single
function words among them), and from the table of spared and found text in CORPUS
(``tests/untranslated``); it prints, per mode, how well held-out sources are judged, and writes the
weights to OUT. Logistic regression, as each probability must mean what it says; the folds are
the sources of the documents.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.untranslated.features import FEATURES
from aligncheck.untranslated.segment_analysis import (
    LEAST_PROBABILITY,
    NEIGHBOURS,
    load_rivals,
    load_span_weights,
)
from training.rows.foreign_spans import Example, beside_foreign, examples

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

RIDGE = 1.0
"""The weight of the penalty on squared weights; features are counts' logarithms and shares."""
STEPS = 30


def fit(features: Vector, labels: Vector, weights: Vector) -> Vector:
    """Fit a logistic regression by Newton's method; the first feature is the constant."""
    penalty = np.full(features.shape[1], RIDGE)
    penalty[0] = 1e-3
    solution = np.zeros(features.shape[1])
    for _ in range(STEPS):
        predicted = probability(features, solution)
        slope = features.T @ (weights * (predicted - labels)) + penalty * solution
        spread = weights * predicted * (1 - predicted)
        curvature = (features * spread[:, None]).T @ features + np.diag(penalty)
        solution = solution - np.linalg.solve(curvature, slope)
    return solution


def probability(features: Vector, solution: Vector) -> Vector:
    """Give the probabilities of the rows of ``features``."""
    result: Vector = 1 / (1 + np.exp(-np.clip(features @ solution, -30, 30)))
    return result


def arrays(sample: Sequence[Example]) -> tuple[Vector, Vector, Vector]:
    """Give features, labels and weights of the examples."""
    return (
        np.array([one.features for one in sample]),
        np.array([float(one.label) for one in sample]),
        np.array([one.weight for one in sample]),
    )


def held_out(sample: Sequence[Example]) -> Vector:
    """Judge each example by weights that were fitted on the other sources."""
    judged = np.zeros(len(sample))
    features, labels, weights = arrays(sample)
    sources = np.array([one.source for one in sample])
    for source in sorted(set(sources)):
        inside = sources == source
        solution = fit(features[~inside], labels[~inside], weights[~inside])
        judged[inside] = probability(features[inside], solution)
    return judged


def report(mode: str, sample: Sequence[Example], judged: Vector) -> None:
    """Print recall per kind of example, precision, and what is reported against its probability."""
    believed = judged >= LEAST_PROBABILITY
    labels = np.array([one.label for one in sample])
    for kind in sorted({one.kind for one in sample}):
        inside = np.array([one.kind == kind for one in sample])
        found, gold = int((believed & labels & inside).sum()), int((labels & inside).sum())
        wrong = int((believed & ~labels & inside).sum())
        rest = int((~labels & inside).sum())
        print(f"{mode:6} {kind:10} found {found}/{gold}, wrong {wrong}/{rest}")
    for low in (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97):
        inside = (judged >= low) & (judged < {0.97: 1.1}.get(low, low + 0.2))
        if inside.any():
            print(f"       from {low:.2f}: {labels[inside].mean():.2f} right of {inside.sum()}")


def fit_neighbours(cases: Path) -> dict[str, float]:
    """Fit how much foreign neighbours add, given the weights that were just written."""
    load_span_weights.cache_clear()
    rows = list(beside_foreign(cases))
    features = np.array([[float(n == 1), float(n > 1), doubt] for n, doubt, _ in rows])
    labels = np.array([float(label) for _, _, label in rows])
    solution = fit(features, labels, np.ones(len(rows)))
    right = int(((probability(features, solution) >= LEAST_PROBABILITY) == labels).sum())
    print(f"beside foreign segments: {right} of {len(rows)} judged rightly")
    return dict(zip(NEIGHBOURS, (round(float(w), 3) for w in solution), strict=True))


def main() -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is judged wrongly")
    arguments = parser.parse_args()
    by_mode: dict[str, list[Example]] = defaultdict(list)
    for one in examples(arguments.cases, arguments.corpus):
        by_mode[one.contrast].append(one)
    fitted: dict[str, Mapping[str, float] | list[str]] = {"rivals": sorted(load_rivals())}
    for mode, sample in by_mode.items():
        judged = held_out(sample)
        report(mode, sample, judged)
        if arguments.show:
            for one, sure in sorted(zip(sample, judged, strict=True), key=lambda pair: pair[1]):
                if (sure >= LEAST_PROBABILITY) != one.label:
                    print(f"{sure:.2f} {one.label} {one.kind} {one.source} {one.text!r}")
        solution = fit(*arrays(sample))
        fitted[mode] = dict(zip(FEATURES, (round(float(w), 3) for w in solution), strict=True))
    write(arguments.out, fitted)
    write(arguments.out, {**fitted, "neighbours": fit_neighbours(arguments.cases)})


def write(path: Path, fitted: Mapping[str, Mapping[str, float] | list[str]]) -> None:
    """Write weights as they are packaged."""
    path.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
