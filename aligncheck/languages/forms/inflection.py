"""The forms of a word by the tables that its language declares.

No dictionary is read: rules by the ending give the forms of regular words, and a short list those
of irregular ones, which compounds that end in them share (hand, händer; bakhand, bakhänder). The
rules give more forms than a word has (both "bilder" and "bildar" of bild): they are used to
recognize a term, and what is no word stands in no text.

To give a language its inflection, declare an :class:`InflectionTables` in its file, and a
``CompoundTables`` where it writes compounds as one word; give both to a :class:`TableInflection`,
and its methods to ``Inflection`` and ``Compounding``. Then write ``tests/termbase/forms_xx.tsv``:
forms that must be found, and at least half as many lookalikes that must not be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from aligncheck.languages.forms.compounding import (
    CompoundSplitter,
    CompoundTables,
    find_letters_at_edge,
)
from aligncheck.languages.forms.form_rules import FormRule, RuleSet, change_vowel

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

IRREGULAR_LETTERS: Final = 3
"""Letters of an irregular word that longer ones are looked at for; chosen because shorter words
end others by chance (and, "änder", in "land")."""


@dataclass(frozen=True, slots=True)
class InflectionTables:
    """How the words of a language are inflected.

    ``stem`` matches the ending of a base form that some forms lack: what is left begins every
    regular form, and a form that does not begin so is never looked at. ``nouns``, ``adjectives``
    and ``verbs`` are the rules for each part of speech; a term whose part of speech is not known is
    inflected as noun and adjective, and as a verb where it matches ``verb_ending``. ``irregular``
    and ``irregular_verbs`` map words to the forms that no rule gives, parted by blanks;
    ``irregular_nouns`` are the rules that such nouns follow besides (None: the same as others),
    ``irregular_endings`` what is added to an irregular form. ``heads`` are the irregular words that
    longer ones may end in (None: all), ``no_compounds`` the words that only look like such.
    ``singulars`` make of a term written in the plural what it may be the plural of;
    ``irregular_singulars`` tells whether irregular plurals are looked up for that, too. ``last``
    are the rules for what every form may add: a genitive.
    """

    stem: str
    nouns: tuple[FormRule, ...]
    adjectives: tuple[FormRule, ...] = ()
    verbs: tuple[FormRule, ...] = ()
    verb_ending: str = r"(?!)"
    irregular: Mapping[str, str] = field(default_factory=dict)
    irregular_verbs: Mapping[str, str] = field(default_factory=dict)
    irregular_nouns: tuple[FormRule, ...] | None = None
    irregular_endings: tuple[FormRule, ...] = ()
    irregular_verb_endings: tuple[FormRule, ...] = ()
    heads: frozenset[str] | None = None
    no_compounds: frozenset[str] = frozenset()
    singulars: tuple[FormRule, ...] = ()
    irregular_singulars: bool = False
    last: tuple[FormRule, ...] = ()
    umlaut: bool = False


class TableInflection:
    """The word forms of one language, by its tables; satisfies ``Inflection``."""

    def __init__(self, tables: InflectionTables, compounds: CompoundTables | None = None) -> None:
        """Keep the tables; rules are compiled when first used."""
        self._tables = tables
        self._splitter = CompoundSplitter(compounds) if compounds else None

    @property
    def makes_compounds(self) -> bool:
        """Whether words are to be looked for inside longer ones."""
        return self._splitter is not None

    @cached_property
    def _stem(self) -> re.Pattern[str]:
        return re.compile(self._tables.stem)

    @cached_property
    def _verb_ending(self) -> re.Pattern[str]:
        return re.compile(self._tables.verb_ending)

    @cached_property
    def _rules(self) -> dict[str, RuleSet]:
        tables = self._tables
        own = tables.nouns if tables.irregular_nouns is None else tables.irregular_nouns
        return {
            "noun": RuleSet(tables.nouns),
            "irregular noun": RuleSet(own),
            "adjective": RuleSet(tables.adjectives),
            "verb": RuleSet(tables.verbs),
            "irregular form": RuleSet(tables.irregular_endings),
            "irregular verb": RuleSet(tables.irregular_verb_endings),
            "singular": RuleSet(tables.singulars),
            "last": RuleSet(tables.last),
        }

    @cached_property
    def _heads(self) -> tuple[str, ...]:
        """The irregular words that longer ones may end in, the longest first."""
        heads = self._tables.heads
        listed = self._tables.irregular if heads is None else heads
        return tuple(
            sorted((w for w in listed if len(w) >= IRREGULAR_LETTERS), key=len, reverse=True)
        )

    @cached_property
    def _singulars_of(self) -> dict[str, list[str]]:
        """The irregular words by each of their forms."""
        found: dict[str, list[str]] = {}
        for word, forms in self._tables.irregular.items():
            for form in forms.split():
                found.setdefault(form, []).append(word)
        return found

    def keys(self, word: str, part_of_speech: str) -> tuple[str, ...]:
        """Give beginnings that between them every form of a word, and every joint, has."""
        irregular = self._find_irregular(word)
        found = [self._cut_stem(form) for form in (word, *irregular)]
        found += [self._cut_stem(base) for base in self.find_bases(word)]
        if part_of_speech == "verb":
            found += self._tables.irregular_verbs.get(word, "").split()
        if self._tables.umlaut:
            found += [changed for key in tuple(found) if (changed := change_vowel(key))]
        return tuple(dict.fromkeys(found))

    def _cut_stem(self, word: str) -> str:
        ending = self._stem.search(word)
        return word[: ending.start()] if ending else word

    def forms(self, word: str, part_of_speech: str) -> frozenset[str]:
        """Give a word and its inflected forms."""
        found = {word}
        if part_of_speech in {"", "noun"}:
            found |= self._inflect_noun(word)
            for base in self.find_bases(word):
                found |= {base, *self._inflect_noun(base)}
        if part_of_speech in {"", "adjective"}:
            found |= self._rules["adjective"].apply(word)
            found |= self._inflect_irregular(word)
        if part_of_speech == "verb" or (not part_of_speech and self._verb_ending.search(word)):
            found |= self._inflect_verb(word)
        last = self._rules["last"]
        return frozenset(found.union(*(last.apply(form) for form in found)))

    def _inflect_noun(self, word: str) -> set[str]:
        irregular = self._inflect_irregular(word)
        return irregular | self._rules["irregular noun" if irregular else "noun"].apply(word)

    def _inflect_irregular(self, word: str) -> set[str]:
        found: set[str] = set()
        for form in self._find_irregular(word):
            found |= {form, *self._rules["irregular form"].apply(form)}
        return found

    def _inflect_verb(self, word: str) -> set[str]:
        irregular = self._tables.irregular_verbs.get(word)
        if irregular is None:
            return self._rules["verb"].apply(word)
        return {*irregular.split(), *self._rules["irregular verb"].apply(word)}

    def _find_irregular(self, word: str) -> list[str]:
        """Give the irregular forms of a word, or of one that ends in an irregular word."""
        irregular = self._tables.irregular
        head = word if word in irregular else self._find_head(word)
        return [word.removesuffix(head) + form for form in irregular.get(head, "").split()]

    def _find_head(self, word: str) -> str:
        if word in self._tables.no_compounds:
            return ""
        if not word.endswith(self._heads):
            return ""
        return next((h for h in self._heads if word.endswith(h) and self._may_end(word, h)), "")

    def _may_end(self, word: str, head: str) -> bool:
        return self._splitter is None or self._splitter.may_begin(word[: -len(head)])

    def find_bases(self, word: str) -> frozenset[str]:
        """Give what a term written in the plural (stamceller) may be the plural of (stamcell)."""
        candidates = self._rules["singular"].apply(word)
        if not candidates and self._tables.irregular_singulars:
            return frozenset(self._singulars_of.get(word, ()))
        return frozenset(base for base in candidates if word in self._inflect_noun(base))

    def find_part(self, token: str, word: str, forms: Collection[str]) -> tuple[int, int] | None:
        """Find a word as a part of a compound, or None; see :class:`CompoundSplitter`."""
        return self._splitter.find_part(token, word, forms) if self._splitter else None

    def find_letters_at_edge(
        self, token: str, word: str, forms: Collection[str]
    ) -> tuple[int, int] | None:
        """Find a word at either end of a longer one by its letters alone, or None."""
        return find_letters_at_edge(token, word, forms) if self._splitter else None
