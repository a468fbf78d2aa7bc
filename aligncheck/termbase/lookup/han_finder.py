"""Finding terms in Chinese: whole segments searched, as there are no spaces to part words.

Traditional and Simplified characters are equal, blanks and kinds of dash do not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.termbase.lookup.folding import DASH, fold_text, has_han, simplify_han
from aligncheck.termbase.lookup.term_matches import TermMatch
from aligncheck.termbase.lookup.term_patterns import is_case_sensitive
from aligncheck.termbase.lookup.word_forms import MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ahocorasick import Automaton

    from aligncheck.model import Concept, Term

_BLANK: Final = re.compile(r"[^\S\n]+")
_VISIBLE: Final = re.compile(r"[\S\n]+")
_LATIN: Final = re.compile(r"[^\W_]", re.ASCII)


def squeeze_text(text: str) -> tuple[str, Sequence[int]]:
    """Fold a text, write it in Simplified characters and take the blanks out.

    「插入 – 圖表」 becomes 「插入-图表」, so that neither the kind of characters nor blanks that a
    typesetter added hide a term; the offsets lead back to the text as it was given.

    Gives the result and, for each of its code points and for its end, the offset in ``text``.
    """
    folded = fold_text(text)
    whole = simplify_han(folded.text).replace(DASH, "-")
    if not _BLANK.search(whole):
        return whole, folded.offsets
    kept = [i for found in _VISIBLE.finditer(whole) for i in range(*found.span())]
    offsets = [folded.offsets[i] for i in kept]
    return _BLANK.sub("", whole), [*offsets, folded.offsets[len(whole)]]


class _HanTerm(NamedTuple):
    """A term in the index: what to compare where case counts, and whether Latin edges matter."""

    concept: Concept
    term: Term
    cased: str
    latin: bool


class HanFinder:
    """Finds the terms that hold Chinese characters."""

    def __init__(self, terms: Sequence[tuple[Concept, Term]]) -> None:
        """Index the terms."""
        keyed: dict[str, list[_HanTerm]] = defaultdict(list)
        lines = "\n".join(" ".join(term.text.split()) for _, term in terms)
        for (concept, term), line in zip(terms, squeeze_text(lines)[0].split("\n"), strict=False):
            key = line.strip("-")
            cased = _remove_blanks(term.text).strip("-") if is_case_sensitive(term) else ""
            latin = bool(_LATIN.match(key) or _LATIN.match(key[-1:]))
            keyed[key].append(_HanTerm(concept, term, cased, latin))
        self._automaton = _build_automaton(keyed) if terms else None

    def find(self, text: str) -> Iterator[TermMatch]:
        """Give every match, overlapping ones too, in the order of their ends."""
        if self._automaton is None or not has_han(text):
            return
        # A hit ends at a code point; the match ends one after that in the text as it is given, so
        # that blanks behind the term are left out and those inside it are covered:
        #   text        插 入 – 圖 表       with a blank on either side of the dash
        #   squeezed    插 入 - 图 表       the term 插入-图表: hit from 0 to 4
        #   offsets     0 1 3 5 6         match [0, 7)
        squeezed, offsets = squeeze_text(text)
        for last, (length, entries) in self._automaton.iter(squeezed):
            start, end = offsets[last - length + 1], offsets[last] + 1
            for entry in entries:
                if entry.latin and not _has_word_edges(text, start, end):
                    continue
                if not entry.cased or entry.cased in _remove_blanks(text[start:end]):
                    yield TermMatch(entry.concept, entry.term, start, end, MatchKind.LITERAL)


def _build_automaton(keyed: dict[str, list[_HanTerm]]) -> Automaton:
    from ahocorasick import Automaton  # noqa: PLC0415  # a run without a termbase needs none

    automaton = Automaton()
    for key, entries in keyed.items():
        automaton.add_word(key, (len(key), entries))
    automaton.make_automaton()
    return automaton


def _has_word_edges(text: str, start: int, end: int) -> bool:
    """Tell whether a Latin letter or digit at either end of a match begins or ends its word."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    cut = _LATIN.match(text[start]) and _LATIN.match(before)
    return not (cut or (_LATIN.match(text[end - 1]) and _LATIN.match(after)))


def _remove_blanks(text: str) -> str:
    return _BLANK.sub("", text)
