"""Beads in the order that ``Bitext`` promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.model import Bead


def order_beads(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """Order beads by target; a null alignment of the source follows what precedes it there.

    What precedes a source segment is the nearest earlier one whose counterpart is in order;
    before the first such one, null alignments of the source stand at the beginning.
    """
    # source  s1  s2  s3  s4     s3 alone: it follows s2 = t2, wherever s4 is
    # target  t1  t2  t3  t4     order: s1 t1 | s2 t2 | s3 - | - t3 | s4 t4
    every = list(beads)
    anchors = sorted(
        (bead.source[-1].index, bead.target[-1].index)
        for bead in every
        if bead.source and bead.target and not bead.moved
    )
    return tuple(sorted(every, key=lambda bead: _find_place(bead, anchors)))


def _find_place(bead: Bead, anchors: Sequence[tuple[int, int]]) -> tuple[int, int, int]:
    if bead.target:
        return bead.target[-1].index, 0, bead.target[0].index
    index = bead.source[0].index
    before = [target for source, target in anchors if source < index]
    return (before[-1] if before else -1), 1, index
