"""How a message names segments: by their kind or number and how they begin, and where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.engine.null_runs import NullRun
    from aligncheck.model import Document, Segment

_QUOTED_LENGTH: Final = 60
"""Code points: chosen as enough to find the segment by, and little enough for a message of one
line."""
_KIND_NAMES: Final = {
    Kind.HEADING: "a heading",
    Kind.PARAGRAPH: "a paragraph",
    Kind.LIST_ITEM: "a list item",
    Kind.TABLE_CELL: "a table cell",
    Kind.QUOTE: "a quotation",
    Kind.CODE: "a code block",
    Kind.CAPTION: "a caption",
    Kind.FRONT_MATTER: "a front-matter field",
}


def quote_text(text: str) -> str:
    """Quote the beginning of a text in one line."""
    line = " ".join(text.split())
    cut = line if len(line) <= _QUOTED_LENGTH else f"{line[: _QUOTED_LENGTH - 1].rstrip()}…"
    return f"“{cut}”"


def name_segments(segments: Sequence[Segment]) -> str:
    """Name some neighbouring segments: ``a paragraph “It…”``, ``3 segments from “It…”``."""
    first = segments[0]
    what = _KIND_NAMES[first.kind] if len(segments) == 1 else f"{len(segments)} segments from"
    return f"{what} {quote_text(first.text)}"


def name_null_run(run: NullRun) -> str:
    """Name what is missing or added: sections by their titles, anything else by its beginning."""
    if not run.whole_section:
        return name_segments(run.segments)
    noun = "the section" if len(run.titles) == 1 else "the sections"
    titles = ", ".join(quote_text(title) for title in run.titles)
    return f"{noun} {titles} ({len(run.segments)} segments)"


def name_gap(run: NullRun, document: Document) -> str:
    """Say where a missing run belongs in ``document``, which lacks it: ``before line 12``."""
    line = run.gap.line_name
    at_end = not document.segments or run.gap.span.start >= document.segments[-1].span.end
    return f"at the end, after {line}" if at_end else f"before {line}"
