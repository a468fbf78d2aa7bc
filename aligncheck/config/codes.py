"""Rule codes and their beginnings, as people write them: whether there are any such rules."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_CODE: Final = re.compile(r"AC\d{0,3}", re.IGNORECASE)
_LEAST_LIKENESS: Final = 0.75
"""Share of characters in common by which a word is near a code: chosen so that one wrong character
of a code is near (AC101 and AC102 share 0.8), and the letters with a digit are not (AC999 and
AC901 share 0.6)."""


def is_code(word: str) -> bool:
    """Tell the form of a code, or of the beginning of one, from any other word."""
    return _CODE.fullmatch(word) is not None


def names_rule(code: str, codes: Iterable[str]) -> bool:
    """Tell whether a code in capitals, or the beginning of one, is that of a rule."""
    return is_code(code) and any(each.startswith(code) for each in codes)


def nearest_rule(word: str, rules: Mapping[str, str]) -> str:
    """Give the code that a word was meant for, if one is near; ``rules`` maps codes to names.

    A whole name gives its code; empty where nothing is near.
    """
    meant = {key.lower(): code for code, name in rules.items() for key in (code, name)}
    near = difflib.get_close_matches(word.lower(), meant, n=1, cutoff=_LEAST_LIKENESS)
    return meant[near[0]] if near else ""


def what_instead(word: str, rules: Mapping[str, str]) -> str:
    """Say what to write in place of a code that is none, from a semicolon on.

    ``rules`` maps codes to names; what is but the beginning of a code was meant to be a whole one.
    """
    beginning = [code for code in rules if names_rule(word.upper(), (code,))]
    if beginning:
        return f"; a whole code is needed here, such as '{beginning[0]}'"
    near = nearest_rule(word, rules)
    return f"; did you mean '{near}'?" if near else "; 'aligncheck rules' lists all"
