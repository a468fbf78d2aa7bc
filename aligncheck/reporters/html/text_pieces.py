"""The text of a segment cut into pieces that look alike, with what is hidden made visible."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from aligncheck.model import InlineKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from aligncheck.model import Inline, Segment
    from aligncheck.reporters.html.entries import FindingEntry

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Unicode categories that a browser obeys, or shows as nothing."""
_HARMLESS = "\n\t\u200c\u200d\u00ad"
"""White space, joiners of words and emoji, and the soft hyphen: they belong to text."""
_MAYBE_HIDDEN = re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u02ff\u3000-\u9fff]")
"""What is worth a second look: everything but the characters that most text is made of."""


@dataclass(frozen=True, slots=True)
class FindingRange:
    """What a finding says about ``text[start:end]`` of a segment: its fault, or the counterpart.

    ``refers`` asks for the number of the finding, which stands once in a page.
    """

    start: int
    end: int
    entry: FindingEntry
    fault: bool
    refers: bool


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Text that looks the same throughout; ``entries`` are the findings it belongs to."""

    text: str
    entries: tuple[FindingEntry, ...] = ()
    fault: bool = False
    code: bool = False
    address: str | None = None
    differs: bool = False
    hidden: str | None = None

    @property
    def plain(self) -> bool:
        """Tell whether there is nothing to show but the text."""
        return not (self.entries or self.code or self.address is not None or self.hidden)


@dataclass(frozen=True, slots=True)
class FindingReference:
    """Where the number of a finding stands in the text; ``caret`` marks an insertion point."""

    entry: FindingEntry
    caret: bool


def show_hidden(text: str) -> str:
    """Show what a browser would obey or hide (controls, direction overrides) as ``<U+202E>``."""
    return _MAYBE_HIDDEN.sub(
        lambda match: f"<{code_point(match[0])}>" if is_hidden(match[0]) else match[0], text
    )


def is_hidden(character: str) -> bool:
    """Tell whether a character would be obeyed, or shown as nothing."""
    return character not in _HARMLESS and unicodedata.category(character) in _HIDDEN


def code_point(character: str) -> str:
    """Name a character: ``U+202E``."""
    return f"U+{ord(character):04X}"


def cut_into_pieces(
    segment: Segment, stretches: Sequence[FindingRange], known_addresses: Container[str] | None
) -> tuple[TextPiece | FindingReference, ...]:
    """Cut the text of a segment where its look changes, and put references after faults.

    Links to addresses that are not among the known ones differ from the other version; None
    where there is nothing to compare with.
    """
    #   text     Take the blue pill at night.
    #   finding       ─────────────
    #   link              ────
    #   cuts     │    │   │   │    │         │    five pieces, each of one look; the number of the
    #                                             finding stands after its last, " pill"
    cuts = {0, len(segment.text)}
    cuts.update(cut for stretch in stretches for cut in (stretch.start, stretch.end))
    cuts.update(cut for inline in segment.inline for cut in (inline.start, inline.end))
    inner = sorted(cut for cut in cuts if 0 <= cut <= len(segment.text))
    found: list[TextPiece | FindingReference] = list(_list_references(stretches, 0))
    for start, end in pairwise(inner):
        look = _describe_look(segment, stretches, start, known_addresses)
        found += _show_pieces(segment.text[start:end], look)
        found += _list_references(stretches, end)
    return tuple(found)


def _list_references(stretches: Sequence[FindingRange], end: int) -> Iterator[FindingReference]:
    for stretch in stretches:
        if stretch.refers and stretch.end == end:
            yield FindingReference(stretch.entry, caret=stretch.start == stretch.end)


def _describe_look(
    segment: Segment, stretches: Sequence[FindingRange], start: int, known: Container[str] | None
) -> TextPiece:
    """Gather what holds for the text from an offset to the next cut."""
    covering = [one for one in stretches if one.start <= start < one.end]
    covering.sort(key=lambda one: (not one.fault, -one.entry.severity.rank))
    inside = [inline for inline in segment.inline if inline.start <= start < inline.end]
    address = _link_address(inside)
    return TextPiece(
        text="",
        entries=tuple(one.entry for one in covering),
        fault=any(one.fault for one in covering),
        code=any(inline.kind in {InlineKind.CODE, InlineKind.PLACEHOLDER} for inline in inside),
        address=None if address is None else show_hidden(address),
        differs=address is not None and known is not None and address not in known,
    )


def _link_address(inside: Sequence[Inline]) -> str | None:
    return next((inline.value for inline in inside if inline.kind is InlineKind.LINK), None)


def _show_pieces(text: str, look: TextPiece) -> Iterator[TextPiece]:
    """Give the text with every hidden character as a piece of its own."""
    start = 0
    for match in _MAYBE_HIDDEN.finditer(text):
        if is_hidden(match[0]):
            if match.start() > start:
                yield _with_text(look, text[start : match.start()])
            yield _with_text(look, code_point(match[0]), unicodedata.name(match[0], "control"))
            start = match.end()
    if start < len(text):
        yield _with_text(look, text[start:])


def _with_text(look: TextPiece, text: str, hidden: str | None = None) -> TextPiece:
    return TextPiece(text, look.entries, look.fault, look.code, look.address, look.differs, hidden)
