"""How a language is told from another: by its script or by its words."""

from __future__ import annotations

from enum import StrEnum

from aligncheck.languages import scripts_of
from aligncheck.text.scripts import Script


class Mode(StrEnum):
    """How a language is told from the document's own."""

    WORDS = "words"
    """Both are written in one script: word by word."""
    LATIN = "latin"
    """Latin letters among others: real words of the language, not names or code."""
    OTHER = "other"
    """Another script altogether."""


def mode_of(foreign: str, own: str) -> Mode:
    """Tell how text in the foreign language stands out in the own one."""
    theirs = scripts_of(foreign)[0]
    if theirs is scripts_of(own)[0]:
        return Mode.WORDS
    return Mode.LATIN if theirs is Script.LATIN else Mode.OTHER
