"""What was read of large glossaries, kept for the next run as JSON: quick to load, safe to read."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Any, Final

from aligncheck.model import Concept, Origin, Term, TermStatus

if TYPE_CHECKING:
    from pathlib import Path

_STORED_FORM: Final = 1
"""Counts the changes of what is kept, so that an older form is not read."""


def find_cache_folder() -> Path:
    """Give the folder for caches that the platform provides."""
    import platformdirs  # noqa: PLC0415  # small glossaries need no cache

    return platformdirs.user_cache_path("aligncheck", appauthor=False)


def name_by_content(file: Path) -> str:
    """Name a file by its path and content."""
    content = hashlib.sha256(f"{_STORED_FORM}\0{file.as_posix()}\0".encode())
    content.update(file.read_bytes())
    return content.hexdigest()


def store_concepts(concepts: tuple[Concept, ...], path: Path) -> None:
    """Write concepts beside the file, then put it in place; a folder that refuses is no error."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps([_dump_concept(c) for c in concepts]), encoding="utf-8")
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)


def load_stored_concepts(path: Path) -> tuple[Concept, ...] | None:
    """Read concepts that were kept; None where there are none, or they cannot be believed."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_load_concept(values) for values in kept)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _dump_concept(concept: Concept) -> list[Any]:
    origin = concept.origin or Origin("", 1)
    terms = [_dump_term(term) for term in concept.terms]
    return [concept.id, concept.note, origin.path, origin.line, terms]


def _dump_term(term: Term) -> list[Any]:
    line = term.origin.line if term.origin else 1
    values: list[Any] = [term.locale, term.text, line]
    if term != Term(term.locale, term.text):
        more = (term.do_not_translate, term.case_sensitive, term.part_of_speech, term.note)
        values += [term.status.value, *more, term.files]
    return values


def _load_concept(values: list[Any]) -> Concept:
    name, note, path, line, terms = values
    origin = Origin(path, line)
    return Concept(name, tuple(_load_term(each, origin) for each in terms), note, origin)


def _load_term(values: list[Any], origin: Origin) -> Term:
    locale, text, line, *more = values
    if line != origin.line:
        origin = Origin(origin.path, line)
    if not more:
        return Term(locale, text, origin=origin)
    status, kept, case, speech, note, files = more
    return Term(locale, text, TermStatus(status), kept, case, speech, note, files, origin)
