"""The types that flow through aligncheck: frozen values, standard library only.

Lines and columns are 1-based and count Unicode code points of the file as it is on disk
(a byte order mark is not counted); the end of a span is exclusive. Offsets are 0-based code
points of a segment's text.
"""

from __future__ import annotations

from aligncheck.model.articles import Article
from aligncheck.model.bitexts import (
    RELATED_PROBABILITY,
    Bead,
    Bitext,
    Corpus,
    SentenceBead,
    Slice,
    Usage,
)
from aligncheck.model.bundles import Bundle, Failure
from aligncheck.model.documents import (
    Document,
    Inline,
    InlineKind,
    Kind,
    Segment,
    SourceRun,
    Suppression,
)
from aligncheck.model.effects import Effect
from aligncheck.model.findings import Comment, Finding, Flag, Severity, Suppressed
from aligncheck.model.places import Place, Span
from aligncheck.model.runs import Run, Summary
from aligncheck.model.terms import Concept, Origin, Term, TermStatus

__all__ = [
    "RELATED_PROBABILITY",
    "Article",
    "Bead",
    "Bitext",
    "Bundle",
    "Comment",
    "Concept",
    "Corpus",
    "Document",
    "Effect",
    "Failure",
    "Finding",
    "Flag",
    "Inline",
    "InlineKind",
    "Kind",
    "Origin",
    "Place",
    "Run",
    "Segment",
    "SentenceBead",
    "Severity",
    "Slice",
    "SourceRun",
    "Span",
    "Summary",
    "Suppressed",
    "Suppression",
    "Term",
    "TermStatus",
    "Usage",
]
