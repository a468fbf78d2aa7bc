"""The built-in model can be written for Sentence Transformers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from aligncheck.embedding.built_in import export
from aligncheck.embedding.built_in.export import export_model
from aligncheck.embedding.built_in.quantized_weights import read_quantized_weights
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, weights: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder to which the small weights have been exported."""
    monkeypatch.setattr(export, "find_weights", lambda _folder: weights)
    return export_model(tmp_path / "new" / "model")


def test_files(folder: Path) -> None:
    """The folder holds what Sentence Transformers reads, and nothing unfinished stands beside."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files == {
        "1_Pooling/config.json",
        "README.md",
        "config.json",
        "config_sentence_transformers.json",
        "model.safetensors",
        "modules.json",
        "sentence_bert_config.json",
        "tokenizer.json",
        "tokenizer_config.json",
    }
    assert [path.name for path in folder.parent.iterdir()] == ["model"]
    modules = json.loads((folder / "modules.json").read_text())
    kinds = [module["type"].rpartition(".")[2] for module in modules]
    assert kinds == ["Transformer", "Pooling", "Normalize"]
    assert all((folder / module["path"]).is_dir() for module in modules)


def test_tensors(folder: Path, weights: Path) -> None:
    """Tensors have BERT's names, a row per output, and the values of the weights."""
    tensors = load_file(folder / "model.safetensors")
    blob = read_quantized_weights(weights)
    layer = "encoder.layer.0."
    assert len(tensors) == len(blob.tensors) + 2
    assert tensors["embeddings.word_embeddings.weight"].shape == (13, 32)
    assert tensors[layer + "intermediate.dense.weight"].shape == (64, 32)
    assert tensors[layer + "output.dense.weight"].shape == (32, 64)
    assert (
        tensors[layer + "output.LayerNorm.bias"].tolist() == blob.read_vector("l0.oln.b").tolist()
    )
    key = tensors[layer + "attention.self.key.weight"]
    assert np.array_equal(key, blob.read_matrix("l0.k.w", 32))


def test_tokenizer(folder: Path) -> None:
    """The tokenizer in the folder cuts text as ours does."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    assert tokenizer.encode("a  b").tokens == ["<s>", "▁a", "▁b", "</s>"]


def test_a_folder_in_use(folder: Path) -> None:
    """A folder that holds something is left alone."""
    before = (folder / "config.json").read_bytes()
    with pytest.raises(ModelError, match="not empty"):
        export_model(folder)
    assert (folder / "config.json").read_bytes() == before


def test_an_empty_folder(tmp_path: Path, folder: Path) -> None:
    """An empty folder may be given."""
    (tmp_path / "empty").mkdir()
    assert export_model(tmp_path / "empty") == tmp_path / "empty"
    files = sorted(path.name for path in folder.iterdir())
    assert sorted(path.name for path in (tmp_path / "empty").iterdir()) == files


def test_a_place_that_cannot_be_written(tmp_path: Path, folder: Path) -> None:
    """A file in the way is one line that names the place."""
    assert folder.is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(ModelError, match="cannot be written") as caught:
        export_model(tmp_path / "file" / "model")
    assert str(tmp_path / "file" / "model") in str(caught.value)
