"""The bar of a version: what happened to the text along the length of the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from aligncheck.model import Effect
from aligncheck.reporters.html.grouping import MovedSegments, SegmentGroup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.model import Document, Segment
    from aligncheck.reporters.html.locating import Located

State = Literal["aligned", "untranslated", "moved", "dropped", "added", "unmatched"]
STATES: tuple[State, ...] = ("aligned", "untranslated", "moved", "dropped", "added", "unmatched")
_WIDTH = 1000
"""Units along a bar: chosen so that a thousandth of an article is one unit."""
LANES: dict[State, tuple[int, int]] = {
    "aligned": (3, 4),
    "untranslated": (0, 10),
    "moved": (5, 5),
    "dropped": (0, 10),
    "added": (0, 5),
    "unmatched": (4, 2),
}
"""Where each state is drawn across a bar of ten units, so that colour is not all that tells."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The bar of a version as SVG paths by state, and as words."""

    paths: tuple[tuple[State, str], ...]
    words: str


def draw_strip(
    ordered: Sequence[SegmentGroup | MovedSegments],
    first: Document,
    version: Document,
    found: Located,
) -> Strip:
    """Draw what happened to each stretch of the first version, in code points of its text."""
    parts = [
        part
        for group in ordered
        if isinstance(group, SegmentGroup)
        for part in _list_parts(group, first.path, version.path, found)
        if part[1] > 0
    ]
    total = sum(length for _, length in parts)
    shares = {state: sum(x for s, x in parts if s == state) for state in STATES}
    words = ", ".join(f"{_say_percent(shares[s], total)} {s}" for s in STATES if shares[s])
    return Strip(tuple(_draw_paths(parts, total)), words or "empty")


def measure_version_coverage(
    ordered: Sequence[SegmentGroup | MovedSegments], first: str, version: str
) -> int | None:
    """Give how much of the first version has a counterpart in another one, in percent.

    Measured in code points, rounded down below 100; None where the first version has no text.
    """
    total = covered = 0
    for group in ordered:
        if isinstance(group, SegmentGroup):
            length = _text_length(group.segments.get(first, ()))
            total += length
            covered += length if version in group.segments else 0
    return covered * 100 // total if total else None


def _list_parts(
    group: SegmentGroup, first: str, version: str, found: Located
) -> Iterator[tuple[State, float]]:
    """Tell what became of a group, and its length."""
    own = group.segments.get(version, ())
    length = _text_length(group.segments.get(first, ()))
    if not own:
        yield ("dropped" if (version, id(group)) in found.gaps else "unmatched"), length
    elif not length:
        faulty = any((version, segment.index) in found.stretches for segment in own)
        yield ("added" if faulty else "unmatched"), _text_length(own)
    else:
        foreign = length * _foreign_share(own, version, found)
        yield ("moved" if version in group.moved else "aligned"), length - foreign
        yield "untranslated", foreign


def _foreign_share(segments: Sequence[Segment], path: str, found: Located) -> float:
    """Give the share of the text that was left untranslated."""
    foreign = sum(
        stretch.end - stretch.start
        for segment in segments
        for stretch in found.stretches.get((path, segment.index), ())
        if stretch.fault and stretch.entry.finding.effect is Effect.FOREIGN
    )
    return min(foreign / max(_text_length(segments), 1), 1.0)


def _text_length(segments: Sequence[Segment]) -> int:
    return sum(len(segment.text) for segment in segments)


def _draw_paths(parts: Sequence[tuple[State, float]], total: float) -> Iterator[tuple[State, str]]:
    """Draw the parts, those of one state as one path, neighbours of one state as one box."""
    # Positions are summed as they come, so that a box begins exactly where its neighbour of the
    # same state ends and one path is enough; rounding to units is left to the drawing.
    drawn: dict[State, list[tuple[float, float]]] = {}
    position = 0.0
    for state, length in parts:
        boxes = drawn.setdefault(state, [])
        if boxes and boxes[-1][1] == position:
            boxes[-1] = (boxes[-1][0], position + length)
        else:
            boxes.append((position, position + length))
        position += length
    for state, boxes in drawn.items():
        top, height = LANES[state]
        yield state, "".join(_draw_box(start, end, total, top, height) for start, end in boxes)


def _draw_box(start: float, end: float, total: float, top: int, height: int) -> str:
    left = round(_WIDTH * start / total)
    width = max(round(_WIDTH * end / total) - left, 4)
    return f"M{left} {top}h{width}v{height}h-{width}z"


def _say_percent(part: float, total: float) -> str:
    share = 100 * part / total
    return "under 1%" if 0 < share < 1 else f"{int(share)}%"
