"""What each language does to a word: its forms, and the words it may be a part of.

Swedish and English have rules of their own, which need no dictionary to be loaded; for other
languages simplemma (MIT, dictionaries for about fifty languages) tells the lemma of a word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.languages import english, swedish

if TYPE_CHECKING:
    from types import ModuleType

RULES: Final[dict[str, ModuleType]] = {"en": english, "sv": swedish}
COMPOUNDING: Final = frozenset({"sv"})
"""Languages whose words are looked for inside longer ones."""
LEAST_KEY: Final = 3
"""Letters of a word that all its forms are taken to share where only a dictionary knows them."""


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
    """The word forms of one language, remembered as they are asked for."""

    language: str
    _forms: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    _fits: dict[tuple[str, str, str], WordFit | None] = field(default_factory=dict)

    def keys(self, word: str, part_of_speech: str) -> tuple[str, ...]:
        """Give beginnings that between them all forms of a word have."""
        if self.language in RULES:
            found: tuple[str, ...] = RULES[self.language].keys(word, part_of_speech)
            return found
        return (word[: max(LEAST_KEY, len(word) - LEAST_KEY)],)

    def fit(self, token: str, word: str, part_of_speech: str) -> WordFit | None:
        """Tell how a token (folded) is or holds a word, or None."""
        if token == word:
            return WordFit(MatchKind.LITERAL, 0, len(token))
        asked = token, word, part_of_speech
        if asked not in self._fits:
            self._fits[asked] = self._find(*asked)
        return self._fits[asked]

    def _find(self, token: str, word: str, part_of_speech: str) -> WordFit | None:
        if self.language not in RULES and token[:LEAST_KEY] != word[:LEAST_KEY]:
            return None
        if self.language not in RULES:
            same = _lemma(token, self.language) == _lemma(word, self.language)
            return WordFit(MatchKind.INFLECTED, 0, len(token)) if same else None
        forms = self.forms(word, part_of_speech)
        if token in forms:
            return WordFit(MatchKind.INFLECTED, 0, len(token))
        if self.language not in COMPOUNDING:
            return None
        inside = swedish.part_of(token, word, forms)
        if inside:
            return WordFit(MatchKind.COMPOUND, *inside)
        inside = swedish.letters_of(token, word, forms)
        return WordFit(MatchKind.EMBEDDED, *inside) if inside else None

    def forms(self, word: str, part_of_speech: str) -> frozenset[str]:
        """Give a word and its inflected forms, where rules give them; else the word alone."""
        asked = word, part_of_speech
        if asked not in self._forms:
            rules = RULES.get(self.language)
            self._forms[asked] = rules.forms(*asked) if rules else frozenset({word})
        return self._forms[asked]


def _lemma(word: str, language: str) -> str:
    import simplemma  # noqa: PLC0415  # its dictionaries take seconds to load

    try:
        lemma: str = simplemma.lemmatize(word, lang=language)
    except ValueError:  # a language that simplemma has no dictionary for
        return word
    return lemma.lower()
