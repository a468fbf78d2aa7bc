"""Versions without a source: what stands in most of them is what the article says.

One version, the one that agrees best with the others, is looked at as if it were the source: the
pivot. What it lacks itself is reported by bitexts that look back at it.

    en, pivot   s1  s2      s4      forth   en -> sv   s2 dropped: zh has it, so en did not add it
    sv          s1      s3  s4              en -> zh   s4 dropped
    zh          s1  s2  s3          back    sv -> en   s3 dropped; zh -> en does not tell it again
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from aligncheck.alignment.segments.decide.third_versions import NO_COUNTERPART
from aligncheck.alignment.segments.decide.version_pairs import build_bitext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from aligncheck.alignment.segments.decide.version_pairs import VersionPair, VersionPairs
    from aligncheck.model import Bead, Bitext


def build_peer_bitexts(versions: VersionPairs) -> list[tuple[VersionPair, Bitext]]:
    """Give the bitexts of versions that have no source, each with the positions of its versions.

    One bitext from the pivot to each other version; then a ``complement`` from the first other
    version, and from each that shows something further that the pivot lacks. A null alignment
    that is reported elsewhere, or that the other versions outvote, has confidence 0.
    """
    count = len(versions.documents)
    if not count:
        return []
    plain = {pair: build_bitext(versions, *pair) for pair in combinations(range(count), 2)}
    pivot = min(range(count), key=lambda one: (_sum_null_confidence(plain, one), one))
    others = [each for each in range(count) if each != pivot]
    forth = [((pivot, other), _judge_outward(versions, pivot, other)) for other in others]
    back = [((other, pivot), _judge_inward(versions, other, pivot, others)) for other in others]
    return [*forth, *((pair, bitext) for pair, bitext in back if bitext)]


def _sum_null_confidence(bitexts: Mapping[VersionPair, Bitext], one: int) -> float:
    """Sum up how surely segments are missing between a version and each other one."""
    return sum(
        bead.confidence
        for pair, bitext in bitexts.items()
        if one in pair
        for bead in bitext.beads
        if not (bead.source and bead.target)
    )


def _judge_outward(versions: VersionPairs, pivot: int, other: int) -> Bitext:
    """Align the pivot with another version: report what that one dropped, or alone has."""
    return _silence_nulls(
        build_bitext(versions, pivot, other),
        dropped=lambda index: _count_votes(versions, pivot, index, other) >= 0,
        added=lambda index: _count_votes(versions, other, index, pivot) < 0,
    )


def _judge_inward(
    versions: VersionPairs, other: int, pivot: int, others: list[int]
) -> Bitext | None:
    """Look back at the pivot: report what it dropped, or alone has.

    None where the two are not versions of one article, or an earlier version reports it all.
    """
    earlier = others[: others.index(other)]
    bitext = _silence_nulls(
        build_bitext(versions, other, pivot),
        dropped=lambda index: (
            _count_votes(versions, other, index, pivot) >= 0
            and not any(
                versions.counterparts[other, each][index] != NO_COUNTERPART for each in earlier
            )
        ),
        added=lambda index: not earlier and _count_votes(versions, pivot, index, other) < 0,
    )
    reported = any(b.confidence > 0 and not (b.source and b.target) for b in bitext.beads)
    if not bitext.related or (earlier and not reported):
        return None
    unmoved = tuple(replace(bead, moved=False) for bead in bitext.beads)
    return replace(bitext, beads=unmoved, complement=True)


def _count_votes(versions: VersionPairs, one: int, index: int, other: int) -> int:
    """Count the further versions that have a segment, less those that lack it."""
    # Of en, sv, zh and de: what en has, sv lacks, zh has and de lacks counts 1 - 1 = 0. A draw is
    # judged as dropped by sv, and not as added by en, so that it is told once.
    rest = [each for each in range(len(versions.documents)) if each not in {one, other}]
    return sum(
        1 if versions.counterparts[one, each][index] != NO_COUNTERPART else -1 for each in rest
    )


def _silence_nulls(
    bitext: Bitext, dropped: Callable[[int], bool], added: Callable[[int], bool]
) -> Bitext:
    """Take the confidence from null alignments that are not to be reported here."""

    def judge() -> Iterator[Bead]:
        for bead in bitext.beads:
            if bead.source and bead.target:
                yield bead
                continue
            kept = dropped(bead.source[0].index) if bead.source else added(bead.target[0].index)
            yield bead if kept else replace(bead, confidence=0.0)

    return replace(bitext, beads=tuple(judge()))
