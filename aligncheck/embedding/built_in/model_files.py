"""The default model as it lies in the cache folder: its name, its revision and its files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from aligncheck.embedding.built_in.weights_file import WEIGHTS_SHA256, compute_sha256

if TYPE_CHECKING:
    from pathlib import Path

BUILT_IN_NAME: Final = "multilingual-e5-small"
BUILT_IN_DIMENSION: Final = 384
"""Numbers in a vector, as the weights have it; written here so that no weights are read for it."""
_RECIPE: Final = 1
"""Counts up whenever the conversion, the windows or the pooling give other vectors: what is cached
under the revision before is then not met again."""
BUILT_IN_REVISION: Final = f"{WEIGHTS_SHA256[:8]}-{_RECIPE}"
MODEL_FILE: Final = "model.onnx"
TOKENIZER_FILE: Final = "tokenizer.json"
DIGESTS_FILE: Final = "manifest.json"
"""Holds the digests of the other two; written last."""


def model_folder(folder: Path) -> Path:
    """Give the place of the converted model in the cache folder."""
    return folder / "models" / f"{BUILT_IN_NAME}-{BUILT_IN_REVISION}"


def is_intact(target: Path) -> bool:
    """Tell whether the converted model is there as it was written."""
    try:
        recorded = json.loads((target / DIGESTS_FILE).read_text("utf-8"))
        return bool(recorded == compute_digests(target))
    except (OSError, ValueError):
        return False


def compute_digests(target: Path) -> dict[str, str]:
    """Give the SHA-256 of the model and of the tokenizer."""
    return {name: compute_sha256(target / name) for name in (MODEL_FILE, TOKENIZER_FILE)}
