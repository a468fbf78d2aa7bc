"""Turns the weights of the default model into what its engine runs, once per cache folder."""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from aligncheck.embedding.weights import SHA256, find_weights, sha256
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.embedding.protocol import Progress

NAME: Final = "multilingual-e5-small"
_RECIPE: Final = 1
"""Counts up whenever the conversion, the windows or the pooling give other vectors."""
REVISION: Final = f"{SHA256[:8]}-{_RECIPE}"
MODEL: Final = "model.onnx"
TOKENIZER: Final = "tokenizer.json"
_MANIFEST: Final = "manifest.json"
_STEPS: Final = 3


def converted_model(folder: Path, progress: Progress) -> Path:
    """Give the folder with the model and the tokenizer, converting the weights where need be.

    What is there is used only if its digests are those recorded when it was written. Two runs
    at once wait for each other; a run that is killed leaves nothing that another would use.
    """
    target = model_folder(folder)
    if is_intact(target):
        return target
    with _locked(target):
        if not is_intact(target):
            _convert(find_weights(folder), target, progress)
    return target


def model_folder(folder: Path) -> Path:
    """Give the place of the converted model in the cache folder."""
    return folder / "models" / f"{NAME}-{REVISION}"


def is_intact(target: Path) -> bool:
    """Tell whether the converted model is there as it was written."""
    try:
        recorded = json.loads((target / _MANIFEST).read_text("utf-8"))
        return bool(recorded == _digests(target))
    except (OSError, ValueError):
        return False


def _digests(target: Path) -> dict[str, str]:
    return {name: sha256(target / name) for name in (MODEL, TOKENIZER)}


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the right to write ``target``; ModelError where the folder cannot be written."""
    import filelock

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(target.with_suffix(".lock")):
            yield
    except OSError as error:
        raise ModelError(
            f"{target.parent}: cannot write the converted model ({error.strerror or error}); "
            "choose another folder with cache-dir or ALIGNCHECK_CACHE_DIR"
        ) from error


def _convert(weights: Path, target: Path, progress: Progress) -> None:
    """Write model, tokenizer and digests beside ``target``, then put them in its place."""
    from aligncheck.embedding.blob import read_blob
    from aligncheck.embedding.graph import build_model, quantize
    from aligncheck.embedding.tokenizer import build_tokenizer

    with tempfile.TemporaryDirectory(prefix=".new-", dir=target.parent) as temporary:
        made = Path(temporary) / target.name
        made.mkdir()
        progress("prepare", 0, _STEPS)
        blob = read_blob(weights)
        build_tokenizer(blob.vocabulary).save(str(made / TOKENIZER), pretty=False)
        progress("prepare", 1, _STEPS)
        quantize(build_model(blob), made / MODEL)
        progress("prepare", 2, _STEPS)
        (made / _MANIFEST).write_text(json.dumps(_digests(made)), encoding="utf-8")
        if target.exists():
            shutil.move(target, Path(temporary) / "broken")
        made.rename(target)
    progress("prepare", _STEPS, _STEPS)
