"""Text of articles made fit to be shown: harmless on a terminal, and not too long."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Unicode categories that a terminal obeys, or shows as nothing."""
_NO_CHARACTER = 0xFFFE
"""The last two code points of every plane are no characters, and not allowed in XML."""
JOINERS = "\u200c\u200d"
"""Format characters that belong to words and emoji, and do nothing else."""
_WORD_REACH = 16
"""Characters back from the limit in which a space is looked for before a word is cut: chosen to
hold nearly all words, so that little of the limit is given away."""
ELLIPSIS = "…"


def show_controls(text: str) -> str:
    """Show what a terminal would obey (escapes, controls, direction overrides) as ``<U+001B>``.

    Line breaks and tabs stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_show_character(character) for character in text)


def one_line(text: str) -> str:
    """Fold white space to single spaces, then show what a terminal would obey.

    ``##[``, which begins a command wherever it stands in a log of GitHub Actions, is parted.
    """
    return show_controls(" ".join(text.split())).replace("##[", "## [")


def shorten_text(text: str, limit: int, width: Callable[[str], int] = len) -> str:
    """Cut text that is wider than the limit after a word, and mark the cut with an ellipsis.

    Scripts without spaces are cut after any character, none apart from its combining marks.
    ``width`` measures: code points by default, cells where a terminal's are meant.
    """
    if width(text) <= limit:
        return text
    end = _count_fitting(text, limit - width(ELLIPSIS), width)
    space = text.rfind(" ", max(0, end - _WORD_REACH), end + 1)
    end = space if space > 0 else end
    return text[:end].rstrip() + ELLIPSIS


def _show_character(character: str) -> str:
    if character in "\n\t" or character in JOINERS:
        return character
    if (
        unicodedata.category(character) in HIDDEN_CATEGORIES
        or ord(character) & 0xFFFE == _NO_CHARACTER
    ):
        return f"<U+{ord(character):04X}>"
    return character


def _count_fitting(text: str, limit: int, width: Callable[[str], int]) -> int:
    """Find how many characters fit, none of them parted from what combines with it."""
    end = taken = 0
    for position, character in enumerate(text):
        taken += width(character)
        if taken > limit:
            break
        end = position + 1
    while 0 < end < len(text) and (_is_joined(text[end]) or text[end - 1] in JOINERS):
        end -= 1
    return end


def _is_joined(character: str) -> bool:
    return character in JOINERS or unicodedata.category(character).startswith("M")
