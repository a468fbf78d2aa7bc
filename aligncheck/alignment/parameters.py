"""The fitted models that ship with the package, read from ``fitted/models.json``."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from aligncheck.alignment.gains import GainModel, Weights


@cache
def gain_model() -> GainModel:
    """Load what turns evidence into gains."""
    return GainModel(link=weights("link"), join=weights("join"))


@cache
def weights(name: str) -> Weights:
    """Load a logistic model by its name."""
    path = files("aligncheck.alignment") / "fitted" / "models.json"
    stored = json.loads(path.read_text(encoding="utf-8"))[name]
    return Weights(stored["offset"], stored["weights"])
