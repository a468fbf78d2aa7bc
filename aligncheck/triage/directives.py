"""What a comment says to aligncheck: ``ignore AC102 -- the market differs``."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from aligncheck.config import is_code

if TYPE_CHECKING:
    from aligncheck.model import Finding, Suppression

_REASON: Final = re.compile(r"(?:^|\s)(?:--+|–|—)(?:\s|$)")
_SEPARATOR: Final = re.compile(r"[\s,;]+")


class Action(StrEnum):
    """What a comment asks for."""

    IGNORE = "ignore"
    IGNORE_NEXT = "ignore-next"
    IGNORE_FILE = "ignore-file"
    OFF = "off"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment, understood: ``codes`` are rule codes, beginnings of codes or rule names.

    Without codes it is about every rule. ``complaint`` says why it cannot be understood.
    """

    suppression: Suppression
    action: Action | None
    codes: tuple[str, ...] = ()
    complaint: str = ""


def read_directive(suppression: Suppression) -> Directive:
    """Understand a comment; what follows ``--`` is its reason and does not count."""
    words = _SEPARATOR.split(_REASON.split(suppression.body, maxsplit=1)[0].strip(" \t\n,;:"))
    action, codes = words[0].lower(), tuple(map(_normalize_word, words[1:]))
    if action in list(Action):
        return Directive(suppression, Action(action), codes)
    near = difflib.get_close_matches(action, list(Action), n=1)
    hint = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(Action)}"
    return Directive(suppression, None, codes, f"“{words[0]}” says nothing to aligncheck; {hint}")


def names_finding(code: str, finding: Finding) -> bool:
    """Tell whether a code, the beginning of one, or a rule's name is that of a finding."""
    return finding.code.startswith(code) if is_code(code) else finding.name == code


def _normalize_word(word: str) -> str:
    return word.upper() if is_code(word) else word.lower()
