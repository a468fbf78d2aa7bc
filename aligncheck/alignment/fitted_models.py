"""The fitted models that ship with the package, read from ``fitted/models.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from aligncheck.alignment import fitted_folder
from aligncheck.alignment.logistic_model import LogisticModel


@dataclass(frozen=True, slots=True)
class BeadModels:
    """What scores a bead: one model for links 1:1, one for taking one more segment in."""

    link: LogisticModel
    join: LogisticModel


@dataclass(frozen=True, slots=True)
class FittedModels:
    """All that is fitted: what a bead scores, and how sure each outcome is.

    ``null`` judges segments alone, ``linked`` links in order, ``moved`` links out of order,
    ``relation`` whether two texts are versions of one article, ``omission`` sentences, and
    ``remainder`` whether some sentences are found among others.
    """

    bead: BeadModels
    null: LogisticModel
    linked: LogisticModel
    moved: LogisticModel
    relation: LogisticModel
    omission: LogisticModel
    remainder: LogisticModel


@cache
def load_fitted_models() -> FittedModels:
    """Load the fitted models, once a process."""
    path = fitted_folder.FITTED_FOLDER / "models.json"
    stored = json.loads(path.read_text(encoding="utf-8"))
    by_name = {
        name: LogisticModel(model["offset"], model["weights"])
        for name, model in stored["models"].items()
    }
    return FittedModels(
        bead=BeadModels(by_name["link"], by_name["join"]),
        null=by_name["null"],
        linked=by_name["linked"],
        moved=by_name["moved"],
        relation=by_name["relation"],
        omission=by_name["omission"],
        remainder=by_name["remainder"],
    )
