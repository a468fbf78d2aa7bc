"""Versions without a source: what stands in most of them is what the article says.

One version, the one that agrees best with the others, is looked at as if it were the source. What
it lacks itself is reported by bitexts that look back at it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aligncheck.alignment.segments.decide.third_versions import ALONE
from aligncheck.alignment.segments.decide.version_relation import RELATED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aligncheck.alignment.segments.version_pairs import Versions
    from aligncheck.model import Bead, Bitext


def peer_bitexts(versions: Versions) -> tuple[Bitext, ...]:
    """Align versions that have no source.

    One bitext from the pivot to each other version; then a ``complement`` from the first other
    version, and from each that shows something further that the pivot lacks. A null alignment
    that is reported elsewhere, or that the other versions outvote, has confidence 0.
    """
    count = len(versions.documents)
    pivot = min(range(count), key=lambda one: (_loneliness(versions, one), one))
    others = [each for each in range(count) if each != pivot]
    forth = tuple(_outward(versions, pivot, other) for other in others)
    back = (_inward(versions, other, pivot, others) for other in others)
    return (*forth, *(bitext for bitext in back if bitext))


def _loneliness(versions: Versions, one: int) -> float:
    """Sum up how surely segments are missing between a version and each other one."""
    others = (each for each in range(len(versions.documents)) if each != one)
    bitexts = [versions.bitext(min(one, other), max(one, other)) for other in others]
    return sum(
        bead.confidence
        for bitext in bitexts
        for bead in bitext.beads
        if not (bead.source and bead.target)
    )


def _outward(versions: Versions, pivot: int, other: int) -> Bitext:
    """Align the pivot with another version: report what that one dropped, or alone has."""
    bitext = versions.bitext(pivot, other)
    return _judged(
        bitext,
        dropped=lambda index: _votes(versions, pivot, index, other) >= 0,
        added=lambda index: _votes(versions, other, index, pivot) < 0,
    )


def _inward(versions: Versions, other: int, pivot: int, others: list[int]) -> Bitext | None:
    """Look back at the pivot: report what it dropped, or alone has.

    None where the two are not versions of one article, or an earlier version reports it all.
    """
    earlier = others[: others.index(other)]
    bitext = _judged(
        versions.bitext(other, pivot),
        dropped=lambda index: (
            _votes(versions, other, index, pivot) >= 0
            and not any(versions.partners(other, each)[index] != ALONE for each in earlier)
        ),
        added=lambda index: not earlier and _votes(versions, pivot, index, other) < 0,
    )
    reported = any(b.confidence > 0 and not (b.source and b.target) for b in bitext.beads)
    if bitext.confidence < RELATED or (earlier and not reported):
        return None
    unmoved = tuple(replace(bead, moved=False) for bead in bitext.beads)
    return replace(bitext, beads=unmoved, complement=True)


def _votes(versions: Versions, one: int, index: int, other: int) -> int:
    """Count the further versions that have a segment, less those that lack it."""
    rest = [each for each in range(len(versions.documents)) if each not in {one, other}]
    return sum(1 if versions.partners(one, each)[index] != ALONE else -1 for each in rest)


def _judged(bitext: Bitext, dropped: Callable[[int], bool], added: Callable[[int], bool]) -> Bitext:
    """Take the confidence from null alignments that are not to be reported here."""

    def judge() -> Iterator[Bead]:
        for bead in bitext.beads:
            if bead.source and bead.target:
                yield bead
                continue
            kept = dropped(bead.source[0].index) if bead.source else added(bead.target[0].index)
            yield bead if kept else replace(bead, confidence=0.0)

    return replace(bitext, beads=tuple(judge()))
