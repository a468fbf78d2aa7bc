"""Marks of the source text that findings are about, by which waivers lapse when it changes."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from aligncheck.model import Document, Finding, Place

_MARK_LENGTH: Final = 16
"""Hexadecimal digits, as many as a fingerprint has."""


def mark_sources(places: Iterable[Place], documents: Iterable[Document]) -> dict[Place, str]:
    """Give every place in a source a mark: a digest of the whole segments that it touches.

    A fingerprint holds the words that are at fault; the rest of their paragraph is in the mark. A
    place between segments, and one in none of the documents, has none.
    """
    segments = {document.path: document.segments for document in documents}
    touched = {
        place: [one.text for one in segments.get(place.path, ()) if one.span.overlaps(place.span)]
        for place in places
    }
    return {place: _digest_texts(texts) for place, texts in touched.items() if texts}


def find_source_marks(
    findings: Iterable[Finding], marks: Mapping[Place, str]
) -> dict[str, list[str]]:
    """Give, for every fingerprint, the marks of its findings' sources, as many as have one."""
    found: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.source and finding.source in marks:
            found[finding.fingerprint].append(marks[finding.source])
    return found


def _digest_texts(texts: Iterable[str]) -> str:
    folded = " ".join(unicodedata.normalize("NFC", "\n".join(texts)).split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK_LENGTH]
