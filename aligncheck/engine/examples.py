"""The examples in a rule's documentation: Markdown tables of aligned text that are its tests.

The columns of a table are locales, the first one the source; the last column, ``finds``, holds
the code that a row must raise, with the flagged text in 「corner brackets」 where it matters, or
nothing. A row is a bead: an empty cell is a null alignment; ``# `` begins a heading (``## `` one
of level 2), ``- `` a list item, `````` code, ``| `` a table cell, ``↕ `` a moved segment;
``¦`` parts the sentences of an aligned pair, ``∅`` one that is not there. Lines before a table
set the scene: ``Term: id | en: heart valve | sv: hjärtklaff, klaff!`` a concept of the termbase
(``!`` forbidden, ``~`` admitted, ``=`` do-not-translate), ``Confidence: 0.1`` that of the bitext,
``Peers`` that no version is the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from aligncheck.engine.context import Context
from aligncheck.engine.registry import Rule, Scope
from aligncheck.engine.runner import Settings, check_articles
from aligncheck.model import (
    Article,
    Bead,
    Bitext,
    Bundle,
    Concept,
    Document,
    Failure,
    Kind,
    Segment,
    SentenceBead,
    Slice,
    SourceRun,
    Span,
    Term,
    TermStatus,
)
from aligncheck.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.model import Finding

_KIND_MARKS = {"- ": Kind.LIST_ITEM, "| ": Kind.TABLE_CELL, "```": Kind.CODE, "> ": Kind.QUOTE}
_STATUS_MARKS = {"!": TermStatus.FORBIDDEN, "~": TermStatus.ADMITTED}
_CELL_BORDER = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Example:
    """One table: its locales, its rows of cells, and what each row must raise."""

    locales: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    expected: tuple[str, ...]
    concepts: tuple[Concept, ...] = ()
    confidence: float = 1.0
    peers: bool = False


@dataclass(slots=True)
class _Scene:
    concepts: list[Concept] = field(default_factory=list)
    confidence: float = 1.0
    peers: bool = False


def read_examples(rule: Rule) -> Iterator[Example]:
    """Read the tables of a rule's ``Examples:`` section."""
    scene, table = _Scene(), list[str]()
    for line in [*rule.find_section("Examples").splitlines(), ""]:
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            yield _make_example(table, scene)
            scene, table = _Scene(), []
        _set_scene(scene, line)


def _set_scene(scene: _Scene, line: str) -> None:
    word, _, rest = line.partition(":")
    if word == "Term":
        scene.concepts.append(_read_concept(rest))
    elif word == "Confidence":
        scene.confidence = float(rest)
    elif word == "Peers":
        scene.peers = True


def _make_example(table: Sequence[str], scene: _Scene) -> Example:
    head, _, *body = ([*_split_cells(line)] for line in table)
    return Example(
        locales=tuple(head[:-1]),
        rows=tuple(tuple(row[:-1]) for row in body),
        expected=tuple(row[-1] for row in body),
        concepts=tuple(scene.concepts),
        confidence=scene.confidence,
        peers=scene.peers,
    )


def _split_cells(line: str) -> Iterator[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    for cell in _CELL_BORDER.split(inner):
        yield cell.strip().replace("\\|", "|")


def _read_concept(text: str) -> Concept:
    identifier, *columns = (part.strip() for part in text.split("|"))
    terms = []
    for column in columns:
        locale, _, forms = column.partition(":")
        terms += [_read_term(locale.strip(), form.strip()) for form in forms.split(",")]
    return Concept(id=identifier, terms=tuple(terms))


def _read_term(locale: str, form: str) -> Term:
    return Term(
        locale=locale,
        text=form.rstrip("!~="),
        status=_STATUS_MARKS.get(form[-1], TermStatus.PREFERRED),
        do_not_translate=form.endswith("="),
    )


def find_raised(rule: Rule, example: Example) -> list[str]:
    """Run a rule on a table and give, per row, the code and the flagged text, as it is written.

    Rows that raise nothing are empty; a flag on a stretch of rows stands at its first.
    """
    # The whole engine runs, so that a row shows what is left of the flags after the cascade.
    article = _make_article(rule, example)
    context = Context(Termbase(example.concepts), locales=example.locales, bundle="example")
    settings = Settings(options={}, severity={}, min_confidence=0.5)
    found: list[list[str]] = [[] for _ in example.rows]
    for finding in check_articles([article], context, settings):
        if finding.code == rule.code:
            found[_find_row(finding)].append(_write_finding(finding))
    return [" ".join(codes) for codes in found]


def _find_row(finding: Finding) -> int:
    """Tell which row a finding is about: every document has one row a line."""
    located = finding.text or not finding.source
    span = finding.span if located or not finding.source else finding.source.span
    return span.start_line - 1


def _write_finding(finding: Finding) -> str:
    text = finding.text or (finding.source.text if finding.source else "")
    return f"{finding.code} 「{text}」"


def _make_article(rule: Rule, example: Example) -> Article:
    documents = tuple(_make_document(example, column) for column in range(len(example.locales)))
    present = {document.locale: document.path for document in documents if document.segments}
    missing = tuple(locale for locale in example.locales if locale not in present)
    bundle = Bundle("example", None if example.peers else example.locales[0], present, missing)
    if rule.scope is Scope.FAILURE:
        cells = [(row[0], index) for index, row in enumerate(example.rows)]
        failures = tuple(_make_failure(reason, index) for reason, index in cells if reason)
        return Article(bundle, (), failures)
    source, *targets = documents
    bitexts = tuple(_make_bitext(example, source, target) for target in targets if target.segments)
    return Article(bundle, tuple(d for d in documents if d.segments), (), bitexts)


def _make_failure(reason: str, row: int) -> Failure:
    return Failure("example/sv.md", "sv", reason, Span(row + 1, 1, row + 1, 1))


def _make_document(example: Example, column: int) -> Document:
    locale = example.locales[column]
    segments: list[Segment] = []
    path: list[str] = []
    for row, cells in enumerate(example.rows):
        if not cells[column]:
            continue
        segment = replace(_make_segment(cells[column], row), index=len(segments))
        if segment.kind is Kind.HEADING:
            path = path[: segment.level - 1]
        segments.append(replace(segment, section=tuple(path)))
        if segment.kind is Kind.HEADING:
            path.append(segment.text)
    return Document(f"example/{locale}.md", locale, tuple(segments))


def _make_segment(cell: str, row: int) -> Segment:
    kind, level, text = Kind.PARAGRAPH, 0, cell.removeprefix("↕ ")
    if heading := re.match(r"(#+) ", text):
        kind, level, text = Kind.HEADING, len(heading[1]), text[heading.end() :]
    for prefix, other in _KIND_MARKS.items():
        if text.startswith(prefix):
            kind, text = other, text.removeprefix(prefix).strip()
    text = " ".join(part for part in re.split(r"\s*¦\s*", text) if part != "∅")
    span = Span(row + 1, 1, row + 1, len(text) + 1)
    return Segment(
        0, kind, level, text, text, span, runs=(SourceRun(0, len(text), row + 1, 1, len(text)),)
    )


def _make_bitext(example: Example, source: Document, target: Document) -> Bitext:
    columns = [example.locales.index(document.locale) for document in (source, target)]
    beads = []
    for row, cells in enumerate(example.rows):
        left, right = (cells[column] for column in columns)
        here, there = _segments_in_row(source, row), _segments_in_row(target, row)
        similarity = 0.8 if here and there else 0.0
        bead = Bead(here, there, similarity, moved=left.startswith("↕ "))
        beads.append(replace(bead, sentences=_make_sentence_beads(bead, left, right)))
    return Bitext(
        source,
        target,
        tuple(bead for bead in beads if bead.source or bead.target),
        example.confidence,
    )


def _segments_in_row(document: Document, row: int) -> tuple[Segment, ...]:
    return tuple(s for s in document.segments if s.span.start_line == row + 1)


def _make_sentence_beads(bead: Bead, left: str, right: str) -> tuple[SentenceBead, ...]:
    if not (bead.source and bead.target and "¦" in left + right):
        return ()
    pairs = zip(
        _cut_sentences(bead.source[0], left), _cut_sentences(bead.target[0], right), strict=True
    )
    return tuple(SentenceBead(s, t, 0.8 if s and t else 0.0, 1.0) for s, t in pairs)


def _cut_sentences(segment: Segment, cell: str) -> Iterator[tuple[Slice, ...]]:
    at = 0
    for part in re.split(r"\s*¦\s*", cell):
        if part == "∅":
            yield ()
            continue
        start = segment.text.index(part.lstrip("#- "), at)
        at = start + len(part)
        yield (Slice(segment, start, min(at, len(segment.text))),)
