"""One fault is one finding: a flag is silenced where a higher-ranked one explains its place."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.engine.registry import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aligncheck.engine.registry import Rule
    from aligncheck.model import Flag, Span

WHOLE_FILE = frozenset({"AC001", "AC004"})
"""Rules that say all there is to say of a file."""
PAIR = "AC107"
"""The rule that says all there is to say of a pair of files."""
MOVED = "AC105"
"""A rule that tells of no fault: it says nothing of the words inside, nor they of it."""
LOST = frozenset({"AC101", "AC102"})
"""Rules whose place is the point between two segments where whole ones are missing: no text that
is there accounts for them, whatever is wrong with it on both sides of the point."""
TERMS = "AC3"
FAMILIES = ("AC0", "AC2", "AC1", "AC3", "AC4", "AC9")
"""What explains what: text in the wrong language before structure, structure before wording."""


class Raised(NamedTuple):
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


def _rank(one: Raised) -> tuple[int, tuple[int, int], str, tuple[int, int]]:
    """Order flags by what explains what: by family, of those on terms the narrowest first."""
    family, span = one.rule.code[:3], one.flag.place.span
    lines = span.end_line - span.start_line
    extent = (lines, span.end_column - span.start_column) if family == TERMS else (0, 0)
    return FAMILIES.index(family), extent, one.rule.code, span.start


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
    """Tell whether the higher-ranked flag already accounts for the lower-ranked one.

    Untranslated words account for any term or number that is missed around them, but for omitted
    sentences and added text only where they are all of it, and for lost segments never; of
    findings on terms the narrowest is kept.
    """
    if above.rule.code == below.rule.code:
        return _is_same(above, below)
    if MOVED in (above.rule.code, below.rule.code) or below.rule.code in LOST:
        return False
    over, under = above.rule.code[:3], below.rule.code[:3]
    spans = above.flag.place.span, below.flag.place.span
    if over == "AC1" or (over == "AC2" and under == "AC1"):
        return _contains(*spans)
    return (over == "AC2" or over == under == TERMS) and _touches(*spans)


def _is_same(above: Raised, below: Raised) -> bool:
    """Tell whether two flags of a rule, from two pairs, are about the same words."""
    place = above.flag.place
    words = place.span.start != place.span.end and above.rule.code[:3] != TERMS
    return words and place == below.flag.place


def _contains(above: Span, below: Span) -> bool:
    """Tell whether all of the second stretch lies in the first; a mere point well inside."""
    if below.start == below.end:
        return above.start < below.start < above.end
    return above.start <= below.start and below.end <= above.end


def _touches(above: Span, below: Span) -> bool:
    """Tell whether two stretches share text; a mere point counts only well inside."""
    if above.start == above.end or below.start == below.end:
        return _contains(above, below)
    return above.overlaps(below)
