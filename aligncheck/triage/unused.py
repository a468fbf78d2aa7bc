"""AC901: comments that silence nothing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from aligncheck.config import UNUSED_SUPPRESSION
from aligncheck.model import Finding, Severity
from aligncheck.triage.directives import Action, is_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from aligncheck.config import Config
    from aligncheck.triage.inline import Reach

CODE: Final = UNUSED_SUPPRESSION
NAME: Final = "unused-suppression"


def unused(
    comments: Iterable[Reach],
    used: AbstractSet[tuple[Reach, str]],
    bundles: Mapping[str, str],
    config: Config,
) -> Iterator[Finding]:
    """Report every comment, or code in one, that silenced nothing and could have.

    ``used`` holds the comments that silenced something, each with the code by which it did;
    ``bundles`` maps a path to its bundle. A code is not judged where its rule was not run.
    """
    if not config.runs(CODE):
        return
    for reach in comments:
        idle = [code for code in reach.directive.codes or ("",) if (reach, code) not in used]
        complaint = _complaint(reach, idle, config)
        if complaint:
            yield _finding(reach, complaint, bundles, config)


def _complaint(reach: Reach, idle: Sequence[str], config: Config) -> str:
    directive = reach.directive
    if directive.complaint:
        return directive.complaint
    if directive.action is Action.ON:
        return ""
    judged = [code for code in idle if _was_run(code, config)]
    if not judged:
        return ""
    about = f" of {', '.join(judged)}" if directive.codes else ""
    return f"“{directive.action}” silences nothing here: there is no finding{about}"


def _was_run(code: str, config: Config) -> bool:
    """Tell whether every rule that a code stands for was run, or else its silence means nothing."""
    if code.startswith("AC9") or code == NAME:
        return False
    if not is_code(code):
        return not (config.select or config.ignore)
    narrower = (each for each in (*config.select, *config.ignore) if each.startswith(code))
    return config.runs(code) and all(each == code for each in narrower)


def _finding(reach: Reach, complaint: str, bundles: Mapping[str, str], config: Config) -> Finding:
    suppression, bundle = reach.directive.suppression, bundles.get(reach.path, "")
    concerned = f"{CODE}\0{bundle}\0{reach.locale}\0{suppression.body}"
    digest = hashlib.sha256(concerned.encode("utf-8", "surrogatepass")).hexdigest()
    return Finding(
        code=CODE,
        name=NAME,
        severity=config.severity.get(CODE, Severity.WARNING),
        confidence=1.0,
        message=complaint,
        bundle=bundle,
        locale=reach.locale,
        path=reach.path,
        span=suppression.span,
        text=suppression.body,
        source=None,
        suggestion="Remove the comment, or the codes in it that are no longer needed",
        fingerprint=digest[:16],
    )
