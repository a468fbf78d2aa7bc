"""The native form of a termbase: TOML, a ``[[concept]]`` table per concept and a key per locale.

.. code:: toml

    [[concept]]
    id = "heart-valve"                    # optional: made from the first term
    note = "Not a valve of a machine."    # optional
    en = "heart valve"                    # one term: a string
    sv = ["hjärtklaff", { text = "hjärtventil", status = "forbidden" }]
    zh = ["心脏瓣膜", { text = "心瓣", status = "admitted" }]

    [[concept]]
    en = "LibreOffice"
    do-not-translate = true               # stands unchanged in every version

Keys of a concept: ``id``, ``note``, ``do-not-translate``, ``case-sensitive``,
``part-of-speech``, ``files`` and locales. Keys of a term: ``text``, ``status`` (preferred,
admitted, forbidden), ``note`` and the last four of the concept, which stand for all its terms
that do not say otherwise. Terms are written in their base form. (Indonesian is written ``id-ID``,
as ``id`` names the concept.)
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final

from aligncheck.errors import TermbaseError
from aligncheck.locales import parse_locale
from aligncheck.model import Concept, Origin, Term, TermStatus
from aligncheck.termbase.files.field_values import (
    FieldValues,
    make_concept_id,
    parse_flag,
    parse_status,
    suggest_nearest,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_CONCEPT_KEYS: Final = ("id", "note")
_SHARED_KEYS: Final = ("do-not-translate", "case-sensitive", "part-of-speech", "files")
_TERM_KEYS: Final = ("text", "status", "note", *_SHARED_KEYS)
_CONCEPT_LINE: Final = re.compile(r"^\s*\[\[\s*[\"']?concept[\"']?\s*\]\]")
_ERROR_LINE: Final = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


def read_toml(text: str, path: str) -> tuple[Concept, ...]:
    """Read concepts; TermbaseError names the line of what is wrong."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TermbaseError(_locate_error(str(error), text, path)) from error
    tables = content.pop("concept", [])
    if content:
        raise TermbaseError(
            f"{path}:1: unknown key {next(iter(content))!r}; a termbase holds [[concept]] tables"
        )
    lines = text.splitlines()
    blocks = _find_concept_lines(lines)
    reader = _TomlReader(path, lines)
    pairs = zip(tables, blocks, strict=False)
    return tuple(reader.read_concept(table, block) for table, block in pairs)


def _locate_error(reason: str, text: str, path: str) -> str:
    found = _ERROR_LINE.search(reason)
    line = found[1] if found and found[1] else str(len(text.splitlines()))
    return f"{path}:{line}: {_ERROR_LINE.sub('', reason).strip()}"


def _find_concept_lines(lines: Sequence[str]) -> Sequence[range]:
    """Give the lines of each ``[[concept]]`` table, counted from 0."""
    starts = [at for at, line in enumerate(lines) if _CONCEPT_LINE.match(line)]
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


class _TomlReader:
    """Makes concepts of tables and knows the lines they stand on."""

    def __init__(self, path: str, lines: Sequence[str]) -> None:
        self._path = path
        self._lines = lines

    def read_concept(self, table: object, block: range) -> Concept:
        if not isinstance(table, dict):
            raise self._make_error("a concept is a [[concept]] table", block)
        shared = FieldValues({key: table[key] for key in _SHARED_KEYS if key in table})
        terms: list[Term] = []
        for key, value in table.items():
            locale = (
                None if key in (*_CONCEPT_KEYS, *_SHARED_KEYS) else self._parse_locale(key, block)
            )
            if locale:
                terms += self._read_terms(locale, value, shared, block)
        if not terms:
            raise self._make_error("a concept without a term", block)
        return Concept(
            id=str(table.get("id", "")) or make_concept_id(terms[0].text),
            terms=tuple(terms),
            note=str(table.get("note", "")),
            origin=Origin(self._path, block.start + 1),
        )

    def _parse_locale(self, key: str, block: range) -> str:
        locale = parse_locale(key)
        if locale is None:
            known = suggest_nearest(key, (*_CONCEPT_KEYS, *_SHARED_KEYS))
            raise self._make_error(f"unknown key {key!r}{known}", block, key)
        return locale

    def _read_terms(
        self, locale: str, value: object, shared: FieldValues, block: range
    ) -> Iterator[Term]:
        for each in value if isinstance(value, list) else [value]:
            table = {"text": each} if isinstance(each, str) else each
            if not isinstance(table, dict):
                raise self._make_error(f"a term of {locale} is a string or a table", block, locale)
            yield self._read_term(locale, table, shared, block)

    def _read_term(
        self, locale: str, table: Mapping[str, object], shared: FieldValues, block: range
    ) -> Term:
        for key in table:
            if key not in _TERM_KEYS:
                raise self._make_error(
                    f"unknown key {key!r}{suggest_nearest(key, _TERM_KEYS)}", block, key
                )
        text = table.get("text")
        if not isinstance(text, str) or not text.strip():
            raise self._make_error(f"a term of {locale} without text", block, locale)
        fields = FieldValues({**shared.values, **table})
        try:
            return Term(
                locale=locale,
                text=text.strip(),
                status=parse_status(fields.text("status")),
                do_not_translate=parse_flag(fields.values.get("do-not-translate")) or False,
                case_sensitive=parse_flag(fields.values.get("case-sensitive")),
                part_of_speech=fields.text("part-of-speech"),
                note=fields.text("note"),
                files=fields.text("files"),
                origin=Origin(self._path, self._find_line(block, text)),
            )
        except ValueError as error:
            raise self._make_error(str(error), block, text) from error

    def _find_line(self, block: range, words: str) -> int:
        """Find the first line of a table that holds some words; its own where none does."""
        here = (at for at in block if words in self._lines[at])
        return next(here, block.start) + 1

    def _make_error(self, reason: str, block: range, words: str = "[[") -> TermbaseError:
        return TermbaseError(f"{self._path}:{self._find_line(block, words)}: {reason}")


def write_toml(concepts: Iterable[Concept]) -> str:
    """Write concepts in the native form; what holds for all terms of one stands with it."""
    import tomlkit  # noqa: PLC0415  # a run that only reads needs no writer

    tables = tomlkit.aot()
    for concept in concepts:
        table = tomlkit.table()
        table.add("id", concept.id)
        if concept.note:
            table.add("note", concept.note)
        shared = _find_shared_fields(concept)
        for key, value in shared.items():
            table.add(key, value)
        for locale in dict.fromkeys(term.locale for term in concept.terms):
            values = [_dump_term(t, shared) for t in concept.terms if t.locale == locale]
            table.add("id-ID" if locale == "id" else locale, _write_terms(values))
        tables.append(table)
    document = tomlkit.document()
    document.add("concept", tables)
    return tomlkit.dumps(document)


def _collect_fields(term: Term) -> dict[str, str | bool]:
    """Give the fields of a term that say something, beside its text, status and note."""
    fields: dict[str, str | bool | None] = {
        "do-not-translate": term.do_not_translate or None,
        "case-sensitive": term.case_sensitive,
        "part-of-speech": term.part_of_speech or None,
        "files": term.files or None,
    }
    return {key: value for key, value in fields.items() if value is not None}


def _find_shared_fields(concept: Concept) -> dict[str, str | bool]:
    """Give the fields that are the same for all terms of a concept."""
    first, *others = (_collect_fields(term) for term in concept.terms)
    return {key: value for key, value in first.items() if all(o.get(key) == value for o in others)}


def _dump_term(term: Term, shared: Mapping[str, str | bool]) -> dict[str, str | bool]:
    values: dict[str, str | bool] = {"text": term.text}
    if term.status is not TermStatus.PREFERRED:
        values["status"] = term.status.value
    if term.note:
        values["note"] = term.note
    return values | {
        key: value for key, value in _collect_fields(term).items() if key not in shared
    }


def _write_terms(terms: Sequence[Mapping[str, str | bool]]) -> object:
    """Write the terms of a locale: strings where they are only text, else inline tables."""
    import tomlkit  # noqa: PLC0415  # a run that only reads needs no writer

    if len(terms) == 1 and len(terms[0]) == 1:
        return terms[0]["text"]
    array = tomlkit.array()
    for values in terms:
        table = tomlkit.inline_table()
        table.update(values)
        array.append(table if len(values) > 1 else values["text"])
    return array
