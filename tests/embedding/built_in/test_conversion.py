"""The weights are converted once, whole, and checked before they are used."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from aligncheck.embedding.built_in import conversion
from aligncheck.embedding.built_in.conversion import convert_weights
from aligncheck.embedding.built_in.model_files import (
    MODEL_FILE,
    TOKENIZER_FILE,
    is_intact,
    model_folder,
)
from aligncheck.embedding.engines.onnxruntime import OnnxruntimeEngine
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def steps(weights: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Have the small weights converted, and give the list of steps that will be told."""
    monkeypatch.setattr(conversion, "find_weights", lambda _folder: weights)
    return []


def told(steps: list[int], folder: Path) -> None:
    """Convert, noting the steps."""
    convert_weights(folder, lambda _step, done, _total: steps.append(done))


def test_conversion(tmp_path: Path, steps: list[int]) -> None:
    """The converted model is intact, runs, and nothing unfinished is left beside it."""
    told(steps, tmp_path)
    target = model_folder(tmp_path)
    assert is_intact(target)
    assert sorted(path.name for path in target.parent.iterdir()) == [".lock", target.name]
    assert steps == [0, 1, 2, 3]
    rows = OnnxruntimeEngine(target).embed(["a b", "b", ""])
    assert rows.shape == (3, 32)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)


def test_done_once(tmp_path: Path, steps: list[int]) -> None:
    """What is intact is not converted again."""
    told(steps, tmp_path)
    told(steps, tmp_path)
    assert steps == [0, 1, 2, 3]


@pytest.mark.parametrize("name", [MODEL_FILE, TOKENIZER_FILE, "manifest.json"])
@pytest.mark.parametrize("damage", ["changed", "cut", "missing"])
def test_damage_is_mended(tmp_path: Path, steps: list[int], name: str, damage: str) -> None:
    """A file that is not as it was written is noticed, and all is written anew."""
    told(steps, tmp_path)
    target = model_folder(tmp_path)
    whole = (target / name).read_bytes()
    if damage == "missing":
        (target / name).unlink()
    else:
        changed = bytes([*whole[:-9], whole[-9] ^ 1, *whole[-8:]])
        (target / name).write_bytes(changed if damage == "changed" else whole[:-1])
    assert not is_intact(target)
    told(steps, tmp_path)
    assert is_intact(target)
    assert (target / name).read_bytes() == whole


def test_leftovers_of_a_killed_run(tmp_path: Path, steps: list[int]) -> None:
    """What a killed run left unfinished is not used, and is cleared away."""
    target = model_folder(tmp_path)
    unfinished = target.parent / ".new-abc" / target.name
    unfinished.mkdir(parents=True)
    (unfinished / MODEL_FILE).write_bytes(b"half")
    told(steps, tmp_path)
    assert is_intact(target)
    assert not unfinished.parent.exists()


def test_two_at_once(tmp_path: Path, steps: list[int]) -> None:
    """Of several runs that begin together one converts, and the others wait for it."""
    threads = [threading.Thread(target=told, args=(steps, tmp_path)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert steps == [0, 1, 2, 3]
    assert is_intact(model_folder(tmp_path))


def test_a_folder_that_cannot_be_written(tmp_path: Path, steps: list[int]) -> None:
    """The error names the folder and the ways to choose another."""
    (tmp_path / "file").touch()
    with pytest.raises(ModelError, match="ALIGNCHECK_CACHE_DIR") as caught:
        told(steps, tmp_path / "file")
    assert str(tmp_path / "file") in str(caught.value)
    assert steps == []
