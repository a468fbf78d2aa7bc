"""How an occurrence of a term is meant: as a word, or as the label of something.

Glossaries of interfaces hold labels (``Open``, ``Data Fields``), which texts write with a capital
where they mean the label and without where they use the word. Glossaries of subjects hold words;
those kept in spreadsheets often capitalize each cell, which says nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from aligncheck.model import Kind
from aligncheck.termbase.folding import has_han
from aligncheck.termbase.morphology import How
from aligncheck.termbase.patterns import is_strict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.model import Segment, Term
    from aligncheck.termbase.matching import TermMatch

LEAST_CAPITALIZED: Final = 0.5
"""Share of terms with a capital from which a capital is the rule in a glossary."""
MOST_TITLES: Final = 0.15
"""Share of phrases with further capitals up to which a glossary is a capitalized spreadsheet."""
LEAST_PHRASES: Final = 5
"""Phrases that a glossary must hold for that share to say anything."""
TITLE_SHARE: Final = 0.6
"""Share of a heading's longer words with a capital from which it is in title case."""
LONG_WORD: Final = 4
LONGEST_WORD: Final = 60

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PAIR: Final = re.compile(r"\b[A-ZÅÄÖÉ][^\W_]* [A-ZÅÄÖÉ][^\W_]*")
_SENTENCE_END: Final = re.compile(r"(?:[.!?:…;。！？：]|--|[–—]|^|\n)[\s\"'“”‘’«»(\[*_-]*$")
_NAMED: Final = re.compile(r"\s*(?:(?:is|are|was|represents|specifies|denotes|indicates)\b|[(:=,])")
"""What follows a name at the beginning of a sentence, and hardly a verb or a bare noun."""


class Style(StrEnum):
    """How a glossary writes the terms of a locale."""

    WORDS = "words"
    SHEET = "sheet"
    LABELS = "labels"


class Manner(StrEnum):
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


def style_of(terms: Iterable[Term]) -> Style:
    """Tell how a glossary writes the terms of one locale."""
    texts = [term.text for term in terms if not is_strict(term) and not has_han(term.text)]
    capitalized = [text for text in texts if is_capitalized(text)]
    if len(capitalized) <= LEAST_CAPITALIZED * len(texts):
        return Style.WORDS
    phrases = [words for words in map(_WORD.findall, capitalized) if len(words) > 1]
    titles = sum(any(word[0].isupper() for word in words[1:]) for words in phrases)
    if len(phrases) >= LEAST_PHRASES and titles <= MOST_TITLES * len(phrases):
        return Style.SHEET
    return Style.LABELS


def is_capitalized(text: str) -> bool:
    """Tell whether the first letter of a text is a capital."""
    first = next((character for character in text if character.isalpha()), "")
    return first.isupper()


def manner_of(segment: Segment, match: TermMatch, style: Style, names: frozenset[str]) -> Manner:
    """Tell how a term that is found in a segment is meant, given the glossary's style.

    ``match`` has offsets in the segment's text; ``names`` are those that :func:`double_names`
    finds in the document.
    """
    term, text, start, end = match.term, segment.text, match.start, match.end
    plain = is_strict(term) or has_han(term.text) or not is_capitalized(term.text)
    if plain or style is not Style.LABELS:
        return Manner.WORD
    if match.how is not How.LITERAL or not is_capitalized(text[start:end]):
        return Manner.PHRASE if len(_WORD.findall(term.text)) > 1 else Manner.COMMON
    if start == 0 and end >= len(text.rstrip(" .:…")):
        return Manner.LABEL
    if _in_longer_name(text, start, end, names) or _in_title_case(segment):
        return Manner.PART
    return _manner_of_label(text, start, end)


def _manner_of_label(text: str, start: int, end: int) -> Manner:
    """Tell a label within a sentence from a word at its beginning."""
    title = sum(word[0].isupper() for word in _WORD.findall(text[start:end])) > 1
    if title or not _opens(text, start):
        return Manner.LABEL
    return Manner.NAMED if _NAMED.match(text, end) else Manner.OPENING


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence begins here."""
    return _SENTENCE_END.search(text[:start]) is not None


def _in_longer_name(text: str, start: int, end: int, names: frozenset[str]) -> bool:
    """Tell whether a capitalized word stands beside the stretch, parted by no more than a blank.

    The first word of a sentence has its capital for another reason, unless the two are a name
    elsewhere, or are all there is.
    """
    after = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    if after and is_capitalized(after.group()):
        return True
    before = _word_before(text, start)
    if before is None or not is_capitalized(before.group()):
        return False
    alone = before.start() == 0 and end == len(text) and " " not in text[start:end]
    return alone or not _opens(text, before.start()) or text[before.start() : end] in names


def _word_before(text: str, start: int) -> re.Match[str] | None:
    """Give the word that a single blank parts from an offset."""
    if text[start - 1 : start] != " ":
        return None
    words = _WORD.finditer(text, max(0, start - 1 - LONGEST_WORD), start - 1)
    return next((found for found in words if found.end() == start - 1), None)


def double_names(segments: Iterable[Segment]) -> frozenset[str]:
    """Find pairs of capitalized words within sentences, outside headings: names of two words."""
    return frozenset(
        found.group()
        for segment in segments
        if segment.kind is not Kind.HEADING
        for found in _PAIR.finditer(segment.text)
        if not _opens(segment.text, found.start())
    )


def _in_title_case(segment: Segment) -> bool:
    if segment.kind is not Kind.HEADING:
        return False
    words: list[str] = [w for w in _WORD.findall(segment.text) if len(w) >= LONG_WORD]
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= TITLE_SHARE * max(len(words), 2)
