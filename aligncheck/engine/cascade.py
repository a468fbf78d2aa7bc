"""One fault is one finding: a flag is silenced where a higher-ranked one explains its place.

A rule says what its findings mean (`Effect`), and the ranks are of effects, so that a rule with any
code takes part. A flag explains only what ranks below it:

====  ===============  ========================================  ==================================
rank  effect           what it explains                          why
====  ===============  ========================================  ==================================
1     unusable-file    all of its file, and of pairs with it     nothing in the file can be judged
2     unrelated-pair   all that depends on the pair              there is nothing to compare
3     absent-version   nothing                                   it is about a file that is absent
4     uncertain-pair   nothing                                   it puts the others in doubt
5     foreign          what it touches: foreign text, wording,   text that was left in another
                       deviations; what it contains: added       language has no terms and no
                       text, omitted sentences                   numbers to compare, and looks added
6     loss             nothing: it is a point between segments   no text that is there accounts for
                                                                 it, nor it for any
7     surplus          what it contains: added text, omitted     what has no counterpart cannot
                       sentences, wording, deviations            differ from it
8     moved            nothing, nor does anything explain it     it tells of no fault in the words
9     omission         nothing: it is a point inside a segment   the rest of the segment is judged
10    wording          wording that it touches                   the narrowest is meant, so the
                                                                 shortest of them ranks first
11    deviation        nothing                                   two wrong values are two faults
12    comment          nothing                                   it depends on what is left
====  ===============  ========================================  ==================================

The first four are about a file or a pair as a whole. Their place is an address, so that no words
there explain them, nor they the words.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.engine.registry import Scope
from aligncheck.model import Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from aligncheck.engine.registry import Rule
    from aligncheck.model import Flag, Span

RANKS: Final = (
    Effect.UNUSABLE_FILE,
    Effect.UNRELATED_PAIR,
    Effect.ABSENT_VERSION,
    Effect.UNCERTAIN_PAIR,
    Effect.FOREIGN,
    Effect.LOSS,
    Effect.SURPLUS,
    Effect.MOVED,
    Effect.OMISSION,
    Effect.WORDING,
    Effect.DEVIATION,
    Effect.COMMENT,
)
"""What explains what: text in the wrong language before structure, structure before wording."""
_WORDS: Final = frozenset({Effect.WORDING, Effect.DEVIATION})
_EXPLAINED_INSIDE: Final[Mapping[Effect, frozenset[Effect]]] = {
    Effect.FOREIGN: frozenset({Effect.SURPLUS, Effect.OMISSION}),
    Effect.SURPLUS: _WORDS | {Effect.SURPLUS, Effect.OMISSION},
}
"""What a flag of an effect explains where all of it lies in the flag's place."""
_EXPLAINED_BESIDE: Final[Mapping[Effect, frozenset[Effect]]] = {
    Effect.FOREIGN: _WORDS | {Effect.FOREIGN},
    Effect.WORDING: frozenset({Effect.WORDING}),
}
"""What a flag of an effect explains where the two share text."""


class Raised(NamedTuple):
    """A flag with the rule that raised it and the bundle in which it did."""

    rule: Rule
    flag: Flag
    bundle: str

    @property
    def effect(self) -> Effect:
        """What the flag means for the others."""
        return self.rule.effect


def without_cascades(raised: Iterable[Raised]) -> list[Raised]:
    """Leave out what another flag explains; the order is by rank."""
    # In the order of ranks, whatever may explain a flag has been kept or left out before it; and
    # only flags of its own file may, as a place is in one file.
    ranked = sorted(raised, key=_rank_flag)
    files = {one.flag.place.path for one in ranked if one.effect is Effect.UNUSABLE_FILE}
    pairs = {one.flag.place.path for one in ranked if one.effect is Effect.UNRELATED_PAIR}
    kept: dict[str, list[Raised]] = defaultdict(list)
    for one in ranked:
        path = one.flag.place.path
        if _silenced_by_file(one, files) or _silenced_by_pair(one, pairs):
            continue
        if not any(_is_explained(other, one) for other in kept[path]):
            kept[path].append(one)
    return [one for flags in kept.values() for one in flags]


def _rank_flag(one: Raised) -> tuple[int, tuple[int, int], str, tuple[int, int]]:
    """Order flags by what explains what: by effect, of those on wording the narrowest first."""
    span = one.flag.place.span
    lines = span.end_line - span.start_line
    is_wording = one.effect is Effect.WORDING
    extent = (lines, span.end_column - span.start_column) if is_wording else (0, 0)
    return RANKS.index(one.effect), extent, one.rule.code, span.start


def _depends_on_pair(one: Raised) -> bool:
    return one.rule.scope in {Scope.BITEXT, Scope.CORPUS}


def _list_paths(one: Raised) -> Iterator[str]:
    """Give the files that a flag depends on: its own, and for a pair the counterpart's."""
    yield one.flag.place.path
    if one.flag.source and _depends_on_pair(one):
        yield one.flag.source.path


def _silenced_by_file(one: Raised, files: set[str]) -> bool:
    """Tell whether the flag is about a file that is not to be judged further.

    A version that is absent is not that file: it is only named beside it.
    """
    of_file = one.effect not in {Effect.UNUSABLE_FILE, Effect.ABSENT_VERSION}
    return of_file and any(path in files for path in _list_paths(one))


def _silenced_by_pair(one: Raised, pairs: set[str]) -> bool:
    """Tell whether the flag depends on a pair that are not versions of one article."""
    dependent = _depends_on_pair(one) and one.effect is not Effect.UNRELATED_PAIR
    return dependent and one.flag.place.path in pairs


def _is_explained(above: Raised, below: Raised) -> bool:
    """Tell whether the higher-ranked flag already accounts for the lower-ranked one."""
    # Two places of one rule are two faults, unless two pairs show the same words: a paragraph that
    # sv alone has is seen beside en and beside zh.
    if above.rule.code == below.rule.code:
        return _is_same(above, below)
    # A paragraph in English, which the source lacks besides: FOREIGN has all of SURPLUS inside it.
    # A forbidden word in that paragraph: FOREIGN and WORDING share text. Told once, as left over.
    spans = above.flag.place.span, below.flag.place.span
    if below.effect in _EXPLAINED_INSIDE.get(above.effect, ()):
        return _contains_span(*spans)
    return below.effect in _EXPLAINED_BESIDE.get(above.effect, ()) and _touches_span(*spans)


def _is_same(above: Raised, below: Raised) -> bool:
    """Tell whether two flags of a rule, from two pairs, are about the same words."""
    place = above.flag.place
    words = place.span.start != place.span.end and above.effect is not Effect.WORDING
    return words and place == below.flag.place


def _contains_span(above: Span, below: Span) -> bool:
    """Tell whether all of the second span lies in the first; a mere point well inside."""
    if below.start == below.end:  # at the edge, what is missing may belong before or after
        return above.start < below.start < above.end
    return above.start <= below.start and below.end <= above.end


def _touches_span(above: Span, below: Span) -> bool:
    """Tell whether two spans share text; a mere point counts only well inside."""
    if above.start == above.end or below.start == below.end:
        return _contains_span(above, below)
    return above.overlaps(below)
