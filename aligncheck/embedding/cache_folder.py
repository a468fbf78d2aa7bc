"""Where models and vectors are kept between runs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import platformdirs

VARIABLE: Final = "ALIGNCHECK_CACHE_DIR"


def cache_folder(given: Path | None = None) -> Path:
    """Give the folder: the one given, else ``ALIGNCHECK_CACHE_DIR``, else the platform's own."""
    if given is not None:
        return given.expanduser()
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen).expanduser()
    return platformdirs.user_cache_path("aligncheck", appauthor=False)
