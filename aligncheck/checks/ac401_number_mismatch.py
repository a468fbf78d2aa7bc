"""AC401: a number that was changed in translation."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from aligncheck.fidelity.digit_numbers import find_numbers
from aligncheck.fidelity.number_words import find_worded_values
from aligncheck.languages import find_language
from aligncheck.model import Effect, Flag, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from aligncheck.engine.context import Context
    from aligncheck.fidelity.digit_numbers import DigitNumber
    from aligncheck.model import Bead, Bitext, Document, Segment

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.DEVIATION
_CONFIRMED_CONFIDENCE: Final = 0.95
"""Where a third version has the number of the source: 53 of 55 findings on the development cases
are right (`benchmarks/accuracy/findings.py`), by the rule of succession: (53 + 1) / (55 + 2)."""
_UNCONFIRMED_CONFIDENCE: Final = 0.89
"""Where none has: measured on the same cases, 7 of 7 are right, by the same rule (7 + 1) / (7 + 2)."""
_HALF_DAY_HOURS: Final = 12
"""Hours between a time on the 12-hour clock and the same on the 24-hour clock."""
_FIRST_YEAR: Final = 1000
"""From where a number may be a year, of a calendar that an unknown language may count by: chosen
because the years of all calendars in wide use have four digits."""
_MOST_YEARS_APART: Final = 100
"""Years apart from which two of them may be of different calendars; chosen far below the 543 of
the Buddhist and the 579 to 622 of the Islamic and Persian calendars."""


def number_mismatch(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """A number of the source stands in the translation as another number.

    Only a plain exchange is flagged: all other numbers agree, one of the source is left over and
    one of the translation. Decimal commas, parted thousands, 万 and 亿, number words, months and
    the 24-hour clock are read as what they mean. Where no version is the source, the one that
    two others contradict is at fault. Where the language of a version is not known, digits alone
    are compared, and only those that no word of scale can explain.

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
        change = _find_change(bead, bitext) if bead.source and bead.target else None
        if change is None:
            continue
        old, new = change
        if context.source is None and _is_confirmed(new, old, bitext, context):
            yield _make_flag(new, bitext.target, old, bitext.source, _CONFIRMED_CONFIDENCE)
            continue
        confirmed = _is_confirmed(old, old, bitext, context)
        confidence = _CONFIRMED_CONFIDENCE if confirmed else _UNCONFIRMED_CONFIDENCE
        yield _make_flag(old, bitext.source, new, bitext.target, confidence)


def _make_flag(
    right: DigitNumber, model: Document, wrong: DigitNumber, at_fault: Document, confidence: float
) -> Flag:
    return Flag(
        f"The number {right.text} of the {model.locale} version is {wrong.text} here",
        at_fault.place_of(wrong.segment, wrong.start, wrong.end),
        source=model.place_of(right.segment, right.start, right.end),
        confidence=confidence,
        suggestion=f"Write {right.text} as this language writes it, or correct the other version",
    )


def _find_change(bead: Bead, bitext: Bitext) -> tuple[DigitNumber, DigitNumber] | None:
    """Give the number of the source and that of the target that are each left without a match."""
    locales = bitext.source.locale, bitext.target.locale
    source = _find_all(bead.source, locales[0])
    target = _find_all(bead.target, locales[1])
    left = _drop_matched(source, target, bead.target, locales[1])
    right = _drop_matched(target, source, bead.source, locales[0])
    if len(left) != 1 or len(right) != 1 or _are_same_hour(left[0], right[0]):
        return None
    known = all(find_language(locale) for locale in locales)
    if not known and not (len(source) == len(target) and _are_alike(left[0], right[0])):
        return None
    return left[0], right[0]


def _find_all(segments: Iterable[Segment], locale: str) -> list[DigitNumber]:
    return list(chain.from_iterable(find_numbers(segment, locale) for segment in segments))


def _drop_matched(
    own: Sequence[DigitNumber],
    others: Sequence[DigitNumber],
    segments: Sequence[Segment],
    locale: str,
) -> list[DigitNumber]:
    """Leave out the numbers that the other side has too, in digits or in words of its locale."""
    in_digits = set(chain.from_iterable(other.values for other in others))
    left = [number for number in own if not number.values & in_digits]
    in_words: set[Fraction] = set()
    for segment in segments if left else ():
        in_words |= find_worded_values(segment.text, locale)
    return [number for number in left if not number.values & in_words]


def _are_alike(old: DigitNumber, new: DigitNumber) -> bool:
    """Tell whether two numbers can be compared by their digits alone.

    Where a language is not known, a word after the digits may be a scale (25億 is 2.5 billion), so
    that only numbers of as many digits are compared which are no power of ten apart; and years may
    be counted from another beginning (2562 is 2019 in Thai).
    """
    digits = {sum(map(str.isdigit, number.text)) for number in (old, new)}
    pairs = [(a, b) for a in old.values for b in new.values]
    scaled = any(a and b and _is_power_of_ten(max(a, b) / min(a, b)) for a, b in pairs)
    years = any(min(a, b) >= _FIRST_YEAR and abs(a - b) > _MOST_YEARS_APART for a, b in pairs)
    return len(digits) == 1 and not scaled and not years


def _is_power_of_ten(value: Fraction) -> bool:
    return value.denominator == 1 and str(value.numerator).rstrip("0") == "1"


def _are_same_hour(old: DigitNumber, new: DigitNumber) -> bool:
    """Tell whether the two may be one hour on a 12-hour and a 24-hour clock."""
    return any(abs(a - b) == _HALF_DAY_HOURS for a in old.values for b in new.values)


def _is_confirmed(value: DigitNumber, old: DigitNumber, bitext: Bitext, context: Context) -> bool:
    """Tell whether a third version has a value in the place of the source's number."""
    counterparts = context.counterparts.get((bitext.source.path, old.segment.index), ())
    others = [pair for pair in counterparts if pair[0] != bitext.target.locale]
    return any(
        value.values & number.values
        for locale, other in others
        for number in find_numbers(other, locale)
    )
