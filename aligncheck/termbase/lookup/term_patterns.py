"""A term as what is compared with a text: its words, the gaps between them, its marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.termbase.lookup.folding import ARROW, DASH, HAN_CLASS, fold_text
from aligncheck.termbase.lookup.word_forms import MatchKind, WordFit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.model import Concept, Term
    from aligncheck.termbase.lookup.folding import FoldedText

WORD_PATTERN: Final = re.compile(rf"[^\W{HAN_CLASS}]+")
_BLANK: Final = re.compile(r"\s+")
_ATTACHED_BEFORE: Final = re.compile(r"[#@$.]+$")
_ATTACHED_AFTER: Final = re.compile(r"[+#*%]+")
"""Marks that belong to a term when they touch its first or last word: C++, .NET, C#."""


class TermPattern(NamedTuple):
    """A term as its words, the gaps between them, and the marks that touch it at either end."""

    concept: Concept
    term: Term
    words: tuple[str, ...]
    cased: tuple[str, ...]
    gaps: tuple[str, ...]
    before: str
    after: str
    anchor: int
    strict: bool

    @property
    def marked(self) -> bool:
        """Whether marks must touch the term."""
        return bool(self.before or self.after)

    def find_speech(self, index: int) -> str:
        """Give the part of speech of a word: the term's for the last one, unknown for others."""
        return self.term.part_of_speech if index == len(self.words) - 1 else ""


class TextWords(NamedTuple):
    """The words of a folded text, in lower case, and where each starts and ends."""

    folded: FoldedText
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def find_gap(self, index: int) -> str:
        """Give what stands between a word and the next, as :func:`normalize_gap` writes it."""
        return normalize_gap(self.folded.text[self.ends[index] : self.starts[index + 1]])


def split_into_words(folded: FoldedText) -> TextWords:
    """Cut a folded text into words."""
    spans = [found.span() for found in WORD_PATTERN.finditer(folded.text)]
    words = [folded.text[start:end] for start, end in spans]
    return TextWords(folded, words, [start for start, _ in spans], [end for _, end in spans])


def normalize_gap(between: str) -> str:
    """Write a gap so that equal ones compare equal: a hyphen is a blank, a spaced dash a dash."""
    # "File Open" = "File-Open"; "File – Open" = "File - Open"; "File > Open" = "File → Open".
    # Across a line nothing is one term.
    bare = _BLANK.sub("", between)
    if "\n" in between:
        return "\n"
    if bare in {"", "-"}:
        return DASH if bare and between != bare else " "
    return bare.replace(">", ARROW)


def is_case_sensitive(term: Term) -> bool:
    """Tell whether case counts: as the term says, else for names to keep and for acronyms."""
    if term.case_sensitive is not None:
        return term.case_sensitive
    if term.do_not_translate and not term.text.islower():
        return True
    letters = [character for character in term.text if character.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def make_pattern(concept: Concept, term: Term, anchor: int, line: str) -> TermPattern:
    """Make the pattern of a term; ``line`` is its text, folded, and ``anchor`` one of its words."""
    words = tuple(line.split(" "))
    strict = is_case_sensitive(term)
    if not strict and all(map(str.isalpha, words)):  # most terms: nothing but words and blanks
        gaps = (" ",) * (len(words) - 1)
        return TermPattern(concept, term, words, (), gaps, "", "", anchor, strict)
    folded = fold_text(" ".join(term.text.split()))
    tokens = split_into_words(folded)
    indexes = range(len(tokens.words))
    before = _ATTACHED_BEFORE.search(folded.text[: tokens.starts[0]])
    after = _ATTACHED_AFTER.match(folded.text[tokens.ends[-1] :])
    return TermPattern(
        concept=concept,
        term=term,
        words=tuple(tokens.words),
        cased=tuple(folded.cased[tokens.starts[i] : tokens.ends[i]] for i in indexes),
        gaps=tuple(tokens.find_gap(i) for i in indexes[:-1]),
        before=before.group() if before else "",
        after=after.group() if after else "",
        anchor=anchor,
        strict=strict,
    )


def may_stand_inside(fit: WordFit, index: int, pattern: TermPattern) -> bool:
    """Tell whether a word may be found so: only an edge of a term may lie inside a compound."""
    # "mjuk vävnad" stands in "mjuk vävnadsmassa", and not in "mjuk bindvävnad", where its last word
    # begins inside another. A term whose case counts stands in no longer word.
    if fit.kind < MatchKind.COMPOUND or len(pattern.words) == 1:
        return fit.kind < MatchKind.COMPOUND or not pattern.strict
    return index == len(pattern.words) - 1 and fit.start == 0


def has_marks(pattern: TermPattern, folded: FoldedText, start: int, end: int) -> bool:
    """Tell whether the marks of a term touch a stretch."""
    before = folded.text[max(start - len(pattern.before), 0) : start]
    return before == pattern.before and folded.text.startswith(pattern.after, end)


def has_case(pattern: TermPattern, tokens: TextWords, first: int) -> bool:
    """Tell whether the words from the given one on are written with the term's capitals."""
    return all(
        tokens.folded.cased.startswith(word, tokens.starts[first + i])
        for i, word in enumerate(pattern.cased)
    )
