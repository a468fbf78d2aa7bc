"""A finding in words, for the formats that have one message per finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.model import Place
from aligncheck.reporters._writing.quoting import one_line, shorten_text

if TYPE_CHECKING:
    from aligncheck.model import Finding

_QUOTED_CHARACTERS = 160
"""Characters of a quoted text in a message: chosen as about two lines of a terminal."""


def file_position(finding: Finding) -> str:
    """Give ``path:line:column``, which editors and terminals make a link of."""
    return f"{one_line(finding.path)}:{finding.span.start_line}:{finding.span.start_column}"


def finding_sentence(finding: Finding, *, quoting: bool = False) -> str:
    """Give the message and what to do about it in one line.

    ``quoting`` adds the text that is missing, where the message quotes nothing, for formats that
    do not show it beside the message.
    """
    parts = [message_with_spot(finding).rstrip(".")]
    if quoting and finding.source and not finding.text.strip() and "“" not in finding.message:
        parts[0] += f" (“{place_excerpt(finding.source)}”)"
    if finding.suggestion:
        parts.append(one_line(finding.suggestion).rstrip("."))
    return ". ".join(parts)


def message_with_spot(finding: Finding) -> str:
    """Give the message; for a file without lines, with where an editor finds the place.

    That is the number of the paragraph and the nearest heading above it: Word shows no line.
    """
    message = one_line(finding.message)
    if finding.under is None:
        return message
    under = (
        f", under “{shorten_text(one_line(finding.under), _QUOTED_CHARACTERS)}”"
        if finding.under
        else ""
    )
    return f"{message.rstrip('.')} (paragraph {finding.span.start_line}{under})"


def quoted_places(finding: Finding) -> list[Place]:
    """Give the places whose text is worth showing: the counterpart, then the one at fault."""
    at_fault = Place(finding.path, finding.locale, finding.span, finding.text)
    places = (finding.source, at_fault)
    return [place for place in places if place and place.text.strip()]


def place_label(place: Place) -> str:
    """Name a place within its article: ``en 12:1``."""
    return f"{place.locale} {place.span.start_line}:{place.span.start_column}"


def flatten_segments(text: str) -> str:
    """Write segments, which stand on a line each, one after the other."""
    return one_line(" ¶ ".join(text.splitlines()))


def place_excerpt(place: Place) -> str:
    """Give the beginning of a place's text, in one line."""
    return shorten_text(flatten_segments(place.text), _QUOTED_CHARACTERS)
