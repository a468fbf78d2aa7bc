"""A team may choose any model that Sentence Transformers loads."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
import pytest

from aligncheck.embedding import open_embedder
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

    from aligncheck.embedding import CachedEmbedder, Embedder, VectorArray

pytestmark = [
    pytest.mark.skipif(
        find_spec("sentence_transformers") is None,
        reason="needs the extra: pip install 'aligncheck[sentence-transformers]'",
    ),
    # What torch and transformers deprecate among themselves is not ours to mend.
    pytest.mark.filterwarnings("default::DeprecationWarning", "default::FutureWarning"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the real built-in model, exported."""
    from aligncheck.embedding.built_in.export import export_model  # noqa: PLC0415 - not where skipped

    return export_model(tmp_path_factory.mktemp("exported") / "e5")


@pytest.fixture(scope="module")
def exported(folder: Path) -> CachedEmbedder:
    """Give the exported model, run by torch, its vectors cached beside it."""
    return open_embedder(str(folder), backend="torch", cache_dir=folder.parent)


def test_the_exported_model_gives_the_same_vectors(
    exported: CachedEmbedder, engine: Embedder, reference: dict[str, VectorArray]
) -> None:
    """Vectors are those of the reference and of the built-in engine, long texts included."""
    rows = exported.embed(list(reference))
    assert exported.dimension == 384
    assert (rows * np.stack(list(reference.values()))).sum(axis=1).min() >= 0.98
    assert (rows * engine.embed(list(reference))).sum(axis=1).min() >= 0.98
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)


def test_the_exported_model_keeps_its_name(exported: CachedEmbedder) -> None:
    """It goes by the name of the built-in model, with a revision of its own."""
    built_in = open_embedder()
    built_in.close()
    assert exported.name == built_in.name
    assert exported.revision != built_in.revision


def test_a_cached_run_does_not_load_the_model(exported: CachedEmbedder, folder: Path) -> None:
    """Vectors are kept for the next run, which needs nothing but the folder."""
    rows = exported.embed(["A text to keep."])
    again = open_embedder(str(folder), backend="torch", cache_dir=folder.parent)
    assert np.array_equal(again.embed(["A text to keep."]), rows)
    assert (again.cached, again.computed) == (1, 0)


def test_a_broken_model(folder: Path, tmp_path: Path) -> None:
    """A model that cannot be loaded is one line that names it."""
    (tmp_path / "modules.json").write_bytes((folder / "modules.json").read_bytes())
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        open_embedder(str(tmp_path), cache_dir=tmp_path).embed(["new"])
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)
