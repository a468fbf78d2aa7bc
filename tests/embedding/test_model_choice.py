"""A model is found by its name, or an error says what to do."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import huggingface_hub
import pytest
from huggingface_hub.errors import OfflineModeIsEnabled

from aligncheck.embedding import open_embedder
from aligncheck.embedding import required_packages as extras
from aligncheck.embedding.cache_folder import cache_folder
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the hub out of reach."""

    def refuse(*_: object, **__: object) -> None:
        raise OfflineModeIsEnabled

    monkeypatch.setattr(huggingface_hub.HfApi, "model_info", refuse)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder that looks like a Sentence Transformers model."""
    folder = tmp_path / "some-model"
    folder.mkdir()
    (folder / "modules.json").write_text("[]")
    (folder / "model.safetensors").write_bytes(b"weights")
    return folder


@pytest.mark.parametrize("backend", ["auto", "onnx"])
def test_built_in(tmp_path: Path, backend: str) -> None:
    """The built-in model has a name, a revision and a length before it is loaded."""
    embedder = open_embedder("multilingual-e5-small", backend=backend, cache_dir=tmp_path)
    assert embedder.name == "multilingual-e5-small"
    assert embedder.revision.startswith("1571fc98-")
    assert embedder.dimension == 384
    assert not (tmp_path / "models").exists()


@pytest.mark.parametrize(
    ("model", "backend", "reason"),
    [
        ("multilingual-e5-small", "torch", "aligncheck model export"),
        ("multilingual-e5-small", "cuda", "auto, onnx, torch, openvino"),
        ("sentence-transformers/LaBSE", "auto", "hub cannot be reached; offline, use the built-in"),
        ("LaBSE", "torch", "sentence-transformers/LaBSE: not on this machine"),
        ("./models/mine", "auto", "there is no such folder"),
        ("a/b/c", "auto", "there is no such folder"),
        ("not a name", "auto", "neither a folder nor the name of a model"),
    ],
)
def test_no_such_model(tmp_path: Path, model: str, backend: str, reason: str) -> None:
    """One line says what is wrong, and how to go on where that is not plain."""
    with pytest.raises(ModelError) as caught:
        open_embedder(model, backend=backend, cache_dir=tmp_path)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    """A folder that holds something else is told apart from a missing one."""
    with pytest.raises(ModelError, match="no Sentence Transformers model"):
        open_embedder(str(tmp_path), cache_dir=tmp_path)


def test_a_folder_is_known_by_its_contents(tmp_path: Path, folder: Path) -> None:
    """A change in any file, or of the backend, makes another revision; nothing else does."""

    def revision(backend: str = "auto") -> str:
        return open_embedder(str(folder), backend=backend, cache_dir=tmp_path).revision

    first = revision()
    assert revision() == revision("torch") == first
    assert revision("onnx") != first
    (folder / "modules.json").write_text("[ ]")
    second = revision()
    os.utime(folder / "modules.json", (1, 1))
    assert revision() == second != first
    (folder / "extra.bin").write_bytes(bytes(1 << 21))
    third = revision()
    os.utime(folder / "extra.bin", (1, 1))
    assert len({first, second, third, revision()}) == 4


@pytest.mark.parametrize(
    ("config", "name"),
    [
        ({"aligncheck_model": "multilingual-e5-small"}, "multilingual-e5-small"),
        ({"model_type": "bert"}, None),
        (["strange"], None),
        (None, None),
    ],
)
def test_the_name_of_a_folder(
    tmp_path: Path, folder: Path, config: object, name: str | None
) -> None:
    """An exported built-in model keeps its name; any other is called by its folder."""
    if config is not None:
        (folder / "config.json").write_text(json.dumps(config))
    assert open_embedder(str(folder), cache_dir=tmp_path).name == (name or str(folder))


def test_a_model_fetched_before(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hub model that is on disk is found without asking the hub, pinned by its commit."""
    find_snapshot = folder.rename(tmp_path / COMMIT)
    found = {("sentence-transformers/LaBSE", "modules.json"): str(find_snapshot / "modules.json")}
    monkeypatch.setattr(huggingface_hub, "try_to_load_from_cache", lambda *name: found.get(name))
    embedder = open_embedder("LaBSE", cache_dir=tmp_path)
    assert embedder.name == "sentence-transformers/LaBSE"
    assert embedder.revision.startswith(COMMIT[:16])


@pytest.mark.parametrize(
    ("backend", "installed", "package"),
    [
        ("torch", set(), "aligncheck[sentence-transformers]"),
        ("openvino", set(), "aligncheck[sentence-transformers]"),
        ("onnx", {"sentence_transformers"}, "sentence-transformers[onnx]"),
        ("openvino", {"sentence_transformers"}, "sentence-transformers[openvino]"),
    ],
)
def test_what_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, backend: str, installed: set[str], package: str
) -> None:
    """A missing package is an error with the command that brings it."""
    monkeypatch.setattr(extras, "find_spec", lambda name: name if name in installed else None)
    with pytest.raises(ModelError) as caught:
        extras.require_backend("mine", backend)
    assert f"pip install '{package}'" in str(caught.value)


def test_the_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder given wins over the environment, and that over the platform's."""
    monkeypatch.delenv("ALIGNCHECK_CACHE_DIR", raising=False)
    usual = cache_folder()
    assert usual.name == "aligncheck"
    monkeypatch.setenv("ALIGNCHECK_CACHE_DIR", str(tmp_path / "set"))
    assert cache_folder() == tmp_path / "set"
    assert cache_folder(tmp_path / "given") == tmp_path / "given"
