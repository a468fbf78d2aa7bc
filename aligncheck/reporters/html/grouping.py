"""Segments of all versions that stand in one row, and the order of the rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from aligncheck.model import Bitext, Document, Segment

SegmentKey = tuple[str, int]
"""A segment of an article: the path of its file and its index there."""


@dataclass(frozen=True, slots=True)
class SegmentGroup:
    """Segments that say the same, by path; a version that has none is left out.

    ``moved`` are the paths whose segments stand elsewhere in their file.
    """

    segments: Mapping[str, tuple[Segment, ...]]
    moved: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MovedSegments:
    """Segments of a version that stand here in its file, but are shown beside their counterpart.

    ``home`` is the group that shows the first of them.
    """

    path: str
    segments: tuple[Segment, ...]
    home: SegmentGroup


def group_segments(
    documents: Sequence[Document], bitexts: Sequence[Bitext]
) -> list[SegmentGroup | MovedSegments]:
    """Order the segments of the versions into rows, in the order of the first version.

    What the first version lacks stands after what precedes it in its own file; what was moved
    stands beside its counterpart, and its own place is held by ``MovedSegments``. The Swedish of
    segment 2 has moved to the end here, x is Swedish alone, and 4 is not in Swedish:

        en   1  2  3  4          rows   en │ 1  2  3  ·  ·     4
        sv   1  3  x  2                 sv │ 1  2  3  x  (2 ↑) ·
    """
    first = documents[0]
    homes = _find_homes(documents, bitexts)
    moved = {
        (bitext.target.path, segment.index)
        for bitext in bitexts
        for bead in bitext.beads
        if bead.moved and bitext.source.path == first.path
        for segment in bead.target
    }
    groups = _gather_groups(documents, homes, moved)
    following = _place_following(documents, groups, moved)
    rows: list[SegmentGroup | MovedSegments] = list(following[None])
    for segment in first.segments:
        group = groups[first.path, segment.index]
        if group.segments[first.path][0] is segment:
            rows.append(group)
            rows += following[id(group)]
    return rows


def _find_homes(
    documents: Sequence[Document], bitexts: Sequence[Bitext]
) -> dict[SegmentKey, SegmentKey]:
    """Map every segment to the one that stands for its group: the first that it is linked with.

    Two versions other than the first link only what has no counterpart in the first, so that
    alignments that contradict each other do not run together.
    """
    # A forest of parents, as in union-find; links of the first version go in before all others:
    #   en 1 ─ sv 1, en 1 ─ zh 1        group of en 1: sv 1, zh 1
    #   en 2 ─ sv 2, sv 3 ─ zh 2        sv 3 and zh 2, which en lacks, are a group of their own
    #   sv 1 ─ zh 3, en 3 ─ zh 3        left out: it would make one row of en 1 and en 3
    first = documents[0].path
    parents = {(d.path, s.index): (d.path, s.index) for d in documents for s in d.segments}
    for bitext in sorted(bitexts, key=lambda b: first not in {b.source.path, b.target.path}):
        for keys in _list_links(bitext):
            # roots, since a segment may belong to a group by now through another version
            roots = {_find_root(parents, key) for key in keys}
            if sum(path == first for path, _ in roots) > 1 and first not in _bitext_paths(bitext):
                continue
            head = min(roots, key=lambda root: (root[0] != first, root))
            parents.update(dict.fromkeys(roots, head))
    return {key: _find_root(parents, key) for key in parents}


def _bitext_paths(bitext: Bitext) -> set[str]:
    return {bitext.source.path, bitext.target.path}


def _list_links(bitext: Bitext) -> Iterator[list[SegmentKey]]:
    for bead in bitext.beads:
        if bead.source and bead.target:
            yield [
                *((bitext.source.path, segment.index) for segment in bead.source),
                *((bitext.target.path, segment.index) for segment in bead.target),
            ]


def _find_root(parents: Mapping[SegmentKey, SegmentKey], key: SegmentKey) -> SegmentKey:
    while parents[key] != key:
        key = parents[key]
    return key


def _gather_groups(
    documents: Sequence[Document],
    homes: Mapping[SegmentKey, SegmentKey],
    moved: Iterable[SegmentKey],
) -> dict[SegmentKey, SegmentGroup]:
    """Gather the segments of every group, in the order of their files."""
    members: dict[SegmentKey, dict[str, list[Segment]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        for segment in document.segments:
            members[homes[document.path, segment.index]][document.path].append(segment)
    displaced: dict[SegmentKey, set[str]] = defaultdict(set)
    for key in moved:
        displaced[homes[key]].add(key[0])
    made = {
        home: SegmentGroup(
            {path: tuple(segments) for path, segments in by_path.items()},
            frozenset(displaced[home]),
        )
        for home, by_path in members.items()
    }
    return {key: made[home] for key, home in homes.items()}


def _place_following(
    documents: Sequence[Document], groups: Mapping[SegmentKey, SegmentGroup], moved: set[SegmentKey]
) -> defaultdict[int | None, list[SegmentGroup | MovedSegments]]:
    """Place what is not shown in the order of the first version.

    Keyed by the identity of the group of the first version that it stands after; None for the
    beginning.
    """
    first = documents[0].path
    following: defaultdict[int | None, list[SegmentGroup | MovedSegments]] = defaultdict(list)
    placed: set[int] = set()
    #   en   1        2
    #   sv   1  x  y  2      x and y stand after the row of 1, the last before them that en has
    #   zh   1  x     2      x is placed already, by the first file that has it
    for document in documents[1:]:
        anchor: int | None = None
        for segment in document.segments:
            group = groups[document.path, segment.index]
            if (document.path, segment.index) in moved:
                _hold_place(following[anchor], document.path, segment, group)
            elif first in group.segments:
                anchor = id(group)
            elif id(group) not in placed:
                placed.add(id(group))
                following[anchor].append(group)
    return following


def _hold_place(
    rows: list[SegmentGroup | MovedSegments], path: str, segment: Segment, home: SegmentGroup
) -> None:
    """Add a moved segment to the place held just before, or hold a place for it."""
    last = rows[-1] if rows else None
    if isinstance(last, MovedSegments) and last.path == path:
        rows[-1] = MovedSegments(path, (*last.segments, segment), last.home)
    else:
        rows.append(MovedSegments(path, (segment,), home))
