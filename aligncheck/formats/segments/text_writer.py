"""The text of a segment while it is written: folded from pieces of the file, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aligncheck.model import InlineKind, SourceRun

if TYPE_CHECKING:
    from aligncheck.formats.segments.source import Source

_WORDS = re.compile(r"\S+(?: \S+)*")
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

    def write_text(self, text: str, at: int) -> None:
        """Append text that stands in the file, character for character, from ``at``."""
        cursor = 0
        for words in _WORDS.finditer(text):
            if words.start() > cursor:
                self.add_space(soft="\n" in text[cursor : words.start()])
            self._append_run(words.group(), at + words.start(), words.end() - words.start())
            cursor = words.end()
        if cursor < len(text):
            self.add_space(soft="\n" in text[cursor:])

    def write_replacement(self, text: str, at: int, width: int) -> None:
        """Append text that stands for ``width`` code points of the file (``&`` for ``&amp;``)."""
        if text.isspace():
            self.add_space()
        elif text:
            self._append_run(text, at, width)

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
            self._append_run(line, at, len(line))
            at += len(line) + 1

    def add_space(self, *, soft: bool = False) -> None:
        """Part what came from what comes; a soft line break parts no two Han characters."""
        if not (soft and self._gap):
            self._gap = "\n" if soft else " "

    def open_mark(self, mark: Mark) -> Mark:
        """Let a mark begin with the next text."""
        self.marks.append(mark)
        self._waiting.append(mark)
        return mark

    def close_mark(self, mark: Mark) -> None:
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

    def _append_run(self, text: str, at: int, width: int) -> None:
        if self._gap and self._parts and not self._joins_words(text[0]):
            self._parts.append(" ")
            self.length += 1
        self._gap = ""
        for mark in self._waiting:
            mark.start = self.length
        self._waiting.clear()
        self.first = at if self.first < 0 else self.first
        self.last = at + width
        line, column = self.source.locate_offset(at)
        self._runs.append(SourceRun(self.length, len(text), line, column, width))
        self._parts.append(text)
        self.length += len(text)

    def _joins_words(self, following: str) -> bool:
        """Tell whether a soft line break here stands between two Han characters."""
        if self._gap != "\n":
            return False
        before = self._parts[-1][-1]
        wide = _is_wide(before), _is_wide(following)
        return all(wide) or (any(wide) and (before in _EITHER or following in _EITHER))


def _is_wide(character: str) -> bool:
    return character >= "\u2e80" and any(ord(character) in block for block in _WIDE)
