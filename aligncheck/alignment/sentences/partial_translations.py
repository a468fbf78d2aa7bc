"""Paragraphs of which only a part was translated: not one dropped and one added, but a pair."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, product
from typing import TYPE_CHECKING, Final

from aligncheck.alignment.segments.decide.bead_order import order_beads
from aligncheck.model import Bead, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aligncheck.alignment.sentences.omitted_sentences import SentenceSide
    from aligncheck.model import Bitext, Segment

COVERAGE_FEATURES: Final = ("coverage",)
"""The feature of a target segment that is alone beside a source segment that is: how well its
sentences, each by its best counterpart, are found among those of the source."""

COVERED_PROBABILITY: Final = 0.5
"""The probability from which target sentences are taken for a part of source sentences: from here
on it is more likely right than wrong, by the model that training/alignment_models.py fits."""

WORDLESS_KINDS: Final = frozenset({Kind.CODE, Kind.HEADING, Kind.FRONT_MATTER})
"""Kinds that are not made of sentences."""


def has_prose(bead: Bead) -> bool:
    """Tell whether a bead consists of running text alone."""
    return not any(segment.kind in WORDLESS_KINDS for segment in (*bead.source, *bead.target))


def pair_null_neighbours(bitext: Bitext) -> Iterator[Bead]:
    """Give the beads that there could be of segments that are alone side by side."""
    for linked, run in groupby(bitext.beads, key=lambda bead: bool(bead.source and bead.target)):
        if not linked:
            yield from _pair_run(list(run))


def _pair_run(run: Sequence[Bead]) -> Iterator[Bead]:
    # Any two of a run, not just neighbours: dropped and added segments stand in no fixed order.
    prose = [bead for bead in run if has_prose(bead)]
    for one, other in product(prose, prose):
        if one.source and other.target:
            yield Bead(one.source, other.target, 0.0)


def list_added_prose(bitext: Bitext) -> dict[int, Segment]:
    """Give the target segments of running text that are alone, by index."""
    alone = (bead.target[0] for bead in bitext.beads if not bead.source)
    return {segment.index: segment for segment in alone if segment.kind not in WORDLESS_KINDS}


def replace_beads(bitext: Bitext, beads: Iterable[Bead]) -> Bitext:
    """Replace the beads; what one of them took in is no null alignment any more."""
    every = list(beads)
    linked = {segment.index for bead in every if bead.source for segment in bead.target}
    kept = [bead for bead in every if bead.source or bead.target[0].index not in linked]
    return replace(bitext, beads=order_beads(kept))


def measure_coverage(source: SentenceSide, target: SentenceSide, similarity: float) -> float:
    """Tell how well target sentences are found among source sentences: 1 is as well as usual.

    ``similarity`` is the usual cosine of true pairs in these versions.
    """
    best = (source.vectors @ target.vectors.T).max(axis=0)
    return float(best @ target.lengths / target.lengths.sum() / similarity)


def join_partial_translations(bitext: Bitext, pairs: Iterable[Bead]) -> tuple[Bitext, list[Bead]]:
    """Let pairs take the place of the null alignments of their segments, the surest first.

    Given with the pairs that did.
    """
    taken: set[tuple[int, int]] = set()
    made: list[Bead] = []
    for pair in sorted(pairs, key=lambda pair: -pair.confidence):
        ends = {(0, pair.source[0].index), (1, pair.target[0].index)}
        if pair.confidence >= COVERED_PROBABILITY and not ends & taken:
            taken |= ends
            made.append(pair)
    rest = [bead for bead in bitext.beads if not _list_null_ends(bead) & taken]
    return replace(bitext, beads=order_beads([*rest, *made])), made


def _list_null_ends(bead: Bead) -> set[tuple[int, int]]:
    """Give the segments of a null alignment as (side, index); nothing for a link."""
    if bead.source and bead.target:
        return set()
    return {(0, s.index) for s in bead.source} | {(1, s.index) for s in bead.target}
