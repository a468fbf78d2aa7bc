"""An alignment made into a bitext: beads with their similarity and confidence, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.alignment.moves import left_over
from aligncheck.alignment.ordering import ordered
from aligncheck.model import Bead, Bitext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.alignment.pair import Alignment
    from aligncheck.alignment.program import Link
    from aligncheck.model import Document


def bitext(source: Document, target: Document, alignment: Alignment) -> Bitext:
    """Make the beads of an alignment; every segment of both versions stands in one."""
    beads = [*_linked(source, target, alignment), *_nulls(source, target, alignment)]
    return Bitext(source, target, ordered(beads))


def _linked(source: Document, target: Document, alignment: Alignment) -> Iterator[Bead]:
    for link in (*alignment.links, *alignment.moved):
        yield Bead(
            source.segments[slice(*link.source)],
            target.segments[slice(*link.target)],
            similarity=_similarity(alignment, link),
            moved=link in alignment.moved,
        )


def _nulls(source: Document, target: Document, alignment: Alignment) -> Iterator[Bead]:
    links = (*alignment.links, *alignment.moved)
    for index in left_over(len(source.segments), (link.source for link in links)):
        yield Bead((source.segments[index],), (), 0.0)
    for index in left_over(len(target.segments), (link.target for link in links)):
        yield Bead((), (target.segments[index],), 0.0)


def _similarity(alignment: Alignment, link: Link) -> float:
    return float(alignment.similarity[slice(*link.source), slice(*link.target)].max())
