"""AC304: a recurring term of the source that is translated in two ways."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.model import Effect, Flag, Severity, Usage
from aligncheck.termbase.lookup.folding import has_han
from aligncheck.termbase.mining.renderings import (
    count_beads,
    find_exclusive_renderings,
    find_recurring_phrases,
    is_whole_rendering,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from aligncheck.engine.context import Context
    from aligncheck.model import Bitext, Corpus, Place
    from aligncheck.termbase.mining.renderings import CountedBead, PhraseRendering, RecurringPhrase

SEVERITY: Final = Severity.WARNING
EFFECT: Final = Effect.WORDING
# The probabilities are chosen, not measured: labelled cases have few such findings.
_ONE_ARTICLE_CONFIDENCE: Final = 0.8
_ARTICLES_CONFIDENCE: Final = 0.6
"""Chosen lower than within one article: other articles may mean another thing by the phrase."""
_LEAST_OTHER_BEADS: Final = 2
"""Beads that must have the other rendering: one alone is as often a free translation."""
_LEAST_OTHER_SHARE: Final = 0.6
"""Share of the beads without the usual rendering that have the other one: chosen as a
majority, since some may have a pronoun."""
# What makes two wordings names of one thing is chosen: 传感器 and 感应器 are, two thirds shared.
_LEAST_SHARED_LETTERS: Final = 4
"""Letters at the beginning, as two compounds with one first part have."""
_LEAST_OWN_LETTERS: Final = 3
"""Letters after those: chosen because fewer are mostly an ending of the same word."""
_LEAST_SHARED_HAN: Final = 0.3
"""Share of the longer wording's characters that both have: chosen, just under one of three,
so that one is enough in names of three."""
_MOST_LONGER_HAN: Final = 2
"""Characters by which one wording may be longer: chosen, as one Chinese word mostly has two, and a
wording with a word more says more."""


class _WaveringPhrase(NamedTuple):
    phrase: RecurringPhrase
    other: PhraseRendering


def inconsistent_term(corpus: Corpus, context: Context) -> Iterator[Flag]:
    """A recurring term of the source is translated in two ways, in one article or across articles.

    Why:
        Readers take two names for two things. It happens where translators take turns, and where a
        machine translates paragraph by paragraph.

    How to fix:
        Choose one translation, and give it a concept in the glossary: from then on AC301 watches
        it. Terms that are in the glossary already are left to that rule.

    Examples:
        | en | zh | finds |
        | --- | --- | --- |
        | Choose a place for the sensor. | 为传感器选一个位置。 | |
        | Mount the sensor below the pier. | 将传感器安装在栈桥下。 | |
        | Hold the button on the sensor. | 按住传感器上的按钮。 | |
        | Water must not touch the sensor. | 水不能碰到传感器。 | |
        | Clean the sensor once a year. | 每年清洁一次感应器。 | AC304 「感应器」 |
        | Send us the sensor. | 请把感应器寄给我们。 | |
        | How many boxes fit? | 能装多少个箱子？ | |

        | en | sv | finds |
        | --- | --- | --- |
        | Choose a passphrase. | Välj en lösenfras. | |
        | The passphrase is long. | Lösenfrasen är lång. | |
        | Never write the passphrase down. | Skriv aldrig upp lösenfrasen. | |
        | Repeat the passphrase. | Upprepa lösenfrasen. | |
        | Has the passphrase leaked? | Har lösenfrasen läckt? | |
    """
    bitext = corpus.bitext
    pairs = count_beads(bitext)
    beads = Counter(gram for pair in pairs for gram in pair.grams)
    found = [p for p in find_recurring_phrases(pairs) if not _is_known(p, bitext, context)]
    wavering = [w for p in found for w in _find_wavering(p, beads)]
    yield from _flag_wavering(wavering)
    yield from _flag_across_articles(found, corpus)


def _is_known(phrase: RecurringPhrase, bitext: Bitext, context: Context) -> bool:
    """Tell whether the glossary has the phrase, or a term in it."""
    return bool(context.termbase.find(phrase.text, bitext.source.locale))


def _find_wavering(phrase: RecurringPhrase, beads: Mapping[str, int]) -> Iterator[_WaveringPhrase]:
    """Give the best of the other renderings of a phrase, where one is likely enough."""
    for other in find_exclusive_renderings(phrase.key, phrase.others, beads):
        often = len(other.places) >= max(
            _LEAST_OTHER_BEADS, _LEAST_OTHER_SHARE * len(phrase.others)
        )
        if often and is_whole_rendering(other) and _are_alike(phrase.usual.key, other.key):
            yield _WaveringPhrase(phrase, other)
            return


def _are_alike(usual: str, other: str) -> bool:
    """Tell whether two renderings look like names of one thing, neither a form of the other.

    In Chinese they share their first or last character, and a third of all; elsewhere the first
    part of a compound, as the last part alone is shared by the kinds of a thing.
    """
    if usual in other or other in usual:
        return False
    if has_han(usual):
        shared = len(set(usual) & set(other)) / max(len(set(usual)), len(set(other)))
        edge = usual[0] == other[0] or usual[-1] == other[-1]
        return (
            edge
            and shared >= _LEAST_SHARED_HAN
            and abs(len(usual) - len(other)) <= _MOST_LONGER_HAN
        )
    shared = _count_common_letters(usual, other)
    rest = min(len(usual), len(other)) - shared
    return shared >= _LEAST_SHARED_LETTERS and rest >= _LEAST_OWN_LETTERS


def _count_common_letters(one: str, other: str) -> int:
    """Count the letters that two words share at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _flag_wavering(wavering: list[_WaveringPhrase]) -> Iterator[Flag]:
    """Flag each pair of renderings once, for the longest phrase that has it."""
    told: set[tuple[str, str]] = set()
    for each in sorted(wavering, key=lambda w: -len(w.phrase.key)):
        renderings = each.phrase.usual.key, each.other.key
        if renderings not in told:
            told.add(renderings)
            yield _make_flag(
                each.phrase, each.other, _make_usage(each.phrase), _ONE_ARTICLE_CONFIDENCE
            )


def _flag_across_articles(found: list[RecurringPhrase], corpus: Corpus) -> Iterator[Flag]:
    """Flag phrases whose usual rendering differs from that in an earlier article."""
    for phrase in found:
        key = phrase.key, corpus.bitext.source.locale, corpus.bitext.target.locale
        earlier = corpus.usages.setdefault(key, _make_usage(phrase))
        if _are_alike(earlier.wording, phrase.usual.key):
            yield _make_flag(phrase, phrase.usual, earlier, _ARTICLES_CONFIDENCE)


def _make_usage(phrase: RecurringPhrase) -> Usage:
    """Give the usual rendering of a phrase, with its first place."""
    return Usage(phrase.usual.key, _locate_rendering(phrase.usual), len(phrase.usual.places))


def _locate_rendering(rendering: PhraseRendering) -> Place:
    pair, stretch = rendering.places[0]
    return pair.target.locate(*stretch)


def _locate_phrase(phrase: RecurringPhrase, pair: CountedBead) -> Place:
    stretch, _ = pair.nouns[phrase.key]
    return pair.source.locate(*stretch)


def _make_flag(
    phrase: RecurringPhrase, other: PhraseRendering, usual: Usage, confidence: float
) -> Flag:
    place, source = _locate_rendering(other), _locate_phrase(phrase, other.places[0][0])
    first = usual.place
    return Flag(
        f"“{source.text}” is “{place.text}” here ({len(other.places)} ×) and “{first.text}” "
        f"elsewhere ({usual.count} ×, first in {first.path}:{first.span.start_line})",
        place,
        source=source,
        confidence=confidence,
        suggestion=first.text,
    )
