"""Training rows for omitted sentences, and for paragraphs of which only a part is left."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from aligncheck.alignment.sentences.omitted_sentences import (
    compute_omission_features,
    list_single_sets,
)
from aligncheck.alignment.sentences.partial_translations import has_prose
from aligncheck.alignment.sentences.sentence_comparison import (
    SentenceComparison,
    list_clauses,
    list_texts,
    split_bead,
)
from aligncheck.alignment.sentences.suspect_beads import find_suspects
from benchmarks.cases.alignments import align_segments, embed_texts
from benchmarks.cases.gold import same_words
from training.logistic_regression import TrainingRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.alignment.sentences.sentence_comparison import SentenceParts
    from aligncheck.alignment.sentences.suspect_beads import SuspectBeads
    from aligncheck.model import Bead, Bitext
    from benchmarks.cases.articles import Article, Embed

_WAYS = (("en", "sv"), ("en", "zh"), ("sv", "zh"), ("zh", "sv"))

_MADE = 0.01
"""What a sentence counts that is taken out here, beside one of the cases: there are so many."""

_LEFT = 0.05
"""What a pair counts of which one sentence is left here, beside one of the cases."""

_TAKEN = 2
"""How many sentences are taken out of each paragraph, one at a time."""

_ALIKE = 0.25
"""The least cosine of a sentence that is taken out with the one that it translates."""

_PLANTED = frozenset({"drop_sentence", "merge", "split", "untr_sentence", ""})
"""The kinds of case that say something about sentences; the rest repeats the clean articles."""


def omission_rows(articles: Sequence[Article], embed: Embed, model: str) -> TrainingRows:
    """Give the source sentences of the beads that are looked into, and whether they are missing.

    The same paragraph, met in several cases, counts once. What other translations than the English
    text have and lack is not known, so there only what is taken out here counts.
    """
    rows, rng = TrainingRows(), random.Random(11)  # noqa: S311 - a fixed seed is the point
    seen: set[tuple[str, ...]] = set()
    for article, found, comparison in _comparisons(articles, embed, model):
        bitext = found.embedded.bitext
        for bead in found.suspects if bitext.source.locale == "en" else ():
            parts = split_bead(bitext, bead)
            met = (*list_texts(parts), article.case.document)
            if met not in seen:
                seen.add(met)
                missing = _gold(article, bitext, bead, parts)
                for row, right in _rows(comparison, parts, missing):
                    rows.add_row(row, right=right, origin=article.case.origin)
        if article.case.suite == "clean":
            for parts, missing in _shortened(comparison, rng):
                for row, right in _rows(comparison, parts, missing):
                    rows.add_row(row, right=right, origin=article.case.origin, weight=_MADE)
    return rows


def _comparisons(
    articles: Sequence[Article], embed: Embed, model: str
) -> Iterator[tuple[Article, SuspectBeads, SentenceComparison]]:
    """Align the articles from English, those without a fault from the other languages too."""
    for article in articles:
        if article.case.suite == "fault" and article.planted not in _PLANTED:
            continue
        for source, target in _WAYS:
            if source != "en" and article.case.suite != "clean":
                continue
            documents = [article.documents[source], article.documents[target]]
            (found,) = find_suspects(align_segments(documents, source, embed, model)).bitexts
            bitext = found.embedded.bitext
            every = [split_bead(bitext, bead) for bead in (*found.partial, *found.suspects)]
            every += _even(bitext) if article.case.suite == "clean" else ()
            texts = [
                text
                for parts in every
                for text in (*list_texts(parts), *list_clauses(parts[1], target))
            ]
            vectors = embed_texts(texts, embed, model)
            yield article, found, SentenceComparison(found.embedded, found.scale, vectors)


def _gold(article: Article, bitext: Bitext, bead: Bead, parts: SentenceParts) -> list[bool]:
    """Tell which source sentences of a bead were taken out of the target."""
    lang, targets = bitext.target.locale, {segment.index for segment in bead.target}
    gone = [
        fault.text
        for fault in article.faults("omitted_sentence", lang)
        if targets & set(article.segments(lang, fault.target))
    ]
    return [any(same_words(sentence.text, text) for text in gone) for sentence in parts[0]]


def _rows(
    comparison: SentenceComparison, parts: SentenceParts, missing: Sequence[bool]
) -> Iterator[tuple[list[float], bool]]:
    """Give the features of each sentence by itself, and whether it is missing."""
    source, target = comparison.embed_sides(parts)
    clauses, sets = comparison.embed_clauses(parts[1]), list_single_sets(len(missing))
    features = compute_omission_features(source, target, clauses, comparison.scale, sets)
    for place, right in enumerate(missing):
        yield [float(column[place]) for column in features], right


def _shortened(
    comparison: SentenceComparison, rng: random.Random
) -> Iterator[tuple[SentenceParts, list[bool]]]:
    """Take a target sentence out of paragraphs that have as many sentences in both versions."""
    for left, right in _even(comparison.embedded.bitext):
        source, target = comparison.embed_sides((left, right))
        alike = (source.vectors * target.vectors).sum(axis=1) > _ALIKE
        able = [place for place in range(len(left)) if alike[place]]
        for gone in rng.sample(able, min(_TAKEN, len(able))):
            missing = [place == gone for place in range(len(left))]
            yield (left, right[:gone] + right[gone + 1 :]), missing


def _even(bitext: Bitext) -> Iterator[SentenceParts]:
    """Give the sentences of the paragraphs that have as many in both versions."""
    for bead in bitext.beads:
        if not has_prose(bead):
            continue
        parts = split_bead(bitext, bead)
        if len(parts[0]) == len(parts[1]) > 1:
            yield parts


def remainder_rows(articles: Sequence[Article], embed: Embed, model: str) -> TrainingRows:
    """Give segments beside each other that are alone, and whether they belong together.

    There are few, so some are made: of each paragraph one sentence is left, which stands beside
    its own paragraph and beside another one of the article.
    """
    rows, rng = TrainingRows(), random.Random(5)  # noqa: S311 - a fixed seed is the point
    for article, found, comparison in _comparisons(articles, embed, model):
        bitext = found.embedded.bitext
        source, target = bitext.source.locale, bitext.target.locale
        true = {(i, j) for a, b in article.groups(source, target) for i in a for j in b}
        for pair in found.partial:
            right = (pair.source[0].index, pair.target[0].index) in true
            parts = split_bead(bitext, pair)
            covered = comparison.measure_coverage(parts)
            rows.add_row([covered], right=right, origin=article.case.origin)
        if article.case.suite == "clean":
            for parts, right in _remains(bitext, rng):
                row = [comparison.measure_coverage(parts)]
                rows.add_row(row, right=right, origin=article.case.origin, weight=_LEFT)
    return rows


def _remains(bitext: Bitext, rng: random.Random) -> Iterator[tuple[SentenceParts, bool]]:
    every = list(_even(bitext))
    for left, right in every:
        if len(every) > 1:
            left_over = (rng.choice(right),)
            others, _ = rng.choice([parts for parts in every if parts[0] != left])
            yield (left, left_over), True
            yield (others, left_over), False
