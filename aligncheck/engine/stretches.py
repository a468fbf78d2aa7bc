"""Null alignments as an editor thinks of them: runs of neighbours, and sections among them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from aligncheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aligncheck.model import Bead, Bitext, Document, Place, Segment

T = TypeVar("T")

DOUBTFUL = 0.5
"""A null alignment that is more likely wrong than right does not begin or end a stretch."""


class Stretch(NamedTuple):
    """Neighbouring segments of one version that another one lacks, or has elsewhere.

    ``document`` is the version that has them, ``gap`` where they belong in the other one;
    ``confidence`` is that of the surest segment; ``whole_section`` tells that the stretch is made
    of one or more sections, each from its heading to its end.
    """

    document: Document
    segments: tuple[Segment, ...]
    gap: Place
    confidence: float
    whole_section: bool

    @property
    def place(self) -> Place:
        """Where the stretch stands, with its whole text."""
        return self.document.place(self.segments)

    @property
    def words(self) -> int:
        """The number of words; a Han character counts as one."""
        return sum(len(_words().findall(segment.text)) for segment in self.segments)

    @property
    def titles(self) -> tuple[str, ...]:
        """The headings of the highest level in the stretch."""
        headings = [s for s in self.segments if s.kind is Kind.HEADING]
        top = min((heading.level for heading in headings), default=0)
        return tuple(heading.text for heading in headings if heading.level == top)


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    """Compile what counts as a word: not at import, as a range of 27,000 characters takes time."""
    return re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")


def dropped(bitext: Bitext) -> Iterator[Stretch]:
    """Give the stretches of the source that the target lacks."""
    return _stretches(bitext, lambda bead: bead.source if not bead.target else (), on_source=True)


def added(bitext: Bitext) -> Iterator[Stretch]:
    """Give the stretches of the target that the source lacks."""
    return _stretches(bitext, lambda bead: bead.target if not bead.source else (), on_source=False)


def moved(bitext: Bitext) -> Iterator[tuple[Bead, ...]]:
    """Give the runs of moved beads that are neighbours on both sides."""
    beads = sorted((bead for bead in bitext.beads if bead.moved), key=lambda b: b.target[0].index)
    return _runs(beads, _adjacent)


def _adjacent(left: Bead, right: Bead) -> bool:
    return (
        right.target[0].index == left.target[-1].index + 1
        and right.source[0].index == left.source[-1].index + 1
    )


def _stretches(
    bitext: Bitext, alone: Callable[[Bead], tuple[Segment, ...]], *, on_source: bool
) -> Iterator[Stretch]:
    document = bitext.source if on_source else bitext.target
    gaps = _gaps(bitext, on_source=on_source)
    found = {segment.index: bead for bead in bitext.beads for segment in alone(bead)}
    segments = [document.segments[index] for index in sorted(found)]
    for run in _runs(segments, lambda left, right: right.index == left.index + 1):
        for part, whole_section in _sections(run, document):
            kept = part if whole_section else _trimmed(part, found)
            if kept:
                gap = gaps[found[kept[0].index].source or found[kept[0].index].target]
                confidence = max(found[segment.index].confidence for segment in kept)
                yield Stretch(document, tuple(kept), gap, confidence, whole_section)


def _gaps(bitext: Bitext, *, on_source: bool) -> dict[tuple[Segment, ...], Place]:
    """Locate every null alignment in the version that lacks it: before what follows it there."""
    other = bitext.target if on_source else bitext.source
    index = len(other.segments)
    gaps: dict[tuple[Segment, ...], Place] = {}
    for bead in reversed(bitext.beads):
        mine, theirs = (bead.source, bead.target) if on_source else (bead.target, bead.source)
        if theirs and not bead.moved:
            index = theirs[0].index
        if mine and not theirs:
            gaps[mine] = other.insertion_point(index)
    return gaps


def _sections(
    run: Sequence[Segment], document: Document
) -> Iterator[tuple[Sequence[Segment], bool]]:
    """Part a run into what precedes its whole sections, the sections together, and the rest."""
    last = run[-1].index
    start = next((i for i, s in enumerate(run) if _whole(s, last, document)), len(run))
    end = start
    while end < len(run) and _whole(run[end], last, document):
        end += _section_end(run[end], document) - run[end].index
    for part, whole_section in ((run[:start], False), (run[start:end], True), (run[end:], False)):
        if part:
            yield part, whole_section


def _whole(heading: Segment, last: int, document: Document) -> bool:
    """Tell whether a heading opens a section of two segments or more that ends by ``last``."""
    if heading.kind is not Kind.HEADING:
        return False
    end = _section_end(heading, document)
    return heading.index + 2 <= end <= last + 1


def _section_end(heading: Segment, document: Document) -> int:
    """Give the index after the last segment of a heading's section."""
    following = document.segments[heading.index + 1 :]
    closing = (s.index for s in following if s.kind is Kind.HEADING and s.level <= heading.level)
    return next(closing, len(document.segments))


def _trimmed(part: Sequence[Segment], beads: dict[int, Bead]) -> Sequence[Segment]:
    """Leave out doubtful segments at both ends; all stay where every one is doubtful."""
    sure = [i for i, s in enumerate(part) if beads[s.index].confidence >= DOUBTFUL]
    return part[sure[0] : sure[-1] + 1] if sure else part


def _runs(items: Sequence[T], adjacent: Callable[[T, T], bool]) -> Iterator[tuple[T, ...]]:
    """Part a sequence where two neighbours are not adjacent."""
    cuts = [i for i, (left, right) in enumerate(pairwise(items), 1) if not adjacent(left, right)]
    for start, end in pairwise([0, *cuts, len(items)]):
        if start < end:
            yield tuple(items[start:end])


def quoted(text: str, limit: int = 60) -> str:
    """Shorten a text to a quotation of one line."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= limit else f"“{line[: limit - 1].rstrip()}…”"


NOUNS = {
    Kind.HEADING: "a heading",
    Kind.PARAGRAPH: "a paragraph",
    Kind.LIST_ITEM: "a list item",
    Kind.TABLE_CELL: "a table cell",
    Kind.QUOTE: "a quotation",
    Kind.CODE: "a code block",
    Kind.CAPTION: "a caption",
    Kind.FRONT_MATTER: "a front-matter field",
}


def named(stretch: Stretch) -> str:
    """Name what is missing or added: its kind or number, and how it begins."""
    if stretch.whole_section:
        noun = "the section" if len(stretch.titles) == 1 else "the sections"
        titles = ", ".join(quoted(title) for title in stretch.titles)
        return f"{noun} {titles} ({len(stretch.segments)} segments)"
    return described(stretch.segments)


def described(segments: Sequence[Segment]) -> str:
    """Name some neighbouring segments: the kind or number, and how they begin."""
    first = segments[0]
    many = f"{len(segments)} segments from"
    return f"{NOUNS[first.kind] if len(segments) == 1 else many} {quoted(first.text)}"


def insertion(stretch: Stretch, document: Document) -> str:
    """Say where a missing stretch belongs in the version that lacks it."""
    line = stretch.gap.span.start_line
    at_end = not document.segments or stretch.gap.span.start >= document.segments[-1].span.end
    return f"at the end, after line {line}" if at_end else f"before line {line}"
