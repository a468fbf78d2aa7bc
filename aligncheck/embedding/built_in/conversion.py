"""Turns the weights of the default model into what its engine runs, once per cache folder."""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import onnx
from filelock import FileLock

from aligncheck.embedding.built_in.model_files import (
    DIGESTS_FILE,
    MODEL_FILE,
    TOKENIZER_FILE,
    compute_digests,
    is_intact,
    model_folder,
)
from aligncheck.embedding.built_in.onnx_graph import build_onnx_model
from aligncheck.embedding.built_in.quantized_weights import read_quantized_weights
from aligncheck.embedding.built_in.tokenizer import build_tokenizer
from aligncheck.embedding.built_in.weights_file import find_weights
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.embedding.protocol import Progress

_STEPS: Final = 3
"""What the progress counts: the tokenizer written, the model written, both put in place."""
_UNFINISHED: Final = ".new-"


def convert_weights(folder: Path, progress: Progress) -> None:
    """Convert the weights into the cache folder, unless another run has done so meanwhile.

    Two runs at once wait for each other; a run that is killed leaves nothing that another would
    use. ModelError where there are no weights, or the folder cannot be written.
    """
    target = model_folder(folder)
    with _sole_writer(target.parent):
        if not is_intact(target):
            _write_model(find_weights(folder), target, progress)


@contextmanager
def _sole_writer(models: Path) -> Iterator[None]:
    try:
        models.mkdir(parents=True, exist_ok=True)
        with FileLock(models / ".lock"):
            for unfinished in models.glob(f"{_UNFINISHED}*"):
                shutil.rmtree(unfinished)
            yield
    except OSError as error:
        raise ModelError(
            f"{models}: the model cannot be written ({error.strerror or error}); "
            "choose another folder with cache-dir or ALIGNCHECK_CACHE_DIR"
        ) from error


def _write_model(weights: Path, target: Path, progress: Progress) -> None:
    """Write tokenizer, model and digests beside ``target``, then put them in its place."""
    with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=target.parent) as temporary:
        made = Path(temporary) / target.name
        made.mkdir()
        progress("prepare", 0, _STEPS)
        blob = read_quantized_weights(weights)
        (made / TOKENIZER_FILE).write_text(
            build_tokenizer(blob.vocabulary).to_str(), encoding="utf-8"
        )
        progress("prepare", 1, _STEPS)
        onnx.save(build_onnx_model(blob), made / MODEL_FILE)
        progress("prepare", 2, _STEPS)
        (made / DIGESTS_FILE).write_text(json.dumps(compute_digests(made)), encoding="utf-8")
        if target.exists():
            shutil.move(target, Path(temporary) / "broken")
        made.rename(target)
    progress("prepare", _STEPS, _STEPS)
