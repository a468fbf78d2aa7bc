"""The rows of an article: what each version has in each, and what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.model import InlineKind
from aligncheck.reporters.html.grouping import MovedSegments, SegmentGroup
from aligncheck.reporters.html.text_pieces import FindingReference, TextPiece, cut_into_pieces

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from aligncheck.model import Document, Segment
    from aligncheck.reporters.html.entries import FindingEntry
    from aligncheck.reporters.html.locating import Gap, Located
    from aligncheck.reporters.html.text_pieces import FindingRange


@dataclass(frozen=True, slots=True)
class ShownSegment:
    """A segment as it is shown; ``whole`` are the findings that are about all of it."""

    kind: str
    level: int
    line: int
    pieces: tuple[TextPiece | FindingReference, ...]
    whole: tuple[FindingRange, ...] = ()

    @property
    def worst(self) -> str:
        """The highest severity of the findings that are about all of it; empty for none."""
        ranked = sorted((one.entry.severity for one in self.whole), key=lambda s: s.rank)
        return ranked[-1].value if ranked else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a version has in a row.

    ``gaps`` are the findings about what it lacks; ``elsewhere`` is the row that shows what stands
    here in the file, ``origin`` the row of the place where it stands.
    """

    locale: str
    passages: tuple[ShownSegment, ...] = ()
    gaps: tuple[Gap, ...] = ()
    elsewhere: str = ""
    origin: str = ""
    moved: int = 0
    concerned: bool = True

    @property
    def lacks(self) -> bool:
        """Tell whether the version has nothing in this row."""
        return not self.passages and not self.elsewhere

    @property
    def worst(self) -> str:
        """The highest severity of the gap; empty where none was found to be a fault."""
        ranked = sorted((gap.entry.severity for gap in self.gaps), key=lambda s: s.rank)
        return ranked[-1].value if ranked else ""

    @property
    def faulty(self) -> bool:
        """Tell whether a finding stands here."""
        return bool(self.gaps) or any(
            passage.whole or any(isinstance(one, FindingReference) for one in passage.pieces)
            for passage in self.passages
        )


@dataclass(frozen=True, slots=True)
class Row:
    """Segments of all versions that say the same, a cell per version."""

    key: str
    cells: tuple[Cell, ...]

    @property
    def right(self) -> bool:
        """Tell whether there is nothing to look at."""
        return not any(cell.faulty or cell.elsewhere for cell in self.cells)


def lay_out_rows(
    ordered: Sequence[SegmentGroup | MovedSegments],
    documents: Sequence[Document],
    found: Located,
    prefix: str,
) -> tuple[Row, ...]:
    """Lay out the rows, named by the prefix and their number from 1."""
    # By identity: two groups may be equal, and each has its row. The place that is held for a moved
    # segment and the row that shows it point at each other:
    #   r-2   en 2 │ sv 2         SegmentGroup; the ``origin`` of its Swedish cell is r-5
    #   r-5        │ (sv 2 ↑)     MovedSegments; the ``elsewhere`` of its Swedish cell is r-2
    keys = {id(one): f"{prefix}-{number}" for number, one in enumerate(ordered, 1)}
    origins = {
        (one.path, id(one.home)): keys[id(one)] for one in ordered if isinstance(one, MovedSegments)
    }
    return tuple(
        Row(keys[id(one)], _moved_cells(one, documents, keys))
        if isinstance(one, MovedSegments)
        else Row(keys[id(one)], _group_cells(one, documents, found, origins))
        for one in ordered
    )


def _moved_cells(
    held: MovedSegments, documents: Sequence[Document], keys: Mapping[int, str]
) -> tuple[Cell, ...]:
    return tuple(
        Cell(document.locale, elsewhere=keys[id(held.home)], moved=len(held.segments))
        if document.path == held.path
        else Cell(document.locale, concerned=False)
        for document in documents
    )


def _group_cells(
    group: SegmentGroup,
    documents: Sequence[Document],
    found: Located,
    origins: Mapping[tuple[str, int], str],
) -> tuple[Cell, ...]:
    first = documents[0].path
    known = _link_addresses(group.segments[first]) if first in group.segments else None
    return tuple(
        Cell(
            document.locale,
            tuple(
                show_segment(
                    segment,
                    found.stretches.get((document.path, segment.index), ()),
                    None if document.path == first else known,
                )
                for segment in group.segments.get(document.path, ())
            ),
            gaps=tuple(found.gaps.get((document.path, id(group)), ())),
            origin=origins.get((document.path, id(group)), ""),
            moved=int(document.path in group.moved),
        )
        for document in documents
    )


def _link_addresses(segments: Sequence[Segment]) -> set[str]:
    return {
        inline.value
        for segment in segments
        for inline in segment.inline
        if inline.kind is InlineKind.LINK
    }


def show_segment(
    segment: Segment, stretches: Sequence[FindingRange], known: Container[str] | None
) -> ShownSegment:
    """Show a segment with the findings about its words and those about all of it."""
    extent = (0, len(segment.text))
    whole = [one for one in stretches if (one.start, one.end) == extent]
    inside = [one for one in stretches if (one.start, one.end) != extent]
    return ShownSegment(
        kind=segment.kind.value,
        level=segment.level,
        line=segment.span.start_line,
        pieces=cut_into_pieces(segment, inside, known),
        whole=tuple(whole),
    )


def entries_of(row: Row) -> tuple[FindingEntry, ...]:
    """Give the findings that a row refers to, in the order of the versions."""
    found: dict[int, FindingEntry] = {}
    for cell in row.cells:
        for gap in cell.gaps:
            found.setdefault(gap.entry.number, gap.entry)
        for one in cell.passages:
            refers = [p.entry for p in one.pieces if isinstance(p, FindingReference)]
            for entry in [*(w.entry for w in one.whole), *refers]:
                found.setdefault(entry.number, entry)
    return tuple(found.values())
