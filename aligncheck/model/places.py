"""Where something stands in the files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file; empty (start equals end) for an insertion point."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int

    @property
    def start(self) -> tuple[int, int]:
        """The line and column of the first code point."""
        return self.start_line, self.start_column

    @property
    def end(self) -> tuple[int, int]:
        """The line and column after the last code point."""
        return self.end_line, self.end_column

    def to(self, other: Span) -> Span:
        """Reach from the start of this span to the end of the other."""
        return Span(*self.start, *other.end)

    def at_start(self) -> Span:
        """Give the empty span where this one begins."""
        return Span(*self.start, *self.start)

    def at_end(self) -> Span:
        """Give the empty span where this one ends."""
        return Span(*self.end, *self.end)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point, or one is a point inside the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.start <= self.end or other.start <= self.start <= other.end
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the stretch of one version and its text.

    ``under`` is the nearest heading above, in a file whose lines are its paragraphs (a Word
    document); empty where there is none above, None in a file that is text.
    """

    path: str
    locale: str
    span: Span
    text: str
    under: str | None = None

    @property
    def line_name(self) -> str:
        """What an editor counts to find it: ``line 34``, ``paragraph 34``."""
        return f"{'line' if self.under is None else 'paragraph'} {self.span.start_line}"
