"""Text made comparable: case, Unicode form, dashes and spaces folded, with the way back kept."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Code points that show nothing: soft hyphen, zero-width spaces and joiners."""
DASH: Final = "–"
"""What every dash that parts (``File - Open``, ``File – Open``) is folded to."""
ARROW: Final = "→"
HAN_CLASS: Final = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)

_FOLDED_CHARACTERS: Final = {
    "\u2010\u2011\ufe63": "-",
    "\u2012\u2013\u2014\u2015\u2212": DASH,
    "\u2018\u2019\u02bc\u201b\u2032": "'",
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007": " ",
    "\u2008\u2009\u200a\u202f\u3000": " ",
    "⇒⟶▸▶›»＞": ARROW,
    "\u2026": "…",
}
_TABLE: Final = {ord(old): new for olds, new in _FOLDED_CHARACTERS.items() for old in olds} | {
    code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)
}
HAN_RUN: Final = re.compile(f"[{HAN_CLASS}]+")
_HIDDEN: Final = re.compile(f"[{_INVISIBLE}]")


class FoldedText(NamedTuple):
    """A text folded for comparison; ``offsets[i]`` is where its i-th code point comes from.

    ``text`` is in lower case, ``cased`` the same in its own case; ``offsets`` has one more entry
    than they are long, the length of the original.
    """

    text: str
    cased: str
    offsets: Sequence[int]


def fold_text(text: str) -> FoldedText:
    """Fold case, Unicode form (NFC), dashes, quotes, arrows, full-width Latin and blanks."""
    if unicodedata.is_normalized("NFC", text) and not _HIDDEN.search(text):
        cased = text.translate(_TABLE)
        return _lower_case(cased, range(len(text) + 1))
    pieces = list(_compose_letters(text))
    cased = "".join(piece for _, piece in pieces)
    offsets = [start for start, piece in pieces for _ in piece]
    return _lower_case(cased, [*offsets, len(text)])


def _lower_case(cased: str, offsets: Sequence[int]) -> FoldedText:
    lower = cased.lower()
    if len(lower) != len(cased):  # İ and its like become two code points
        lower = "".join(each if len(each.lower()) > 1 else each.lower() for each in cased)
    return FoldedText(lower, cased, offsets)


def _compose_letters(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text into letters with their combining marks, each composed, with its offset."""
    for found in re.finditer(r"[^\u0300-\u036f\u0323][\u0300-\u036f]*|.", text, re.DOTALL):
        visible = _HIDDEN.sub("", found.group())
        if visible:
            yield found.start(), unicodedata.normalize("NFC", visible).translate(_TABLE)


def has_han(text: str) -> bool:
    """Tell whether a text holds Chinese characters."""
    return HAN_RUN.search(text) is not None


def simplify_han(text: str) -> str:
    """Write Traditional characters as Simplified ones, one for one, so that offsets hold."""
    if not has_han(text):
        return text
    converted = _open_conversion()(text)
    if len(converted) == len(text):
        return converted
    return "".join(_convert_character(character) for character in text)


def _convert_character(character: str) -> str:
    converted = _open_conversion()(character)
    return converted if len(converted) == 1 else character


@cache
def _open_conversion() -> Callable[[str], str]:
    """Open OpenCC's Traditional-to-Simplified table, once it is needed."""
    from opencc import OpenCC  # noqa: PLC0415  # texts without Han never load it

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert
