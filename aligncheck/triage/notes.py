"""What a run has to say of a baseline, so that it shrinks and nothing in it is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.triage.baseline import BaselineEntry


def note_baseline_changes(
    gone: Sequence[BaselineEntry], lapsed: Sequence[BaselineEntry]
) -> tuple[str, ...]:
    """Say how many findings are gone, and which entries do not hold any more; a line each."""
    return (*_note_gone(sum(entry.count for entry in gone)), *map(_note_lapsed, lapsed))


def _note_gone(count: int) -> Iterator[str]:
    if count:
        some = f"{count} known findings are" if count > 1 else "1 known finding is"
        yield f"{some} gone; 'aligncheck baseline --prune' takes them out of the baseline"


def _note_lapsed(entry: BaselineEntry) -> str:
    where = f"{entry.code} in {entry.bundle} ({entry.locale})"
    why = f"; it was waived: {entry.reason}" if entry.reason else ""
    return f"{where} counts again, being past its day or its source having changed{why}"
