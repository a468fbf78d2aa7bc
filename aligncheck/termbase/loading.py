"""From glossary files and folders to a termbase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from aligncheck.errors import TermbaseError, UsageError
from aligncheck.termbase.base import Termbase
from aligncheck.termbase.table import read_table, write_table
from aligncheck.termbase.toml import read_toml, write_toml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aligncheck.model import Concept


def _read_tbx(text: str, path: str) -> tuple[Concept | TermbaseError, ...]:
    from aligncheck.termbase.tbx import read_tbx  # noqa: PLC0415 - XML, for these files only

    return read_tbx(text, path)


def _write_tbx(concepts: Sequence[Concept], version: int) -> str:
    from aligncheck.termbase.tbx import write_tbx  # noqa: PLC0415 - as above

    return write_tbx(concepts, version)


READERS: Final[dict[str, Callable[[str, str], tuple[Concept | TermbaseError, ...]]]] = {
    ".toml": read_toml,
    ".csv": read_table,
    ".tsv": lambda text, path: read_table(text, path, "\t"),
    ".tbx": _read_tbx,
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
    """Read the concepts of one file, by its extension; TermbaseError where one cannot be read."""
    concepts = []
    for entry in read_entries(file):
        if isinstance(entry, TermbaseError):
            raise entry
        concepts.append(entry)
    return tuple(concepts)


def read_entries(file: Path) -> tuple[Concept | TermbaseError, ...]:
    """Read the concepts of one file, and the errors in the place of those that cannot be read.

    Only TBX goes on after an error; elsewhere, it is all there is.
    """
    reader = READERS.get(file.suffix.lower())
    name = file.as_posix()
    try:
        if reader is None:
            known = ", ".join(READERS)
            raise TermbaseError(f"{name}:1: not a glossary file; known are {known}")
        return reader(_text(file, name), name)
    except TermbaseError as error:
        return (error,)


def write_concepts(concepts: Sequence[Concept], file: Path, *, tbx: int = 3) -> str:
    """Write concepts in the form that a file's extension names; ``tbx`` is the version of that."""
    forms: dict[str, Callable[[], str]] = {
        ".toml": lambda: write_toml(concepts),
        ".csv": lambda: write_table(concepts),
        ".tsv": lambda: write_table(concepts, "\t"),
        ".tbx": lambda: _write_tbx(concepts, tbx),
    }
    form = forms.get(file.suffix.lower())
    if form is None:
        raise UsageError(f"{file}: a glossary is written as one of {', '.join(forms)}")
    return form()


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
