"""Versions of one article taken for unrelated, and different articles taken for versions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from aligncheck.alignment.fitted_models import models
from aligncheck.alignment.segments.decide.version_relation import related
from benchmarks.cases.articles import aligned, sides
from benchmarks.cases.version_pairs import couples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.vector_space import Space
    from benchmarks.cases.articles import Article, Embed

HALF = 0.5


def relation_outcomes(
    articles: Sequence[Article], embed: Embed, known: Space
) -> dict[str, tuple[int, int]]:
    """Count the pairs that are judged wrongly, and all, by kind of pair."""
    wrong: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for couple in couples(articles, embed):
        both = sides(*couple.pair, embed, known)
        taken = related(aligned(both), both, models().relation) >= HALF
        name = f"{'versions' if couple.versions else 'different'}, {couple.kind}"
        wrong[name] += taken != couple.versions
        total[name] += 1
    return {name: (wrong[name], total[name]) for name in total}
