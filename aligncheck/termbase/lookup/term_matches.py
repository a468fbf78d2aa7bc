"""What a search for terms gives, and which of overlapping matches count."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.model import Concept, Term
    from aligncheck.termbase.lookup.word_forms import MatchKind


class TermMatch(NamedTuple):
    """A term found in a text: ``text[start:end]``, and how it stands there."""

    concept: Concept
    term: Term
    start: int
    end: int
    kind: MatchKind

    @property
    def length(self) -> int:
        """Code points that the match takes."""
        return self.end - self.start

    def lies_within(self, other: TermMatch) -> bool:
        """Tell whether the other match covers this one and more."""
        return other.start <= self.start and self.end <= other.end and other.length > self.length


def keep_longest(matches: Iterable[TermMatch]) -> tuple[TermMatch, ...]:
    """Leave out what a longer match covers or overlaps; of the same stretch all stay.

    Longest first, then leftmost; several terms on one stretch are homonyms and stay together,
    unless one fits more exactly. In order of place::

        text           stem cell line         terms: cell, stem cell, cell line
        stem cell      ^^^^^^^^^              kept: of the longest, the first
        cell line           ^^^^^^^^^         dropped: overlaps it
        cell                ^^^^              dropped: inside it
    """
    listed = tuple(matches)
    if len(listed) <= 1:
        return listed
    taken = bytearray(max(match.end for match in listed))
    kept: list[TermMatch] = []
    last = (0, 0, 0)
    for match in sorted(listed, key=_rank_match):
        here = match.start, match.end, match.kind
        if here != last and 1 in taken[match.start : match.end]:
            continue
        kept.append(match)
        taken[match.start : match.end] = b"\1" * match.length
        last = here
    return tuple(sorted(kept, key=_order_by_place))


def _rank_match(match: TermMatch) -> tuple[int, int, int]:
    return match.start - match.end, match.start, match.kind


def _order_by_place(match: TermMatch) -> tuple[int, int]:
    return match.start, match.end
