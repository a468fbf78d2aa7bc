"""The termbase: concepts, and the terms that name them found in text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Self

from aligncheck import locales
from aligncheck.termbase.lookup.folding import has_han
from aligncheck.termbase.lookup.glossary_style import GlossaryStyle, classify_style
from aligncheck.termbase.lookup.han_finder import HanFinder
from aligncheck.termbase.lookup.term_matches import keep_longest
from aligncheck.termbase.lookup.word_finder import WordFinder
from aligncheck.termbase.lookup.word_forms import MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aligncheck.model import Concept, Term
    from aligncheck.termbase.lookup.term_matches import TermMatch

_TEXTS_REMEMBERED: Final = 10_000
"""Texts whose terms are remembered; chosen to hold a few hundred pages."""


class Termbase:
    """The concepts of a glossary and their terms; the index of a locale is built when first used.

    Immutable; false when it holds no concept.
    """

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        """Hold the concepts, in the order given."""
        self.concepts = tuple(concepts)
        self._finders: dict[str, _LocaleIndex] = {}
        self._styles: dict[str, GlossaryStyle] = {}

    @classmethod
    def empty(cls) -> Self:
        """Give a termbase without concepts."""
        return cls()

    def __bool__(self) -> bool:
        """Tell whether there is any concept."""
        return bool(self.concepts)

    def find(self, text: str, locale: str, path: str = "") -> tuple[TermMatch, ...]:
        """Find the terms of a locale in a text: longest match first, overlaps resolved.

        Several concepts on one stretch are homonyms and all given. ``path`` is the article's, for
        terms that apply to some files only.
        """
        return keep_longest(self._find_matches(text, locale, path, MatchKind.COMPOUND))

    def find_all(
        self, text: str, locale: str, path: str = "", *, loosest: MatchKind = MatchKind.COMPOUND
    ) -> tuple[TermMatch, ...]:
        """Find the terms of a locale in a text, those inside longer ones too, in order.

        ``loosest`` is the least exact way in which a term may stand there.
        """
        found = self._find_matches(text, locale, path, loosest)
        return tuple(sorted(found, key=lambda match: (match.start, -match.end, match.kind)))

    def _find_matches(
        self, text: str, locale: str, path: str, loosest: MatchKind
    ) -> Iterator[TermMatch]:
        found = self._index_locale(locale).find(text) if self.concepts else ()
        return (
            match for match in found if match.kind <= loosest and applies_to_path(match.term, path)
        )

    def find_style(self, locale: str) -> GlossaryStyle:
        """Tell how the terms of a locale are written: as words, as labels, as a spreadsheet."""
        if locale not in self._styles:
            terms = (term for concept in self.concepts for term in select_terms(concept, locale))
            self._styles[locale] = classify_style(terms, locale)
        return self._styles[locale]

    def _index_locale(self, locale: str) -> _LocaleIndex:
        if locale not in self._finders:
            self._finders[locale] = _LocaleIndex(self.concepts, locale)
        return self._finders[locale]


class _LocaleIndex:
    """The index of one locale, over both kinds of script."""

    def __init__(self, concepts: Iterable[Concept], locale: str) -> None:
        named = [(concept, term) for concept in concepts for term in select_terms(concept, locale)]
        unparted = [pair for pair in named if has_han(pair[1].text)]
        parted = [pair for pair in named if not has_han(pair[1].text)]
        self._words = WordFinder(parted, locale)
        self._han = HanFinder(unparted)
        self._find_matches: dict[str, tuple[TermMatch, ...]] = {}

    def find(self, text: str) -> tuple[TermMatch, ...]:
        """Give every match in a text; remembered, as every rule on terms asks for the same."""
        found = self._find_matches.get(text)
        if found is None:
            if len(self._find_matches) >= _TEXTS_REMEMBERED:
                self._find_matches.clear()
            found = self._find_matches[text] = (*self._words.find(text), *self._han.find(text))
        return found


def select_terms(concept: Concept, locale: str) -> tuple[Term, ...]:
    """Give the terms of a concept that are meant for a locale, in their order.

    A term that is not to be translated is meant for every locale that has no term of its own. One
    of ``zh`` is meant for every kind of Chinese, one of ``zh-Hant`` not for Simplified
    where the concept has a term for that; regions of one language share their terms.
    """
    same = tuple(term for term in concept.terms if term.locale == locale)
    if same and "-" not in locale:
        others = tuple(t for t in concept.terms if t.locale.startswith(f"{locale}-"))
        return same + others
    language = locales.language(locale)
    spoken = [term for term in concept.terms if locales.language(term.locale) == language]
    fitting = [term for term in spoken if locales.same_language(term.locale, locale)]
    kept = tuple(term for term in concept.terms if term.do_not_translate)
    return tuple(fitting or spoken) or kept


def applies_to_path(term: Term, path: str) -> bool:
    """Tell whether a term is meant for the article at a path; every term is where no path is."""
    return not term.files or not path or _matches_pattern(term.files, path)


@lru_cache(maxsize=4096)
def _matches_pattern(pattern: str, path: str) -> bool:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # most termbases have no patterns

    return GitIgnoreSpec.from_lines([pattern]).match_file(path)
