"""The way from a block's content, freed of its prefixes, back to the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it.common.utils import mdTrim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.parsing.source import Source

_PIPE = re.compile(r"(?<!\\)\|")
_ESCAPED_PIPE = re.compile(r"\\\|")


@dataclass(frozen=True, slots=True)
class Offsets:
    """Content that is copied from the file in stretches: where each begins here and there."""

    content: str
    here: tuple[int, ...]
    there: tuple[int, ...]

    @classmethod
    def of_lines(cls, content: str, source: Source, first_line: int) -> Offsets:
        """Find content whose every line is the tail of a line of the file.

        Block parsers take indents, quote signs and list markers off the head of a line, and white
        space off the tail of the last; a tab cut in two comes back as spaces.
        """
        here, there = [], []
        position = 0
        for number, line in enumerate(content.split("\n"), first_line):
            pad, start = _tail(line, source.line(number))
            here.append(position + pad)
            there.append(source.line_start(number) + start)
            position += len(line) + 1
        here[0] = 0
        return cls(content, tuple(here), tuple(there))

    @classmethod
    def of_cells(cls, row: str, at: int) -> tuple[Offsets, ...]:
        r"""Take a table row apart into its cells; a pipe written ``\|`` is a pipe."""
        trimmed = mdTrim(row)
        at += row.index(trimmed) if trimmed else 0
        edges = [-1, *(pipe.start() for pipe in _PIPE.finditer(trimmed)), len(trimmed)]
        stretches = [(start + 1, end) for start, end in pairwise(edges)]
        if len(stretches) > 1 and stretches[0][0] == stretches[0][1]:
            stretches.pop(0)
        if len(stretches) > 1 and stretches[-1][0] == stretches[-1][1]:
            stretches.pop()
        return tuple(_cell(trimmed, at, start, end) for start, end in stretches)

    def at(self, offset: int) -> int:
        """Give the offset in the file of an offset in the content."""
        index = max(bisect_right(self.here, offset) - 1, 0)
        return self.there[index] + max(offset - self.here[index], 0)

    def end(self, offset: int) -> int:
        """Give the offset in the file of the end of a stretch of the content."""
        return self.at(offset - 1) + 1 if offset else self.at(0)

    def pieces(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """Cut a stretch of the content into texts that stand unbroken in the file, with offsets."""
        index = max(bisect_right(self.here, start) - 1, 0)
        while start < end:
            index += 1
            stop = min(self.here[index], end) if index < len(self.here) else end
            if stop > start:
                yield self.content[start:stop], self.at(start)
            start = max(start, stop)

    def cut(self, start: int, end: int | None = None) -> Offsets:
        """Leave out what stands before ``start`` and after ``end``."""
        content = self.content[start:end]
        return Offsets(content, tuple(offset - start for offset in self.here), self.there)


def _tail(content: str, line: str) -> tuple[int, int]:
    """Give the padding spaces of a content line and where the rest of it is in its line."""
    if line.endswith(content):
        return 0, len(line) - len(content)
    unpadded = content.lstrip(" ")
    position = line.rfind(unpadded)
    return len(content) - len(unpadded), max(position, 0)


def _cell(row: str, at: int, start: int, end: int) -> Offsets:
    cell = row[start:end]
    text = mdTrim(cell)
    start += cell.index(text) if text else 0
    here, there = [0], [at + start]
    for number, pipe in enumerate(_ESCAPED_PIPE.finditer(text)):
        here.append(pipe.start() - number)
        there.append(at + start + pipe.start() + 1)
    return Offsets(text.replace("\\|", "|"), tuple(here), tuple(there))
