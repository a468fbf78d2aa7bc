"""Training rows for how sure an outcome is: what the aligner makes of the labelled cases.

They need the link and join models, which are fitted before.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from aligncheck.alignment import witness
from aligncheck.alignment.evidence import Parts
from aligncheck.alignment.gains import SHAPES, link_scores
from aligncheck.alignment.moves import left_over, mutual
from aligncheck.alignment.parameters import models
from aligncheck.alignment.path import whole_path
from aligncheck.alignment.rectangles import rectangles
from aligncheck.alignment.relation import related, relation_features
from aligncheck.alignment.scale import candidates, measure
from aligncheck.alignment.versions import Versions
from benchmarks.alignment_cases import LANGS, PAIRS, aligned, sides
from benchmarks.logistic_fit import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.alignment.sides import FloatArray, Side
    from aligncheck.alignment.vectors import Space
    from aligncheck.model import Document
    from benchmarks.alignment_cases import Article, Embed

SHORT = (2, 3, 5, 8)
"""Lengths of the pieces that stand for short documents."""

CUT = 0.3
"""What is left of a version that was cut short."""

HALF = 0.5

RIVALS = 4
"""Other articles of the same source that each article is set beside: the nearest ones."""


def null_rows(articles: Sequence[Article], embed: Embed, model: str) -> Rows:
    """Give the segments that the aligner leaves alone, source against either target.

    Each counts twice, with what the third version says and without.
    """
    rows = Rows()
    for article in articles:
        versions = Versions([article.documents[lang] for lang in LANGS], embed, model)
        for target in (1, 2):
            for ends in ((0, target), (target, 0)):
                _add_nulls(rows, article, versions, ends, third=3 - target)
    return rows


def _add_nulls(
    rows: Rows, article: Article, versions: Versions, ends: tuple[int, int], third: int
) -> None:
    one, other = ends
    alignment = versions.pair(one, other).alignment
    alone = alignment.source.alone
    said = witness.testimony(alone, versions.partners(one, third), versions.partners(third, other))
    groups = article.groups(LANGS[one], LANGS[other])
    missing = {a[0] for a, b in groups if not b}
    for place, index in enumerate(alone.tolist()):
        features = [float(column[place]) for column in alignment.features[0]]
        for heard in (float(said[place]), 0.0):
            right = index in missing
            rows.add([*features, heard], right=right, origin=article.case.origin)


def link_outcomes(articles: Sequence[Article], embed: Embed, known: Space) -> tuple[Rows, Rows]:
    """Give what became links: those in order by support, the others by score."""
    ordered, moved = Rows(), Rows()
    for article in articles:
        for left, right in PAIRS[:2]:
            pair = sides(article.documents[left], article.documents[right], embed, known)
            true = {(i, j) for a, b in article.groups(left, right) for i in a for j in b}
            _add_outcomes((ordered, moved), pair, true, article.case.origin)
    return ordered, moved


def _add_outcomes(
    outcomes: tuple[Rows, Rows],
    pair: tuple[Side, Side],
    true: set[tuple[int, int]],
    origin: str,
) -> None:
    ordered, moved = outcomes
    scale = measure(*pair, candidates(*pair))
    gain = models().gain
    path = whole_path(Parts(*pair, SHAPES), rectangles(*pair, candidates(*pair)), scale, gain)
    for link in path.links:
        support = min(
            path.source[slice(*link.source)].min(), path.target[slice(*link.target)].min()
        )
        right = (link.source[0], link.target[0]) in true
        ordered.add([float(support)], right=right, origin=origin)
    ours = left_over(len(pair[0]), (link.source for link in path.links))
    theirs = left_over(len(pair[1]), (link.target for link in path.links))
    if len(ours) and len(theirs):
        scores = link_scores(pair[0].take(ours), pair[1].take(theirs), scale, gain)
        for i, j in mutual(scores):
            right = (int(ours[i]), int(theirs[j])) in true
            moved.add([float(scores[i, j])], right=right, origin=origin)


def relation_rows(articles: Sequence[Article], embed: Embed, known: Space) -> Rows:
    """Give pairs of versions, whole, short and cut short, and pairs of different articles."""
    rows = Rows()
    for _, article, pair, right in _couples(articles, embed):
        rows.add(_relation(pair, embed, known), right=right, origin=article.case.origin)
    return rows


def relation_outcomes(
    articles: Sequence[Article], embed: Embed, known: Space
) -> dict[str, tuple[int, int]]:
    """Count the pairs that are judged wrongly, and all, by kind of pair."""
    wrong: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for kind, _, pair, right in _couples(articles, embed):
        both = sides(*pair, embed, known)
        taken = related(aligned(both), both, models().relation) >= HALF
        name = f"{'versions' if right else 'different'}, {kind}"
        wrong[name] += taken != right
        total[name] += 1
    return {name: (wrong[name], total[name]) for name in total}


def _couples(
    articles: Sequence[Article], embed: Embed
) -> Iterator[tuple[str, Article, tuple[Document, Document], bool]]:
    """Give pairs of documents, what kind of pair it is, and whether they are versions of one."""
    rng = random.Random(7)  # noqa: S311 - a fixed seed is the point
    clean = [article for article in articles if article.case.suite == "clean"]
    for article in articles:
        for left, right in PAIRS[: None if article.case.suite == "clean" else 2]:
            one, other = article.documents[left], article.documents[right]
            kinds = None if article.case.suite == "clean" else 1
            for kind, pair in islice(_pieces(one, other, rng, apart=False), kinds):
                yield kind, article, pair, True
    for article in clean:
        for left, right in PAIRS:
            for rival in _rivals(article, clean, right, embed):
                documents = article.documents[left], rival.documents[right]
                for kind, pair in _pieces(*documents, rng, apart=True):
                    yield kind, article, pair, False


def _relation(pair: tuple[Document, Document], embed: Embed, known: Space) -> list[float]:
    both = sides(*pair, embed, known)
    features = relation_features(aligned(both), both)
    return [float(feature[0]) for feature in features]


def _pieces(
    one: Document, other: Document, rng: random.Random, *, apart: bool
) -> Iterator[tuple[str, tuple[Document, Document]]]:
    """Give two documents whole, then short pieces of them, then with the second cut short.

    The short pieces are from the same place, or from anywhere where the documents are ``apart``.
    """
    yield "whole", (one, other)
    for size in SHORT:
        start = rng.randrange(max(1, len(one.segments) - size))
        place = rng.randrange(max(1, len(other.segments) - size)) if apart else start
        yield f"{size} segments", (_piece(one, start, size), _piece(other, place, size))
    yield "cut short", (one, _piece(other, 0, max(2, int(CUT * len(other.segments)))))


def _piece(document: Document, start: int, size: int) -> Document:
    return replace(document, segments=document.segments[start : start + size])


def _rivals(article: Article, clean: Sequence[Article], lang: str, embed: Embed) -> list[Article]:
    """Give the articles of the same source whose mean vector is the nearest."""

    def mean(each: Article) -> FloatArray:
        vectors = embed([segment.text for segment in each.documents[lang].segments])
        middle: FloatArray = vectors.mean(axis=0)
        return middle

    own = mean(article)
    others = [
        each
        for each in clean
        if each.case.origin == article.case.origin and each.case.document != article.case.document
    ]
    return sorted(others, key=lambda each: -float(own @ mean(each)))[:RIVALS]
