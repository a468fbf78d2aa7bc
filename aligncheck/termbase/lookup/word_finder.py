"""Finding terms in scripts that part words: one pass of an Aho–Corasick automaton, then a check.

The automaton looks for the beginning of one word of every term, the rarest in the termbase, so
that the time is linear in the text whatever the number of terms; where it hits, the words about
are compared with the term's, by form::

    term           artificial heart valve     its anchor: "valve", if more terms have "heart"
    key                             valv      what all forms of the anchor begin with
    text       The artificial heart valves leak.
    hit                             ^^^^^^    a form of the anchor
    compared       ^^^^^^^^^^ ^^^^^           forms of the words before it, with the same gaps
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from aligncheck.termbase.lookup.folding import fold_text
from aligncheck.termbase.lookup.term_matches import TermMatch
from aligncheck.termbase.lookup.term_patterns import (
    WORD_PATTERN,
    TermPattern,
    has_case,
    has_marks,
    make_pattern,
    may_stand_inside,
    split_into_words,
)
from aligncheck.termbase.lookup.word_forms import WordFit, WordForms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ahocorasick import Automaton

    from aligncheck.model import Concept, Term
    from aligncheck.termbase.lookup.term_patterns import TextWords

_AnchorWord = tuple[str, str]
"""A word of a term that is looked for, and its part of speech (empty where unknown)."""
_WORDS_REMEMBERED: Final = 200_000
"""Words of texts whose terms are remembered; chosen because a run seldom meets more."""
_NEIGHBOUR_LETTERS: Final = 3
"""Letters by which the word beside an anchor is looked up; chosen because stems have as many."""
_AnchoredTerm = tuple[TermPattern, WordFit]


@dataclass(slots=True)
class _AnchoredTerms:
    """The terms whose anchor word one word of a text fits: those of one word, and the others.

    The others are kept under the beginning of the word after the anchor, or before it where the
    anchor is the last.
    """

    alone: list[_AnchoredTerm] = field(default_factory=list)
    after: dict[str, list[_AnchoredTerm]] = field(default_factory=lambda: defaultdict(list))
    before: dict[str, list[_AnchoredTerm]] = field(default_factory=lambda: defaultdict(list))

    def select_beside(self, before: str, after: str) -> Iterator[_AnchoredTerm]:
        """Give the candidates that the words on both sides allow."""
        yield from self.alone
        for listed, word in ((self.after, after), (self.before, before)):
            for length in range(1, _NEIGHBOUR_LETTERS + 1) if listed else ():
                if len(word) >= length and word[:length] in listed:
                    yield from listed[word[:length]]


class WordFinder:
    """Finds the terms of one locale in texts whose words are parted."""

    def __init__(self, terms: Sequence[tuple[Concept, Term]], locale: str) -> None:
        """Index the terms; those without a word are left out."""
        self._word_forms = WordForms(locale)
        self._compounding = self._word_forms.compounding is not None
        self._terms = terms
        self._patterns: dict[int, TermPattern] = {}
        self._anchored: dict[str, _AnchoredTerms] = {}
        anchors, self._chosen, self._lines = _choose_anchors(terms)
        self._automaton = self._build_automaton(anchors)

    def _build_automaton(self, anchors: Mapping[_AnchorWord, Sequence[int]]) -> Automaton | None:
        """Make the automaton: from the beginnings of anchor words to the terms they stand for."""
        from ahocorasick import Automaton  # noqa: PLC0415  # a run without a termbase needs none

        keyed: dict[str, list[tuple[_AnchorWord, Sequence[int]]]] = defaultdict(list)
        for anchor, numbers in anchors.items():
            for key in self._word_forms.keys(*anchor):
                keyed[key].append((anchor, numbers))
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
        tokens = split_into_words(fold_text(text))
        # An empty word at both ends: the neighbours of word i are at i and i + 2, and none matches.
        words = ("", *tokens.words, "")
        for index, token in enumerate(tokens.words):
            candidates = self._anchored.get(token)
            if candidates is None:
                candidates = self._find_anchored_terms(token)
            for pattern, fit in candidates.select_beside(words[index], words[index + 2]):
                match = self._match_term(pattern, fit, tokens, index)
                if match:
                    yield match

    def _find_anchored_terms(self, token: str) -> _AnchoredTerms:
        """Find the terms whose anchor word a token is or holds; remembered, as words recur."""
        if len(self._anchored) >= _WORDS_REMEMBERED:
            self._anchored.clear()
        # A key may be hit anywhere in a word, and several keys of one anchor in the same word:
        #   token    hjärtklaffarna
        #   keys     hjärtklaff          at its start: the term or one of its forms
        #                 klaff          inside: looked at only where words are joined into one
        found = _AnchoredTerms()
        seen: set[_AnchorWord] = set()
        for last, (length, those) in self._automaton.iter(token) if self._automaton else ():
            if last - length + 1 and not self._compounding:
                continue  # inside the word, where the language makes no compounds
            for anchor, numbers in those:
                if anchor not in seen:
                    seen.add(anchor)
                    fit = self._word_forms.fit_word(token, *anchor)
                    for number in numbers if fit else ():
                        self._add_anchored(found, self._find_pattern(number), fit)
        self._anchored[token] = found
        return found

    def _add_anchored(
        self, found: _AnchoredTerms, pattern: TermPattern, fit: WordFit | None
    ) -> None:
        """Add a term to the candidates of a word, under the beginnings of a word beside it."""
        if fit is None or not may_stand_inside(fit, pattern.anchor, pattern):
            return
        if len(pattern.words) == 1:
            found.alone.append((pattern, fit))
            return
        # One anchor may be that of many terms. Kept by the beginning of another word, those that
        # cannot stand in a place are not compared there, however often the anchor is met.
        after = pattern.anchor + 1 < len(pattern.words)
        beside = pattern.anchor + (1 if after else -1)
        keys = self._word_forms.keys(pattern.words[beside], pattern.find_speech(beside))
        for key in {key[:_NEIGHBOUR_LETTERS] for key in keys}:
            (found.after if after else found.before)[key].append((pattern, fit))

    def _find_pattern(self, number: int) -> TermPattern:
        if number not in self._patterns:
            self._patterns[number] = make_pattern(
                *self._terms[number], self._chosen[number], self._lines[number]
            )
        return self._patterns[number]

    def _match_term(
        self, pattern: TermPattern, fit: WordFit, tokens: TextWords, index: int
    ) -> TermMatch | None:
        """Compare a term with the words about its anchor."""
        first = index - pattern.anchor
        last = first + len(pattern.words) - 1
        fits = [fit]
        if first < last:
            if first < 0 or last >= len(tokens.words):
                return None
            fits = self._fit_other_words(pattern, fit, tokens, first)
            if not fits:
                return None
        start, end = tokens.starts[first] + fits[0].start, tokens.starts[last] + fits[-1].end
        if pattern.marked and not has_marks(pattern, tokens.folded, start, end):
            return None
        if pattern.strict and not has_case(pattern, tokens, first):
            return None
        offsets = tokens.folded.offsets
        # a term is as inexact as the least exact of its words
        kind = max(each.kind for each in fits)
        return TermMatch(pattern.concept, pattern.term, offsets[start], offsets[end], kind)

    def _fit_other_words(
        self, pattern: TermPattern, fit: WordFit, tokens: TextWords, first: int
    ) -> list[WordFit]:
        """Compare the words beside the anchor, and the gaps; empty where one does not fit."""
        there = tokens.words[first : first + len(pattern.words)]
        fits = []
        for i, (token, word) in enumerate(zip(there, pattern.words, strict=True)):
            speech = pattern.find_speech(i)
            own = fit if i == pattern.anchor else self._word_forms.fit_word(token, word, speech)
            if own is None or not may_stand_inside(own, i, pattern):
                return []
            fits.append(own)
        gaps = (tokens.find_gap(first + i) == gap for i, gap in enumerate(pattern.gaps))
        return fits if all(gaps) else []


def _choose_anchors(
    terms: Sequence[tuple[Concept, Term]],
) -> tuple[dict[_AnchorWord, list[int]], list[int], list[str]]:
    """Choose a word of every term to look for: one that few terms have, the longest of those.

    Gives the numbers of the terms by that word and the part of speech it is taken to have; per
    term, which of its words it is; and the terms, folded.
    """
    lines = fold_text("\n".join(" ".join(term.text.split()) for _, term in terms)).text.split("\n")
    split = [WORD_PATTERN.findall(line) for line in lines]
    counts = Counter(word for words in split for word in words)
    found: dict[_AnchorWord, list[int]] = defaultdict(list)
    chosen = [_find_rarest(words, counts) for words in split]
    for number, (words, at) in enumerate(zip(split, chosen, strict=True)):
        if words:
            speech = terms[number][1].part_of_speech if at == len(words) - 1 else ""
            found[words[at], speech].append(number)
    return found, chosen, lines


def _find_rarest(words: Sequence[str], counts: Counter[str]) -> int:
    if len(words) <= 1:
        return 0
    return min(range(len(words)), key=lambda i: (counts[words[i]], -len(words[i])))
