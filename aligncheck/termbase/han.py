"""Finding terms in Chinese: whole segments searched, as there are no spaces to part words.

Traditional and Simplified characters are equal, blanks and kinds of dash do not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from aligncheck.termbase.folding import SEPARATOR, fold, has_han, simplified
from aligncheck.termbase.matching import TermMatch
from aligncheck.termbase.morphology import How
from aligncheck.termbase.words import is_strict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ahocorasick import Automaton

    from aligncheck.model import Concept, Term

_BLANK: Final = re.compile(r"[^\S\n]+")
_LATIN: Final = re.compile(r"[^\W_]", re.ASCII)


def squeeze(text: str) -> tuple[str, list[int]]:
    """Fold a text, write it in Simplified characters and take the blanks out.

    Gives the result and, for each of its code points and for its end, the offset in ``text``.
    """
    folded = fold(text)
    whole = simplified(folded.text).replace(SEPARATOR, "-")
    kept = [i for i, character in enumerate(whole) if not _BLANK.match(character)]
    offsets = [folded.offsets[i] for i in kept]
    return "".join(whole[i] for i in kept), [*offsets, folded.offsets[len(whole)]]


class HanFinder:
    """Finds the terms that hold Chinese characters."""

    def __init__(self, terms: Sequence[tuple[Concept, Term]]) -> None:
        """Index the terms."""
        keyed: dict[str, list[tuple[Concept, Term]]] = defaultdict(list)
        for concept, term in terms:
            keyed[squeeze(term.text)[0].strip("-")].append((concept, term))
        self._automaton = _build(keyed) if keyed else None

    def find(self, text: str) -> Iterator[TermMatch]:
        """Give every match, overlapping ones too, in the order of their ends."""
        if self._automaton is None or not has_han(text):
            return
        squeezed, offsets = squeeze(text)
        for last, (length, terms) in self._automaton.iter(squeezed):
            start, end = offsets[last - length + 1], offsets[last] + 1
            if not _parted(text, start, end):
                continue
            for concept, term in terms:
                if not is_strict(term) or _blankless(term.text).strip("-") in _blankless(
                    text[start:end]
                ):
                    yield TermMatch(concept, term, start, end, How.LITERAL)


def _build(keyed: dict[str, list[tuple[Concept, Term]]]) -> Automaton:
    from ahocorasick import Automaton  # noqa: PLC0415  # a run without a termbase needs none

    automaton = Automaton()
    for key, terms in keyed.items():
        automaton.add_word(key, (len(key), terms))
    automaton.make_automaton()
    return automaton


def _parted(text: str, start: int, end: int) -> bool:
    """Tell whether a Latin letter or digit at either end of a match begins or ends its word."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    cut = _LATIN.match(text[start]) and _LATIN.match(before)
    return not (cut or (_LATIN.match(text[end - 1]) and _LATIN.match(after)))


def _blankless(text: str) -> str:
    return _BLANK.sub("", text)
