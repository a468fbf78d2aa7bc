"""A Word document, read into segments.

The paragraphs are laid out as a text of one line each, and every place is counted in that text: a
line is the number of a paragraph, a column a code point of it. The texts for its pictures stand
after a paragraph's own words:

    line 12:  The ferry leaves at noon.￼A ferry at a quay, seen from above
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from aligncheck.errors import UnreadableError
from aligncheck.formats.segments.outline import Outline
from aligncheck.formats.segments.text_writer import Mark, TextWriter
from aligncheck.formats.wordprocessing.language_marks import (
    MarkedText,
    find_main_language,
    find_meant_languages,
    language_of,
)
from aligncheck.formats.wordprocessing.names import word_name
from aligncheck.formats.wordprocessing.package import open_package
from aligncheck.formats.wordprocessing.paragraphs import collect_paragraphs
from aligncheck.formats.wordprocessing.runs import LINE_BREAK
from aligncheck.formats.wordprocessing.styles import TITLE_LEVEL, StyleSheet
from aligncheck.model import InlineKind, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.formats.segments.request import Request
    from aligncheck.formats.wordprocessing.package import WordPackage
    from aligncheck.formats.wordprocessing.paragraphs import WordParagraph
    from aligncheck.formats.wordprocessing.runs import Piece

_OBJECT: Final = "\ufffc"
"""Stands between a paragraph's words and the texts for its pictures."""


def read_word_document(content: bytes, request: Request) -> Outline:
    """Read the segments of a Word document; UnreadableError where it cannot be read."""
    package, styles, paragraphs = _open_document(content)
    meant = find_meant_languages(_marked_texts(paragraphs), styles.language, request)
    return _SegmentWriter(paragraphs, meant, request, _read_comments(package)).write_segments()


def find_document_language(content: bytes) -> str | None:
    """Give the locale that most of a document is marked with; None where it has no marks."""
    _, styles, paragraphs = _open_document(content)
    return find_main_language(_marked_texts(paragraphs), styles.language)


def _open_document(content: bytes) -> tuple[WordPackage, StyleSheet, list[WordParagraph]]:
    package = open_package(content)
    styles = StyleSheet(package.styles.root if package.styles else None)
    try:
        return package, styles, collect_paragraphs(package, styles)
    except RecursionError as error:
        raise UnreadableError("the document is nested too deeply; flatten it") from error


def _marked_texts(paragraphs: Sequence[WordParagraph]) -> Iterator[MarkedText]:
    for paragraph in paragraphs:
        for piece in paragraph.content.pieces:
            yield MarkedText(piece.text, piece.language or paragraph.format.language)


def _read_comments(package: WordPackage) -> dict[str, str]:
    """Give the text of every comment by its identifier."""
    root = package.comments.root if package.comments else ()
    return {
        comment.get(word_name("id"), ""): "".join(
            text.text or "" for text in comment.iter(word_name("t"))
        )
        for comment in root
    }


class _SegmentWriter:
    """Writes the paragraphs of a document as segments."""

    def __init__(
        self,
        paragraphs: Sequence[WordParagraph],
        meant: frozenset[str],
        request: Request,
        comments: dict[str, str],
    ) -> None:
        self._paragraphs = paragraphs
        self._meant = meant
        self._request = request
        self._comments = comments
        titles = (each.format[:2] == (Kind.HEADING, TITLE_LEVEL) for each in paragraphs)
        self._has_title = any(titles)
        self._outline = Outline.of_text("\n".join(map(_line_of, paragraphs)))

    def write_segments(self) -> Outline:
        """Write all segments; code that goes on in the next paragraph is one segment."""
        numbered = enumerate(self._paragraphs)
        for is_code, group in groupby(numbered, lambda each: each[1].format.kind is Kind.CODE):
            if is_code:
                self._write_code([number for number, _ in group])
                continue
            for number, paragraph in group:
                self._write_paragraph(number, paragraph)
        return self._outline

    def _write_code(self, numbers: Sequence[int]) -> None:
        source = self._outline.source
        writer = TextWriter(source)
        for number in numbers:
            at = source.line_start(number)
            self._add_comments(number)
            for part in _words_of(self._paragraphs[number]).split(LINE_BREAK):
                writer.write_code(part, at)
                writer.write_code("\n", at + len(part))
                at += len(part) + 1
        self._outline.add_segment(Kind.CODE, 0, writer)
        for number in numbers:
            self._write_alternative_texts(number)

    def _write_paragraph(self, number: int, paragraph: WordParagraph) -> None:
        kind, level, _ = paragraph.format
        if kind is Kind.HEADING:
            level += self._has_title
        self._add_comments(number)
        if kind is not None:
            if paragraph.is_note:
                self._outline.leave_sections()
            writer = TextWriter(self._outline.source)
            whole = self._write_pieces(writer, number, paragraph)
            self._outline.add_segment(kind, level, writer, whole=whole)
        self._write_alternative_texts(number)

    def _write_pieces(self, writer: TextWriter, number: int, paragraph: WordParagraph) -> bool:
        """Write the words of a paragraph; tell whether all of it is in another language."""
        at = self._outline.source.line_start(number)
        foreign = [self._is_foreign(piece, paragraph) for piece in paragraph.content.pieces]
        whole = _is_all(paragraph.content.pieces, foreign)
        open_marks: dict[object, Mark] = {}
        for piece, is_foreign in zip(paragraph.content.pieces, foreign, strict=True):
            wanted = _marks_of(piece, is_foreign=is_foreign and not whole)
            for key in [key for key in open_marks if key not in wanted]:
                writer.close_mark(open_marks.pop(key))
            for key in [key for key in wanted if key not in open_marks]:
                open_marks[key] = writer.open_mark(wanted[key])
            writer.write_text(piece.text, at)
            at += len(piece.text)
        for mark in open_marks.values():
            writer.close_mark(mark)
        return whole and self._is_kept(paragraph)

    def _is_foreign(self, piece: Piece, paragraph: WordParagraph) -> bool:
        mark = piece.language or paragraph.format.language
        tag = mark.find_tag(piece.text) if mark else None
        return tag is not None and language_of(tag) in self._meant

    def _is_kept(self, paragraph: WordParagraph) -> bool:
        """Tell whether a paragraph in another language is meant to be so.

        In the language of another version, it may have been left as it was: that is for the
        checks to say.
        """
        beside = {language_of(locale) for locale in self._request.beside}
        return all(
            language_of(mark.find_tag(piece.text) or "") not in beside
            for piece in paragraph.content.pieces
            if (mark := piece.language or paragraph.format.language)
        )

    def _add_comments(self, number: int) -> None:
        """Note the comments on a paragraph, which stand before it for those that speak to us."""
        at = self._outline.source.line_start(number)
        for name in self._paragraphs[number].content.comments:
            self._outline.add_comment(self._comments.get(name, ""), at, at)

    def _write_alternative_texts(self, number: int) -> None:
        paragraph, source = self._paragraphs[number], self._outline.source
        at = source.line_start(number) + len(_words_of(paragraph))
        for text in paragraph.content.alternative_texts:
            at += len(_OBJECT)
            writer = TextWriter(source)
            writer.write_text(text, at)
            self._outline.add_segment(Kind.CAPTION, 0, writer)
            at += len(text)


def _words_of(paragraph: WordParagraph) -> str:
    return "".join(piece.text for piece in paragraph.content.pieces)


def _line_of(paragraph: WordParagraph) -> str:
    return _OBJECT.join((_words_of(paragraph), *paragraph.content.alternative_texts))


def _is_all(pieces: Sequence[Piece], foreign: Sequence[bool]) -> bool:
    """Tell whether every piece that has letters is in another language."""
    spoken = [
        is_foreign
        for piece, is_foreign in zip(pieces, foreign, strict=True)
        if any(map(str.isalpha, piece.text))
    ]
    return bool(spoken) and all(spoken)


def _marks_of(piece: Piece, *, is_foreign: bool) -> dict[object, Mark]:
    """Give the marks that a piece is to stand in, each by what makes it one with the next."""
    marks: dict[object, Mark] = {}
    if piece.link:
        marks[piece.link, piece.link_number] = Mark(InlineKind.LINK, piece.link)
    if piece.is_code:
        marks[InlineKind.CODE] = Mark(InlineKind.CODE)
    if is_foreign:
        marks[InlineKind.PROTECTED] = Mark(InlineKind.PROTECTED)
    return marks
