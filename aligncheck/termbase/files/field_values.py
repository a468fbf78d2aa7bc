"""What the values in a glossary file mean, whatever the file's form."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.languages import find_language, known_languages
from aligncheck.model import TermStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from aligncheck.languages.language import Answers

_STATUS_WORDS: Final = {
    "": TermStatus.PREFERRED,
    "preferred": TermStatus.PREFERRED,
    "approved": TermStatus.PREFERRED,
    "standardized": TermStatus.PREFERRED,
    "legal": TermStatus.PREFERRED,
    "regulated": TermStatus.PREFERRED,
    "admitted": TermStatus.ADMITTED,
    "allowed": TermStatus.ADMITTED,
    "forbidden": TermStatus.FORBIDDEN,
    "deprecated": TermStatus.FORBIDDEN,
    "superseded": TermStatus.FORBIDDEN,
    "obsolete": TermStatus.FORBIDDEN,
    "notrecommended": TermStatus.FORBIDDEN,
}
"""The words for a status: ours, and those of ISO 12620 with and without their ``-admn-sts``."""
_YES_WORDS: Final = frozenset({"true", "yes", "y", "1", "x"})
_NO_WORDS: Final = frozenset({"", "false", "no", "n", "0"})


class FieldValues(NamedTuple):
    """Values by name, as they stand in the file."""

    values: Mapping[str, object]

    def text(self, name: str) -> str:
        """Give a value as text, empty where it is missing; ValueError where it is none."""
        value = self.values.get(name, "")
        if not isinstance(value, str):
            raise ValueError(f"{name} must be text, not {value!r}")  # noqa: TRY004 - about the file
        return value


def parse_status(word: str) -> TermStatus:
    """Read a status in any of the words for it; ValueError where it is none of them."""
    bare = word.strip().lower().removesuffix("-admn-sts").removesuffix("term").replace("-", "")
    if bare not in _STATUS_WORDS:
        raise ValueError(f"unknown status {word!r}{suggest_nearest(word, TermStatus)}")
    return _STATUS_WORDS[bare]


def parse_flag(value: object) -> bool | None:
    """Read yes or no; None where there is nothing; ValueError where it is neither."""
    if value is None or isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if not is_flag(word):
        raise ValueError(f"{value!r} is neither true nor false")
    return is_yes(word) if word else None


def is_flag(word: str) -> bool:
    """Tell whether a word, in lower case, is yes or no: as files write it, or in any language."""
    return word in _NO_WORDS or is_yes(word) or any(word in answers.no for answers in _answers())


def is_yes(word: str) -> bool:
    """Tell whether a word, in lower case, is yes in a file or in any language that is known."""
    return word in _YES_WORDS or any(word in answers.yes for answers in _answers())


def _answers() -> Iterator[Answers]:
    """Give the words for yes and no of every language; loaded where a file's own do not do."""
    languages = (find_language(code) for code in known_languages())
    return (language.answers for language in languages if language)


def suggest_nearest(word: str, known: Iterable[str]) -> str:
    """Give a half sentence that names the known word nearest to one that is not."""
    close = get_close_matches(word.lower(), [str(each) for each in known], n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def make_concept_id(text: str) -> str:
    """Make an identifier of a term: lower case, words joined by hyphens."""
    if text.isascii() and text.isalpha():
        return text.lower()
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())
    return "-".join(words) or "concept"
