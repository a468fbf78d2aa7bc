"""What is usual between two versions: how similar true pairs are, how long they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.evidence import SMOOTH, Scale

if TYPE_CHECKING:
    from aligncheck.alignment.sides import FloatArray, IntArray, Side

TYPICAL = 0.55
"""The median cosine of true pairs in well-translated pages, centred (sv-en .66, sv-zh .53)."""

TRUST = 5.0
"""How many pairs the prior values count for."""


def mutual(similarity: FloatArray) -> tuple[IntArray, IntArray]:
    """Give the rows and columns of the cells that are the largest of their row and column."""
    best = similarity.argmax(axis=1)
    rows = np.arange(len(best))
    agree = similarity.argmax(axis=0)[best] == rows
    return rows[agree], best[agree]


def measure(source: Side, target: Side, rows: IntArray, columns: IntArray) -> Scale:
    """Estimate what is usual from likely pairs, shrunk to what is usual everywhere."""
    cosines = np.einsum("ij,ij->i", source.vectors[rows], target.vectors[columns])
    logs = np.log((source.lengths[rows] + SMOOTH) / (target.lengths[columns] + SMOOTH))
    count = len(rows)
    similarity = (_middle(cosines) * count + TYPICAL * TRUST) / (count + TRUST)
    ratio = _middle(logs) * count / (count + TRUST)
    return Scale(max(similarity, TYPICAL / 2), ratio)


def _middle(values: FloatArray) -> float:
    return float(np.median(values)) if len(values) else 0.0
