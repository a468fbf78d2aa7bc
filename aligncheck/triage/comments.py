"""What has come of the comments in the files: what they silence, and what they do not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from aligncheck.config import is_code, names_rule, nearest_rule
from aligncheck.model import Comment, Effect, Place
from aligncheck.triage.directives import Action
from aligncheck.triage.inline import find_silencers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from aligncheck.config import Config
    from aligncheck.model import Finding
    from aligncheck.triage.directives import Directive
    from aligncheck.triage.inline import CommentReach


def read_comments(
    findings: Iterable[Finding],
    comments: Mapping[str, Sequence[CommentReach]],
    config: Config,
    rules: Mapping[str, str],
    effects: Mapping[str, Effect],
) -> tuple[Comment, ...]:
    """Understand every comment in some files, and tell by which of its codes it silences nothing.

    ``comments`` are those of `locate_comments`. ``findings`` are all that there are, those of rules
    that the configuration leaves out as well; ``rules`` maps the code of every rule to its name,
    ``effects`` to what its findings mean. A code is not judged where its rule is left out, nor
    where its rule is on comments and not on text.
    """
    used = {silencer for one in findings for silencer in find_silencers(one, comments)}
    was_run = partial(_was_run, config=config, rules=rules, effects=effects)
    return tuple(
        _make_comment(reach, used, was_run, rules) for found in comments.values() for reach in found
    )


def _make_comment(
    reach: CommentReach,
    used: AbstractSet[tuple[CommentReach, str]],
    was_run: Callable[[str], bool],
    rules: Mapping[str, str],
) -> Comment:
    directive = reach.directive
    suppression, action = directive.suppression, directive.action
    place = Place(reach.path, reach.locale, suppression.span, suppression.body)
    if action is None:
        return Comment(place, "", complaint=directive.complaint)
    unknown = [code for code in directive.codes if not _names_rule(code, rules)]
    judged = [
        code
        for code in directive.codes or ("",)
        if code not in unknown and (reach, code) not in used and was_run(code)
    ]
    idle = () if action is Action.ON else tuple(judged)
    return Comment(place, action, idle, _write_complaint(directive, unknown, rules))


def _names_rule(code: str, rules: Mapping[str, str]) -> bool:
    return names_rule(code, rules) if is_code(code) else code in rules.values()


def _write_complaint(directive: Directive, unknown: Sequence[str], rules: Mapping[str, str]) -> str:
    """Say which codes there are none of, and what may have been meant."""
    if not unknown:
        return ""
    named = ", ".join(f"“{code}”" for code in unknown)
    are = "are no rules" if len(unknown) > 1 else "is no rule"
    return f"“{directive.action}” names {named}, which {are}; {_write_hint(unknown, rules)}"


def _write_hint(unknown: Sequence[str], rules: Mapping[str, str]) -> str:
    near = nearest_rule(unknown[0], rules)
    if near and len(unknown) == 1:
        return f"did you mean “{near}”?"
    if any(map(str.isdigit, unknown[0])):
        return "“aligncheck rules” lists all"
    return "a reason stands behind “--”"


def _was_run(
    code: str, *, config: Config, rules: Mapping[str, str], effects: Mapping[str, Effect]
) -> bool:
    """Tell whether every rule that a code stands for was run, or else its silence means nothing.

    A code of a rule on comments is not judged, as it is about comments and not about text.
    """
    meant = [rule for rule, name in rules.items() if code == name or rule.startswith(code)]
    on_comments = bool(code) and any(effects[rule] is Effect.COMMENT for rule in meant)
    return not on_comments and all(map(config.runs_rule, meant))
