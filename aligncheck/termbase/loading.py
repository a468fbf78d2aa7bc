"""From glossary files and folders to a termbase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from aligncheck.errors import TermbaseError
from aligncheck.termbase.base import Termbase
from aligncheck.termbase.table import read_table
from aligncheck.termbase.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aligncheck.model import Concept

READERS: Final[dict[str, Callable[[str, str], tuple[Concept, ...]]]] = {
    ".toml": read_toml,
    ".csv": read_table,
    ".tsv": lambda text, path: read_table(text, path, "\t"),
}
"""How a file is read, by its extension."""


def load_termbase(paths: Sequence[Path]) -> Termbase:
    """Read glossary files, and those in folders at any depth, in the order of their names.

    TermbaseError names the file and the line of what cannot be used; a folder without glossary
    files gives none.
    """
    files = [file for path in paths for file in glossary_files(Path(path))]
    return Termbase(concept for file in files for concept in read_concepts(file))


def glossary_files(path: Path) -> Iterator[Path]:
    """Give the glossary files at a path: itself, or those in a folder."""
    if not path.is_dir():
        yield path
        return
    yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in READERS)


def read_concepts(file: Path) -> tuple[Concept, ...]:
    """Read the concepts of one file, by its extension."""
    reader = READERS.get(file.suffix.lower())
    name = file.as_posix()
    if reader is None:
        known = ", ".join(READERS)
        raise TermbaseError(f"{name}:1: not a glossary file; known are {known}")
    return reader(_text(file, name), name)


def _text(file: Path, name: str) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise TermbaseError(f"{name}:1: {error.strerror or 'cannot be read'}") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TermbaseError(f"{name}:{line}: not UTF-8 text") from error
