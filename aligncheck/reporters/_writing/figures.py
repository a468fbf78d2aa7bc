"""The figures of a run in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aligncheck.model import Run


_UNCOUNTABLE = frozenset({"info"})


def count_noun(number: int, noun: str) -> str:
    """Write a number with its noun: ``1 finding``, ``2 findings``."""
    singular = number == 1 or noun in _UNCOUNTABLE
    return f"{number} {noun}" if singular else f"{number} {noun}s"


def say_outcome(run: Run) -> str:
    """Say how many findings there are of which severity: ``3 findings (2 errors, 1 warning)``."""
    if not run.findings:
        return "no findings"
    counts = Counter(finding.severity for finding in run.findings)
    worst_first = sorted(counts, key=lambda severity: -severity.rank)
    parts = ", ".join(count_noun(counts[severity], severity.value) for severity in worst_first)
    return f"{count_noun(len(run.findings), 'finding')} ({parts})"


def say_extent(run: Run) -> str:
    """Say what was looked at: ``4 articles, 12 versions, 803 segments``."""
    figures = run.summary
    return ", ".join(
        (
            count_noun(figures.bundles, "article"),
            count_noun(figures.documents, "version"),
            count_noun(figures.segments, "segment"),
        )
    )
