"""AC401: a number that was changed in translation."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from aligncheck.fidelity.numbers import Number, numbers, worded
from aligncheck.model import Effect, Flag, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from aligncheck.engine.context import Context
    from aligncheck.model import Bead, Bitext, Document, Segment

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.DEVIATION
CONFIRMED: Final = 0.95
"""Where a third version has the number of the source: 53 of 55 findings on the development cases
are right (`benchmarks/accuracy/findings.py`), by the rule of succession."""
UNCONFIRMED: Final = 0.89
"""Where none has: 7 of 7, by the same rule."""
HALF_DAY: Final = 12


def number_mismatch(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """A number of the source stands in the translation as another number.

    Only a plain exchange is flagged: all other numbers agree, one of the source is left over and
    one of the translation. Decimal commas, parted thousands, 万 and 亿, number words, months and
    the 24-hour clock are read as what they mean. Where no version is the source, the one that
    two others contradict is at fault.

    Why:
        A wrong dose, price or year is the fault that readers suffer from most, and the one that
        fluent text hides best.

    How to fix:
        Correct the number, or the source if it is the source that is wrong.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | Bake for 45 minutes at 225 degrees. | Grädda i 54 minuter i 225 grader. | AC401 「54」 |
        | It weighs 1.5 kg and costs 1,200 kronor. | Den väger 1,5 kg och kostar 1 200 kronor. | |
        | There are 2 ferries. | Det finns två färjor. | |
        | The train leaves at 2:30 pm. | Tåget går 14.30. | |

        | en | zh | finds |
        | --- | --- | --- |
        | The city has 120,000 inhabitants. | 该市有12万居民。 | |
        | The city has 120,000 inhabitants. | 该市有15万居民。 | AC401 「15」 |
        | It opened on March 4, 2019. | 它于2019年3月4日开放。 | |

        Peers
        | en | sv | zh | finds |
        | --- | --- | --- | --- |
        | Bake for 54 minutes. | Grädda i 45 minuter. | 烘烤45分钟。 | AC401 「54」 |
    """
    for bead in bitext.beads:
        change = _change(bead) if bead.source and bead.target else None
        if change is None:
            continue
        old, new = change
        if context.source is None and _agrees(new, old, bitext, context):
            yield _flag(new, bitext.target, old, bitext.source, CONFIRMED)
            continue
        confirmed = _agrees(old, old, bitext, context)
        confidence = CONFIRMED if confirmed else UNCONFIRMED
        yield _flag(old, bitext.source, new, bitext.target, confidence)


def _flag(
    right: Number, model: Document, wrong: Number, at_fault: Document, confidence: float
) -> Flag:
    return Flag(
        f"The number {right.text} of the {model.locale} version is {wrong.text} here",
        at_fault.place_of(wrong.segment, wrong.start, wrong.end),
        source=model.place_of(right.segment, right.start, right.end),
        confidence=confidence,
        suggestion=f"Write {right.text} as this language writes it, or correct the other version",
    )


def _change(bead: Bead) -> tuple[Number, Number] | None:
    """Give the number of the source and that of the target that are each left without a match."""
    source, target = _all(bead.source), _all(bead.target)
    left = _without(source, target, bead.target)
    right = _without(target, source, bead.source)
    if len(left) != 1 or len(right) != 1 or _same_hour(left[0], right[0]):
        return None
    return left[0], right[0]


def _all(segments: Iterable[Segment]) -> list[Number]:
    return list(chain.from_iterable(numbers(segment) for segment in segments))


def _without(
    own: Sequence[Number], others: Sequence[Number], segments: Sequence[Segment]
) -> list[Number]:
    """Leave out the numbers that the other side has too, in digits or in words."""
    in_digits = set(chain.from_iterable(other.values for other in others))
    left = [number for number in own if not number.values & in_digits]
    in_words: set[Fraction] = set()
    for segment in segments if left else ():
        in_words |= worded(segment.text)
    return [number for number in left if not number.values & in_words]


def _same_hour(old: Number, new: Number) -> bool:
    """Tell whether the two may be one hour on a 12-hour and a 24-hour clock."""
    return any(abs(a - b) == HALF_DAY for a in old.values for b in new.values)


def _agrees(value: Number, old: Number, bitext: Bitext, context: Context) -> bool:
    """Tell whether a third version has a value in the place of the source's number."""
    counterparts = context.counterparts.get((bitext.source.path, old.segment.index), ())
    others = (segment for locale, segment in counterparts if locale != bitext.target.locale)
    return any(value.values & number.values for other in others for number in numbers(other))
