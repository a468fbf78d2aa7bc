"""The default model as it lies in the cache folder: its name, its revision and its files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from aligncheck.embedding.built_in.weights_file import SHA256, sha256

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "multilingual-e5-small"
DIMENSION: Final = 384
_RECIPE: Final = 1
"""Counts up whenever the conversion, the windows or the pooling give other vectors."""
REVISION: Final = f"{SHA256[:8]}-{_RECIPE}"
MODEL: Final = "model.onnx"
TOKENIZER: Final = "tokenizer.json"
MANIFEST: Final = "manifest.json"
"""Holds the digests of the other two; written last."""


def model_folder(folder: Path) -> Path:
    """Give the place of the converted model in the cache folder."""
    return folder / "models" / f"{NAME}-{REVISION}"


def is_intact(target: Path) -> bool:
    """Tell whether the converted model is there as it was written."""
    try:
        recorded = json.loads((target / MANIFEST).read_text("utf-8"))
        return bool(recorded == digests(target))
    except (OSError, ValueError):
        return False


def digests(target: Path) -> dict[str, str]:
    """Give the SHA-256 of the model and of the tokenizer."""
    return {name: sha256(target / name) for name in (MODEL, TOKENIZER)}
