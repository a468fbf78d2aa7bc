"""The way from a block's content, freed of its prefixes, back to the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.common.utils import mdTrim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.formats.segments.source import Source

_PIPE = re.compile(r"(?<!\\)\|")
_ESCAPED_PIPE = re.compile(r"\\\|")


class Offsets(NamedTuple):
    """Content that is copied from the file in stretches: where each begins here and there."""

    content: str
    here: tuple[int, ...]
    there: tuple[int, ...]

    @classmethod
    def of_lines(cls, content: str, source: Source, first_line: int) -> Offsets:
        """Find content whose every line is the tail of a line of the file, from the first on.

        Block parsers take indents, quote signs and list markers off the head of a line, and white
        space off both ends of the whole.
        """
        if "\n" not in content:
            text, start = _find_tail(content, source.line_text(first_line))
            return cls(text, (0,), (source.line_start(first_line) + start,))
        lines: list[str] = []
        here: list[int] = []
        there: list[int] = []
        position = 0
        for number, line in enumerate(content.split("\n"), first_line):
            tail, start = _find_tail(line, source.line_text(number))
            lines.append(tail)
            here.append(position)
            there.append(source.line_start(number) + start)
            position += len(tail) + 1
        return cls("\n".join(lines), tuple(here), tuple(there))

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
        return tuple(_find_cell(trimmed, at, start, end) for start, end in stretches)

    def file_offset(self, offset: int) -> int:
        """Give the offset in the file of an offset in the content."""
        if len(self.here) == 1:
            return self.there[0] + offset - self.here[0]
        index = max(bisect_right(self.here, offset) - 1, 0)
        return self.there[index] + max(offset - self.here[index], 0)

    def file_end(self, offset: int) -> int:
        """Give the offset in the file of the end of a stretch of the content."""
        return self.file_offset(offset - 1) + 1 if offset else self.file_offset(0)

    def unbroken_pieces(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """Cut a stretch of the content into texts that stand unbroken in the file, with offsets."""
        if len(self.here) == 1 and start < end:
            yield self.content[start:end], self.file_offset(start)
            return
        index = max(bisect_right(self.here, start) - 1, 0)
        while start < end:
            index += 1
            stop = min(self.here[index], end) if index < len(self.here) else end
            if stop > start:
                yield self.content[start:stop], self.file_offset(start)
            start = max(start, stop)

    def cut_ends(self, start: int, end: int | None = None) -> Offsets:
        """Leave out what stands before ``start`` and after ``end``."""
        content = self.content[start:end]
        return Offsets(content, tuple(offset - start for offset in self.here), self.there)


def first_line(content: str, source: Source, lines: Sequence[int]) -> int:
    """Give the line where content that had its white space trimmed begins.

    ``lines`` are the first and the line after the last of its block. Lines of no-break spaces
    belong to a block, but are trimmed off its content.
    """
    spare = lines[1] - lines[0] - content.count("\n") - 1
    if spare <= 0:
        return lines[0]
    head = content.partition("\n")[0].strip()
    candidates = range(lines[0], lines[0] + spare + 1)
    return next((n for n in candidates if source.line_text(n).rstrip().endswith(head)), lines[0])


def _find_tail(content: str, line: str) -> tuple[str, int]:
    """Give a content line as it is in the file, and where in its line it begins.

    A tab that was cut in two, and came as spaces, is a tab again.
    """
    if line.endswith(content):
        return content, len(line) - len(content)
    text = content.lstrip(" ")
    start = max(line.rfind(text), 0)
    if len(text) < len(content) and line[start - 1 : start] == "\t":
        return "\t" + text, start - 1
    return text, start


def _find_cell(row: str, at: int, start: int, end: int) -> Offsets:
    cell = row[start:end]
    text = mdTrim(cell)
    start += cell.index(text) if text else 0
    here, there = [0], [at + start]
    for number, pipe in enumerate(_ESCAPED_PIPE.finditer(text)):
        here.append(pipe.start() - number)
        there.append(at + start + pipe.start() + 1)
    return Offsets(text.replace("\\|", "|"), tuple(here), tuple(there))
