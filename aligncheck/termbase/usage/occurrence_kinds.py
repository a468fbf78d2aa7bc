"""How an occurrence of a term is meant: as a word, or as the label of something.

Glossaries of interfaces hold labels (``Open``, ``Data Fields``), which texts write with a capital
where they mean the label and without where they use the word. Glossaries of subjects hold words;
those kept in spreadsheets often capitalize each cell, which says nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from aligncheck.languages import find_language
from aligncheck.model import Kind
from aligncheck.termbase.lookup.folding import has_han
from aligncheck.termbase.lookup.glossary_style import CASED_WORD, GlossaryStyle, is_capitalized
from aligncheck.termbase.lookup.term_patterns import is_case_sensitive
from aligncheck.termbase.lookup.word_forms import MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.model import Segment
    from aligncheck.termbase.lookup.term_matches import TermMatch

LATIN_CAPITALS: Final = "A-ZÀ-ÖØ-Þ"
"""The capitals of every alphabet of Latin letters, as inside the brackets of an expression."""
_TITLE_CASE_SHARE: Final = 0.6
"""Share of a heading's longer words with a capital from which it is in title case; chosen to leave
room for the verbs and adverbs that some styles keep small."""
_TITLE_WORD_LETTERS: Final = 4
"""Letters from which title case capitalizes a word whatever its class, as most style guides say."""
_LONGEST_WORD: Final = 60
"""Code points that are searched back for the word before a term; chosen, to bound the search."""

_PAIR: Final = re.compile(rf"\b[{LATIN_CAPITALS}][^\W_]* [{LATIN_CAPITALS}][^\W_]*")
_SENTENCE_END: Final = re.compile(r"(?:[.!?:…;。！？：]|--|[–—]|^|\n)[\s\"'“”‘’«»(\[*_-]*$")


class OccurrenceKind(StrEnum):
    """How an occurrence of a term is meant."""

    WORD = "word"
    """As an ordinary word or phrase, inflected and compounded as the sentence needs."""
    LABEL = "label"
    """As a label or name, which stands as it is: a capital where ordinary words have none."""
    NAMED = "named"
    """The same at the beginning of a sentence, told from a word by what follows."""
    OPENING = "opening"
    """A label by the glossary, at the beginning of a sentence, where any word has a capital."""
    PART = "part"
    """A label by the glossary, here in a longer name or in a heading in title case."""
    COMMON = "common"
    """A label by the glossary, but written as a common word here."""
    PHRASE = "phrase"
    """The same, of several words, which are seldom meant otherwise."""


def classify_occurrence(
    segment: Segment, match: TermMatch, style: GlossaryStyle, names: frozenset[str], locale: str
) -> OccurrenceKind:
    """Tell how a term that is found in a segment is meant, given the glossary's style.

    ``match`` has offsets in the segment's text, which is of ``locale``; ``names`` are those that
    :func:`find_double_names` finds in the document.
    """
    # By the label "Data Fields" of a glossary that writes its labels with capitals:
    #   the whole segment is "Data Fields:"          LABEL
    #   Open the Data Fields window.                 LABEL    a capital within a sentence
    #   Data Fields (see below) hold names.          LABEL    the second word has a capital too
    #   Open the Advanced Data Fields window.        PART     a capital stands right beside it
    #   The data fields hold names.                  PHRASE   no capitals; of one word, COMMON
    # By the label "Table": "Table (see below) …" is NAMED by what follows, "Table rows …" OPENING.
    term, text, start, end = match.term, segment.text, match.start, match.end
    plain = is_case_sensitive(term) or has_han(term.text) or not is_capitalized(term.text)
    if plain or style is not GlossaryStyle.LABELS:
        return OccurrenceKind.WORD
    if match.kind is not MatchKind.LITERAL or not is_capitalized(text[start:end]):
        several = len(CASED_WORD.findall(term.text)) > 1
        return OccurrenceKind.PHRASE if several else OccurrenceKind.COMMON
    if start == 0 and end >= len(text.rstrip(" .:…")):
        return OccurrenceKind.LABEL
    if _in_longer_name(text, start, end, names) or _in_title_case(segment):
        return OccurrenceKind.PART
    return _classify_label(text, start, end, locale)


def _classify_label(text: str, start: int, end: int, locale: str) -> OccurrenceKind:
    """Tell a label within a sentence from a word at its beginning."""
    title = sum(word[0].isupper() for word in CASED_WORD.findall(text[start:end])) > 1
    if title or not _opens_sentence(text, start):
        return OccurrenceKind.LABEL
    named = _compile_naming(locale).match(text, end)
    return OccurrenceKind.NAMED if named else OccurrenceKind.OPENING


@cache
def _compile_naming(locale: str) -> re.Pattern[str]:
    """Compile what follows a name that opens a sentence, and hardly a verb or a bare noun."""
    language = find_language(locale)
    verbs = "|".join(language.names.naming_verbs if language else ())
    return re.compile(rf"\s*(?:(?:{verbs})\b|[(:=,])" if verbs else r"\s*[(:=,]")


def _opens_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence begins here."""
    return _SENTENCE_END.search(text[:start]) is not None


def _in_longer_name(text: str, start: int, end: int, names: frozenset[str]) -> bool:
    """Tell whether a capitalized word stands beside the stretch, parted by no more than a blank.

    The first word of a sentence has its capital for another reason, unless the two are a name
    elsewhere, or are all there is.
    """
    after = CASED_WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    if after and is_capitalized(after.group()):
        return True
    before = _find_word_before(text, start)
    if before is None or not is_capitalized(before.group()):
        return False
    alone = before.start() == 0 and end == len(text) and " " not in text[start:end]
    return alone or not _opens_sentence(text, before.start()) or text[before.start() : end] in names


def _find_word_before(text: str, start: int) -> re.Match[str] | None:
    """Give the word that a single blank parts from an offset."""
    if text[start - 1 : start] != " ":
        return None
    words = CASED_WORD.finditer(text, max(0, start - 1 - _LONGEST_WORD), start - 1)
    return next((found for found in words if found.end() == start - 1), None)


def find_double_names(segments: Iterable[Segment]) -> frozenset[str]:
    """Find pairs of capitalized words within sentences, outside headings: names of two words."""
    return frozenset(
        found.group()
        for segment in segments
        if segment.kind is not Kind.HEADING
        for found in _PAIR.finditer(segment.text)
        if not _opens_sentence(segment.text, found.start())
    )


def _in_title_case(segment: Segment) -> bool:
    if segment.kind is not Kind.HEADING:
        return False
    words: list[str] = CASED_WORD.findall(segment.text)
    words = [word for word in words if len(word) >= _TITLE_WORD_LETTERS]
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= _TITLE_CASE_SHARE * max(len(words), 2)
