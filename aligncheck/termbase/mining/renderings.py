"""Finding how the recurring phrases of an article are rendered, by counting beads.

A phrase is a run of content words that the source uses as a noun; its rendering is the stretch of
target text that stands in the beads that have the phrase and in hardly any other. No dictionary
and no model is needed, but a phrase must recur.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.languages import find_language
from aligncheck.termbase.lookup.folding import fold_text, has_han, simplify_han
from aligncheck.termbase.mining.counted_phrases import (
    find_source_phrases,
    find_target_stretches,
    is_in_target_language,
)
from aligncheck.termbase.usage.bead_text import join_segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from aligncheck.model import Bitext
    from aligncheck.termbase.usage.bead_text import BeadText

_PHRASE_BEADS: Final = 4
"""Beads that must have a phrase before its renderings are compared; chosen because of fewer,
two renderings are as often two senses."""
_NOUN_SHARE: Final = 0.25
"""Share of the occurrences of a phrase that show it to be a noun; chosen."""
_HAN_PER_WORD: Final = 2
"""Characters of a Chinese rendering per word of the phrase, with as many to spare; chosen
because most Chinese words have two."""
_USUAL_BEADS: Final = 3
"""Beads that must have the usual rendering; chosen, one less than the phrase must have."""
_USUAL_SHARE: Final = 0.55
"""Share of the beads of a phrase that have its usual rendering; chosen, as a majority."""
_EXCLUSIVE_SHARE: Final = 0.85
"""Share of the beads with a rendering that have the phrase; chosen to leave room for a pronoun."""

_TextRange = tuple[int, int]


class CountedBead(NamedTuple):
    """The two sides of a bead: the source's noun phrases and the target's stretches, folded.

    ``nouns`` maps a phrase to its place and to whether it shows itself as a noun there.
    """

    source: BeadText
    target: BeadText
    plain: str
    nouns: Mapping[str, tuple[_TextRange, bool]]
    grams: Mapping[str, _TextRange]


class PhraseRendering(NamedTuple):
    """A way in which a phrase is translated, and the beads that have it, with its places there."""

    key: str
    places: tuple[tuple[CountedBead, _TextRange], ...]

    @property
    def text(self) -> str:
        """The rendering as it stands where it is met first."""
        pair, (start, end) = self.places[0]
        return pair.target.text[start:end]


class RecurringPhrase(NamedTuple):
    """A recurring phrase of one article, its beads, its usual rendering and the beads without."""

    key: str
    pairs: tuple[CountedBead, ...]
    usual: PhraseRendering
    others: tuple[CountedBead, ...]

    @property
    def text(self) -> str:
        """The phrase as it stands where it is met first."""
        (start, end), _ = self.pairs[0].nouns[self.key]
        return self.pairs[0].source.text[start:end]


def count_beads(bitext: Bitext) -> tuple[CountedBead, ...]:
    """Give the beads that can be counted: text on both sides, the target not left in the source."""
    sides = (
        (join_segments(bitext.source, bead.source), join_segments(bitext.target, bead.target))
        for bead in bitext.beads
    )
    return tuple(
        _count_bead(source, target)
        for source, target in sides
        if source.segments and target.segments and is_in_target_language(source, target)
    )


def _count_bead(source: BeadText, target: BeadText) -> CountedBead:
    plain = fold_for_counting(target.text)
    grams = find_target_stretches(plain, target.document.locale)
    nouns = find_source_phrases(fold_text(source.text).text, source.document.locale)
    return CountedBead(source, target, plain, nouns, grams)


def fold_for_counting(text: str) -> str:
    """Fold a text for counting; Traditional characters become Simplified."""
    return simplify_han(fold_text(text).text) if has_han(text) else fold_text(text).text


def find_recurring_phrases(pairs: Sequence[CountedBead]) -> Iterator[RecurringPhrase]:
    """Give the phrases of one article that recur and have a usual rendering."""
    having: dict[str, list[CountedBead]] = defaultdict(list)
    for pair in pairs:
        for noun in pair.nouns:
            having[noun].append(pair)
    beads = Counter(gram for pair in pairs for gram in pair.grams)
    for noun, those in having.items():
        shown = sum(pair.nouns[noun][1] for pair in those)
        if len(those) >= _PHRASE_BEADS and shown >= _NOUN_SHARE * len(those):
            usual = _find_usual(noun, those, beads)
            if usual:
                yield _make_phrase(noun, those, usual)


def _make_phrase(noun: str, pairs: Sequence[CountedBead], usual: str) -> RecurringPhrase:
    places = tuple((pair, pair.grams[usual]) for pair in pairs if usual in pair.grams)
    others = tuple(pair for pair in pairs if usual not in pair.plain)
    return RecurringPhrase(noun, tuple(pairs), PhraseRendering(usual, places), others)


def _find_usual(noun: str, pairs: Sequence[CountedBead], beads: Mapping[str, int]) -> str:
    """Find the stretch that goes with a phrase: in most of its beads and few others."""
    counts = Counter(
        gram for pair in pairs for gram in pair.grams if _has_fitting_length(gram, noun)
    )
    # A stretch in 5 of a phrase's 6 beads and in 5 of all beads scores 5 * 5 / 5 = 5; one in 6 of
    # the 6 and in 30 of all would score 1.2, and is refused as no rendering of this phrase alone.
    # Of equals, the longest: the whole word, not a part of it.
    strong = [
        (count * count / beads[gram], len(gram), gram)
        for gram, count in counts.items()
        if count >= max(_USUAL_BEADS, _USUAL_SHARE * len(pairs))
        and count >= _EXCLUSIVE_SHARE * beads[gram]
    ]
    return max(strong, default=(0, 0, ""))[2]


def _has_fitting_length(gram: str, noun: str) -> bool:
    """Tell whether a stretch is not too long for a phrase: Chinese writes a word in two or so."""
    return not has_han(gram) or len(gram) <= _HAN_PER_WORD * (1 + len(noun.split()))


def is_whole_rendering(rendering: PhraseRendering) -> bool:
    """Tell whether a Chinese rendering is not cut out of a longer one, which is always there."""
    if not has_han(rendering.key):
        return True
    before = {pair.plain[max(start - 1, 0) : start] for pair, (start, _) in rendering.places}
    after = {pair.plain[end : end + 1] for pair, (_, end) in rendering.places}
    language = find_language(rendering.places[0][0].target.document.locale)
    function = language.words.stopwords if language else frozenset()
    alike = [next(iter(side)) for side in (before, after) if len(side) == 1]
    return not any(has_han(character) and character not in function for character in alike)


def find_exclusive_renderings(
    noun: str, pairs: Iterable[CountedBead], beads: Mapping[str, int]
) -> Iterator[PhraseRendering]:
    """Give the stretches that stand in some beads and in no other, most frequent first."""
    listed = tuple(pairs)
    counts = Counter(
        gram for pair in listed for gram in pair.grams if _has_fitting_length(gram, noun)
    )
    for gram, count in sorted(counts.items(), key=lambda item: (-item[1], -len(item[0]))):
        if beads[gram] == count:
            places = tuple((pair, pair.grams[gram]) for pair in listed if gram in pair.grams)
            yield PhraseRendering(gram, places)
