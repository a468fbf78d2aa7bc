"""Which sentences a translation leaves out, by vectors and lengths alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.segments.compare.pair_scale import PairScale
from aligncheck.alignment.sentences.omitted_sentences import (
    OMISSION_PROBABILITY,
    SentenceSide,
    estimate_omissions,
    suspect_omissions,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.arrays import Float32Array

USUAL = PairScale(similarity=0.6, ratio=0.0)
MEANING = 8


def said(*meanings: Sequence[int], lang: int) -> Float32Array:
    """Give a unit vector per sentence: what it means, and as much that is its language's own."""
    rows = np.zeros((len(meanings), MEANING + 2), dtype=np.float32)
    for row, each in zip(rows, meanings, strict=True):
        row[list(each)] = 1.0
        row[MEANING + lang] = 0.8
    unit: Float32Array = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def version(*meanings: Sequence[int], lang: int) -> SentenceSide:
    """Write sentences that are as long as they have meanings."""
    lengths = np.array([80.0 * len(each) for each in meanings], dtype=np.float32)
    return SentenceSide(said(*meanings, lang=lang), lengths)


def missing(
    source: SentenceSide, target: SentenceSide, clauses: Float32Array | None = None
) -> tuple[list[int], int]:
    """Give what is taken for missing, and how often the clauses were asked for."""
    model = load_fitted_models().omission
    if not suspect_omissions(source, target, USUAL, model):
        return [], 0
    within = target.vectors[:0] if clauses is None else clauses
    chances = estimate_omissions(source, target, within, USUAL, model)
    return np.flatnonzero(chances >= OMISSION_PROBABILITY).tolist(), 1


SOURCE = version([0], [1], [2], [3], [4], lang=0)


@pytest.mark.parametrize("gone", [[0], [2], [4], [1, 2], [2, 3, 4], [0, 3], [0, 2, 4]])
def test_lost_sentences(gone: list[int]) -> None:
    """Sentences that were lost are found, one or several, and the others are not doubted."""
    target = version(*([each] for each in range(5) if each not in gone), lang=1)
    assert missing(SOURCE, target)[0] == gone


def test_whole_paragraph() -> None:
    """Where every sentence has its counterpart none is missing, and no clause is asked for."""
    assert missing(SOURCE, version([0], [1], [2], [3], [4], lang=1)) == ([], 0)


def test_joined_sentences() -> None:
    """Two sentences that became one, as long as both, are not missing."""
    assert missing(SOURCE, version([0], [1, 2], [3], [4], lang=1))[0] == []


def test_terse_clause() -> None:
    """What looks lost in a long sentence is not, where one of its clauses says it."""
    target = version([0], [1], [2], lang=1)
    source = version([0], [1], [2], [3], lang=0)
    clauses = said([2], [3], lang=1)
    assert missing(source, target)[0] == [3]
    assert missing(source, target, clauses) == ([], 1)


def test_something_is_left() -> None:
    """However little a target says, not every sentence is taken for missing."""
    found, _ = missing(version([0], [1], lang=0), version([7], lang=1))
    assert len(found) < 2
