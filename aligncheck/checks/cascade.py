"""One fault is one finding: a flag is silenced where a higher-ranked one explains its place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.checks.registry import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aligncheck.checks.registry import Rule
    from aligncheck.model import Flag, Span

WHOLE_FILE = frozenset({"AC001", "AC004"})
"""Rules that say all there is to say of a file."""
PAIR = "AC107"
"""The rule that says all there is to say of a pair of files."""
FAMILIES = ("AC0", "AC2", "AC1", "AC3", "AC4", "AC9")
"""What explains what: text in the wrong language before structure, structure before wording."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A flag with the rule that raised it and the bundle in which it did."""

    rule: Rule
    flag: Flag
    bundle: str


def without_cascades(raised: Iterable[Raised]) -> list[Raised]:
    """Leave out what another flag explains; the order is by rank."""
    ranked = sorted(raised, key=_rank)
    files = {one.flag.place.path for one in ranked if one.rule.code in WHOLE_FILE}
    pairs = {one.flag.place.path for one in ranked if one.rule.code == PAIR}
    kept: dict[str, list[Raised]] = defaultdict(list)
    for one in ranked:
        path = one.flag.place.path
        if _silenced_by_file(one, files) or _silenced_by_pair(one, pairs):
            continue
        if not any(_explains(other, one) for other in kept[path]):
            kept[path].append(one)
    return [one for flags in kept.values() for one in flags]


def _rank(one: Raised) -> tuple[int, str, tuple[int, int]]:
    return FAMILIES.index(one.rule.code[:3]), one.rule.code, one.flag.place.span.start


def _paths(one: Raised) -> Iterator[str]:
    """Give the files that a flag depends on: its own, and for a pair the counterpart's."""
    yield one.flag.place.path
    if one.flag.source and one.rule.scope in {Scope.BITEXT, Scope.CORPUS}:
        yield one.flag.source.path


def _silenced_by_file(one: Raised, files: set[str]) -> bool:
    """Tell whether the flag is about a file that is not to be judged further."""
    return one.rule.code not in WHOLE_FILE and any(path in files for path in _paths(one))


def _silenced_by_pair(one: Raised, pairs: set[str]) -> bool:
    """Tell whether the flag depends on a pair that are not versions of one article."""
    dependent = one.rule.scope in {Scope.BITEXT, Scope.CORPUS} and one.rule.code != PAIR
    return dependent and one.flag.place.path in pairs


def _explains(above: Raised, below: Raised) -> bool:
    """Tell whether the higher-ranked flag already accounts for the lower-ranked one's place."""
    if above.rule.code == below.rule.code:
        return False
    return _covers(above.flag.place.span, below.flag.place.span)


def _covers(above: Span, below: Span) -> bool:
    """Tell whether two stretches share text; an insertion point counts only well inside."""
    if above.start == above.end:
        return False
    if below.start == below.end:
        return above.start < below.start < above.end
    return above.overlaps(below)
