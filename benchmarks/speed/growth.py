"""How time grows with length, vectors given: in process, as ratios, best of a few runs."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.arrays import normalize_rows
from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.segments.compare.segment_table import SegmentTable
from aligncheck.alignment.segments.decide.pair_alignment import draft_pair, settle_pair
from benchmarks.peers.aligners import peers

if TYPE_CHECKING:
    from collections.abc import Callable

_SIZES = (1_000, 10_000, 50_000)
_RIVALS = ("vecalign", "sentweave")
_DIMENSION = 384
_NOISE = 1.0
"""How far a translation's vector is from its source's, which makes true pairs' cosine about .5."""


def print_growth() -> None:
    """Print CPU seconds at each size, the exponents, and the ratio to peers at 10,000."""
    pairs = {size: _make_versions(size) for size in _SIZES}
    seconds = {size: _seconds(partial(_align, *pair)) for size, pair in pairs.items()}
    print("\nCPU seconds by segments: " + ", ".join(f"{n:,}: {s:.2f}" for n, s in seconds.items()))
    for small, large in ((1_000, 10_000), (10_000, 50_000), (1_000, 50_000)):
        power = math.log(seconds[large] / seconds[small]) / math.log(large / small)
        print(f"  exponent from {small:,} to {large:,}: {power:.2f}")
    known = peers()
    for name in _RIVALS:
        peer = known[name]
        if isinstance(peer, str):
            print(f"  {name} left out: {peer}")
            continue
        taken = _seconds(partial(peer, pairs[10_000], ((), ())))
        print(f"  {name} at 10,000: {taken:.2f}, {taken / seconds[10_000]:.1f} times ours")


def _align(source: SegmentTable, target: SegmentTable) -> None:
    """Align as far as vectors of segments alone allow, without the second pass."""
    draft = draft_pair(source, target, load_fitted_models())
    settle_pair(replace(draft, doubtful=()), ({}, {}), load_fitted_models())


def _seconds(run: Callable[[], object], times: int = 2) -> float:
    """Give the CPU seconds of the best run."""
    best = math.inf
    for _ in range(times):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def _make_versions(size: int, seed: int = 1) -> tuple[SegmentTable, SegmentTable]:
    """Make two versions of random vectors: one in twenty segments lost, one in fifty merged."""
    rng = np.random.default_rng(seed)
    source = rng.standard_normal((size, _DIMENSION)).astype(np.float32)
    lengths = rng.integers(20, 400, size).astype(np.float32)
    kept = np.flatnonzero(rng.random(size) > 0.05)  # noqa: PLR2004 - one in twenty
    merged = np.flatnonzero(rng.random(len(kept) - 1) < 0.02)  # noqa: PLR2004 - one in fifty
    target = source[kept] + _NOISE * rng.standard_normal((len(kept), _DIMENSION)).astype(np.float32)
    other = lengths[kept]
    target[merged] += target[merged + 1]
    other[merged] += other[merged + 1]
    rows = np.setdiff1d(np.arange(len(kept)), merged + 1)
    return _side(source, lengths), _side(target[rows], other[rows])


def _side(vectors: np.ndarray, lengths: np.ndarray) -> SegmentTable:
    nothing = np.zeros(len(vectors), dtype=np.int64)
    return SegmentTable(normalize_rows(vectors), lengths, nothing, nothing, nothing)
