"""Judging articles by what is new: since a revision, since a baseline, in an editor's buffer."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck import pipeline
from aligncheck.discovery.files import absolute
from aligncheck.engine.registry import Scope, load_rules
from aligncheck.errors import UsageError
from aligncheck.formats import has_known_suffix
from aligncheck.gate.past import past, real
from aligncheck.gate.revisions import Revision
from aligncheck.model import Report, Suppressed
from aligncheck.triage import Baseline, make_baseline, read_baseline, source_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from aligncheck.config import Config
    from aligncheck.gate.past import Past
    from aligncheck.model import Article, Bundle, Finding
    from aligncheck.pipeline import Progress

    Aligned = Callable[[Sequence[Article]], None]


def check(
    paths: Sequence[str],
    config: Config,
    *,
    locales: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    new_only: str | None = None,
    changed_from: str | None = None,
    aligned: Aligned | None = None,
) -> Report:
    """Check the articles at some paths and report what is wrong with them.

    ``locales`` maps a file given by hand to its locale where its name does not say it;
    ``progress`` is told a step, how much of it is done, and of how much. With ``new_only``, a
    revision of git, the findings that were there at it are suppressed (as of a baseline), and
    with ``changed_from`` only articles of which a version has changed since are looked at; a
    revision that ends in ``...`` is where the branch at hand left it. ``aligned`` is told the
    articles as they were aligned.

    What fails is for the caller to decide: ``config.fail_on.reached_by(report.worst())``. Raises
    UsageError where nothing is found or git cannot be asked, ConfigError, TermbaseError or
    ModelError where the surroundings are not as they must be. A file that cannot be read is a
    finding.
    """
    only = None
    if changed_from:
        revision = _revision(changed_from, paths, config)
        only = _changed(revision, paths, config, locales or {})
    now = _run(paths, config, locales, progress, only, aligned=aligned)
    if changed_from and not now.bundles:
        now = replace(now, notes=(*now.notes, f"no article has changed since {changed_from}"))
    if not new_only:
        return now
    revision = _revision(new_only, paths, config)
    with past(revision, paths, config, locales or {}) as before:
        try:
            then = before.check(_comparable(now, revision, before), progress)
        except UsageError as error:
            note = f"everything counts as new: at {new_only} nothing could be checked ({error})"
            return replace(now, notes=(*now.notes, note))
    return _compared(now, then, new_only)


def check_text(
    text: str,
    path: str,
    config: Config,
    *,
    progress: Progress | None = None,
    aligned: Aligned | None = None,
) -> Report:
    """Check a text as if it stood in a file, against the other versions on disk.

    The article that the file belongs to is looked for in the whole project; for a file outside of
    it, in the folder above the file's own. ``aligned`` is told the article as it was aligned.
    Raises UsageError where no other version is found.
    """
    whole = absolute(path)
    inside = Path(os.path.realpath(whole)).is_relative_to(os.path.realpath(config.root))
    paths = () if inside else (str(Path(whole).parent.parent),)

    def holds(bundle: Bundle) -> bool:
        return whole in map(absolute, bundle.paths.values())

    review = pipeline.review(paths, config, progress=progress, only=holds, texts={whole: text})
    if not review.report.bundles:
        raise UsageError(f"{path}: no article is found that this is a version of")
    if aligned:
        aligned(review.articles)
    return review.report


def check_touching(
    files: AbstractSet[str],
    paths: Sequence[str],
    config: Config,
    *,
    locales: Mapping[str, str] | None = None,
) -> Report:
    """Check, among the articles at some paths, those that some files are versions of.

    The report has no bundles where there are none.
    """
    touched = {os.path.realpath(path) for path in files}

    def holds(bundle: Bundle) -> bool:
        return not touched.isdisjoint(map(os.path.realpath, bundle.paths.values()))

    return _run(paths, config, locales, None, holds)


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
    review = pipeline.review(
        paths, replace(config, baseline=None), locales=locales, progress=progress
    )
    report = review.report
    checked = {bundle.name for bundle in report.bundles}
    if not paths:
        checked |= {entry.bundle for entry in old.entries.values()}
    if prune:
        return old, old.pruned(review.found, checked)
    documents = [document for article in review.articles for document in article.documents]
    made = make_baseline(report.findings, old, source_marks(report.findings, documents))
    others = {
        name: each
        for name, each in old.entries.items()
        if each.bundle not in checked or not config.runs(each.code)
    }
    return old, Baseline({**others, **made.entries})


def _run(
    paths: Sequence[str],
    config: Config,
    locales: Mapping[str, str] | None,
    progress: Progress | None,
    only: Callable[[Bundle], bool] | None,
    *,
    aligned: Aligned | None = None,
) -> Report:
    if only is None and aligned is None:
        return pipeline.check(paths, config, locales=locales, progress=progress)
    review = pipeline.review(paths, config, locales=locales, progress=progress, only=only)
    if aligned:
        aligned(review.articles)
    return review.report


def _revision(name: str, paths: Sequence[str], config: Config) -> Revision:
    """Look a revision up in the repository of the first path, or of the project."""
    first = Path(paths[0]) if paths else config.root
    return Revision.find(name, first if first.is_dir() else first.parent)


def _changed(
    revision: Revision, paths: Sequence[str], config: Config, locales: Mapping[str, str]
) -> Callable[[Bundle], bool]:
    """Give what tells whether an article has changed since a revision.

    One that has lost a version has changed as well: which files it had then is looked up.
    """
    changed = revision.changed()
    if not _gone(changed):
        return lambda bundle: _touches(bundle, changed)
    with past(revision, paths, config, locales) as before:
        lost = before.bundles_with(_gone(changed))
    return lambda bundle: bundle.name in lost or _touches(bundle, changed)


def _gone(changed: AbstractSet[str]) -> frozenset[str]:
    return frozenset(
        path for path in changed if has_known_suffix(path) and not os.path.lexists(path)
    )


def _touches(bundle: Bundle, changed: AbstractSet[str]) -> bool:
    files = {place for path in bundle.paths.values() for place in (real(path), _linked(path))}
    return not changed.isdisjoint(files)


def _comparable(now: Report, revision: Revision, before: Past) -> Callable[[Bundle], bool]:
    """Give what tells which articles must be looked at in the past as well.

    Those that have findings now, and those that have changed: others have none to be compared. A
    rule that looks across articles found what it did among all that were looked at now.
    """
    across = {rule.code for rule in load_rules() if rule.scope is Scope.CORPUS}
    if any(finding.code in across for finding in now.findings):
        names = {bundle.name for bundle in now.bundles}
    else:
        changed = revision.changed()
        lost = before.bundles_with(_gone(changed)) if _gone(changed) else frozenset()
        touched = {bundle.name for bundle in now.bundles if _touches(bundle, changed)}
        found = {finding.bundle for finding in now.findings}
        names = found | touched | (lost & {bundle.name for bundle in now.bundles})
    return lambda bundle: bundle.name in names


def _linked(path: str) -> str:
    return Path(os.path.realpath(path)).as_posix()


def _compared(now: Report, then: Report, name: str) -> Report:
    """Suppress the findings that were there before, each as often as it was."""
    left = Counter(finding.fingerprint for finding in then.findings)
    new: list[Finding] = []
    known: list[Suppressed] = []
    for finding in now.findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
            known.append(Suppressed(finding, "baseline"))
        else:
            new.append(finding)
    note = f"since {name}: {len(new)} new, {left.total()} gone, {len(known)} as before"
    return replace(
        now,
        findings=tuple(new),
        suppressed=(*now.suppressed, *known),
        notes=(*now.notes, note),
    )
