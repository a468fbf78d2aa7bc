"""Training rows for how sure an outcome is: what the aligner makes of the labelled cases.

They need the link and join models, which are fitted before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.alignment import witness
from aligncheck.alignment.evidence import Parts
from aligncheck.alignment.gains import SHAPES, link_scores
from aligncheck.alignment.moves import left_over, mutual
from aligncheck.alignment.parameters import models
from aligncheck.alignment.path import whole_path
from aligncheck.alignment.rectangles import rectangles
from aligncheck.alignment.scale import candidates, measure
from aligncheck.alignment.versions import Versions
from benchmarks.alignment_cases import LANGS, PAIRS, sides
from benchmarks.logistic_fit import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.sides import Side
    from aligncheck.alignment.vectors import Space
    from benchmarks.alignment_cases import Article, Embed


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
