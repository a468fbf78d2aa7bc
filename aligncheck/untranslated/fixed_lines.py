"""Lines that stand in every version as they are: references, language names, credits, folders."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.languages import find_language
from aligncheck.languages.names import list_autonyms

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_CREDIT_WORDS = 10
"""Words of a name with what it belongs to; chosen because more are a sentence."""
_AUTHOR = r"[^\W\d_][\w'’-]+,? (?:[A-ZÀ-ÖØ-Þ]\.?[ -]?){1,3}"
_CITED = re.compile(
    r"\b(?:19|20)\d\d[a-z]?\b\s*(?:\w{3,4}\s*)?[;,:]\s*\d|\bet al\b|\b[Dd][Oo][Ii]\b"
    r"|\(\d{4}[a-z]?\)|\bpp?\.\s?\d|\bPMID\b|\bvol\.?\s?\d"
)
_FOLDER = re.compile(r"(?:[\w.@+-]+/)+", re.ASCII)
_PLAIN = re.compile(r"(?<![\w'’])[a-zà-ÿ]{2,}")
_NAME = re.compile(r"[^\W\d_]+")


class _Patterns(NamedTuple):
    """What some languages write in such lines between them."""

    authors: re.Pattern[str]
    credit: re.Pattern[str]
    joining: frozenset[str]
    headings: frozenset[str]


@lru_cache(maxsize=32)
def _compile_patterns(languages: tuple[str, ...]) -> _Patterns:
    known = [one.references for one in map(find_language, languages) if one]
    between = "".join(f"| {re.escape(word)}" for one in known for word in one.between_authors)
    credited = "|".join(re.escape(word) for one in known for word in one.credits)
    by = "|".join(["©", *(re.escape(word) for one in known for word in one.by)])
    return _Patterns(
        authors=re.compile(
            rf"^(?:\[?\d{{1,3}}[.\])]?\s*)?(?:{_AUTHOR}(?:[,;&]{between}|\.|\s|\())"
        ),
        # What is credited, then to whom: "Foto: X/Getty Images", or a name alone: "By X".
        credit=re.compile(
            rf"^\W*(?:{credited})(?:[^\W\d_]| ){{0,12}}\s*[:：©/]\s*(?P<whom>.+)$"
            rf"|^(?:{by})\s+(?P<name>.+)$",
            re.IGNORECASE,
        ),
        joining=frozenset().union(*(one.joining for one in known)),
        headings=frozenset().union(*(one.headings for one in known)),
    )


def is_fixed_line(text: str, languages: Sequence[str]) -> bool:
    """Tell whether a text stands in every version as it is, as some languages write such lines."""
    if is_folder(text) or is_language_switcher(text):
        return True
    return is_reference(text, languages) or is_credit(text, languages)


def is_folder(text: str) -> bool:
    """Tell whether a text is a folder's name, as in a tree of files: ``docs/``, ``src/en/``."""
    return _FOLDER.fullmatch(text.strip()) is not None


def is_reference(text: str, languages: Sequence[str]) -> bool:
    """Tell whether a text is an entry of a reference list: authors with initials, then a source."""
    authors = _compile_patterns(tuple(sorted(languages))).authors
    return authors.match(text) is not None and _CITED.search(text) is not None


def is_language_switcher(text: str) -> bool:
    """Tell whether a text only names languages in themselves: ``English | Svenska | 中文``."""
    names = _NAME.findall(text.lower())
    return bool(names) and all(name in list_autonyms() for name in names)


def is_credit(text: str, languages: Sequence[str]) -> bool:
    """Tell whether a text only says whose a picture or an article is: ``Foto: X/Getty Images``."""
    patterns = _compile_patterns(tuple(sorted(languages)))
    match = patterns.credit.match(text)
    if not match:
        return False
    whom = match["whom"] or match["name"]
    plain = [word for word in _PLAIN.findall(whom) if word not in patterns.joining]
    return not plain and len(whom.split()) <= MOST_CREDIT_WORDS


def is_reference_heading(text: str, languages: Sequence[str]) -> bool:
    """Tell whether a heading announces a list of references."""
    headings = _compile_patterns(tuple(sorted(languages))).headings
    return text.strip(" :：0123456789.").casefold() in headings
