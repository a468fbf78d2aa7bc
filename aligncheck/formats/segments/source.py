"""The text of a file and the way back from an offset to its line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from aligncheck.model import Span

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Source:
    r"""A file's text with every line end as ``\n``, and where its lines begin.

    All offsets handed out and taken are 0-based code points of ``body``; since line ends are all
    that differs, a line and a column of ``body`` are those of the file.
    """

    body: str
    _text: str
    _starts: tuple[int, ...]
    _text_starts: tuple[int, ...]

    @classmethod
    def of_text(cls, text: str) -> Source:
        r"""Take a file's text as it is on disk; ``\n``, ``\r\n`` and ``\r`` end a line."""
        body = _LINE_END.sub("\n", text) if "\r" in text else text
        starts = _line_starts(body)
        return cls(body, text, starts, starts if body is text else _line_starts(text))

    @property
    def line_count(self) -> int:
        """The number of lines; a final line end opens one more, empty line."""
        return len(self._starts)

    def line_start(self, line: int) -> int:
        """Give the offset where a 0-based line begins; the end of the text past the last line."""
        return self._starts[line] if line < len(self._starts) else len(self.body)

    def line_text(self, line: int) -> str:
        """Give a 0-based line without its line end."""
        start, end = self.line_start(line), self.line_start(line + 1)
        return self.body[start:end].removesuffix("\n")

    def locate_offset(self, offset: int) -> tuple[int, int]:
        """Give the 1-based line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span_between(self, start: int, end: int) -> Span:
        """Give the stretch of the file from one offset to another."""
        return Span(*self.locate_offset(start), *self.locate_offset(end))

    def raw_text(self, span: Span) -> str:
        """Give the file's text at a span, with its line ends as they are on disk."""
        start = self._text_starts[span.start_line - 1] + span.start_column - 1
        end = self._text_starts[span.end_line - 1] + span.end_column - 1
        return self._text[start:end]


def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _LINE_END.finditer(text)))
