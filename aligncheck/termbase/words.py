"""Finding terms in scripts that part words: one pass of an Aho–Corasick automaton, then a check.

The automaton looks for the beginning of one word of every term, the rarest in the termbase, so
that the time is linear in the text whatever the number of terms; where it hits, the words about
are compared with the term's, by form.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from aligncheck.termbase.folding import ARROW, HAN, SEPARATOR, fold
from aligncheck.termbase.matching import TermMatch
from aligncheck.termbase.morphology import COMPOUNDING, Fit, How, Morphology

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ahocorasick import Automaton

    from aligncheck.model import Concept, Term
    from aligncheck.termbase.folding import Folded

WORD: Final = re.compile(rf"[^\W{HAN}]+")
_BLANK: Final = re.compile(r"\s+")
_ATTACHED_BEFORE: Final = re.compile(r"[#@$.]+$")
_ATTACHED_AFTER: Final = re.compile(r"[+#*%]+")
"""Marks that belong to a term when they touch its first or last word: C++, .NET, C#."""


@dataclass(frozen=True, slots=True)
class Pattern:
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

    def speech(self, index: int) -> str:
        """Give the part of speech of a word: the term's for the last one, unknown for others."""
        return self.term.part_of_speech if index == len(self.words) - 1 else ""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a folded text: where each starts and ends."""

    folded: Folded
    starts: Sequence[int]
    ends: Sequence[int]

    def word(self, index: int) -> str:
        """Give a word in lower case."""
        return self.folded.text[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> str:
        """Give what stands between a word and the next, as :func:`gap_of` writes it."""
        return gap_of(self.folded.text[self.ends[index] : self.starts[index + 1]])


def tokenize(folded: Folded) -> Tokens:
    """Cut a folded text into words."""
    spans = [found.span() for found in WORD.finditer(folded.text)]
    return Tokens(folded, [start for start, _ in spans], [end for _, end in spans])


def gap_of(between: str) -> str:
    """Write a gap so that equal ones compare equal: a hyphen is a blank, a spaced dash a dash."""
    bare = _BLANK.sub("", between)
    if "\n" in between:
        return "\n"
    if bare in {"", "-"}:
        return SEPARATOR if bare and between != bare else " "
    return bare.replace(">", ARROW)


def is_strict(term: Term) -> bool:
    """Tell whether case counts: as the term says, else for names to keep and for acronyms."""
    if term.case_sensitive is not None:
        return term.case_sensitive
    if term.do_not_translate and not term.text.islower():
        return True
    letters = [character for character in term.text if character.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


class WordFinder:
    """Finds the terms of one language in texts whose words are parted."""

    def __init__(self, terms: Sequence[tuple[Concept, Term]], language: str) -> None:
        """Index the terms; those without a word are left out."""
        self._morphology = Morphology(language)
        tokens = [tokenize(fold(term.text.strip())) for _, term in terms]
        counts = Counter(each.word(i) for each in tokens for i in range(len(each.starts)))
        patterns = [
            _pattern(concept, term, each, counts)
            for (concept, term), each in zip(terms, tokens, strict=True)
            if each.starts
        ]
        self._automaton = self._build(patterns)

    def _build(self, patterns: Sequence[Pattern]) -> Automaton | None:
        from ahocorasick import Automaton  # noqa: PLC0415  # a run without a termbase needs none

        keyed: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in patterns:
            word = pattern.words[pattern.anchor]
            for key in self._morphology.keys(word, pattern.speech(pattern.anchor)):
                keyed[key].append(pattern)
        if not keyed:
            return None
        automaton = Automaton()
        for key, those in keyed.items():
            automaton.add_word(key, (len(key), those))
        automaton.make_automaton()
        return automaton

    def find(self, text: str) -> Iterator[TermMatch]:
        """Give every match, overlapping ones too, in no particular order."""
        if self._automaton is None:
            return
        tokens = tokenize(fold(text))
        seen: set[tuple[int, int]] = set()
        for last, (length, patterns) in self._automaton.iter(tokens.folded.text):
            start = last - length + 1
            index = bisect_right(tokens.starts, start) - 1
            if index < 0 or not self._may_start(start, tokens.starts[index]):
                continue
            for pattern in patterns:
                match = self._match(pattern, tokens, index)
                if match and (id(pattern), index) not in seen:
                    seen.add((id(pattern), index))
                    yield match

    def _may_start(self, start: int, token_start: int) -> bool:
        return start == token_start or self._morphology.language in COMPOUNDING

    def _match(self, pattern: Pattern, tokens: Tokens, index: int) -> TermMatch | None:
        """Compare a term with the words about its anchor."""
        first = index - pattern.anchor
        last = first + len(pattern.words) - 1
        if first < 0 or last >= len(tokens.starts):
            return None
        if any(tokens.gap(first + i) != gap for i, gap in enumerate(pattern.gaps)):
            return None
        fits = []
        for i, word in enumerate(pattern.words):
            fit = self._morphology.fit(tokens.word(first + i), word, pattern.speech(i))
            if fit is None or not _stands(fit, i, pattern):
                return None
            fits.append(fit)
        start, end = tokens.starts[first] + fits[0].start, tokens.starts[last] + fits[-1].end
        if not _marked(pattern, tokens.folded, start, end):
            return None
        if pattern.strict and not _same_case(pattern, tokens, first):
            return None
        offsets = tokens.folded.offsets
        how = max(fit.how for fit in fits)
        return TermMatch(pattern.concept, pattern.term, offsets[start], offsets[end], how)


def _pattern(concept: Concept, term: Term, tokens: Tokens, counts: Counter[str]) -> Pattern:
    text, cased = tokens.folded.text, tokens.folded.cased
    indexes = range(len(tokens.starts))
    words = tuple(tokens.word(i) for i in indexes)
    before = _ATTACHED_BEFORE.search(text[: tokens.starts[0]])
    after = _ATTACHED_AFTER.match(text[tokens.ends[-1] :])
    return Pattern(
        concept=concept,
        term=term,
        words=words,
        cased=tuple(cased[tokens.starts[i] : tokens.ends[i]] for i in indexes),
        gaps=tuple(tokens.gap(i) for i in indexes[:-1]),
        before=before.group() if before else "",
        after=after.group() if after else "",
        anchor=min(indexes, key=lambda i: (counts[words[i]], -len(words[i]))),
        strict=is_strict(term),
    )


def _stands(fit: Fit, index: int, pattern: Pattern) -> bool:
    """Tell whether a word may be found so: only an edge of a term may lie inside a compound."""
    if fit.how < How.COMPOUND or len(pattern.words) == 1:
        return fit.how < How.COMPOUND or not pattern.strict
    return index == len(pattern.words) - 1 and fit.start == 0


def _marked(pattern: Pattern, folded: Folded, start: int, end: int) -> bool:
    before = folded.text[max(start - len(pattern.before), 0) : start]
    return before == pattern.before and folded.text.startswith(pattern.after, end)


def _same_case(pattern: Pattern, tokens: Tokens, first: int) -> bool:
    return all(
        tokens.folded.cased.startswith(word, tokens.starts[first + i])
        for i, word in enumerate(pattern.cased)
    )
