"""Training rows for what a bead gains, from the labelled cases."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.evidence import Parts, join_features, link_features
from aligncheck.alignment.gains import SHAPES, SINGLE
from aligncheck.alignment.scale import candidates, measure
from aligncheck.model import Document
from benchmarks.alignment_cases import PAIRS, sides
from benchmarks.logistic_fit import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.alignment.joins import Shape
    from aligncheck.alignment.sides import FloatArray, Side
    from aligncheck.alignment.vectors import Space
    from benchmarks.alignment_cases import Article, Embed, Group

LOST = {"source": 0.08, "target": 0.12}
"""The share of segments that is taken out of either version of a clean article."""

THINNED = 2
"""How often each article without faults is thinned, every time differently."""

SHORTENED = 2
"""How much a pair counts that lost a sentence."""

NEAR = 3
"""How far from its place a wrong partner of a lost segment is looked for."""


def link_rows(articles: Sequence[Article], embed: Embed, known: Space) -> Rows:
    """Give right and wrong pairs as they meet, every source counting the same.

    Articles without faults lose some segments here; of those with faults, only what the faults
    concern is taken: what was lost or added beside what is near, and paragraphs that lost a
    sentence, which are right nevertheless.
    """
    rows, rng = Rows(), random.Random(3)  # noqa: S311 - a fixed seed is the point
    for article in articles:
        for left, right in PAIRS:
            one, other = article.documents[left], article.documents[right]
            origin = article.case.origin
            if article.case.suite == "clean":
                for _ in range(THINNED):
                    ours, theirs, groups = _thinned(one, other, rng)
                    pair = sides(ours, theirs, embed, known)
                    _add_links(rows, pair, groups, _single(groups), origin)
            elif shortened := _shortened(article, left, right):
                groups = article.groups(left, right)
                _add_links(rows, sides(one, other, embed, known), groups, shortened, origin)
    rows.balance()
    return rows


def _single(groups: Sequence[Group]) -> list[tuple[int, int]]:
    return [(a[0], b[0]) for a, b in groups if len(a) == len(b) == 1]


def _shortened(article: Article, left: str, right: str) -> list[tuple[int, int]]:
    """Give the links whose target or source lost a sentence, each as often as it shall count."""
    lost = {
        (lang, index)
        for lang in (left, right)
        for fault in article.faults("omitted_sentence", lang)
        for index in article.segments(lang, fault.target)
    }
    pairs = _single(article.groups(left, right))
    return [(i, j) for i, j in pairs if (left, i) in lost or (right, j) in lost] * SHORTENED


def _thinned(
    one: Document, other: Document, rng: random.Random
) -> tuple[Document, Document, list[Group]]:
    """Take some segments out of both versions of an article without faults."""
    kept = [
        [i for i in range(len(each.segments)) if rng.random() >= lost]
        for each, lost in zip((one, other), LOST.values(), strict=True)
    ]
    ours, theirs = (
        Document(each.path, each.locale, tuple(each.segments[i] for i in rows))
        for each, rows in zip((one, other), kept, strict=True)
    )
    groups: list[Group] = [
        ((kept[0].index(i),) if i in kept[0] else (), (kept[1].index(i),) if i in kept[1] else ())
        for i in sorted({*kept[0], *kept[1]})
    ]
    return ours, theirs, groups


def _add_links(
    rows: Rows,
    pair: tuple[Side, Side],
    groups: Sequence[Group],
    right: Sequence[tuple[int, int]],
    origin: str,
) -> None:
    """Add the pairs that are right, what is beside them, and what is beside lost segments."""
    if not all(len(side) for side in pair):
        return
    table = _table(pair)
    true = {(i, j) for a, b in groups for i in a for j in b}
    lost = [a[0] for a, b in groups if not b], [b[0] for a, b in groups if not a]
    wrong = set(_near_misses(set(right), lost, table.shape[:2])) - true
    for cell in right:
        rows.add(table[cell].tolist(), right=True, origin=origin)
    for cell in sorted(wrong):
        rows.add(table[cell].tolist(), right=False, origin=origin)


def _near_misses(
    single: set[tuple[int, int]], lost: tuple[list[int], list[int]], size: Sequence[int]
) -> Iterator[tuple[int, int]]:
    height, width = size
    for i, j in single:
        yield from ((i + d, j + 1 - d) for d in (0, 1) if i + d < height and j + 1 - d < width)
    for i in lost[0]:
        yield from ((i, j) for j in range(max(0, i - NEAR), min(width, i + NEAR + 1)))
    for j in lost[1]:
        yield from ((i, j) for i in range(max(0, j - NEAR), min(height, j + NEAR + 1)))


def _table(pair: tuple[Side, Side]) -> FloatArray:
    """Give the link features of all pairs: (source, target, feature)."""
    everywhere = slice(0, None)
    scale = measure(*pair, candidates(*pair))
    evidence = Parts(*pair, [SINGLE]).evidence(SINGLE, everywhere, everywhere, scale)
    return np.stack(link_features(evidence, *pair, everywhere, everywhere), axis=-1)


def join_rows(articles: Sequence[Article], embed: Embed, known: Space) -> Rows:
    """Give neighbours that were merged or split, and neighbours of what was lost or added."""
    rows = Rows()
    for article in articles:
        for left, right in PAIRS:
            groups = article.groups(left, right)
            if any(len(a) != 1 or len(b) != 1 for a, b in groups):
                documents = article.documents[left], article.documents[right]
                pair = sides(*documents, embed, known)
                tables = {shape: _join_table(pair, shape) for shape in ((1, 2), (2, 1))}
                for shape, end, merged in _joins(groups):
                    features = tables[shape][end].tolist()
                    rows.add(features, right=merged, origin=article.case.origin)
    return rows


def _join_table(pair: tuple[Side, Side], shape: Shape) -> FloatArray:
    everywhere = slice(0, None)
    scale = measure(*pair, candidates(*pair))
    parts = Parts(*pair, SHAPES)
    table = {each: parts.evidence(each, everywhere, everywhere, scale) for each in SHAPES}
    return np.stack(join_features(shape, table), axis=-1)


def _joins(groups: Sequence[Group]) -> Iterator[tuple[Shape, tuple[int, int], bool]]:
    """Give joins of two with one: shape, the cell where it ends, whether it is right."""
    lost = {a[0] for a, b in groups if not b}, {b[0] for a, b in groups if not a}
    for a, b in groups:
        if (len(a), len(b)) in {(1, 2), (2, 1)} and a[-1] - a[0] == len(a) - 1:
            yield (len(a), len(b)), (a[-1], b[-1]), True
        if len(a) == len(b) == 1:
            yield from (
                ((2, 1), (max(a[0], n), b[0]), False) for n in (a[0] - 1, a[0] + 1) if n in lost[0]
            )
            yield from (
                ((1, 2), (a[0], max(b[0], n)), False) for n in (b[0] - 1, b[0] + 1) if n in lost[1]
            )
