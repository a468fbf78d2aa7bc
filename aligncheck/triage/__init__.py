"""Living with findings: comments in the files, paths and rules that do not count, the baseline."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from aligncheck.model import Suppressed
from aligncheck.triage.baseline import (
    Baseline,
    Entry,
    make_baseline,
    read_baseline,
    render_baseline,
)
from aligncheck.triage.inline import reaches
from aligncheck.triage.marks import source_marks
from aligncheck.triage.modes import Modes
from aligncheck.triage.notes import baseline_notes
from aligncheck.triage.paths import PathIgnores
from aligncheck.triage.unused import unused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from aligncheck.config import Config
    from aligncheck.model import Bundle, Document, Finding
    from aligncheck.triage.inline import Reach

__all__ = [
    "Baseline",
    "Entry",
    "baseline_notes",
    "make_baseline",
    "read_baseline",
    "render_baseline",
    "source_marks",
    "triage",
]


def triage(
    findings: Iterable[Finding],
    documents: Iterable[Document],
    config: Config,
    *,
    bundles: Sequence[Bundle] = (),
    known: Mapping[str, int] | None = None,
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Part the findings that count from those that are silenced, each in the order given.

    A comment in a file silences first, then the configuration, then the baseline. Comments that
    silence nothing are findings of their own (AC901), which come last; ``bundles`` name the
    articles that their files belong to. ``known`` is how often each fingerprint may turn up
    without counting (see `Baseline.allowance`).
    """
    found = tuple(findings)
    comments = {document.path: reaches(document) for document in documents}
    used = {silencer for one in found for silencer in _silencers(one, comments)}
    names = {path: bundle.name for bundle in bundles for path in bundle.paths.values()}
    idle = unused(chain.from_iterable(comments.values()), used, names, config)
    everything = (*found, *idle)
    silenced, left = _by_config(config), Counter(known or {})
    verdicts = [(one, _verdict(one, comments, silenced, left)) for one in everything]
    kept = tuple(one for one, by in verdicts if by is None)
    return kept, tuple(Suppressed(one, by) for one, by in verdicts if by is not None)


def _silencers(
    finding: Finding, comments: Mapping[str, Sequence[Reach]]
) -> Iterator[tuple[Reach, str]]:
    """Give every comment that silences a finding, with the code by which it does."""
    source = finding.source.path if finding.source else finding.path
    for path in {finding.path, source}:
        for reach in comments.get(path, ()):
            code = reach.code_for(finding)
            if code is not None:
                yield reach, code


def _by_config(config: Config) -> Callable[[Finding], bool]:
    """Give what tells whether the configuration silences a finding."""
    ignores, modes = PathIgnores.of(config), Modes.of(config)
    return lambda one: not config.runs(one.code) or ignores.cover(one) or modes.allow(one)


def _verdict(
    finding: Finding,
    comments: Mapping[str, Sequence[Reach]],
    silenced: Callable[[Finding], bool],
    left: Counter[str],
) -> str | None:
    """Say what silences a finding, or None; what the baseline still allows is counted down."""
    if any(_silencers(finding, comments)):
        return "inline"
    if silenced(finding):
        return "config"
    if left[finding.fingerprint] > 0:
        left[finding.fingerprint] -= 1
        return "baseline"
    return None
