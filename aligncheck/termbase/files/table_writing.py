"""Concepts written as rows of CSV and TSV, in the form that ``table`` reads."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from aligncheck.model import TermStatus
from aligncheck.termbase.files.table import LOCALE_FIELDS, TERM_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aligncheck.model import Concept, Term


def write_table(concepts: Iterable[Concept], delimiter: str = ",") -> str:
    """Write concepts as rows: one each, with a column per locale and status that occurs.

    A concept whose terms differ in what holds for a whole row takes several, with the same id.
    """
    listed = list(concepts)
    rows = [row for concept in listed for row in _write_rows(concept)]
    found = dict.fromkeys(term.locale for concept in listed for term in concept.terms)
    columns = [_name_column(locale, kind) for locale in found for kind in ("", *LOCALE_FIELDS)]
    header = [
        name for name in ("id", *columns, *_SHARED_COLUMNS) if any(row.get(name) for row in rows)
    ]
    sheet = io.StringIO(newline="")
    writer = csv.DictWriter(sheet, header or ["id"], "", "raise", "excel", delimiter=delimiter)
    writer.writeheader()
    writer.writerows({name: row[name] for name in header if name in row} for row in rows)
    return sheet.getvalue().replace("\r\n", "\n")


_SHARED_COLUMNS: Final = ("do-not-translate", "case-sensitive", "part-of-speech", "files", "note")
_YES_NO: Final = {None: "", True: "yes", False: "no"}


def _name_column(locale: str, kind: str) -> str:
    """Name a column; Indonesian is ``id-ID``, as ``id`` names the concept."""
    tag = "id-ID" if locale == "id" else locale
    return f"{tag}-{kind}" if kind else tag


def _write_rows(concept: Concept) -> Iterator[dict[str, str]]:
    """Give the rows of a concept: its terms grouped by what holds for a row, and by their note."""
    grouped: dict[tuple[str, ...], dict[str, str]] = {}
    for term in concept.terms:
        shared = _write_shared_fields(term)
        row = grouped.setdefault((*shared.values(), term.note), {"id": concept.id, **shared})
        kind = "" if term.status is TermStatus.PREFERRED else term.status.value
        name = _name_column(term.locale, kind)
        row[name] = TERM_SEPARATOR.join(part for part in (row.get(name), term.text) if part)
        if term.note:
            row[_name_column(term.locale, "note")] = term.note
    for row in grouped.values():
        yield {**row, "note": concept.note}


def _write_shared_fields(term: Term) -> dict[str, str]:
    return {
        "do-not-translate": "yes" if term.do_not_translate else "",
        "case-sensitive": _YES_NO[term.case_sensitive],
        "part-of-speech": term.part_of_speech,
        "files": term.files,
    }
