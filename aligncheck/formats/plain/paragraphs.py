"""Plain text, parted into segments by its blank lines, bullets and the lengths of its lines."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from aligncheck.formats.segments.text_writer import TextWriter
from aligncheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.formats.segments.outline import Outline
    from aligncheck.formats.segments.source import Source

_NUMERAL: Final = "一二三四五六七八九十"
_BULLET: Final = re.compile(
    rf"""[ \t\u3000]*(?:[•·‣◦▪●○■□–—*+-][ \t\u3000]+ | [•●■]
    | \(?\d{{1,3}}[.)][ \t\u3000]+ | \(?[A-Za-z]\)[ \t]+ | \d{{1,3}}[、．]
    | [（(](?:[{_NUMERAL}]{{1,3}}|\d{{1,3}})[）)][ \t\u3000]* | [{_NUMERAL}]{{1,3}}、)(?=\S)""",
    re.VERBOSE,
)
_QUOTES: Final = r"""["'”’»」』）)\]]*\s*$"""
_CLOSED: Final = re.compile("[.!?:;,…。！？：；，、]" + _QUOTES)
_FINISHED: Final = re.compile("[.!?…。！？]" + _QUOTES)
_RULE: Final = re.compile(r"[ \t]*([-=*_~#+.])(?:[ \t]*\1){2,}[ \t]*$")
_FIRST_WORD: Final = re.compile(r"\s*([\u1100-\U0010ffff]|[^\s\u1100-\U0010ffff]+)")
_HEADING_WIDTH: Final = 80
"""Columns of the longest heading, a Han character taking two; chosen because a longer one would not
fit on a line of the widths below."""
_HEADINGS_IN_A_ROW: Final = 3
"""Short lines that may be headings together: a title, a subtitle and a first heading. Chosen, as a
longer run of them is verse or an address."""
_WRAP_WIDTHS: Final = range(30, 121)
"""Columns at which people and editors wrap lines; chosen because newsletters wrap at 40 to 65, mail
at 72 to 78 and editors at 80 to 120."""
_FULL_LINE: Final = 0.9
"""Share of the width that a wrapped line would pass with the next line's first word; chosen because
the width is that of the longest lines but a tenth."""
_DECISIVE_SHARE: Final = 0.6
"""Share of lines that decides what is done in a file; chosen because the last lines of paragraphs
are short in any."""


def read_plain_text(source: Source, outline: Outline) -> None:
    """Add the segments of a plain text to an outline."""
    runs = [tuple(run) for run in _runs_of_lines(source)]
    pieces = _split_runs(source, runs, wrapped=_is_wrapped(source, runs))
    indents: list[int] = []
    for piece, heading in zip(pieces, _find_headings(source, pieces), strict=True):
        bullet = _BULLET.match(source.line_text(piece[0]))
        if bullet:
            kind, level = Kind.LIST_ITEM, _list_depth(indents, source.line_text(piece[0]))
        else:
            indents.clear()
            kind, level = (Kind.HEADING if heading else Kind.PARAGRAPH), 0
        if kind is Kind.HEADING:
            level = 2 if outline.segments else 1
        _add_lines(source, outline, piece, (kind, level), bullet.end() if bullet else 0)


def _runs_of_lines(source: Source) -> Iterator[Iterator[int]]:
    """Give the runs of lines between blank lines and drawn rules, as 0-based line numbers."""
    lines = range(source.line_count)
    for is_text, run in groupby(lines, key=lambda line: _is_text(source.line_text(line))):
        if is_text:
            yield run


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not _RULE.match(line)


def _split_runs(
    source: Source, runs: Sequence[tuple[int, ...]], *, wrapped: bool
) -> list[tuple[int, ...]]:
    """Part runs at bullets, and at every line where lines are not wrapped."""
    pieces: list[list[int]] = []
    for run in runs:
        for line in run:
            if wrapped and line != run[0] and not _BULLET.match(source.line_text(line)):
                pieces[-1].append(line)
            else:
                pieces.append([line])
    return [tuple(piece) for piece in pieces]


def _is_wrapped(source: Source, runs: Sequence[tuple[int, ...]]) -> bool:
    """Tell whether the lines of a file were broken to fit a width.

    Then most lines that go on in the next are full and few of them end a sentence.
    """
    pairs = [
        (source.line_text(line), source.line_text(following))
        for run in runs
        for line, following in pairwise(run)
        if not _BULLET.match(source.line_text(following))
    ]
    if not pairs:
        return True
    widths = sorted(_terminal_width(line) for line, _ in pairs)
    width = widths[len(widths) * 9 // 10]
    full = sum(
        _terminal_width(line) + _first_word(following) >= _FULL_LINE * width
        for line, following in pairs
    )
    finished = sum(bool(_FINISHED.search(line)) for line, _ in pairs)
    return width in _WRAP_WIDTHS and full >= _DECISIVE_SHARE * len(pairs) > finished


def _terminal_width(text: str) -> int:
    """Give the columns a text takes in a terminal font; more than a line's worth is not counted."""
    return sum(2 if character >= "\u1100" else 1 for character in text[: _WRAP_WIDTHS.stop])


def _first_word(line: str) -> int:
    word = _FIRST_WORD.match(line)
    return 1 + _terminal_width(word[1]) if word else 0


def _find_headings(source: Source, pieces: Sequence[tuple[int, ...]]) -> list[bool]:
    """Tell for each piece whether it is a heading: short, not closed, and text follows."""
    short = [_may_be_heading(source, piece) for piece in pieces]
    found = [False] * len(pieces)
    begin = 0
    for number, is_short in enumerate(short):
        if not is_short:
            if number - begin <= _HEADINGS_IN_A_ROW:
                found[begin:number] = [True] * (number - begin)
            begin = number + 1
    return found


def _may_be_heading(source: Source, piece: Sequence[int]) -> bool:
    line = source.line_text(piece[0]).strip()
    short = len(piece) == 1 and _terminal_width(line) <= _HEADING_WIDTH
    return short and not _BULLET.match(line) and not _CLOSED.search(line)


def _list_depth(indents: list[int], line: str) -> int:
    """Give how deep a list item is by its indent; ``indents`` are those of the items around it."""
    indent = len(line) - len(line.lstrip())
    while indents and indents[-1] >= indent:
        indents.pop()
    indents.append(indent)
    return len(indents)


def _add_lines(
    source: Source, outline: Outline, piece: Sequence[int], kind: tuple[Kind, int], skip: int
) -> None:
    """Add lines as one segment, without the ``skip`` characters the first begins with."""
    writer = TextWriter(source)
    for line in piece:
        writer.write_text(source.line_text(line)[skip:], source.line_start(line) + skip)
        writer.add_space(soft=True)
        skip = 0
    outline.add_segment(*kind, writer, writer.first, writer.last)
