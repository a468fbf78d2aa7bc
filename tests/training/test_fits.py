"""Every fitted file is written by one command, from a small data set as from the whole one."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from aligncheck.alignment.fitted_folder import FITTED_FOLDER
from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.untranslated import segment_analysis
from benchmarks.cases.articles import LANGS, articles
from benchmarks.cases.gold import list_case_files
from tests.training.cases import DIMENSION, embed_ideas
from training.alignment_models import AlignmentFit
from training.provenance import hash_files
from training.untranslated_weights import fit_untranslated_weights
from training.vector_map import fit_vector_map

SUITES = ("clean", "multi", "fault")
SHIPPED = {
    "training.alignment_models": FITTED_FOLDER / "models.json",
    "training.vector_map": FITTED_FOLDER / "multilingual-e5-small.npz",
    "training.untranslated_weights": segment_analysis.FITTED / "weights.json",
}


def read_provenance(path: Path) -> dict[str, Any]:
    """Read what a fitted file says of itself."""
    if path.suffix == ".npz":
        with np.load(path) as arrays:
            text = str(arrays["provenance"])
    else:
        text = json.dumps(json.loads(path.read_text(encoding="utf-8"))["provenance"])
    provenance: dict[str, Any] = json.loads(text)
    return provenance


@pytest.mark.parametrize("module", SHIPPED)
def test_a_shipped_file_names_its_script(module: str) -> None:
    """Each file that ships says which command writes it, from which data and how good it is."""
    provenance = read_provenance(SHIPPED[module])
    assert provenance["written by"] == f"python -m {module} FOLDER"
    assert callable(importlib.import_module(module).main)
    assert re.fullmatch(r"[0-9a-f]{64}", str(provenance["data"]["sha256"]))
    assert len(provenance["held out"]) > 1


@pytest.mark.usefixtures("shipped")
def test_the_map_is_fitted_from_a_small_data_set(data_set: Path, tmp_path: Path) -> None:
    """The map has a mean per language, is square, and names the hash of its data."""
    clean, files = list(articles(data_set, ["clean"])), list_case_files(data_set, ["clean"])
    path = fit_vector_map(clean, files, embed_ideas, tmp_path, "made-up")
    with np.load(path) as arrays:
        assert set(arrays.files) == {*LANGS, "pooled", "mapping", "provenance"}
        assert arrays["mapping"].shape == (DIMENSION, DIMENSION)
    provenance = read_provenance(path)
    assert provenance["data"] == {"files": 16, "sha256": hash_files(files)}
    assert set(provenance["held out"]["mutual best matches"]) == {"north", "south"}


@pytest.mark.usefixtures("shipped")
def test_the_models_are_fitted_from_a_small_data_set(data_set: Path, tmp_path: Path) -> None:
    """All models are written, and the aligner reads them: what is lost is told from what is not."""
    cases, files = list(articles(data_set, SUITES)), list_case_files(data_set, SUITES)
    clean = [article for article in cases if article.case.suite == "clean"]
    fit_vector_map(clean, files, embed_ideas, tmp_path, "made-up")
    path = AlignmentFit(cases, embed_ideas, "made-up", tmp_path).fit_models(files)
    stored = json.loads(path.read_text(encoding="utf-8"))
    before = json.loads(SHIPPED["training.alignment_models"].read_text(encoding="utf-8"))
    assert stored["models"].keys() == before["models"].keys()
    assert stored["models"] != before["models"]
    assert load_fitted_models().null.offset == stored["models"]["null"]["offset"]
    held_out = stored["provenance"]["held out"]
    assert held_out["link"]["precision"] > 0.9
    assert held_out["link"]["recall"] > 0.9
    assert stored["provenance"]["data"]["sha256"] == hash_files(files)


@pytest.mark.usefixtures("shipped")
def test_the_weights_are_fitted_from_a_small_data_set(data_set: Path, tmp_path: Path) -> None:
    """Weights are written for every contrast, and evidence speaks for a foreign span."""
    corpus = Path(__file__).parents[1] / "untranslated"
    path = fit_untranslated_weights(data_set / "cases", corpus, tmp_path)
    stored = json.loads(path.read_text(encoding="utf-8"))
    before = json.loads(SHIPPED["training.untranslated_weights"].read_text(encoding="utf-8"))
    assert stored.keys() - {"provenance"} == before.keys() - {"provenance"}
    assert stored["words"]["evidence"] > 0
    assert stored["provenance"]["held out"]["words"]["rows"] > 100
