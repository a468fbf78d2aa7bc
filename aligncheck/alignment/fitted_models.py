"""The fitted models that ship with the package, read from ``fitted/models.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aligncheck.alignment.logistic_model import Logistic
from aligncheck.alignment.segments.compare.bead_scores import GainModel


@dataclass(frozen=True, slots=True)
class Models:
    """All that is fitted: what a bead gains, and how sure each outcome is."""

    gain: GainModel
    null: Logistic
    linked: Logistic
    moved: Logistic
    relation: Logistic
    omission: Logistic
    remainder: Logistic


@cache
def models() -> Models:
    """Load the fitted models."""
    path = Path(__file__).parent / "fitted" / "models.json"
    stored = json.loads(path.read_text(encoding="utf-8"))
    by_name = {
        name: Logistic(model["offset"], model["weights"])
        for name, model in stored["models"].items()
    }
    return Models(
        gain=GainModel(by_name["link"], by_name["join"]),
        null=by_name["null"],
        linked=by_name["linked"],
        moved=by_name["moved"],
        relation=by_name["relation"],
        omission=by_name["omission"],
        remainder=by_name["remainder"],
    )
