"""Training rows for whether two documents are versions of one article (AC107)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from aligncheck.alignment.segments.decide.version_relation import compute_relation_features
from benchmarks.cases.alignments import align_tables, embed_document
from benchmarks.cases.version_pairs import couples
from training.logistic_regression import TrainingRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.vector_space import VectorSpace
    from benchmarks.cases.articles import Article, Embed
    from benchmarks.cases.version_pairs import Couple

_LIKELY = 4.5
"""Files offered as versions mostly are: how many times more versions count than other pairs."""

_COUNTS = {"whole": 4.0, "with faults": 2.0, "headings alike": 0.7, "edited": 0.5, "summary": 0.5}
"""How much each kind of pair counts; what is not named here, once."""

_TINY = 0.3
"""What pairs of single segments count."""


def relation_rows(articles: Sequence[Article], embed: Embed, known: VectorSpace) -> TrainingRows:
    """Give the features of all couples, weighed so that sources count the same by kind."""
    rows, every = TrainingRows(), list(couples(articles, embed))
    for couple, weight in zip(every, _weights(every), strict=True):
        one, other = (embed_document(each, embed, known) for each in couple.pair)
        links = align_tables((one, other))
        features = [float(f[0]) for f in compute_relation_features(links, (one.table, other.table))]
        rows.add_row(features, right=couple.versions, origin=couple.origin, weight=weight)
    return rows


def _weights(every: Sequence[Couple]) -> list[float]:
    """Let sources count the same within a kind of couple, and versions count as ``_LIKELY``."""
    counts = Counter((couple.origin, couple.versions, couple.kind) for couple in every)
    worth = [_worth(each) / counts[each.origin, each.versions, each.kind] for each in every]
    total = {True: 0.0, False: 0.0}
    for couple, weight in zip(every, worth, strict=True):
        total[couple.versions] += weight
    part = {True: _LIKELY / (1 + _LIKELY) / total[True], False: 1 / (1 + _LIKELY) / total[False]}
    return [
        weight * part[couple.versions] * len(every)
        for couple, weight in zip(every, worth, strict=True)
    ]


def _worth(couple: Couple) -> float:
    return _TINY if couple.kind.startswith("1 ") else _COUNTS.get(couple.kind, 1.0)
