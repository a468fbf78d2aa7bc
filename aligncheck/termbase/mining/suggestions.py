"""Concepts that a glossary might have, mined from articles that are aligned already."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from aligncheck.model import Concept, Term
from aligncheck.termbase.files.field_values import make_concept_id
from aligncheck.termbase.mining.renderings import count_beads, find_recurring_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from aligncheck.model import Bitext
    from aligncheck.termbase.lookup.termbase import Termbase
    from aligncheck.termbase.mining.renderings import RecurringPhrase

_NAMED_SHARE: Final = 0.15
"""Share of the usual rendering's beads from which another one is named; chosen."""


@dataclass(slots=True)
class _PhraseCount:
    """What was counted of one phrase: its shapes, its beads, and its renderings by locale."""

    shapes: Counter[str] = field(default_factory=Counter)
    beads: int = 0
    renderings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def suggest_concepts(bitexts: Iterable[Bitext], termbase: Termbase) -> tuple[Concept, ...]:
    """Propose concepts: the phrases that recur, with their usual rendering, most frequent first.

    The note tells how often, and what else the phrase is rendered as. Phrases that the termbase
    has are left out.
    """
    tallies: dict[tuple[str, str], _PhraseCount] = defaultdict(_PhraseCount)
    for bitext in bitexts:
        for phrase in find_recurring_phrases(count_beads(bitext)):
            if not termbase.find(phrase.text, bitext.source.locale):
                _count_phrase(
                    tallies[bitext.source.locale, phrase.key], phrase, bitext.target.locale
                )
    ranked = sorted(tallies.items(), key=lambda item: -item[1].beads)
    listed = [_make_concept(locale, tally) for (locale, _), tally in _drop_covered_phrases(ranked)]
    return tuple(listed)


def _count_phrase(tally: _PhraseCount, phrase: RecurringPhrase, locale: str) -> None:
    for pair in phrase.pairs:
        (start, end), _ = pair.nouns[phrase.key]
        tally.shapes[pair.source.text[start:end].lower()] += 1
    tally.beads += len(phrase.pairs)
    for pair, (start, end) in phrase.usual.places:
        tally.renderings[locale][pair.target.text[start:end].lower()] += 1


def _drop_covered_phrases(
    ranked: list[tuple[tuple[str, str], _PhraseCount]],
) -> Iterable[tuple[tuple[str, str], _PhraseCount]]:
    """Leave out a phrase that has the same rendering as a longer one it ends."""
    taken: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (locale, key), tally in sorted(ranked, key=lambda item: -len(item[0][1])):
        best = _join_renderings(tally.renderings)
        if any(longer.endswith(" " + key) for longer in taken[locale, best]):
            continue
        taken[locale, best].append(key)
    kept = {(locale, key) for (locale, _), keys in taken.items() for key in keys}
    return [item for item in ranked if item[0] in kept]


def _join_renderings(renderings: Mapping[str, Counter[str]]) -> str:
    return "|".join(_choose_shape(counts) for _, counts in sorted(renderings.items()))


def _choose_shape(counts: Counter[str]) -> str:
    """Give the shape that is nearest to a base form: the shortest of the frequent ones."""
    most = max(counts.values())
    return min((shape for shape, n in counts.items() if 2 * n >= most), key=lambda s: (len(s), s))


def _make_concept(locale: str, tally: _PhraseCount) -> Concept:
    text = _choose_shape(tally.shapes)
    terms = [Term(locale, text)]
    others = []
    for target, counts in sorted(tally.renderings.items()):
        best = _choose_shape(counts)
        terms.append(Term(target, best))
        others += [
            f"{shape} ({n})"
            for shape, n in counts.most_common()
            if shape != best
            and not _is_form(shape, best)
            and n >= _NAMED_SHARE * max(counts.values())
        ]
    note = f"{tally.beads} times" + (f"; also {', '.join(others)}" if others else "")
    return Concept(make_concept_id(text), tuple(terms), note)


def _is_form(shape: str, best: str) -> bool:
    """Tell whether one rendering is another with an ending."""
    return shape.startswith(best[: max(3, len(best) - 2)])
