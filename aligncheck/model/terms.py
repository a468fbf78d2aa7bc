"""What a glossary holds: concepts, and the terms that name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class TermStatus(StrEnum):
    """Whether a term is to be used."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Origin:
    """The line of a glossary file where something is defined."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that names a concept in one locale, in its base form.

    ``case_sensitive`` None leaves it to the term: acronyms in capitals are, others are not;
    ``files`` is a pattern, as gitignore writes it, of the articles it applies to (empty for all).
    """

    locale: str
    text: str
    status: TermStatus = TermStatus.PREFERRED
    do_not_translate: bool = False
    case_sensitive: bool | None = None
    part_of_speech: str = ""
    note: str = ""
    files: str = ""
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Concept:
    """What terms of several locales name; the first preferred term of a locale is suggested."""

    id: str
    terms: tuple[Term, ...]
    note: str = ""
    origin: Origin | None = field(default=None, compare=False)
