"""Marks of the source text that findings are about, by which waivers lapse when it changes."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from aligncheck.model import Document, Finding

_LENGTH: Final = 16
"""Hexadecimal digits, as many as a fingerprint has."""


def source_marks(
    findings: Iterable[Finding], documents: Iterable[Document]
) -> dict[str, list[str]]:
    """Give, for every fingerprint, a mark per finding: a digest of its source's whole segments.

    A fingerprint holds the words that are at fault; the rest of their paragraph is in the mark. A
    finding without a source, or with a mere place in it, has none.
    """
    read = {document.path: document for document in documents}
    marks: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        mark = _mark(finding, read)
        if mark:
            marks[finding.fingerprint].append(mark)
    return marks


def _mark(finding: Finding, documents: Mapping[str, Document]) -> str:
    source = finding.source
    if source is None or source.path not in documents:
        return ""
    segments = documents[source.path].segments
    texts = [segment.text for segment in segments if segment.span.overlaps(source.span)]
    if not texts:
        return ""
    folded = " ".join(unicodedata.normalize("NFC", "\n".join(texts)).split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
