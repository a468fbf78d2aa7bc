"""A data set on disk, and the fitted files that ship put back after a fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aligncheck.alignment import fitted_folder
from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.vector_space import load_vector_space
from aligncheck.untranslated import segment_analysis
from tests.training.cases import write_cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def data_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of cases as the fits read them."""
    folder = tmp_path_factory.mktemp("data")
    write_cases(folder)
    return folder


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the tool read its own fitted files again after the test."""
    with monkeypatch.context() as patch:
        patch.setattr(fitted_folder, "FITTED_FOLDER", fitted_folder.FITTED_FOLDER)
        patch.setattr(segment_analysis, "FITTED", segment_analysis.FITTED)
        yield
    load_vector_space.cache_clear()
    load_fitted_models.cache_clear()
    segment_analysis.forget_weights()
