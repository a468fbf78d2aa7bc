"""Fits the weights that tell untranslated text from names, terms and chance.

    python -m training.untranslated_weights FOLDER [--corpus tests/untranslated] [--output DIR]

Examples are taken from the gold labels in ``FOLDER/cases/<suite>.jsonl`` (clean, fault, multi,
natural), from wording of one version that is planted in another (one word to a dozen, single
function words among them), and from our own tables of spared and found text in the corpus. Written
is ``weights.json``. Printed is, per contrast of languages, how well held-out sources are judged:
fitted on all but one, tried on that one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np

from aligncheck.untranslated import segment_analysis
from aligncheck.untranslated.features import FEATURES
from aligncheck.untranslated.segment_analysis import LEAST_PROBABILITY, NEIGHBOURS
from benchmarks.cases.blocks import REVIEWED
from training.logistic_regression import TrainingRows, fit_logistic, held_out_figures
from training.provenance import describe_origin
from training.rows.foreign_spans import beside_foreign, examples

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from training.logistic_regression import FittedModel
    from training.rows.foreign_spans import Example

_COMMAND = "python -m training.untranslated_weights FOLDER"
_CORPUS = Path(__file__).parents[1] / "tests" / "untranslated"
_SUITES = ("clean", "fault", "multi", "natural")
_TABLES = ("found.txt", "spared.txt")

_RIDGE = 1.0
"""The penalty on squared weights; features are counts' logarithms and shares."""


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--corpus", type=click.Path(exists=True, path_type=Path), default=_CORPUS)
@click.option("--output", type=click.Path(path_type=Path), default=segment_analysis.FITTED)
@click.option("--show", is_flag=True, help="Print what is judged wrongly.")
def main(folder: Path, corpus: Path, output: Path, *, show: bool) -> None:
    """Fit, print the figures on held-out sources, and write."""
    fit_untranslated_weights(folder / "cases", corpus, output, show=show)


def fit_untranslated_weights(
    cases: Path, corpus: Path, output: Path, *, show: bool = False
) -> Path:
    """Fit and write, and give the file; from here on the analysis reads its weights there."""
    by_contrast: dict[str, list[Example]] = defaultdict(list)
    for one in examples(cases, corpus):
        by_contrast[one.contrast].append(one)
    stored: dict[str, object] = {"rivals": sorted(segment_analysis.load_rivals())}
    figures: dict[str, object] = {}
    for contrast, sample in by_contrast.items():
        fitted = _fit_contrast(sample)
        _print_contrast(contrast, sample, fitted.chances)
        if show:
            _print_errors(sample, fitted.chances)
        figures[contrast] = held_out_figures(fitted)
        # The first feature is one everywhere: its weight is the offset.
        stored[contrast] = {FEATURES[0]: round(fitted.offset, 3), **fitted.named_weights()}
    _use_weights(output, stored)
    stored["neighbours"], figures["neighbours"] = _fit_neighbours(cases)
    files = [cases / f"{suite}.jsonl" for suite in _SUITES]
    files += [REVIEWED, *(corpus / name for name in _TABLES)]
    stored["provenance"] = describe_origin(_COMMAND, files, figures, suites=list(_SUITES))
    return _use_weights(output, stored)


def _fit_contrast(sample: Sequence[Example]) -> FittedModel:
    rows = TrainingRows()
    for one in sample:
        rows.add_row(one.features[1:], right=one.label, origin=one.source, weight=one.weight)
    return fit_logistic(FEATURES[1:], rows, ridge=_RIDGE)


def _fit_neighbours(cases: Path) -> tuple[dict[str, float], dict[str, float | int]]:
    """Fit how much foreign neighbours add, given the weights that are in use.

    A segment of log-odds ``d`` by itself has ``one + alone * d`` beside one foreign segment and
    ``two + alone * d`` between two of them: ``one`` is the offset, ``two`` what a second adds.
    """
    rows = TrainingRows()
    for origin, number, doubt, label in beside_foreign(cases):
        rows.add_row([float(number > 1), doubt], right=label, origin=origin)
    if not rows.right:
        return dict.fromkeys(NEIGHBOURS, 0.0), {"rows": 0}
    fitted = fit_logistic(NEIGHBOURS[1:], rows, ridge=_RIDGE)
    second, alone = (float(weight) for weight in fitted.weights)
    weights = (fitted.offset, fitted.offset + second, alone)
    figures = held_out_figures(fitted)
    print(f"beside foreign segments: {figures}")
    return {n: round(w, 3) for n, w in zip(NEIGHBOURS, weights, strict=True)}, figures


def _print_contrast(contrast: str, sample: Sequence[Example], judged: np.ndarray) -> None:
    """Print recall per kind of example, precision, and what is reported against its probability."""
    believed = judged >= LEAST_PROBABILITY
    labels = np.array([one.label for one in sample])
    for kind in sorted({one.kind for one in sample}):
        inside = np.array([one.kind == kind for one in sample])
        found, gold = int((believed & labels & inside).sum()), int((labels & inside).sum())
        wrong = int((believed & ~labels & inside).sum())
        rest = int((~labels & inside).sum())
        print(f"{contrast:6} {kind:10} found {found}/{gold}, wrong {wrong}/{rest}")
    for low in (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97):
        inside = (judged >= low) & (judged < {0.97: 1.1}.get(low, low + 0.2))
        if inside.any():
            print(f"       from {low:.2f}: {labels[inside].mean():.2f} right of {inside.sum()}")


def _print_errors(sample: Sequence[Example], judged: np.ndarray) -> None:
    for one, sure in sorted(zip(sample, judged, strict=True), key=lambda pair: float(pair[1])):
        if (sure >= LEAST_PROBABILITY) != one.label:
            print(f"{sure:.2f} {one.label} {one.kind} {one.source} {one.text!r}")


def _use_weights(output: Path, stored: Mapping[str, object]) -> Path:
    """Write weights as they are packaged, and let the analysis read them."""
    output.mkdir(parents=True, exist_ok=True)
    path = output / "weights.json"
    path.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    segment_analysis.FITTED = output
    segment_analysis.forget_weights()
    return path


if __name__ == "__main__":
    main()
