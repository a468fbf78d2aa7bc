"""Reads the tables of text beside this file: one text per line, under headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.untranslated import SegmentQuery

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("en", "sv", "zh")
CODE = re.compile(r"`[^`]*`")


@dataclass(frozen=True)
class Row:
    """A text in a locale under a heading, and the ranges that stood in ⟦brackets⟧."""

    heading: str
    locale: str
    text: str
    marks: tuple[tuple[int, int], ...]

    def query(self, *, copied: bool = False) -> SegmentQuery:
        """Ask for what is foreign in it, with or without the same text in the other versions."""
        foreign = tuple(one for one in LANGUAGES if one != self.locale)
        copies = tuple((one, self.text) for one in foreign) if copied else ()
        code = tuple(match.span() for match in CODE.finditer(self.text))
        return SegmentQuery(self.text, self.locale, foreign, code, copies)


def read_corpus(name: str) -> Iterator[Row]:
    """Read the table ``name``.txt."""
    heading = ""
    path = Path(__file__).with_name(f"{name}.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            locale, _, marked = line.partition(" | ")
            parts = re.split(r"[⟦⟧]", marked)
            ends = [len("".join(parts[: at + 1])) for at in range(len(parts))]
            marks = tuple((ends[at - 1], ends[at]) for at in range(1, len(parts), 2))
            yield Row(heading, locale, "".join(parts), marks)
