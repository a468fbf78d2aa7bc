"""Null alignments as an editor thinks of them: runs of neighbours, and whole sections among them.

The aligner gives a bead per segment that has no counterpart; an editor who lost a section wants to
hear of it once, and where it belongs::

    source              target              runs that the target lacks
    0  # Ferries   ───  0  # Färjor
    1  All year.   ───  1  Året om.
    2  ## Fares         ╮                   2–4, a whole section, before target segment 2
    3  Two euros.       │ null alignments
    4  Free for all.    ╯
    5  ## Times    ───  2  ## Tider
    6  Hourly.                              6, a part of a section, at the end of the target
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from aligncheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from aligncheck.model import Bead, Bitext, Document, Place, Segment

_T = TypeVar("_T")

_LEAST_END_CONFIDENCE: Final = 0.5
"""Probability below which a null alignment begins or ends no run: by the calibration
(training/alignment_models.py) it is then more likely wrong than right. Inside a run its neighbours
speak for it."""
_LEAST_SECTION: Final = 2
"""Segments: a heading alone is no section, as its text may stand under another heading."""


class NullRun(NamedTuple):
    """Neighbouring segments of one version that another one lacks.

    ``document`` is the version that has them, ``gap`` where they belong in the other one;
    ``confidence`` is that of the surest segment; ``whole_section`` tells that the run is made of
    one or more sections, each from its heading to its end.
    """

    document: Document
    segments: tuple[Segment, ...]
    gap: Place
    confidence: float
    whole_section: bool

    @property
    def place(self) -> Place:
        """Where the run stands, with its whole text."""
        return self.document.place(self.segments)

    @property
    def words(self) -> int:
        """The number of words; a Han character counts as one."""
        return sum(len(_word_pattern().findall(segment.text)) for segment in self.segments)

    @property
    def titles(self) -> tuple[str, ...]:
        """The headings of the highest level in the run."""
        headings = [s for s in self.segments if s.kind is Kind.HEADING]
        top = min((heading.level for heading in headings), default=0)
        return tuple(heading.text for heading in headings if heading.level == top)


@lru_cache(maxsize=1)
def _word_pattern() -> re.Pattern[str]:
    """Compile what counts as a word: not at import, as a range of 27,000 characters takes time."""
    return re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")


def find_dropped_runs(bitext: Bitext) -> Iterator[NullRun]:
    """Give the runs of the source that the target lacks, in the order of the source."""
    return _null_runs(bitext, lambda bead: bead.source if not bead.target else (), on_source=True)


def find_added_runs(bitext: Bitext) -> Iterator[NullRun]:
    """Give the runs of the target that the source lacks, in the order of the target."""
    return _null_runs(bitext, lambda bead: bead.target if not bead.source else (), on_source=False)


def find_moved_runs(bitext: Bitext) -> Iterator[tuple[Bead, ...]]:
    """Give the runs of moved beads that are neighbours on both sides, in the target's order."""
    beads = sorted((bead for bead in bitext.beads if bead.moved), key=lambda b: b.target[0].index)
    return _part_runs(beads, _are_adjacent)


def _are_adjacent(left: Bead, right: Bead) -> bool:
    return (
        right.target[0].index == left.target[-1].index + 1
        and right.source[0].index == left.source[-1].index + 1
    )


def _null_runs(
    bitext: Bitext, unmatched: Callable[[Bead], tuple[Segment, ...]], *, on_source: bool
) -> Iterator[NullRun]:
    document = bitext.source if on_source else bitext.target
    gaps = _locate_gaps(bitext, on_source=on_source)
    found = {segment.index: bead for bead in bitext.beads for segment in unmatched(bead)}
    segments = [document.segments[index] for index in sorted(found)]
    for run in _part_runs(segments, lambda left, right: right.index == left.index + 1):
        for part, whole_section in _part_sections(run, document):
            kept = part if whole_section else _trim_doubtful(part, found)
            if kept:
                gap = gaps[found[kept[0].index].source or found[kept[0].index].target]
                confidence = max(found[segment.index].confidence for segment in kept)
                yield NullRun(document, tuple(kept), gap, confidence, whole_section)


def _locate_gaps(bitext: Bitext, *, on_source: bool) -> dict[tuple[Segment, ...], Place]:
    """Locate every null alignment in the version that lacks it: before what follows it there.

    What was moved does not count as following: it stands where the other order puts it.
    """
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


def _part_sections(
    run: Sequence[Segment], document: Document
) -> Iterator[tuple[Sequence[Segment], bool]]:
    """Part a run into what precedes its whole sections, the sections together, and the rest."""
    #   run    p p │ H p p H p │ H p      H heading, p paragraph. The section of the last H goes on
    #            1 │     2     │  3       beyond the run: only a part of it is missing.
    last = run[-1].index
    start = next((i for i, s in enumerate(run) if _opens_section(s, last, document)), len(run))
    end = start
    while end < len(run) and _opens_section(run[end], last, document):
        end += _section_end(run[end], document) - run[end].index
    for part, whole_section in ((run[:start], False), (run[start:end], True), (run[end:], False)):
        if part:
            yield part, whole_section


def _opens_section(heading: Segment, last: int, document: Document) -> bool:
    """Tell whether a segment is the heading of a section that ends by segment ``last``."""
    if heading.kind is not Kind.HEADING:
        return False
    end = _section_end(heading, document)
    return heading.index + _LEAST_SECTION <= end <= last + 1


def _section_end(heading: Segment, document: Document) -> int:
    """Give the index after the last segment of a heading's section."""
    following = document.segments[heading.index + 1 :]
    closing = (s.index for s in following if s.kind is Kind.HEADING and s.level <= heading.level)
    return next(closing, len(document.segments))


def _trim_doubtful(part: Sequence[Segment], beads: dict[int, Bead]) -> Sequence[Segment]:
    """Leave out doubtful segments at both ends; all stay where every one is doubtful.

    With confidences .2 .9 .3 .8 .4, the run is the middle three: .9 .3 .8.
    """
    sure = [i for i, s in enumerate(part) if beads[s.index].confidence >= _LEAST_END_CONFIDENCE]
    return part[sure[0] : sure[-1] + 1] if sure else part


def _part_runs(
    sequence: Sequence[_T], adjacent: Callable[[_T, _T], bool]
) -> Iterator[tuple[_T, ...]]:
    """Part a sequence where two neighbours are not adjacent."""
    pairs = enumerate(pairwise(sequence), 1)
    cuts = [place for place, (left, right) in pairs if not adjacent(left, right)]
    for start, end in pairwise([0, *cuts, len(sequence)]):
        if start < end:
            yield tuple(sequence[start:end])
