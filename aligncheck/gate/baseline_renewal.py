"""Making a baseline of what is found now, or taking out of one what is found no more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aligncheck import pipeline
from aligncheck.triage import Baseline, find_source_marks, make_baseline, read_baseline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.config import Config
    from aligncheck.embedding import Progress


def renew_baseline(
    paths: Sequence[str],
    config: Config,
    *,
    prune: bool = False,
    locales: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> tuple[Baseline, Baseline]:
    """Make a baseline of what is found at some paths; give the old one and the new one.

    The old one is that of the configuration, empty where its file does not exist yet. What it
    holds of other articles stays, and of rules that are left out, but a run over the whole project
    (no paths) drops articles that are no more. With ``prune`` nothing is added. Raises what
    `check` raises, and ConfigError where there is nothing to prune.
    """
    file = config.baseline
    old = read_baseline(file) if file and (prune or file.is_file()) else Baseline({})
    run = pipeline.check(paths, replace(config, baseline=None), locales=locales, progress=progress)
    checked = {bundle.name for bundle in run.bundles}
    if not paths:
        checked |= {entry.bundle for entry in old.entries.values()}
    if prune:
        return old, old.without_gone(run.found, checked)
    made = make_baseline(run.findings, old, find_source_marks(run.findings, run.source_marks))
    others = {
        name: each
        for name, each in old.entries.items()
        if each.bundle not in checked or not config.runs_rule(each.code)
    }
    return old, Baseline({**others, **made.entries})
