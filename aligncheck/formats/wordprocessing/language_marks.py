"""What the language marks of Word say, and which of them somebody meant.

Word marks every word with a language to check its spelling in, and often by itself: by the
keyboard in use, by guessing, by what was pasted. Those marks are noise to us.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.formats.wordprocessing.names import word_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from aligncheck.formats.segments.request import Request

_EAST_ASIAN: Final = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
"""Characters that Word checks in the language of ``w:eastAsia``."""
_NOISE: Final = 0.5
"""Share of letters; where more are marked with other languages, a keyboard has marked them. Chosen
because what is quoted from other languages is the smaller part of an article."""
_LANGUAGE: Final = word_name("lang")
_VALUE: Final = word_name("val")
_VALUE_EAST_ASIAN: Final = word_name("eastAsia")
_CHINESE: Final = "zh"


class LanguageMark(NamedTuple):
    """A ``w:lang``: one language for Latin, Greek and Cyrillic letters, one for East Asian ones."""

    latin: str | None
    east_asian: str | None

    def find_tag(self, text: str) -> str | None:
        """Give the BCP 47 tag that holds for a text, None where nothing is said of its letters."""
        return self.east_asian if _EAST_ASIAN.search(text) else self.latin


class MarkedText(NamedTuple):
    """A text and what it is marked with: by itself, or, without an own mark, by the document."""

    text: str
    own: LanguageMark | None


def read_language_mark(properties: Element | None) -> LanguageMark | None:
    """Read the ``w:lang`` of some properties (``w:rPr``); None where there is none."""
    found = properties.find(_LANGUAGE) if properties is not None else None
    if found is None:
        return None
    return LanguageMark(found.get(_VALUE), found.get(_VALUE_EAST_ASIAN))


def find_main_language(texts: Iterable[MarkedText], default: LanguageMark | None) -> str | None:
    """Give the locale that most letters are marked with; None where there are no marks.

    Word writes a region whether it matters or not; it is kept for Chinese, where it tells the
    script.
    """
    letters: Counter[str] = Counter()
    for text, own in texts:
        tag = _find_tag(text, own or default)
        if tag:
            language = language_of(tag)
            letters[tag if language == _CHINESE else language] += _count_letters(text)
    return max(letters, key=letters.__getitem__) if letters.total() else None


def find_meant_languages(
    texts: Iterable[MarkedText], default: LanguageMark | None, request: Request
) -> frozenset[str]:
    """Give the other languages that marks in a document speak of on purpose.

    That is none where most of the text is marked with other languages than the version's, and
    never the document's default: what was typed over a file of another language keeps it.
    """
    own_language = language_of(request.locale)
    others: Counter[str] = Counter()
    usual: set[str] = set()
    letters = 0
    for text, own in texts:
        count = _count_letters(text)
        letters += count
        usual.add(language_of(_find_tag(text, default) or ""))
        tag = _find_tag(text, own)
        if tag and language_of(tag) != own_language:
            others[language_of(tag)] += count
    if others.total() > _NOISE * letters:
        return frozenset()
    return frozenset(others) - usual


def language_of(tag: str) -> str:
    """Give the language of a tag, lower-case, without script and region."""
    return tag.replace("_", "-").partition("-")[0].strip().lower()


def _find_tag(text: str, mark: LanguageMark | None) -> str | None:
    return mark.find_tag(text) if mark else None


def _count_letters(text: str) -> int:
    return sum(map(str.isalpha, text))
