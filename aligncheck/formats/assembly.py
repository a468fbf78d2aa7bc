"""Putting segments together: text folded from pieces of the file, and the order they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from aligncheck.model import Document, Inline, InlineKind, Kind, Segment, SourceRun, Suppression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.formats.source import Source

_WORDS = re.compile(r"\S+(?: \S+)*")
_PLACEHOLDER = re.compile(
    r"""\$\{[^{}]{1,200}\}                                  # ${name}
    | \{\{[^{}]{1,200}\}\}                                  # {{ name }}
    | \{(?:[A-Za-z_][\w.-]{0,100}|\d{0,3})(?:[!:][^{}\s]{1,40})?\}  # {name} {0} {} {x:.2f}
    | (?<![\w%])%(?:\(\w{1,100}\)|\d{1,2}\$)?[-+\#0]?\d{0,3}(?:\.\d{1,2})?[sdifuxXeEgGc@](?!\w)
    """,
    re.VERBOSE,
)
_PLACEHOLDER_SIGN = re.compile("[{%]")
_TEMPLATE = re.compile(r"\{\{[^{}]*+\}\}|\{%[^%{]*+%\}")
_WIDE = (
    range(0x2E80, 0x3100),
    range(0x31F0, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0xFF00, 0xFFF0),
    range(0x20000, 0x40000),
)
"""Han characters, kana and full-width forms; as a pattern they would take long to compile."""
_EITHER = "“”‘’…—·"
_SUPPRESSION = re.compile(r"\s*aligncheck:\s*(.*\S)?\s*", re.DOTALL)


@dataclass(slots=True)
class Mark:
    """A stretch of a text being written that will become an :class:`~aligncheck.model.Inline`.

    ``extent`` is the stretch of the file to report for it; None to report the text's own.
    """

    kind: InlineKind
    value: str | None = None
    extent: tuple[int, int] | None = None
    start: int = -1
    end: int = -1


@dataclass(slots=True)
class TextWriter:
    """Folds the pieces of a segment into one text and remembers where each stood."""

    source: Source
    length: int = 0
    first: int = -1
    """Where in the file the text begins; -1 for none."""
    last: int = -1
    """Where in the file the text ends."""
    marks: list[Mark] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _runs: list[SourceRun] = field(default_factory=list)
    _waiting: list[Mark] = field(default_factory=list)
    _gap: str = ""
    _breaks: int = 0

    def write(self, text: str, at: int) -> None:
        """Append text that stands in the file, character for character, from ``at``."""
        cursor = 0
        for words in _WORDS.finditer(text):
            if words.start() > cursor:
                self.space(soft="\n" in text[cursor : words.start()])
            self._append(words.group(), at + words.start(), words.end() - words.start())
            cursor = words.end()
        if cursor < len(text):
            self.space(soft="\n" in text[cursor:])

    def write_for(self, text: str, at: int, width: int) -> None:
        """Append text that stands for ``width`` code points of the file (``&`` for ``&amp;``)."""
        if text.isspace():
            self.space()
        elif text:
            self._append(text, at, width)

    def write_code(self, code: str, at: int) -> None:
        """Append code that stands in the file from ``at``, white space and line breaks kept.

        Empty lines before and after it are left out.
        """
        for number, line in enumerate(code.split("\n")):
            self._breaks += number > 0
            if not line:
                at += 1
                continue
            if self._parts:
                self._parts.append("\n" * self._breaks)
                self.length += self._breaks
            self._breaks = 0
            self._append(line, at, len(line))
            at += len(line) + 1

    def space(self, *, soft: bool = False) -> None:
        """Part what came from what comes; a soft line break parts no two Han characters."""
        if not (soft and self._gap):
            self._gap = "\n" if soft else " "

    def open(self, mark: Mark) -> Mark:
        """Let a mark begin with the next text."""
        self.marks.append(mark)
        self._waiting.append(mark)
        return mark

    def close(self, mark: Mark) -> None:
        """Let a mark end with the last text."""
        mark.end = self.length

    @property
    def text(self) -> str:
        """What was written so far."""
        return "".join(self._parts)

    @property
    def runs(self) -> tuple[SourceRun, ...]:
        """Where each piece of the text stood."""
        return tuple(self._runs)

    def _append(self, text: str, at: int, width: int) -> None:
        if self._gap and self._parts and not self._joins(text[0]):
            self._parts.append(" ")
            self.length += 1
        self._gap = ""
        for mark in self._waiting:
            mark.start = self.length
        self._waiting.clear()
        self.first = at if self.first < 0 else self.first
        self.last = at + width
        line, column = self.source.place(at)
        self._runs.append(SourceRun(self.length, len(text), line, column, width))
        self._parts.append(text)
        self.length += len(text)

    def _joins(self, following: str) -> bool:
        """Tell whether a soft line break here stands between two Han characters."""
        if self._gap != "\n":
            return False
        before = self._parts[-1][-1]
        wide = _is_wide(before), _is_wide(following)
        return all(wide) or (any(wide) and (before in _EITHER or following in _EITHER))


@dataclass(slots=True)
class Outline:
    """The segments of a document in the order they were read, under their headings."""

    source: Source
    segments: list[Segment] = field(default_factory=list)
    _headings: list[tuple[int, str]] = field(default_factory=list)
    _comments: list[tuple[str, int, int]] = field(default_factory=list)

    def add(
        self,
        kind: Kind,
        level: int,
        writer: TextWriter,
        start: int,
        end: int,
        *,
        whole: bool = False,
    ) -> None:
        """Append what was written as a segment that takes ``start`` to ``end`` of the file.

        Nothing is appended where nothing was written but template tags. ``whole`` protects all of
        its text.
        """
        text = writer.text
        if not text.strip() or (kind is not Kind.CODE and _is_template(text)):
            return
        if whole:
            writer.marks.append(Mark(InlineKind.PROTECTED, start=0, end=len(text)))
        if kind is Kind.HEADING:
            self._leave(level)
        span = self.source.span(min(start, writer.first), max(end, writer.last))
        segment = Segment(
            index=len(self.segments),
            kind=kind,
            level=level,
            text=text,
            raw=self.source.raw(span),
            span=span,
            section=tuple(heading for _, heading in self._headings),
            runs=writer.runs,
        )
        self.segments.append(_with_inline(segment, writer, self.source))
        if kind is Kind.HEADING:
            self._headings.append((level, text))

    def comment(self, body: str, start: int, end: int) -> None:
        """Take note of a comment; only one that speaks to aligncheck is kept."""
        match = _SUPPRESSION.fullmatch(body)
        if match:
            self._comments.append((match[1] or "", start, end))

    def document(self, path: str, locale: str) -> Document:
        """Give the finished document."""
        starts = [segment.span.start for segment in self.segments]
        suppressions = tuple(
            Suppression(body, span, bisect_left(starts, span.end))
            for body, span in ((b, self.source.span(s, e)) for b, s, e in self._comments)
        )
        return Document(path, locale, tuple(self.segments), suppressions)

    def _leave(self, level: int) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()


def _is_wide(character: str) -> bool:
    return character >= "\u2e80" and any(ord(character) in block for block in _WIDE)


def _is_template(text: str) -> bool:
    """Tell whether a text is made of template tags alone (``{{ content }}``, ``{% endif %}``)."""
    return text[0] == "{" and not _TEMPLATE.sub("", text).strip()


def _with_inline(segment: Segment, writer: TextWriter, source: Source) -> Segment:
    """Add the inline stretches of a text: those marked while it was written, and placeholders."""
    if not writer.marks and not _PLACEHOLDER_SIGN.search(segment.text):
        return segment
    marks = [mark for mark in writer.marks if 0 <= mark.start < mark.end]
    if segment.kind is not Kind.CODE:
        marks += _placeholders(segment.text, marks)
    if not marks:
        return segment
    inline = sorted(
        (_inline(mark, segment, source) for mark in marks),
        key=lambda found: (found.start, -found.end),
    )
    return replace(segment, inline=tuple(inline))


def _placeholders(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """Find the placeholders of a text outside its code and those already marked."""
    kinds = {InlineKind.CODE, InlineKind.PLACEHOLDER}
    taken = sorted((m for m in marks if m.kind in kinds), key=lambda mark: mark.start)
    starts = [mark.start for mark in taken]
    for match in _PLACEHOLDER.finditer(text):
        before = bisect_left(starts, match.end())
        if not before or taken[before - 1].end <= match.start():
            yield Mark(InlineKind.PLACEHOLDER, start=match.start(), end=match.end())


def _inline(mark: Mark, segment: Segment, source: Source) -> Inline:
    span = source.span(*mark.extent) if mark.extent else segment.span_of(mark.start, mark.end)
    value = segment.text[mark.start : mark.end] if mark.value is None else mark.value
    return Inline(mark.kind, mark.start, mark.end, span, value)
