"""Versions of pages taken apart, changed and put together again, as lines of Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.formats import read_document
from aligncheck.model import Kind
from benchmarks.pages.choice import PROSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.model import Segment
    from benchmarks.pages.choice import Page


class Piece(NamedTuple):
    """Lines of a version that stay together: a block, or a whole table.

    ``blocks`` gives, for each of the blocks in it, the English blocks that it says; none for text
    from elsewhere.
    """

    text: str
    kind: Kind
    level: int
    blocks: tuple[tuple[int, ...], ...]

    @property
    def block(self) -> int:
        """The English block of a piece that is one block."""
        return self.blocks[0][0]


class Change(NamedTuple):
    """A version as it is after the change, what was changed, and the sentence that was cut."""

    pieces: tuple[Piece, ...]
    touched: tuple[int, ...] = ()
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A version of a page in pieces, and the other pages of its source."""

    page: Page
    lang: str
    pieces: tuple[Piece, ...]
    others: Sequence[Page]

    def prose(self, *kinds: Kind) -> list[int]:
        """Give the places of the pieces that are one block of prose of a kind; without, of any."""
        return [
            place
            for place, piece in enumerate(self.pieces)
            if len(piece.blocks) == 1
            and self.page.prose(piece.block)
            and piece.kind in (kinds or PROSE)
        ]


@dataclass(frozen=True, slots=True)
class Copy:
    """A version with something planted; ``blocks`` gives the English blocks that each block says.

    ``touched`` are the English blocks that were moved, merged or split, ``sentence`` the English
    sentence that was cut.
    """

    page: Page
    lang: str
    kind: str
    text: str
    blocks: tuple[tuple[int, ...], ...]
    touched: tuple[int, ...]
    sentence: str

    @property
    def name(self) -> str:
        """The folder of the copy, among those of its page."""
        return f"{self.page.name.replace('/', '__')}/{self.kind.replace(' ', '-')}-{self.lang}"

    @property
    def missing(self) -> list[int]:
        """The English blocks that the version lacks."""
        kept = {index for block in self.blocks for index in block}
        return [index for index in range(len(self.page.source)) if index not in kept]

    @property
    def added(self) -> list[int]:
        """The blocks of the version that say nothing of the page."""
        return [place for place, block in enumerate(self.blocks) if not block]


def pieces_of(page: Page, lang: str) -> Iterator[Piece]:
    """Part a version at its blocks; the cells of a table stay together."""
    document, lines = page.documents[lang], page.texts[lang].splitlines()
    starts: list[list[Segment]] = []
    for segment in document.segments:
        if starts and segment.kind is starts[-1][-1].kind is Kind.TABLE_CELL:
            starts[-1].append(segment)
        else:
            starts.append([segment])
    ends = [group[0].span.start_line - 1 for group in starts[1:]] + [len(lines)]
    for group, end in zip(starts, ends, strict=True):
        text = "\n".join(lines[group[0].span.start_line - 1 : end]).rstrip()
        blocks = tuple((segment.index,) for segment in group)
        yield Piece(text, group[0].kind, group[0].level, blocks)


def written(pieces: Sequence[Piece]) -> str:
    """Write pieces as Markdown, the items of a list without lines between them."""
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        listed = before.kind is piece.kind is Kind.LIST_ITEM
        text += ("\n" if listed else "\n\n") + piece.text
    return text + "\n"


def holds(sheet: Sheet, change: Change) -> bool:
    """Tell whether the version reads as meant: every block that was not touched is as it was."""
    blocks = [block for piece in change.pieces for block in piece.blocks]
    segments = read_document("copy.md", sheet.lang, written(change.pieces)).segments
    if len(segments) != len(blocks):
        return False
    before = sheet.page.documents[sheet.lang].segments
    return all(
        segment.text == before[block[0]].text
        for segment, block in zip(segments, blocks, strict=True)
        if len(block) == 1 and block[0] not in change.touched
    )
