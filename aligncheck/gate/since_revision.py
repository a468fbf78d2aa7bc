"""Checks that compare with a revision of git: which articles have changed, which findings are new.

A finding is known where its fingerprint was found at the revision too, each as often as it was:

    then:  f1 f1 f2        now:  f1 f1 f1 f3        known: f1 f1    new: f1 f3    gone: f2
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck import pipeline
from aligncheck.engine import Scope, load_rules
from aligncheck.errors import UsageError
from aligncheck.formats import has_known_suffix
from aligncheck.gate.past_project import follow_folder_links, open_past
from aligncheck.gate.revisions import Revision
from aligncheck.model import Suppressed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from aligncheck.config import Config
    from aligncheck.embedding import Progress
    from aligncheck.gate.past_project import PastProject
    from aligncheck.model import Bundle, Finding, Run


def check_since(
    paths: Sequence[str],
    config: Config,
    *,
    new_only: str | None = None,
    changed_from: str | None = None,
    locales: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    keep_articles: bool = False,
) -> Run:
    """Check the articles at some paths as `check` does, by what is new since a revision of git.

    With ``new_only`` the findings that were there at that revision are suppressed (as of a
    baseline), and with ``changed_from`` only articles of which a version has changed since are
    looked at; a revision that ends in ``...`` is where the branch at hand left it. Without either
    it is `check`. Raises UsageError where git cannot be asked, and what `check` raises.
    """
    only = None
    if changed_from:
        revision = _find_revision(changed_from, paths, config)
        only = _choose_changed(revision, paths, config, locales or {})
    now = pipeline.check(
        paths, config, locales=locales, progress=progress, only=only, keep_articles=keep_articles
    )
    if changed_from and not now.bundles:
        now = replace(now, notes=(*now.notes, f"no article has changed since {changed_from}"))
    if not new_only:
        return now
    revision = _find_revision(new_only, paths, config)
    with open_past(revision, paths, config, locales or {}) as before:
        try:
            then = before.check_some(_choose_comparable(now, revision, before), progress)
        except UsageError as error:
            note = f"everything counts as new: at {new_only} nothing could be checked ({error})"
            return replace(now, notes=(*now.notes, note))
    return _suppress_known(now, then, new_only)


def _find_revision(name: str, paths: Sequence[str], config: Config) -> Revision:
    """Look a revision up in the repository of the first path, or of the project."""
    first = Path(paths[0]) if paths else config.root
    return Revision.find(name, first if first.is_dir() else first.parent)


def _choose_changed(
    revision: Revision, paths: Sequence[str], config: Config, locales: Mapping[str, str]
) -> Callable[[Bundle], bool]:
    """Give what tells whether an article has changed since a revision.

    One that has lost a version has changed as well: which files it had then is looked up.
    """
    changed = revision.list_changed()
    if not _select_gone(changed):
        return lambda bundle: _is_touched(bundle, changed)
    with open_past(revision, paths, config, locales) as before:
        lost = before.name_bundles_with(_select_gone(changed))
    return lambda bundle: bundle.name in lost or _is_touched(bundle, changed)


def _select_gone(changed: AbstractSet[str]) -> frozenset[str]:
    """Give the files that could be versions of articles and are not there any more."""
    return frozenset(
        path for path in changed if has_known_suffix(path) and not os.path.lexists(path)
    )


def _is_touched(bundle: Bundle, changed: AbstractSet[str]) -> bool:
    """Tell whether a version has changed, or the file that it is a link to."""
    files = {
        place
        for path in bundle.paths.values()
        for place in (follow_folder_links(path), Path(os.path.realpath(path)).as_posix())
    }
    return not changed.isdisjoint(files)


def _choose_comparable(
    now: Run, revision: Revision, before: PastProject
) -> Callable[[Bundle], bool]:
    """Give what tells which articles must be looked at in the past as well.

    Those that have findings now, and those that have changed: others have none to be compared. A
    rule that looks across articles found what it did among all that were looked at now.
    """
    #            findings now    none now
    #   changed       yes           yes      what was repaired is counted as gone
    #   as it was     yes           no       nothing to suppress, and nothing that could be gone
    across = {rule.code for rule in load_rules() if rule.scope is Scope.CORPUS}
    if any(finding.code in across for finding in now.findings):
        names = {bundle.name for bundle in now.bundles}
    else:
        changed = revision.list_changed()
        gone = _select_gone(changed)
        lost = before.name_bundles_with(gone) if gone else frozenset()
        touched = {bundle.name for bundle in now.bundles if _is_touched(bundle, changed)}
        found = {finding.bundle for finding in now.findings}
        names = found | touched | (lost & {bundle.name for bundle in now.bundles})
    return lambda bundle: bundle.name in names


def _suppress_known(now: Run, then: Run, name: str) -> Run:
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
