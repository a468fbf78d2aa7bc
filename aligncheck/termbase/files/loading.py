"""From glossary files and folders to a termbase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from aligncheck.errors import TermbaseError, UsageError
from aligncheck.termbase.files.concept_cache import (
    find_cache_folder,
    load_stored_concepts,
    name_by_content,
    store_concepts,
)
from aligncheck.termbase.files.toml import read_toml, write_toml
from aligncheck.termbase.lookup.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aligncheck.model import Concept


def _read_table(text: str, path: str, delimiter: str = "") -> tuple[Concept, ...]:
    from aligncheck.termbase.files.table import read_table  # noqa: PLC0415 - for these files only

    return read_table(text, path, delimiter)


def _write_table(concepts: Sequence[Concept], delimiter: str = ",") -> str:
    from aligncheck.termbase.files.table_writing import write_table  # noqa: PLC0415 - as above

    return write_table(concepts, delimiter)


def _read_tbx(text: str, path: str) -> tuple[Concept | TermbaseError, ...]:
    from aligncheck.termbase.files.tbx import read_tbx  # noqa: PLC0415 - XML, for these files only

    return read_tbx(text, path)


def _write_tbx(concepts: Sequence[Concept], version: int) -> str:
    from aligncheck.termbase.files.tbx import write_tbx  # noqa: PLC0415 - as above

    return write_tbx(concepts, version)


GLOSSARY_READERS: Final[dict[str, Callable[[str, str], tuple[Concept | TermbaseError, ...]]]] = {
    ".toml": read_toml,
    ".csv": _read_table,
    ".tsv": lambda text, path: _read_table(text, path, "\t"),
    ".tbx": _read_tbx,
}
"""How a file is read, by its extension."""


CACHED_FROM_BYTES: Final = 500_000
"""Bytes of a file from which what was read of it is kept for the next run; chosen because
parsing less takes no longer than reading what was kept."""


def load_termbase(paths: Sequence[Path], cache_dir: Path | None = None) -> Termbase:
    """Read glossary files, and those in folders at any depth, in the order of their names.

    Large files are read from what a former run kept in ``cache_dir`` (the user's by default).
    TermbaseError names the file, and the line in it, of what cannot be used; a folder without
    glossary files gives none.
    """
    files = [file for path in paths for file in find_glossary_files(Path(path))]
    cache = (cache_dir or find_cache_folder()) / "termbase"
    return Termbase(concept for file in files for concept in _read_cached(file, cache))


def _read_cached(file: Path, cache: Path) -> tuple[Concept, ...]:
    """Read a file, or what was kept of it: parsing a large one takes seconds."""
    if not file.is_file() or file.stat().st_size < CACHED_FROM_BYTES:
        return read_concepts(file)
    kept = cache / f"{name_by_content(file)}.json"
    concepts = load_stored_concepts(kept)
    if concepts is None:
        concepts = read_concepts(file)
        store_concepts(concepts, kept)
    return concepts


def find_glossary_files(path: Path) -> Iterator[Path]:
    """Give the glossary files at a path: itself, or those in a folder."""
    if not path.is_dir():
        yield path
        return
    yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in GLOSSARY_READERS)


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
    reader = GLOSSARY_READERS.get(file.suffix.lower())
    name = file.as_posix()
    if reader is None:
        if not file.exists():
            return (TermbaseError(f"there is no {name}"),)
        known = ", ".join(GLOSSARY_READERS)
        return (TermbaseError(f"{name}:1: not a glossary file; known are {known}"),)
    try:
        return reader(_read_text(file, name), name)
    except TermbaseError as error:
        return (error,)


def write_concepts(concepts: Sequence[Concept], file: Path, *, tbx: int = 3) -> str:
    """Write concepts in the form that a file's extension names; ``tbx`` is the version of that."""
    forms: dict[str, Callable[[], str]] = {
        ".toml": lambda: write_toml(concepts),
        ".csv": lambda: _write_table(concepts),
        ".tsv": lambda: _write_table(concepts, "\t"),
        ".tbx": lambda: _write_tbx(concepts, tbx),
    }
    form = forms.get(file.suffix.lower())
    if form is None:
        raise UsageError(f"{file}: a glossary is written as one of {', '.join(forms)}")
    return form()


def _read_text(file: Path, name: str) -> str:
    try:
        content = file.read_bytes()
    except FileNotFoundError as error:
        raise TermbaseError(f"there is no {name}") from error
    except OSError as error:
        raise TermbaseError(f"{name}:1: {error.strerror or 'cannot be read'}") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TermbaseError(f"{name}:{line}: not UTF-8 text") from error
