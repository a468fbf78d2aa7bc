"""Versions of one article taken for unrelated, and different articles taken for versions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.segments.decide.pair_alignment import draft_pair
from aligncheck.model import RELATED_PROBABILITY
from benchmarks.cases.alignments import embed_document
from benchmarks.cases.version_pairs import couples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.vector_space import VectorSpace
    from benchmarks.cases.articles import Article, Embed


def relation_outcomes(
    articles: Sequence[Article], embed: Embed, space: VectorSpace
) -> dict[str, tuple[int, int]]:
    """Count the pairs that are judged wrongly, and all, by kind of pair."""
    wrong: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for couple in couples(articles, embed):
        one, other = (embed_document(each, embed, space).table for each in couple.pair)
        taken = draft_pair(one, other, load_fitted_models()).confidence >= RELATED_PROBABILITY
        name = f"{'versions' if couple.versions else 'different'}, {couple.kind}"
        wrong[name] += taken != couple.versions
        total[name] += 1
    return {name: (wrong[name], total[name]) for name in total}
