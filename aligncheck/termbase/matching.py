"""What a search for terms gives, and which of overlapping matches count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.model import Concept, Term
    from aligncheck.termbase.morphology import How


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found in a text: ``text[start:end]``, and how it stands there."""

    concept: Concept
    term: Term
    start: int
    end: int
    how: How

    @property
    def length(self) -> int:
        """Code points that the match takes."""
        return self.end - self.start

    def within(self, other: TermMatch) -> bool:
        """Tell whether the other match covers this one and more."""
        return other.start <= self.start and self.end <= other.end and other.length > self.length


def longest(matches: Iterable[TermMatch]) -> tuple[TermMatch, ...]:
    """Leave out what a longer match covers or overlaps; of the same stretch all stay.

    Longest first, then leftmost; several terms on one stretch are homonyms and stay together,
    unless one fits more exactly. In order of place.
    """
    ranked = sorted(matches, key=lambda match: (-match.length, match.start, match.how))
    kept: list[TermMatch] = []
    taken: dict[int, tuple[int, int, How]] = {}
    for match in ranked:
        here = {taken[at] for at in range(match.start, match.end) if at in taken}
        if here and here != {(match.start, match.end, match.how)}:
            continue
        kept.append(match)
        for at in range(match.start, match.end):
            taken[at] = match.start, match.end, match.how
    return tuple(sorted(kept, key=lambda match: (match.start, match.end)))
