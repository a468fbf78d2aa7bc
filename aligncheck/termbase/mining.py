"""Finding how the recurring phrases of an article are rendered, by counting beads.

A phrase is a run of content words that the source uses as a noun; its rendering is the stretch of
target text that stands in the beads that have the phrase and in hardly any other. No dictionary
and no model is needed, but a phrase must recur.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck import locales
from aligncheck.languages.stopwords import FUNCTION_CHARACTERS
from aligncheck.termbase.folding import fold, has_han, simplified
from aligncheck.termbase.grams import heads, is_translated, target_grams
from aligncheck.termbase.passages import passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from aligncheck.model import Bitext
    from aligncheck.termbase.passages import Passage

LEAST_BEADS: Final = 4
"""Beads that must have a phrase before its renderings are compared."""
LEAST_NOUN: Final = 0.25
"""Share of the occurrences of a phrase that show it to be a noun."""
HAN_PER_WORD: Final = 2
"""Characters of a Chinese rendering per word of the phrase, with as many to spare."""
LEAST_USUAL: Final = 3
"""Beads that must have the usual rendering."""
LEAST_SHARE: Final = 0.55
"""Share of the beads of a phrase that have its usual rendering."""
LEAST_OWN: Final = 0.85
"""Share of the beads with a rendering that have the phrase."""

Stretch = tuple[int, int]


class Pair(NamedTuple):
    """The two sides of a bead: the source's noun phrases and the target's stretches, folded.

    ``nouns`` maps a phrase to its place and to whether it shows itself as a noun there.
    """

    source: Passage
    target: Passage
    plain: str
    nouns: Mapping[str, tuple[Stretch, bool]]
    grams: Mapping[str, Stretch]


class Rendering(NamedTuple):
    """A way in which a phrase is translated, and the beads that have it, with its places there."""

    key: str
    places: tuple[tuple[Pair, Stretch], ...]

    @property
    def text(self) -> str:
        """The rendering as it stands where it is met first."""
        pair, (start, end) = self.places[0]
        return pair.target.text[start:end]


class Phrase(NamedTuple):
    """A recurring phrase of one article, its beads, its usual rendering and the beads without."""

    key: str
    pairs: tuple[Pair, ...]
    usual: Rendering
    others: tuple[Pair, ...]

    @property
    def text(self) -> str:
        """The phrase as it stands where it is met first."""
        (start, end), _ = self.pairs[0].nouns[self.key]
        return self.pairs[0].source.text[start:end]


def pairs_of(bitext: Bitext) -> tuple[Pair, ...]:
    """Give the beads that can be counted: text on both sides, the target not left in the source."""
    sides = (
        (passage(bitext.source, bead.source), passage(bitext.target, bead.target))
        for bead in bitext.beads
    )
    return tuple(
        _pair(source, target)
        for source, target in sides
        if source.segments and target.segments and is_translated(source, target)
    )


def _pair(source: Passage, target: Passage) -> Pair:
    plain = plain_of(target.text)
    language = locales.language(target.document.locale)
    grams = target_grams(plain, language)
    nouns = heads(fold(source.text).text, locales.language(source.document.locale))
    return Pair(source, target, plain, nouns, grams)


def plain_of(text: str) -> str:
    """Fold a text for counting; Traditional characters become Simplified."""
    return simplified(fold(text).text) if has_han(text) else fold(text).text


def phrases(pairs: Sequence[Pair]) -> Iterator[Phrase]:
    """Give the phrases of one article that recur and have a usual rendering."""
    having: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        for noun in pair.nouns:
            having[noun].append(pair)
    beads = Counter(gram for pair in pairs for gram in pair.grams)
    for noun, those in having.items():
        shown = sum(pair.nouns[noun][1] for pair in those)
        if len(those) >= LEAST_BEADS and shown >= LEAST_NOUN * len(those):
            usual = _usual(noun, those, beads)
            if usual:
                yield _phrase(noun, those, usual)


def _phrase(noun: str, pairs: Sequence[Pair], usual: str) -> Phrase:
    places = tuple((pair, pair.grams[usual]) for pair in pairs if usual in pair.grams)
    others = tuple(pair for pair in pairs if usual not in pair.plain)
    return Phrase(noun, tuple(pairs), Rendering(usual, places), others)


def _usual(noun: str, pairs: Sequence[Pair], beads: Mapping[str, int]) -> str:
    """Find the stretch that goes with a phrase: in most of its beads and few others."""
    counts = Counter(gram for pair in pairs for gram in pair.grams if is_sized(gram, noun))
    strong = [
        (count * count / beads[gram], len(gram), gram)
        for gram, count in counts.items()
        if count >= max(LEAST_USUAL, LEAST_SHARE * len(pairs)) and count >= LEAST_OWN * beads[gram]
    ]
    return max(strong, default=(0, 0, ""))[2]


def is_sized(gram: str, noun: str) -> bool:
    """Tell whether a stretch is not too long for a phrase: Chinese writes a word in two or so."""
    return not has_han(gram) or len(gram) <= HAN_PER_WORD * (1 + len(noun.split()))


def is_whole(rendering: Rendering) -> bool:
    """Tell whether a Chinese rendering is not cut out of a longer one, which is always there."""
    if not has_han(rendering.key):
        return True
    before = {pair.plain[max(start - 1, 0) : start] for pair, (start, _) in rendering.places}
    after = {pair.plain[end : end + 1] for pair, (_, end) in rendering.places}
    return not any(len(side) == 1 and is_content(*side) for side in (before, after))


def is_content(character: str) -> bool:
    """Tell whether a character may be part of a Chinese term."""
    return has_han(character) and character not in FUNCTION_CHARACTERS


def renderings_of(
    noun: str, pairs: Iterable[Pair], beads: Mapping[str, int]
) -> Iterator[Rendering]:
    """Give the stretches that stand in some beads and in no other, most frequent first."""
    listed = tuple(pairs)
    counts = Counter(gram for pair in listed for gram in pair.grams if is_sized(gram, noun))
    for gram, count in sorted(counts.items(), key=lambda item: (-item[1], -len(item[0]))):
        if beads[gram] == count:
            places = tuple((pair, pair.grams[gram]) for pair in listed if gram in pair.grams)
            yield Rendering(gram, places)
