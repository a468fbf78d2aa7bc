"""CSV and TSV: a row per concept and a column per locale, as spreadsheets and portals write it.

The header names the columns: locales; ``id``, ``note``, ``status``, ``forbidden`` (yes or no),
``do-not-translate``, ``case-sensitive``, ``part-of-speech``, ``files``, which hold for the row;
``sv-forbidden``, ``sv-admitted`` and ``sv-note`` for one locale. A cell holds several terms
parted by ``|``. A row that is marked forbidden or admitted adds to the concept with its id, else
with its term in the first locale. A file of four columns without a header, whose last two are
locales (source, target, source locale, target locale: DeepL's form), is read too.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.errors import TermbaseError
from aligncheck.locales import parse_locale
from aligncheck.model import Concept, Origin, Term, TermStatus
from aligncheck.termbase.files.field_values import (
    is_flag,
    make_concept_id,
    parse_flag,
    parse_status,
    suggest_nearest,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_COLUMNS: Final = {
    "id": "id", "concept": "id", "concept-id": "id", "term-id": "id",
    "note": "note", "notes": "note", "comment": "note", "definition": "note", "example": "",
    "description": "note", "domain": "", "subdomain": "", "status": "status",
    "forbidden": "forbidden", "do-not-translate": "do-not-translate", "dnt": "do-not-translate",
    "case-sensitive": "case-sensitive", "part-of-speech": "part-of-speech",
    "pos": "part-of-speech", "files": "files",
}  # fmt: skip
"""Names of columns and what they hold; an empty one is read over."""
LOCALE_FIELDS: Final = ("forbidden", "admitted", "note", "status")
"""What the name of a column may say after a locale (sv-forbidden)."""
TERM_SEPARATOR: Final = "|"
"""What parts the terms of one cell."""
_DEEPL_COLUMNS: Final = 4
"""Source, target and the locales of both, as DeepL exports a glossary."""


class _Column(NamedTuple):
    """What a column holds: ``terms``, or a field, of one locale or (empty) of the whole row."""

    field: str
    locale: str = ""


@dataclass(slots=True)
class _Row:
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    cells: list[tuple[_Column, str]] = field(default_factory=list)
    plain: bool = True
    """Whether the row holds nothing but an id, a note and preferred terms."""


def read_table(text: str, path: str, delimiter: str = "") -> tuple[Concept, ...]:
    """Read concepts; the delimiter is found where none is given (comma, semicolon or tab)."""
    rows = list(_read_rows(text, path, delimiter or _guess_delimiter(text)))
    if not rows:
        raise TermbaseError(f"{path}:1: an empty file, which names no locale")
    if _is_deepl_table(rows):
        return tuple(_read_deepl_row(cells, Origin(path, line)) for line, cells in rows)
    columns = _parse_header(rows[0][1], path)
    sheet = _Sheet(path, next(column.locale for column in columns if column.field == "terms"))
    for line, cells in rows[1:]:
        sheet.add_row(_parse_row(columns, cells, line))
    return tuple(sheet.concepts.values())


def _guess_delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _read_rows(text: str, path: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that are not blank, with the line each starts on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise TermbaseError(f"{path}:{reader.line_num}: {error}") from error


def _is_deepl_table(rows: Sequence[tuple[int, list[str]]]) -> bool:
    return all(
        len(cells) == _DEEPL_COLUMNS and all(parse_locale(cell.strip()) for cell in cells[2:])
        for _, cells in rows
    )


def _read_deepl_row(cells: Sequence[str], origin: Origin) -> Concept:
    terms = tuple(
        Term(parse_locale(locale.strip()) or locale, text.strip(), origin=origin)
        for text, locale in zip(cells[:2], cells[2:], strict=True)
    )
    return Concept(make_concept_id(cells[0]), terms, origin=origin)


def _parse_header(header: Sequence[str], path: str) -> list[_Column]:
    columns = [_parse_column(name, path) for name in header]
    if not any(column.field == "terms" for column in columns):
        raise TermbaseError(f"{path}:1: no column is a locale; the header names one per language")
    return columns


def _parse_column(name: str, path: str) -> _Column:
    plain = name.strip().lstrip("\ufeff").lower().replace("_", "-").replace(" ", "-")
    if plain in _COLUMNS:
        return _Column(_COLUMNS[plain])
    locale = parse_locale(plain)
    if locale:
        return _Column("terms", locale)
    for kind in LOCALE_FIELDS:
        for tag in (plain.removesuffix(f"-{kind}"), plain.removeprefix(f"{kind}-")):
            locale = parse_locale(tag) if tag != plain else None
            if locale:
                return _Column(kind, locale)
    raise TermbaseError(f"{path}:1: unknown column {name!r}{suggest_nearest(plain, _COLUMNS)}")


def _parse_row(columns: Sequence[_Column], cells: Sequence[str], line: int) -> _Row:
    row = _Row(line)
    for column, cell in zip(columns, cells, strict=False):
        if not cell:
            continue
        if column.locale:
            row.cells.append((column, cell))
            row.plain = row.plain and column.field == "terms"
        elif column.field and cell.strip():
            row.fields[column.field] = "; ".join(
                part for part in (row.fields.get(column.field), cell.strip()) if part
            )
            row.plain = row.plain and column.field in {"id", "note"}
    return row


class _Sheet:
    """Gathers the concepts of a file: a row is one of its own, or adds terms to one there is."""

    def __init__(self, path: str, first: str) -> None:
        """Begin without concepts; ``first`` is the first locale."""
        self.concepts: dict[str, Concept] = {}
        self._path = path
        self._first = first
        self._by_source: dict[str, list[str]] = defaultdict(list)

    def add_row(self, row: _Row) -> None:
        """Add a row; TermbaseError names its line."""
        origin = Origin(self._path, row.line)
        try:
            terms = tuple(_read_terms(row, self._first, origin))
        except ValueError as error:
            raise TermbaseError(f"{self._path}:{row.line}: {error}") from error
        if not terms:
            return
        name = row.fields.get("id", "")
        known = self.concepts.get(name) if name else self._same_source(terms)
        if known:
            new = tuple(term for term in terms if term not in known.terms)
            self.concepts[known.id] = replace(known, terms=known.terms + new)
            return
        identifier = name or _make_unused_id(make_concept_id(terms[0].text), self.concepts)
        note = row.fields.get("note", "")
        self.concepts[identifier] = Concept(identifier, terms, note, origin)
        for text in self._find_sources(terms):
            self._by_source[text].append(identifier)

    def _find_sources(self, terms: Iterable[Term]) -> set[str]:
        return {term.text for term in terms if term.locale == self._first}

    def _same_source(self, terms: Sequence[Term]) -> Concept | None:
        """Find the concept that a row without an id adds to.

        Its source term is the same, and one of the two says only what is admitted or forbidden.
        """
        for text in self._find_sources(terms):
            for name in self._by_source[text]:
                concept = self.concepts[name]
                if not (
                    _names_preferred(terms, self._first)
                    and _names_preferred(concept.terms, self._first)
                ):
                    return concept
        return None


def _names_preferred(terms: Iterable[Term], first: str) -> bool:
    """Tell whether there is a preferred term in a locale other than the first."""
    return any(t.locale != first and t.status is TermStatus.PREFERRED for t in terms)


def _read_terms(row: _Row, first: str, origin: Origin) -> Iterator[Term]:
    for column, cell in row.cells:
        listed = column.field in {"terms", "forbidden", "admitted"} and not _is_flag(column, cell)
        for text in cell.split(TERM_SEPARATOR) if listed else ():
            if text.strip():
                yield _read_term(row, column, text.strip(), first, origin)


def _is_flag(column: _Column, cell: str) -> bool:
    return column.field == "forbidden" and is_flag(cell.strip().lower())


def _read_term(row: _Row, column: _Column, text: str, first: str, origin: Origin) -> Term:
    if row.plain:
        return Term(column.locale, text, origin=origin)
    own = {other.field: cell.strip() for other, cell in row.cells if other.locale == column.locale}
    fields = row.fields
    return Term(
        locale=column.locale,
        text=text,
        status=_find_status(row, column, own, first),
        do_not_translate=parse_flag(fields.get("do-not-translate")) or False,
        case_sensitive=parse_flag(fields.get("case-sensitive")),
        part_of_speech=fields.get("part-of-speech", ""),
        note=own.get("note", ""),
        files=fields.get("files", ""),
        origin=origin,
    )


def _find_status(row: _Row, column: _Column, own: Mapping[str, str], first: str) -> TermStatus:
    """Tell the status of a term: its column's, its locale's, else its row's.

    What a row forbids or admits is not its first term, which only says whose translation it is.
    """
    if column.field != "terms":
        return TermStatus(column.field)
    if own.get("status"):
        return parse_status(own["status"])
    if _is_flag(_Column("forbidden"), own.get("forbidden", "-")) and parse_flag(own["forbidden"]):
        return TermStatus.FORBIDDEN
    status = parse_status(row.fields.get("status", ""))
    if parse_flag(row.fields.get("forbidden")):
        status = TermStatus.FORBIDDEN
    others = any(cell.strip() for other, cell in row.cells if other.locale != first)
    return TermStatus.PREFERRED if column.locale == first and others else status


def _make_unused_id(name: str, taken: Mapping[str, Concept]) -> str:
    """Make a name unlike those taken by a number after it."""
    if name not in taken:
        return name
    return next(f"{name}-{n}" for n in count(2) if f"{name}-{n}" not in taken)
