"""Quotation marks and brackets around a stretch, and the punctuation that belongs to it."""

from __future__ import annotations

import re

# „…“ and „…” come first: what closes them opens an English quotation.
_QUOTED = re.compile(
    r"„[^„“”]*[“”]|‚[^‚‘’]*[‘’](?!\w)"
    r"|“[^“”]*”|”[^”]*”|‘[^‘’]*’|»[^»«]*[«»]|«[^«»]*»|\"[^\"]*\"|「[^「」]*」|『[^『』]*』|《[^《》]*》"
    r"|(?<!\w)'[^']*'(?!\w)|(?<!\w)’[^’]*’(?!\w)"
)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|【[^【】]*】")
_CLOSING = re.compile(r"(?:[.!?…]+|(?<![A-Za-zÀ-ɏ])[。！？]|:)?[\"'“”‘’«»)\]]*(?:[.!?…](?=\s|$))?")
_OPENING = re.compile(r"[\"“”„‘‚'«»(\[]+$")


def is_enclosed(text: str, start: int, end: int, *, quotes: bool) -> bool:
    """Tell whether quotation marks (else brackets) in the text enclose the whole stretch."""
    pattern = _QUOTED if quotes else _BRACKETED
    return any(match.start() < start and end < match.end() for match in pattern.finditer(text))


def widen_to_punctuation(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch by the marks that end its sentence and those that enclose it."""
    closing = _CLOSING.match(text, end)
    reach = closing.end() if closing else end
    if reach < len(text) and text[reach - 1 : reach] == ":" and not text[reach].isspace():
        reach = end
    opening = _OPENING.search(text[:start])
    begin = opening.start() if opening and (start - opening.end()) == 0 else start
    return _drop_unpaired_marks(text, (begin, start), (end, reach))


def _drop_unpaired_marks(
    text: str, opening: tuple[int, int], closing: tuple[int, int]
) -> tuple[int, int]:
    """Drop enclosing marks that have no partner inside the stretch."""
    begin, end = opening[0], closing[1]
    while begin < opening[1] and not _has_partner(text[begin], text[begin + 1 : end]):
        begin += 1
    while end > closing[0] and text[end - 1] in "\"'“”‘’«»)]" and not _opens_pair(text, begin, end):
        end -= 1
    return begin, end


_PARTNERS = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", "„": "“”", "‚": "‘’", "»": "«»"}
"""What closes each mark that opens: German »…« and „…“, Polish „…”, Finnish »…»."""
_SAME_ON_BOTH_SIDES = "”’»"
"""Marks with a partner that also stand on both sides, as in Swedish ”…”."""


def _has_partner(mark: str, rest: str) -> bool:
    return any(partner in rest for partner in _PARTNERS.get(mark, mark))


def _opens_pair(text: str, begin: int, end: int) -> bool:
    """Tell whether the mark before ``end`` closes one that the stretch opens."""
    mark, inside = text[end - 1], text[begin : end - 1]
    openers = [one for one, partners in _PARTNERS.items() if mark in partners and one != mark]
    if not openers:
        return inside.count(mark) % 2 == 1
    opened = sum(inside.count(one) for one in openers)
    return opened > inside.count(mark) or (mark in _SAME_ON_BOTH_SIDES and mark in inside)
