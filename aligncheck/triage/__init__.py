"""Living with findings: comments in the files, paths and rules that do not count, the baseline."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from aligncheck.model import Suppressed
from aligncheck.triage.baseline import (
    Baseline,
    BaselineEntry,
    make_baseline,
    read_baseline,
    render_baseline,
)
from aligncheck.triage.comments import read_comments
from aligncheck.triage.inline import CommentReach, find_silencers, locate_comments
from aligncheck.triage.marks import find_source_marks, mark_sources
from aligncheck.triage.modes import TranslationModes
from aligncheck.triage.notes import note_baseline_changes
from aligncheck.triage.paths import PathIgnores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from aligncheck.config import Config
    from aligncheck.model import Finding

__all__ = [
    "Baseline",
    "BaselineEntry",
    "CommentReach",
    "find_source_marks",
    "locate_comments",
    "make_baseline",
    "mark_sources",
    "note_baseline_changes",
    "read_baseline",
    "read_comments",
    "render_baseline",
    "triage_findings",
]


def triage_findings(
    findings: Iterable[Finding],
    comments: Mapping[str, Sequence[CommentReach]],
    config: Config,
    *,
    known: Mapping[str, int] | None = None,
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Part the findings that count from those that are silenced, each in the order given.

    A comment in a file silences first, then what the configuration says of a file or a version,
    then the baseline. Findings of rules that it leaves out are in neither part: nobody asked for
    them. ``comments`` are those of `locate_comments`; ``known`` is how often each fingerprint may
    turn up without counting (see `Baseline.count_allowed`).
    """
    # Rules that are left out run all the same: only so is it known which comments are idle.
    asked_for = [one for one in findings if config.runs_rule(one.code)]
    silenced, left = _by_config(config), Counter(known or {})
    verdicts = [(one, _find_silencer(one, comments, silenced, left)) for one in asked_for]
    kept = tuple(one for one, by in verdicts if by is None)
    return kept, tuple(Suppressed(one, by) for one, by in verdicts if by is not None)


def _by_config(config: Config) -> Callable[[Finding], bool]:
    """Give what tells whether the configuration silences a finding."""
    ignores, modes = PathIgnores.from_config(config), TranslationModes.from_config(config)
    return lambda one: ignores.covers_finding(one) or modes.allows_finding(one)


def _find_silencer(
    finding: Finding,
    comments: Mapping[str, Sequence[CommentReach]],
    silenced: Callable[[Finding], bool],
    left: Counter[str],
) -> str | None:
    """Say what silences a finding, or None; what the baseline still allows is counted down."""
    if any(find_silencers(finding, comments)):
        return "inline"
    if silenced(finding):
        return "config"
    if left[finding.fingerprint] > 0:
        left[finding.fingerprint] -= 1
        return "baseline"
    return None
