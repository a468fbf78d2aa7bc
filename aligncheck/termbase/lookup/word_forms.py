"""How a word of a text is, or holds, a word of a term, by the inflection that its language has.

A language without a file, or whose file declares no inflection, has its terms found as they are
written only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.languages import find_language

if TYPE_CHECKING:
    from aligncheck.languages.language import Compounding, Inflection


class MatchKind(IntEnum):
    """How a term stands in a text, the nearest first."""

    LITERAL = 0
    INFLECTED = 1
    COMPOUND = 2
    EMBEDDED = 3
    """In a longer word by its letters alone: enough to spare a text, not to accuse it."""


class WordFit(NamedTuple):
    """A word found in a token: how, and from where to where in the token."""

    kind: MatchKind
    start: int
    end: int


@dataclass(slots=True)
class WordForms:
    """The word forms of one locale's language, remembered as they are asked for."""

    locale: str
    _forms: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    _fits: dict[tuple[str, str, str], WordFit | None] = field(default_factory=dict)

    @property
    def inflection(self) -> Inflection | None:
        """How the language inflects words; None where that is not known."""
        language = find_language(self.locale)
        return language.inflection if language else None

    @property
    def compounding(self) -> Compounding | None:
        """How words are found inside longer ones; None where that is not known."""
        language = find_language(self.locale)
        return language.compounding if language else None

    def keys(self, word: str, part_of_speech: str) -> tuple[str, ...]:
        """Give beginnings that between them all forms of a word have."""
        return self.inflection.keys(word, part_of_speech) if self.inflection else (word,)

    def fit_word(self, token: str, word: str, part_of_speech: str) -> WordFit | None:
        """Tell how a token (folded) is or holds a word, or None."""
        if token == word:
            return WordFit(MatchKind.LITERAL, 0, len(token))
        asked = token, word, part_of_speech
        if asked not in self._fits:
            self._fits[asked] = self._fit_form(*asked)
        return self._fits[asked]

    def _fit_form(self, token: str, word: str, part_of_speech: str) -> WordFit | None:
        forms = self.forms(word, part_of_speech)
        if token in forms:
            return WordFit(MatchKind.INFLECTED, 0, len(token))
        if self.compounding is None:
            return None
        inside = self.compounding.part_of(token, word, forms)
        if inside:
            return WordFit(MatchKind.COMPOUND, *inside)
        inside = self.compounding.letters_of(token, word, forms)
        return WordFit(MatchKind.EMBEDDED, *inside) if inside else None

    def forms(self, word: str, part_of_speech: str) -> frozenset[str]:
        """Give a word and its inflected forms, where rules give them; else the word alone."""
        asked = word, part_of_speech
        if asked not in self._forms:
            rules = self.inflection
            self._forms[asked] = rules.forms(*asked) if rules else frozenset({word})
        return self._forms[asked]
