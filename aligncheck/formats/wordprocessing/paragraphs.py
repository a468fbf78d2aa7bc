"""The paragraphs of a document in the order they are read: the body, then the notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.formats.wordprocessing.accepted import (
    accepted_children,
    is_cell_shown,
    is_mark_deleted,
    is_row_deleted,
)
from aligncheck.formats.wordprocessing.names import word_name
from aligncheck.formats.wordprocessing.runs import ParagraphContent, RunReader
from aligncheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from aligncheck.formats.wordprocessing.package import Part, WordPackage
    from aligncheck.formats.wordprocessing.styles import ParagraphFormat, StyleSheet

_MARKS_OF_NOTES: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})
"""The kinds of ``w:footnote`` that are a line above the notes."""


class WordParagraph(NamedTuple):
    """A paragraph as it is read; ``is_note`` for one of a footnote or an endnote."""

    format: ParagraphFormat
    content: ParagraphContent
    is_note: bool


def collect_paragraphs(package: WordPackage, styles: StyleSheet) -> list[WordParagraph]:
    """Give every paragraph that is left when changes are accepted, empty ones among them.

    They stand in the order of the body, table cells row by row, a text box after the paragraph
    that it is anchored in; then the footnotes in the order they are referred to, then endnotes.
    """
    body = package.document.root.find(word_name("body"))
    reader = _BlockReader(styles, RunReader(styles, package.document.links))
    if body is not None:
        reader.read_blocks(body)
    paragraphs = reader.paragraphs
    for kind, part in (("footnote", package.footnotes), ("endnote", package.endnotes)):
        wanted = [note for found, note in _note_references(paragraphs) if found == kind]
        paragraphs += _read_notes(part, kind, dict.fromkeys(wanted), styles) if part else ()
    return paragraphs


def _note_references(paragraphs: list[WordParagraph]) -> Iterator[tuple[str, str]]:
    for paragraph in paragraphs:
        yield from paragraph.content.notes


def _read_notes(
    part: Part, kind: str, wanted: dict[str, None], styles: StyleSheet
) -> list[WordParagraph]:
    notes = {note.get(word_name("id"), ""): note for note in part.root.findall(word_name(kind))}
    reader = _BlockReader(styles, RunReader(styles, part.links), is_note=True)
    for name in wanted:
        if name in notes and notes[name].get(word_name("type")) not in _MARKS_OF_NOTES:
            reader.read_blocks(notes[name])
    return reader.paragraphs


@dataclass(slots=True)
class _BlockReader:
    """Walks the blocks of one part."""

    styles: StyleSheet
    runs: RunReader
    is_note: bool = False
    paragraphs: list[WordParagraph] = field(default_factory=list)

    def read_blocks(self, container: Element, *, in_cell: bool = False) -> None:
        """Read the paragraphs and tables of a body, a cell, a text box or a note.

        A paragraph whose end is deleted is one with the next, and takes its format.
        """
        held: WordParagraph | None = None
        for block in accepted_children(container):
            if block.tag == word_name("p"):
                paragraph = self._read_paragraph(block, in_cell=in_cell)
                if held:
                    paragraph = _join_paragraphs(held, paragraph)
                held = paragraph if is_mark_deleted(block.find(word_name("pPr"))) else None
                if held is None:
                    self._add_paragraph(paragraph)
            elif block.tag == word_name("tbl"):
                self._read_table(block)
        if held and held.content.pieces:
            self._add_paragraph(held)

    def _add_paragraph(self, paragraph: WordParagraph) -> None:
        self.paragraphs.append(paragraph)
        for box in paragraph.content.boxes:
            self.read_blocks(box)

    def _read_table(self, table: Element) -> None:
        for row in accepted_children(table):
            if row.tag != word_name("tr") or is_row_deleted(row):
                continue
            for cell in accepted_children(row):
                if cell.tag == word_name("tc") and is_cell_shown(cell):
                    self.read_blocks(cell, in_cell=True)

    def _read_paragraph(self, element: Element, *, in_cell: bool) -> WordParagraph:
        form = self.styles.read_paragraph_format(element.find(word_name("pPr")))
        if in_cell and form.kind is Kind.PARAGRAPH:
            form = form._replace(kind=Kind.TABLE_CELL)
        return WordParagraph(form, self.runs.read_runs(element), self.is_note)


def _join_paragraphs(first: WordParagraph, second: WordParagraph) -> WordParagraph:
    """Put what is left of a paragraph whose end is deleted before the next.

    The lists of the first grow: there may be many such paragraphs in a row.
    """
    before, after = first.content, second.content
    before.pieces += after.pieces
    before.alternative_texts += after.alternative_texts
    before.notes += after.notes
    before.comments += after.comments
    before.boxes += after.boxes
    return second._replace(content=before)
