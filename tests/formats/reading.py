"""Short ways to read a text and to look at what came of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aligncheck.formats import read_document

if TYPE_CHECKING:
    from aligncheck.model import Document, Segment, Span

_LINE_END = re.compile(r"\r\n|\r|\n")


def markdown(text: str) -> Document:
    """Read a text as Markdown."""
    return read_document("a.md", "en", text)


def html(text: str) -> Document:
    """Read a text as HTML."""
    return read_document("a.html", "en", text)


def plain(text: str) -> Document:
    """Read a text as plain text."""
    return read_document("a.txt", "en", text)


def outline(document: Document) -> list[str]:
    """Give each segment as its kind, level and text."""
    return [f"{segment.kind} {segment.level}: {segment.text}" for segment in document.segments]


def inline(document: Document) -> list[str]:
    """Give each inline stretch as its kind, text and value."""
    return [
        f"{found.kind} {segment.text[found.start : found.end]} = {found.value}"
        for segment in document.segments
        for found in segment.inline
    ]


def at(text: str, span: Span) -> str:
    r"""Give the text at a span, its line ends as ``\n``; counted anew, not by the package."""
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    assert 1 <= span.start_line <= span.end_line <= len(lines)
    assert 1 <= span.start_column <= len(lines[span.start_line - 1]) + 1
    assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
    taken = lines[span.start_line - 1 : span.end_line]
    taken[-1] = taken[-1][: span.end_column - 1]
    taken[0] = taken[0][span.start_column - 1 :]
    return "\n".join(taken)


def words_at(text: str, segment: Segment, words: str) -> str:
    """Give what stands in the file where a segment's text has some words."""
    start = segment.text.index(words)
    return at(text, segment.span_of(start, start + len(words)))


def check_spans(text: str, document: Document) -> None:
    """Assert that every segment, run and character of a document is where it says."""
    for index, segment in enumerate(document.segments):
        assert segment.index == index
        assert at(text, segment.span) == _LINE_END.sub("\n", segment.raw)
        written = 0
        for run in segment.runs:
            assert run.start >= written
            written = run.start + run.length
            assert segment.span.start <= (run.line, run.column)
            assert (run.line, run.column + run.width) <= segment.span.end
        assert written == len(segment.text)
        _check_characters(text, segment)


def _check_characters(text: str, segment: Segment) -> None:
    for offset, character in enumerate(segment.text):
        if not character.isspace():
            found = at(text, segment.span_of(offset, offset + 1))
            assert found == character or found[0] in "&\\"
