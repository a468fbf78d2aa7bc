"""Fits the means and the linear map that make a model's vectors comparable across languages.

    python -m training.vector_map FOLDER [--output DIR]

FOLDER holds ``cases/clean/<case>/{en,sv,zh}.md`` with a ``gold.json`` each: parallel articles
without a fault. Written is ``<model>.npz``: a mean per language, their mean (``pooled``), the map
(``mapping``) and, as JSON, where it all comes from (``provenance``).
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import numpy as np

from aligncheck.alignment.fitted_folder import FITTED_FOLDER
from aligncheck.alignment.vector_space import (
    POOLED_MEAN,
    VectorSpace,
    map_document,
)
from aligncheck.embedding import open_embedder
from benchmarks.cases.articles import LANGS, PAIRS, articles, remembering
from benchmarks.cases.gold import list_case_files
from training.provenance import describe_origin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.alignment.arrays import Float32Array
    from benchmarks.cases.articles import Article, Embed

_COMMAND = "python -m training.vector_map FOLDER"

_SHRINKAGE = 0.3
"""How far the within-class covariance is drawn to a multiple of the identity. Between .1 and .5
the figures on held-out sources differ by less than .01."""


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), default=FITTED_FOLDER)
def main(folder: Path, output: Path) -> None:
    """Fit, print how well held-out sources are matched, and write."""
    embedder = open_embedder()
    clean = list(articles(folder, ["clean"]))
    files = list_case_files(folder, ["clean"])
    fit_vector_map(clean, files, remembering(embedder.embed), output, embedder.name)
    embedder.close()


def fit_vector_map(
    clean: Sequence[Article], files: Sequence[Path], embed: Embed, output: Path, model: str
) -> Path:
    """Fit means and map, and give the file that they were written to."""
    fitted = _fit_space(clean, embed)
    held_out = _compare_maps(clean, embed)
    origin = describe_origin(_COMMAND, files, held_out, vectors=model, languages=list(LANGS))
    arrays: dict[str, Any] = {**fitted.means, "mapping": fitted.mapping}
    arrays["provenance"] = np.array(json.dumps(origin))
    output.mkdir(parents=True, exist_ok=True)
    path = output / f"{model.rsplit('/', 1)[-1]}.npz"
    np.savez(path, **arrays)
    return path


def _fit_space(articles: Sequence[Article], embed: Embed) -> VectorSpace:
    """Fit the mean of each language and the within-class covariance normalization.

    A class is a segment in all its languages (Hatch and others, 2006): what differs within it is
    language and wording, so directions in which translations differ much count for little. Every
    source counts the same, however many articles it has.
    """
    means = _fit_means(articles, embed)
    return VectorSpace(means, _fit_normalization(articles, embed, VectorSpace(means, None)))


def _fit_means(articles: Sequence[Article], embed: Embed) -> dict[str, Float32Array]:
    means = {}
    for lang in LANGS:
        by_origin = defaultdict(list)
        for article in articles:
            by_origin[article.case.origin].append(_embed_version(article, lang, embed).mean(axis=0))
        means[lang] = _average_sources(by_origin)
    means[POOLED_MEAN] = np.mean(list(means.values()), axis=0).astype(np.float32)
    return means


def _fit_normalization(
    articles: Sequence[Article], embed: Embed, centred: VectorSpace
) -> Float32Array:
    """Give the inverse root of the shrunk within-class covariance, scaled to keep lengths."""
    by_origin = defaultdict(list)
    for article in articles:
        versions = [
            map_document(_embed_version(article, lang, embed), lang, centred) for lang in LANGS
        ]
        apart = (np.stack(versions) - np.mean(versions, axis=0)).reshape(-1, versions[0].shape[1])
        by_origin[article.case.origin].append(apart.T @ apart / len(apart))
    within = _average_sources(by_origin).astype(np.float64)
    size = len(within)
    shrunk = (1 - _SHRINKAGE) * within + _SHRINKAGE * np.trace(within) / size * np.eye(size)
    # within = axes diag(values) axes', so its inverse root has values to the power of -1/2.
    values, axes = np.linalg.eigh(shrunk)
    root = (axes * values**-0.5) @ axes.T
    scaled: Float32Array = (root * np.sqrt(size / np.trace(root @ root))).astype(np.float32)
    return scaled


def _average_sources(by_origin: Mapping[str, Sequence[Float32Array]]) -> Float32Array:
    mean: Float32Array = np.mean([np.mean(each, axis=0) for each in by_origin.values()], axis=0)
    return mean.astype(np.float32)


def _embed_version(article: Article, lang: str, embed: Embed) -> Float32Array:
    return embed([segment.text for segment in article.documents[lang].segments])


def _compare_maps(articles: Sequence[Article], embed: Embed) -> dict[str, object]:
    """Print and give how often true counterparts find each other, with and without the map.

    Both means and map are fitted on the other sources; with one source there is nothing to give.
    """
    print("mutual best matches within an article, held-out sources: centred, mapped as well")
    figures: dict[str, object] = {}
    for origin in sorted({article.case.origin for article in articles}):
        rest = [article for article in articles if article.case.origin != origin]
        if not rest:
            break
        held_out = [article for article in articles if article.case.origin == origin]
        mapped = _fit_space(rest, embed)
        known = {"centred": VectorSpace(mapped.means, None), "mapped": mapped}
        figures[origin] = {
            name: {
                f"{left}-{right}": round(_recall(held_out, left, right, embed, space), 3)
                for left, right in PAIRS
            }
            for name, space in known.items()
        }
        print(f"  {origin:15} {figures[origin]}")
    return {"mutual best matches": figures}


def _recall(
    articles: Sequence[Article], left: str, right: str, embed: Embed, known: VectorSpace
) -> float:
    found = total = 0
    for article in articles:
        ours = map_document(_embed_version(article, left, embed), left, known)
        theirs = map_document(_embed_version(article, right, embed), right, known)
        similarity = ours @ theirs.T
        best = similarity.argmax(axis=1)
        agree = similarity.argmax(axis=0)[best] == np.arange(len(best))
        found += int((agree & (best == np.arange(len(best)))).sum())
        total += len(best)
    return found / total


if __name__ == "__main__":
    main()
