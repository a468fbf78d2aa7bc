"""Which script a character is written in, and which scripts a locale is."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum


class Script(StrEnum):
    """The scripts that are told apart; OTHER also stands for what belongs to none."""

    LATIN = "Latin"
    HAN = "Han"
    KANA = "Kana"
    HANGUL = "Hangul"
    CYRILLIC = "Cyrillic"
    GREEK = "Greek"
    ARABIC = "Arabic"
    HEBREW = "Hebrew"
    THAI = "Thai"
    DEVANAGARI = "Devanagari"
    OTHER = "other"


_RANGES = (
    (0x0041, 0x005A, Script.LATIN),
    (0x0061, 0x007A, Script.LATIN),
    (0x00C0, 0x00D6, Script.LATIN),
    (0x00D8, 0x00F6, Script.LATIN),
    (0x00F8, 0x024F, Script.LATIN),
    (0x0370, 0x03FF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0x0900, 0x097F, Script.DEVANAGARI),
    (0x0E01, 0x0E7F, Script.THAI),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x3005, 0x3007, Script.HAN),
    (0x3041, 0x30FF, Script.KANA),
    (0x3400, 0x4DBF, Script.HAN),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xAC00, 0xD7AF, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0x20000, 0x323AF, Script.HAN),
)
"""The letters' blocks of the Unicode code charts, in ascending order."""
_STARTS = tuple(first for first, _, _ in _RANGES)

_WRITTEN_IN = {
    "yue": (Script.HAN,),
    "ja": (Script.HAN, Script.KANA),
    "ko": (Script.HANGUL, Script.HAN),
    "ru": (Script.CYRILLIC,),
    "uk": (Script.CYRILLIC,),
    "be": (Script.CYRILLIC,),
    "bg": (Script.CYRILLIC,),
    "mk": (Script.CYRILLIC,),
    "sr": (Script.CYRILLIC, Script.LATIN),
    "el": (Script.GREEK,),
    "ar": (Script.ARABIC,),
    "fa": (Script.ARABIC,),
    "ur": (Script.ARABIC,),
    "he": (Script.HEBREW,),
    "yi": (Script.HEBREW,),
    "th": (Script.THAI,),
    "hi": (Script.DEVANAGARI,),
    "mr": (Script.DEVANAGARI,),
    "ne": (Script.DEVANAGARI,),
}


def script_of(character: str) -> Script:
    """Tell the script of one character."""
    code = ord(character)
    position = bisect_right(_STARTS, code) - 1
    if position >= 0 and code <= _RANGES[position][1]:
        return _RANGES[position][2]
    return Script.OTHER


def scripts_by_code(language: str) -> tuple[Script, ...]:
    """Give the scripts of a language without a file, the main one first; Latin unless listed."""
    return _WRITTEN_IN.get(language, (Script.LATIN,))
