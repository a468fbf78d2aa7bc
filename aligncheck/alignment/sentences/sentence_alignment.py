"""Sentences aligned inside beads, in two stages, to find what a paragraph leaves out.

    find_suspects(bitexts)                what is looked into; ``wanted``: its sentences
    draft_sentences(suspects, vectors)    a first look; ``wanted``: what may speak against omissions
    settle_sentences(draft, vectors)      the second look: bitexts with ``Bead.sentences``

What seems to be left out is believed only where neither a clause of the target says it, nor a
segment alone beside it, nor a bead nearby.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.logistic_model import to_probability
from aligncheck.alignment.sentences.omitted_sentences import (
    OMISSION_PROBABILITY,
    estimate_omissions,
    suspect_omissions,
)
from aligncheck.alignment.sentences.partial_translations import (
    COVERAGE_FEATURES,
    COVERED_PROBABILITY,
    join_partial_translations,
    list_added_prose,
    replace_beads,
)
from aligncheck.alignment.sentences.sentence_comparison import (
    SentenceComparison,
    list_clauses,
    list_texts,
    scale_bitext,
    split_bead,
)
from aligncheck.alignment.sentences.suspect_beads import SuspectBeads, is_suspect
from aligncheck.alignment.splitting.sentence_splitting import split_sentences
from aligncheck.model import SentenceBead

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.segments.article_alignment import EmbeddedBitext
    from aligncheck.alignment.segments.compare.pair_scale import PairScale
    from aligncheck.alignment.sentences.sentence_comparison import SentenceParts
    from aligncheck.alignment.sentences.suspect_beads import SentenceSuspects
    from aligncheck.alignment.text_vectors import TextVectors
    from aligncheck.model import Bead, Bitext, Segment, Slice

_NEARBY_BEADS: Final = 2
"""How many beads before and behind a paragraph may say what it lacks. Measured on 58 copies of two
articles with a sentence on the other side of a paragraph break: 34 false findings became 2, and of
114 sentences really taken out none was lost."""


@dataclass(frozen=True, slots=True)
class BitextDraft:
    """One bitext after the first look at the sentences of its suspect beads.

    By the index of a bead's first source segment: ``certain`` has the sentences of beads that lack
    none, ``doubtful`` the place among the beads of those that seem to.
    """

    embedded: EmbeddedBitext
    scale: PairScale
    certain: Mapping[int, tuple[SentenceBead, ...]]
    doubtful: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class SentenceDraft:
    """The bitexts of an article after the first look at sentences."""

    bitexts: tuple[BitextDraft, ...]

    @property
    def wanted(self) -> tuple[str, ...]:
        """The texts of a second look: sentences in doubt, and what may speak against omissions."""
        every = (text for draft in self.bitexts for text in _list_second_look(draft))
        return tuple(dict.fromkeys(every))


def draft_sentences(suspects: SentenceSuspects, vectors: TextVectors) -> SentenceDraft:
    """Look for omissions by whole sentences; ``vectors`` has what the suspects wanted."""
    return SentenceDraft(tuple(_draft_bitext(each, vectors) for each in suspects.bitexts))


def settle_sentences(draft: SentenceDraft, vectors: TextVectors) -> tuple[Bitext, ...]:
    """Fill ``Bead.sentences`` where the target may leave out a sentence of the source.

    ``vectors`` has what the draft wanted. Where the aligner took what is left of a paragraph for
    another one, the two are made a bead.
    """
    return tuple(_settle_bitext(each, vectors) for each in draft.bitexts)


def _draft_bitext(found: SuspectBeads, vectors: TextVectors) -> BitextDraft:
    found = _join_partial(found, vectors)
    comparison = SentenceComparison(found.embedded, found.scale, vectors)
    bitext = found.embedded.bitext
    places = {bead.source[0].index: at for at, bead in enumerate(bitext.beads) if bead.source}
    certain: dict[int, tuple[SentenceBead, ...]] = {}
    doubtful: dict[int, int] = {}
    for bead in found.suspects:
        parts, index = split_bead(bitext, bead), bead.source[0].index
        source, target = comparison.embed_sides(parts)
        if suspect_omissions(source, target, found.scale, load_fitted_models().omission):
            doubtful[index] = places[index]
        else:
            none = np.zeros(len(parts[0]), dtype=np.float32)
            certain[index] = _build_sentence_beads(parts, source.vectors @ target.vectors.T, none)
    return BitextDraft(found.embedded, found.scale, certain, doubtful)


def _join_partial(found: SuspectBeads, vectors: TextVectors) -> SuspectBeads:
    """Bring what is left of paragraphs together with them; such a bead is a suspect, too."""
    bitext = found.embedded.bitext
    if not found.partial:
        return found
    comparison = SentenceComparison(found.embedded, found.scale, vectors)
    chances = _estimate_covered(comparison, [split_bead(bitext, pair) for pair in found.partial])
    judged = [
        replace(pair, confidence=chance)
        for pair, chance in zip(found.partial, chances, strict=True)
    ]
    # What is usual is measured again with the beads that are made, and counts for their bitext.
    joined, made = join_partial_translations(bitext, judged)
    scale = scale_bitext(joined) if made else found.scale
    suspects = [*found.suspects, *(bead for bead in made if is_suspect(joined, bead, scale))]
    embedded = replace(found.embedded, bitext=joined)
    return SuspectBeads(embedded, scale, (), tuple(suspects))


def _list_second_look(draft: BitextDraft) -> Iterator[str]:
    """Give the sentences that seem to lack some, and the texts that may say these."""
    bitext = draft.embedded.bitext
    added, locale = list_added_prose(bitext), bitext.target.locale
    for at in draft.doubtful.values():
        bead = bitext.beads[at]
        parts = split_bead(bitext, bead)
        yield from (*list_texts(parts), *list_clauses(parts[1], locale))
        for near in _list_nearby(bitext, at):
            yield from list_texts(split_bead(bitext, near))
        for segment in _list_beside(bead, added):
            said = split_sentences([segment], locale)
            yield from (*list_texts([said]), *list_clauses(said, locale))


def _list_nearby(bitext: Bitext, at: int) -> list[Bead]:
    """Give the beads with both sides around a place."""
    around = (
        *bitext.beads[max(0, at - _NEARBY_BEADS) : at],
        *bitext.beads[at + 1 :][:_NEARBY_BEADS],
    )
    return [bead for bead in around if bead.source and bead.target]


def _list_beside(bead: Bead, added: Mapping[int, Segment]) -> list[Segment]:
    """Give the segments alone that stand right before and behind the target of a bead."""
    ends = (bead.target[0].index - 1, bead.target[-1].index + 1)
    return [added[index] for index in ends if index in added]


def _settle_bitext(draft: BitextDraft, vectors: TextVectors) -> Bitext:
    bitext = draft.embedded.bitext
    if not draft.certain and not draft.doubtful:
        return bitext
    comparison = SentenceComparison(draft.embedded, draft.scale, vectors)
    added = list_added_prose(bitext)
    # Every bead is judged by what the segments' alignment said, not by what was just found for the
    # bead before it: the outcome must not depend on the order.
    beads = list(bitext.beads)
    for at, bead in enumerate(bitext.beads):
        index = bead.source[0].index if bead.source else -1
        if index in draft.certain:
            beads[at] = replace(bead, sentences=draft.certain[index])
        elif index in draft.doubtful:
            beads[at] = _settle_bead(comparison, bead, added, _list_nearby(bitext, at))
    return replace_beads(bitext, beads)


def _settle_bead(
    comparison: SentenceComparison,
    bead: Bead,
    added: Mapping[int, Segment],
    nearby: Sequence[Bead],
) -> Bead:
    """Fill a bead's sentences; a segment beside it that says what seems missing is taken in.

    What a bead nearby says is not missing: a paragraph may end elsewhere in a translation.
    """
    filled = replace(bead, sentences=_align_bead(comparison, bead, nearby))
    missing = tuple(link.source[0] for link in filled.sentences if not link.target)
    for segment in _list_beside(bead, added):
        if missing and _says_sentences(comparison, segment, missing):
            target = sorted((*bead.target, segment), key=lambda segment: segment.index)
            larger = replace(bead, target=tuple(target))
            return replace(larger, sentences=_align_bead(comparison, larger, nearby))
    return filled


def _says_sentences(
    comparison: SentenceComparison, segment: Segment, missing: tuple[Slice, ...]
) -> bool:
    """Tell whether a target segment surely says some source sentences."""
    said = split_sentences([segment], comparison.embedded.bitext.target.locale)
    return bool(said) and _estimate_covered(comparison, [(missing, said)])[0] >= COVERED_PROBABILITY


def _estimate_covered(
    comparison: SentenceComparison, pairs: Sequence[SentenceParts]
) -> list[float]:
    """Give the probability that the target sentences of each pair are among the source ones."""
    covered = np.array([comparison.measure_coverage(parts) for parts in pairs], dtype=np.float32)
    chances: list[float] = _judge_coverage(covered).tolist()
    return chances


def _judge_coverage(covered: Float32Array) -> Float32Array:
    model = load_fitted_models().remainder
    return to_probability(model.score_features(COVERAGE_FEATURES, [covered]))


def _align_bead(
    comparison: SentenceComparison, bead: Bead, nearby: Sequence[Bead]
) -> tuple[SentenceBead, ...]:
    parts = split_bead(comparison.embedded.bitext, bead)
    source, target = comparison.embed_sides(parts)
    clauses = comparison.embed_clauses(parts[1])
    model = load_fitted_models().omission
    chances = estimate_omissions(source, target, clauses, comparison.scale, model)
    for place in np.flatnonzero(chances >= OMISSION_PROBABILITY).tolist():
        if _stands_nearby(comparison, parts[0][place], nearby):
            chances[place] = 0.0
    return _build_sentence_beads(parts, source.vectors @ target.vectors.T, chances)


def _stands_nearby(comparison: SentenceComparison, sentence: Slice, nearby: Sequence[Bead]) -> bool:
    """Tell whether a translated sentence nearby says it better than what is said there.

    That is: suits it better than any source sentence of its own bead.
    """
    for bead in nearby:
        left, right = split_bead(comparison.embedded.bitext, bead)
        if not (left and right):
            continue
        source, target = comparison.embed_sides(((sentence, *left), right))
        similarity = source.vectors @ target.vectors.T / comparison.scale.similarity
        # Row 0 is the sentence that is sought, the others are those of the bead nearby: a target
        # sentence that its own source suits better is no trace of ours.
        own = similarity[1:].max(axis=0)
        sure = _judge_coverage(similarity[0]) >= COVERED_PROBABILITY
        if (sure & (similarity[0] > own)).any():
            return True
    return False


def _build_sentence_beads(
    parts: SentenceParts, similarity: Float32Array, chances: Float32Array
) -> tuple[SentenceBead, ...]:
    """Make a bead of each source sentence, with the target sentence that suits it best if any."""
    left, right = parts
    best = similarity.argmax(axis=1).tolist()
    return tuple(
        SentenceBead((sentence,), (), 0.0, chance)
        if chance >= OMISSION_PROBABILITY
        else SentenceBead((sentence,), (right[other],), float(row[other]), 1.0 - chance)
        for sentence, row, other, chance in zip(
            left, similarity, best, chances.tolist(), strict=True
        )
    )
