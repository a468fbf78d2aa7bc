"""The means and the linear map of a model's vectors, fitted on parallel articles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.vector_space import POOLED_MEAN, VectorSpace, map_document
from benchmarks.cases.articles import LANGS, PAIRS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.arrays import Float32Array
    from benchmarks.cases.articles import Article, Embed

SHRINKAGE = 0.3
"""How far the within-class covariance is drawn to a multiple of the identity. Between .1 and .5
the figures on held-out sources differ by less than .01."""


def fit_space(articles: Sequence[Article], embed: Embed) -> VectorSpace:
    """Fit the mean of each language and the within-class covariance normalization.

    A class is a segment in all its languages (Hatch and others, 2006). Every source counts the
    same, however many articles it has.
    """
    means = _means(articles, embed)
    return VectorSpace(means, _normalization(articles, embed, VectorSpace(means, None)))


def _means(articles: Sequence[Article], embed: Embed) -> dict[str, Float32Array]:
    means = {}
    for lang in LANGS:
        by_origin = defaultdict(list)
        for article in articles:
            by_origin[article.case.origin].append(_raw(article, lang, embed).mean(axis=0))
        means[lang] = _balanced(by_origin)
    means[POOLED_MEAN] = np.mean(list(means.values()), axis=0).astype(np.float32)
    return means


def _normalization(articles: Sequence[Article], embed: Embed, centred: VectorSpace) -> Float32Array:
    """Give the inverse root of the shrunk within-class covariance, scaled to keep lengths."""
    by_origin = defaultdict(list)
    for article in articles:
        versions = [map_document(_raw(article, lang, embed), lang, centred) for lang in LANGS]
        apart = (np.stack(versions) - np.mean(versions, axis=0)).reshape(-1, versions[0].shape[1])
        by_origin[article.case.origin].append(apart.T @ apart / len(apart))
    within = _balanced(by_origin).astype(np.float64)
    size = len(within)
    shrunk = (1 - SHRINKAGE) * within + SHRINKAGE * np.trace(within) / size * np.eye(size)
    values, axes = np.linalg.eigh(shrunk)
    root = (axes * values**-0.5) @ axes.T
    scaled: Float32Array = (root * np.sqrt(size / np.trace(root @ root))).astype(np.float32)
    return scaled


def _balanced(by_origin: dict[str, list[Float32Array]]) -> Float32Array:
    mean: Float32Array = np.mean([np.mean(each, axis=0) for each in by_origin.values()], axis=0)
    return mean.astype(np.float32)


def _raw(article: Article, lang: str, embed: Embed) -> Float32Array:
    return embed([segment.text for segment in article.documents[lang].segments])


def compare_maps(articles: Sequence[Article], embed: Embed) -> None:
    """Print how often true counterparts find each other, with and without the map.

    Both means and map are fitted on the other sources.
    """
    print("mutual best matches within an article, held-out sources: centred, mapped as well")
    for origin in sorted({article.case.origin for article in articles}):
        rest = [article for article in articles if article.case.origin != origin]
        held_out = [article for article in articles if article.case.origin == origin]
        mapped = fit_space(rest, embed)
        centred = VectorSpace(mapped.means, None)
        figures = [
            f"{left}-{right} {_recall(held_out, left, right, embed, centred):.3f}"
            f" {_recall(held_out, left, right, embed, mapped):.3f}"
            for left, right in PAIRS
        ]
        print(f"  {origin:15} " + "   ".join(figures))


def _recall(
    articles: Sequence[Article], left: str, right: str, embed: Embed, known: VectorSpace
) -> float:
    found = total = 0
    for article in articles:
        ours = map_document(_raw(article, left, embed), left, known)
        theirs = map_document(_raw(article, right, embed), right, known)
        similarity = ours @ theirs.T
        best = similarity.argmax(axis=1)
        agree = similarity.argmax(axis=0)[best] == np.arange(len(best))
        found += int((agree & (best == np.arange(len(best)))).sum())
        total += len(best)
    return found / total
