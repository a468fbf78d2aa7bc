"""Small bitexts for the tests of the termbase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.model import Bead, Bitext, Concept, Document, Kind, Segment, SourceRun, Span, Term

if TYPE_CHECKING:
    from collections.abc import Sequence


def document(locale: str, texts: Sequence[str], kind: Kind = Kind.PARAGRAPH) -> Document:
    """Make a document with a segment per line."""
    return Document(
        f"article/{locale}.md",
        locale,
        tuple(_segment(index, text, kind) for index, text in enumerate(texts)),
    )


def _segment(index: int, text: str, kind: Kind) -> Segment:
    span = Span(index + 1, 1, index + 1, len(text) + 1)
    runs = (SourceRun(0, len(text), index + 1, 1, len(text)),)
    return Segment(index, kind, int(kind is Kind.HEADING), text, text, span, runs=runs)


def bitext(
    source: Sequence[str], target: Sequence[str], locales: tuple[str, str] = ("en", "sv")
) -> Bitext:
    """Align two lists of texts one to one."""
    left, right = document(locales[0], source), document(locales[1], target)
    pairs = zip(left.segments, right.segments, strict=True)
    return Bitext(left, right, tuple(Bead((a,), (b,), 0.9) for a, b in pairs))


def concept(en: str, other: str, locale: str = "sv") -> Concept:
    """Make a concept of an English term and one of another locale."""
    return Concept(en, (Term("en", en), Term(locale, other)))
