"""Finds a Sentence Transformers model: a folder, or a name on the Hugging Face hub."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE: Final = 5
"""Seconds to wait for the hub before it counts as out of reach."""
EXPORTED_KEY: Final = "aligncheck_model"
"""The key in config.json that names the built-in model whose weights a folder holds."""
_SMALL: Final = 1 << 20
"""Bytes up to which a file counts by its content: chosen to take in all of a model's files but the
weights, which are too large to be read at every start."""
_OFFLINE: Final = (
    "; offline, use the built-in model (multilingual-e5-small) "
    "or a folder that `aligncheck model export` writes"
)
_MARKERS: Final = ("modules.json", "config.json")
"""What a model's folder holds one of."""


def is_model_folder(model: str) -> bool:
    """Tell whether the model is given as a folder; ModelError where it looks like one and is not.

    ``name`` and ``owner/name`` may be names on the hub; anything with more to it is a path.
    """
    path = Path(model).expanduser()
    if path.is_dir():
        if not any((path / marker).is_file() for marker in _MARKERS):
            raise ModelError(f"{model}: holds no Sentence Transformers model (no modules.json)")
        return True
    if model.startswith((".", "~", "/")) or "\\" in model or model.count("/") > 1:
        raise ModelError(f"{model}: there is no such folder{_OFFLINE}")
    return False


def digest_folder(folder: Path) -> str:
    """Digest what is in a model's folder: small files by content, weights by size and time."""
    digest = hashlib.sha256()
    for path in _list_files(folder):
        stat = path.stat()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{stat.st_size}\0".encode())
        whole = stat.st_size <= _SMALL
        digest.update(path.read_bytes() if whole else f"{stat.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def read_exported_name(folder: Path) -> str | None:
    """Give the name of the built-in model that ``export_model`` wrote to the folder, if it did."""
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    name = config.get(EXPORTED_KEY) if isinstance(config, dict) else None
    return name if isinstance(name, str) else None


def _list_files(folder: Path) -> Iterator[Path]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return (path for path in sorted(paths) if ".cache" not in path.relative_to(folder).parts)


def find_snapshot(name: str) -> Path | None:
    """Give the folder of a hub model that has been fetched before; None where it has not."""
    from huggingface_hub import try_to_load_from_cache  # noqa: PLC0415 - not for other models
    from huggingface_hub.errors import HFValidationError  # noqa: PLC0415

    try:
        found = [try_to_load_from_cache(name, marker) for marker in _MARKERS]
    except HFValidationError as error:
        raise ModelError(f"{name}: neither a folder nor the name of a model{_OFFLINE}") from error
    return next((Path(path).parent for path in found if isinstance(path, str)), None)


def fetch_revision(name: str) -> str:
    """Ask the hub for the revision of a model; ModelError where it is unknown or out of reach."""
    from huggingface_hub import HfApi  # noqa: PLC0415 - not for other models
    from huggingface_hub.errors import HfHubHTTPError, RepositoryNotFoundError  # noqa: PLC0415

    # The hub's own error derives from that of the network library of the day, and from OSError.
    network = tuple(kind for kind in HfHubHTTPError.__mro__ if issubclass(kind, Exception))[:-1]
    try:
        revision = HfApi().model_info(name, timeout=_PATIENCE).sha
    except RepositoryNotFoundError as error:
        raise ModelError(f"{name}: no folder, and no model on the hub, has this name") from error
    except network as error:
        raise ModelError(
            f"{name}: not on this machine, and the hub cannot be reached{_OFFLINE}"
        ) from error
    return revision or "main"
