"""The one logistic fit finds what rows were drawn from, and judges by held-out sources."""

from __future__ import annotations

import numpy as np
import pytest

from training.logistic_regression import TrainingRows, fit_logistic, held_out_figures, print_fit

TRUE = {"near": 2.0, "long": -1.0}


def draw_rows(count: int = 4000, sources: int = 4) -> TrainingRows:
    """Draw rows whose log-odds are .5 + 2 near - 1 long."""
    random, rows = np.random.default_rng(5), TrainingRows()
    for number in range(count):
        features = random.normal(size=2)
        odds = 0.5 + features @ np.array(list(TRUE.values()))
        right = bool(random.random() < 1 / (1 + np.exp(-odds)))
        rows.add_row(features.tolist(), right=right, origin=f"source {number % sources}")
    return rows


def test_it_finds_the_weights() -> None:
    """Offset and weights are those that the rows were drawn from, within their error."""
    fitted = fit_logistic(list(TRUE), draw_rows())
    assert fitted.offset == pytest.approx(0.5, abs=0.15)
    assert fitted.named_weights() == pytest.approx(TRUE, abs=0.15)


def test_a_weight_set_by_hand_stays() -> None:
    """What is fixed is stored as given, and the others are fitted around it."""
    fitted = fit_logistic(list(TRUE), draw_rows(), fixed={"long": -1.0})
    assert fitted.named_weights() == pytest.approx(TRUE, abs=0.15)
    assert fitted.named_weights()["long"] == -1.0


def test_held_out_sources_are_judged_by_the_others() -> None:
    """Rows of a source that contradicts the others are judged wrongly, all others rightly."""
    rows = TrainingRows()
    for origin in ("a", "b", "c", "contrary"):
        for place in range(40):
            right = (place % 2 == 0) != (origin == "contrary")
            rows.add_row([float(place % 2 == 0)], right=right, origin=origin)
    fitted = fit_logistic(["even"], rows)
    judged = (fitted.held_out > 0) == np.array(rows.right)
    assert judged[:120].all()
    assert not judged[120:].any()
    assert held_out_figures(fitted)["precision"] == pytest.approx(0.75)


def test_one_source_holds_nothing_out() -> None:
    """Rows of a single source are at even odds, as there is nothing to judge them by."""
    fitted = fit_logistic(list(TRUE), draw_rows(50, sources=1))
    assert fitted.chances.tolist() == [0.5] * 50


def test_rows_that_are_all_right(capsys: pytest.CaptureFixture[str]) -> None:
    """The offset stays finite where nothing is wrong, and the figures can be printed."""
    rows = TrainingRows()
    for number in range(30):
        rows.add_row([1.0], right=True, origin=f"source {number % 3}")
    fitted = fit_logistic(["one"], rows)
    assert 3 < fitted.offset < 30
    print_fit("all right", fitted)
    assert "precision 1.0, recall 1.0" in capsys.readouterr().out


def test_balanced_sources_count_the_same() -> None:
    """A source of three rows counts as much as one of a single row."""
    rows = TrainingRows()
    for origin in ("a", "a", "a", "b"):
        rows.add_row([0.0], right=True, origin=origin)
    rows.balance_sources()
    assert rows.weights == pytest.approx([2 / 3, 2 / 3, 2 / 3, 2.0])


def test_the_worked_example() -> None:
    """The numbers in the module's docstring are those that the formula gives."""
    offset, weight = -4.398, 7.38
    chances = [1 / (1 + np.exp(-(offset + weight * coverage))) for coverage in (0.7, 0.5)]
    assert chances == pytest.approx([0.683, 0.330], abs=5e-4)
