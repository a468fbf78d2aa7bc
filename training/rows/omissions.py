"""Training rows for omitted sentences, and for paragraphs of which only a part is left."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from aligncheck.alignment import align_bundle
from aligncheck.alignment.sentences.omitted_sentences import omission_features, single
from aligncheck.alignment.sentences.partial_translations import WORDLESS
from aligncheck.alignment.sentences.sentence_alignment import (
    Measure,
    remainders,
    split,
    suspects,
)
from benchmarks.cases.gold import same_words
from training.logistic_regression import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.alignment.sentences.sentence_alignment import Parts
    from aligncheck.model import Bead, Bitext
    from benchmarks.cases.articles import Article, Embed

WAYS = (("en", "sv"), ("en", "zh"), ("sv", "zh"), ("zh", "sv"))

MADE = 0.01
"""What a sentence counts that is taken out here, beside one of the cases: there are so many."""

LEFT = 0.05
"""What a pair counts of which one sentence is left here, beside one of the cases."""

TAKEN = 2
"""How many sentences are taken out of each paragraph, one at a time."""

ALIKE = 0.25
"""The least cosine of a sentence that is taken out with the one that it translates."""

PLANTED = frozenset({"drop_sentence", "merge", "split", "untr_sentence", ""})
"""The kinds of case that say something about sentences; the rest repeats the clean articles."""


def omission_rows(articles: Sequence[Article], embed: Embed, model: str) -> Rows:
    """Give the source sentences of the beads that are looked into, and whether they are missing.

    The same paragraph, met in several cases, counts once. What other translations than the English
    text have and lack is not known, so there only what is taken out here counts.
    """
    rows, rng = Rows(), random.Random(11)  # noqa: S311 - a fixed seed is the point
    seen: set[tuple[str, ...]] = set()
    for article, measure in _measures(articles, embed, model):
        for bead in suspects(measure.bitext) if measure.bitext.source.locale == "en" else ():
            parts = split(measure.bitext, bead)
            met = (*_texts(parts), article.case.document)
            if met not in seen:
                seen.add(met)
                missing = _gold(article, measure.bitext, bead, parts)
                for row, right in _rows(measure, parts, missing):
                    rows.add(row, right=right, origin=article.case.origin)
        if article.case.suite == "clean":
            for parts, missing in _shortened(measure, rng):
                for row, right in _rows(measure, parts, missing):
                    rows.add(row, right=right, origin=article.case.origin, weight=MADE)
    return rows


def _measures(
    articles: Sequence[Article], embed: Embed, model: str
) -> Iterator[tuple[Article, Measure]]:
    """Align the articles from English, those without a fault from the other languages too."""
    for article in articles:
        if article.case.suite == "fault" and article.planted not in PLANTED:
            continue
        for source, target in WAYS:
            if source != "en" and article.case.suite != "clean":
                continue
            documents = [article.documents[source], article.documents[target]]
            (bitext,) = align_bundle(documents, source, embed, model)
            yield article, Measure.of(bitext, embed, model)


def _texts(parts: Parts) -> tuple[str, ...]:
    return tuple(sentence.text for part in parts for sentence in part)


def _gold(article: Article, bitext: Bitext, bead: Bead, parts: Parts) -> list[bool]:
    """Tell which source sentences of a bead were taken out of the target."""
    lang, targets = bitext.target.locale, {segment.index for segment in bead.target}
    gone = [
        fault.text
        for fault in article.faults("omitted_sentence", lang)
        if targets & set(article.segments(lang, fault.target))
    ]
    return [any(same_words(sentence.text, text) for text in gone) for sentence in parts[0]]


def _rows(
    measure: Measure, parts: Parts, missing: Sequence[bool]
) -> Iterator[tuple[list[float], bool]]:
    """Give the features of each sentence by itself, and whether it is missing."""
    source, target = measure.sides(parts)
    clauses, sets = measure.clauses(parts[1]), single(len(missing))
    features = omission_features(source, target, clauses, measure.scale, sets)
    for place, right in enumerate(missing):
        yield [float(column[place]) for column in features], right


def _shortened(measure: Measure, rng: random.Random) -> Iterator[tuple[Parts, list[bool]]]:
    """Take a target sentence out of paragraphs that have as many sentences in both versions."""
    for left, right in _even(measure.bitext):
        source, target = measure.sides((left, right))
        alike = (source.vectors * target.vectors).sum(axis=1) > ALIKE
        able = [place for place in range(len(left)) if alike[place]]
        for gone in rng.sample(able, min(TAKEN, len(able))):
            missing = [place == gone for place in range(len(left))]
            yield (left, right[:gone] + right[gone + 1 :]), missing


def _even(bitext: Bitext) -> Iterator[Parts]:
    """Give the sentences of the paragraphs that have as many in both versions."""
    for bead in bitext.beads:
        if any(segment.kind in WORDLESS for segment in (*bead.source, *bead.target)):
            continue
        parts = split(bitext, bead)
        if len(parts[0]) == len(parts[1]) > 1:
            yield parts


def remainder_rows(articles: Sequence[Article], embed: Embed, model: str) -> Rows:
    """Give segments beside each other that are alone, and whether they belong together.

    There are few, so some are made: of each paragraph one sentence is left, which stands beside
    its own paragraph and beside another one of the article.
    """
    rows, rng = Rows(), random.Random(5)  # noqa: S311 - a fixed seed is the point
    for article, measure in _measures(articles, embed, model):
        source, target = measure.bitext.source.locale, measure.bitext.target.locale
        true = {(i, j) for a, b in article.groups(source, target) for i in a for j in b}
        for pair in remainders(measure.bitext):
            right = (pair.source[0].index, pair.target[0].index) in true
            parts = split(measure.bitext, pair)
            rows.add([measure.coverage(parts)], right=right, origin=article.case.origin)
        if article.case.suite == "clean":
            for parts, right in _remains(measure, rng):
                row = [measure.coverage(parts)]
                rows.add(row, right=right, origin=article.case.origin, weight=LEFT)
    return rows


def _remains(measure: Measure, rng: random.Random) -> Iterator[tuple[Parts, bool]]:
    every = list(_even(measure.bitext))
    for left, right in every:
        if len(every) > 1:
            left_over = (rng.choice(right),)
            others, _ = rng.choice([parts for parts in every if parts[0] != left])
            yield (left, left_over), True
            yield (others, left_over), False
