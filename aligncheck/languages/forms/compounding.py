"""Words inside longer ones, for languages that write a compound as one word.

A language declares a :class:`CompoundTables`; everything here works on that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from aligncheck.languages.forms.form_rules import FormRule, RuleSet

if TYPE_CHECKING:
    from collections.abc import Collection

PART_LETTERS: Final = 3
"""Letters that a part of a compound has at least; chosen because no Germanic language makes
compounds of shorter words freely, and every shorter one found a part by chance."""


@dataclass(frozen=True, slots=True)
class CompoundTables:
    """How a language joins words into one.

    ``vowels`` and ``onset`` say which strings may be a word: it holds a vowel, and begins with an
    onset (a regular expression that matches the consonants before the first vowel, and that vowel).
    ``joints`` are the shapes that a word takes before another (hjärtklaff → hjärtklaffs-).
    ``derived`` matches endings that derive a word from another (-isk, -ning): what is followed by
    one is no part of a compound. ``term_letters`` and ``inner_letters`` are the letters that a word
    has at least to be looked for at an edge of a longer one, and between two other parts.

    ``joining_forms`` matches the end of those of a word's own forms that may stand before another
    word as they are (Patienten-, Kinder-). ``prefixes`` matches what is no word of its own before
    the last part (Ver-lauf, Ein-druck), ``no_last`` the forms that end derived words (Hand-lungen,
    which are no Lungen).
    """

    vowels: str
    onset: str
    joints: tuple[FormRule, ...]
    derived: str
    term_letters: int = 4
    inner_letters: int = 6
    joining_forms: str = ""
    prefixes: str = r"(?!)"
    no_last: str = r"(?!)"


class CompoundSplitter:
    """Finds a word inside longer ones, by the tables of one language."""

    def __init__(self, tables: CompoundTables) -> None:
        """Keep the tables; their expressions are compiled when first used."""
        self._tables = tables

    @cached_property
    def _vowels(self) -> frozenset[str]:
        return frozenset(self._tables.vowels)

    @cached_property
    def _onset(self) -> re.Pattern[str]:
        return re.compile(self._tables.onset)

    @cached_property
    def _derived(self) -> re.Pattern[str]:
        return re.compile(self._tables.derived)

    @cached_property
    def _joints(self) -> RuleSet:
        return RuleSet(self._tables.joints)

    @cached_property
    def _joining_forms(self) -> re.Pattern[str]:
        return re.compile(self._tables.joining_forms)

    @cached_property
    def _prefixes(self) -> re.Pattern[str]:
        return re.compile(self._tables.prefixes)

    @cached_property
    def _no_last(self) -> re.Pattern[str]:
        return re.compile(self._tables.no_last)

    def find_part(self, token: str, word: str, forms: Collection[str]) -> tuple[int, int] | None:
        """Find a word as a part of a compound: where it starts and ends in the token, or None.

        ``forms`` are the word's own. The other parts must be able to be words: letters enough, a
        vowel, an onset that the language has, and no mere ending of derivation::

            lung röntgen bilder na      röntgenbild + -erna, after "lung"
            hjärtklaff s operation      hjärtklaff + joint s, before "operation"
        """
        letters = self._tables.term_letters
        if len(word) < letters or len(token) < len(word) + PART_LETTERS - 1:
            return None
        return self._find_last(token, forms) or self._find_before(token, word, forms)

    def _find_last(self, token: str, forms: Collection[str]) -> tuple[int, int] | None:
        """Find one of a word's forms at the end of a token, after what may be a word."""
        if not token.endswith(tuple(forms)):
            return None
        for form in sorted(forms, key=len, reverse=True):
            before = token.removesuffix(form)
            if before != token and self.may_begin(before) and not self._only_ends(before, form):
                return len(before), len(token)
        return None

    def _only_ends(self, before: str, form: str) -> bool:
        """Tell whether a form at the end of a token is no word there."""
        prefix = self._prefixes.fullmatch(before) is not None
        return prefix or self._no_last.fullmatch(form) is not None

    def _find_before(self, token: str, word: str, forms: Collection[str]) -> tuple[int, int] | None:
        """Find a word, in one of the shapes that join, before another."""
        joining: set[str] = set()
        if self._tables.joining_forms:
            joining = {form for form in forms if self._joining_forms.search(form)}
        elif word[:PART_LETTERS] not in token:
            return None
        joints = {word, *self._joints.apply(word), *joining}
        # the longest joint first: "flicko" must not be cut as "flick" + "oskola"
        for joint in sorted(joints, key=len, reverse=True):
            start = token.find(joint)
            if start >= 0 and self._joins(token, start, joint, len(word)):
                return start, start + len(joint)
        return None

    def _joins(self, token: str, start: int, joint: str, letters: int) -> bool:
        """Tell whether what stands before and after a joint may be parts of their own."""
        inner = letters >= self._tables.inner_letters
        if start and not (inner and self.may_begin(token[:start])):
            return False
        rest = token[start + len(joint) :]
        if rest[:1] == joint[-1] and self._derived.fullmatch(rest[1:]):  # programmera
            return False
        return self.may_begin(rest) and self._derived.fullmatch(rest) is None

    def may_begin(self, part: str) -> bool:
        """Tell whether a string may be a word that stands in a compound."""
        long = len(part) >= PART_LETTERS
        return long and not self._vowels.isdisjoint(part) and self._onset.match(part) is not None


def find_letters_at_edge(token: str, word: str, forms: Collection[str]) -> tuple[int, int] | None:
    """Find a word at either end of a longer one by its letters alone, or None."""
    room = len(token) - PART_LETTERS
    if len(word) < PART_LETTERS or room < len(word):
        return None
    if token.startswith(word):
        return 0, len(word)
    fitting = [form for form in forms if token.endswith(form) and len(form) <= room]
    return (len(token) - len(max(fitting, key=len)), len(token)) if fitting else None
