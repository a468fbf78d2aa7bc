"""What a fitted file says of itself: the command that wrote it, its data, and how good it is."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_HELD_OUT = "each source in turn, judged by what was fitted on the others"


def describe_origin(
    command: str,
    files: Iterable[Path],
    held_out: Mapping[str, object],
    **more: object,
) -> dict[str, object]:
    """Give the provenance that a fitted file holds, as it is written to JSON.

    ``command`` is what a newcomer types, ``files`` are all that was read, ``held_out`` the figures
    by model; ``more`` is put between.
    """
    every = sorted(files)
    return {
        "written by": command,
        "data": {"files": len(every), "sha256": hash_files(every)},
        **more,
        "held out": {"how": _HELD_OUT, **held_out},
    }


def hash_files(files: Iterable[Path]) -> str:
    """Digest the names and the contents of files: SHA-256 in hexadecimal.

    Of a path only the last two parts count (case and file), so that the same data give the same
    hash wherever their folder lies.
    """
    digest = hashlib.sha256()
    for name, path in sorted(("/".join(path.parts[-2:]), path) for path in files):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{name}\0{content}\n".encode())
    return digest.hexdigest()
