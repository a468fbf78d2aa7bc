"""Numbers in digits: where they stand, and the values that each may have in its language."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.languages import find_language
from aligncheck.model import InlineKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from aligncheck.model import Segment

_SPACES: Final = " \u00a0\u2009\u202f"
_DIGITS: Final = re.compile(
    rf"\d+(?:\.\d+){{2,}}|\d{{1,3}}(?:[.,'’{_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
)
_HOUR: Final = re.compile(r"\dh$")
"""What stands before the minutes of a time of day such as 9h30."""
_CENTURIES: Final = (1700, 1800, 1900, 2000)
"""What a decade of two digits (90-talet) may count from; chosen: earlier ones are written out."""
_SHIELDS: Final = (InlineKind.CODE, InlineKind.PLACEHOLDER, InlineKind.PROTECTED)


class DigitNumber(NamedTuple):
    """A number in digits: where it stands in its segment, and the values it may have.

    ``text`` is how it is written, with the word of scale that follows (8400万).
    """

    segment: Segment
    start: int
    end: int
    values: frozenset[Fraction]
    text: str


class _Conventions(NamedTuple):
    """What may follow a number in a language, and the words of scale; nothing where unknown."""

    scale: re.Pattern[str]
    scales: Mapping[str, int]
    welded_scales: frozenset[str]
    """Scales without which the digits before them never stand for themselves (万)."""
    clock: re.Pattern[str]
    century: re.Pattern[str]
    decade: re.Pattern[str]
    basis_points: re.Pattern[str]


@cache
def _read_conventions(locale: str) -> _Conventions:
    language = find_language(locale)
    scales = language.numerals.scales if language else {}
    characters = language.numerals.characters if language else None
    # the longest first: 万亿 is not 万
    names = "|".join(re.escape(name) for name in sorted(scales, key=len, reverse=True))
    return _Conventions(
        scale=re.compile(rf"[{_SPACES}-]?({names})" if names else r"(?!)"),
        scales=scales,
        welded_scales=frozenset(characters.scales if characters else ()),
        clock=_compile_or_never(language.calendar.clock if language else ""),
        century=_compile_or_never(language.calendar.century if language else ""),
        decade=_compile_or_never(language.calendar.decade if language else ""),
        basis_points=_compile_or_never(language.numerals.basis_points if language else ""),
    )


def _compile_or_never(expression: str) -> re.Pattern[str]:
    return re.compile(expression or r"(?!)")


def find_numbers(segment: Segment, locale: str) -> Iterator[DigitNumber]:
    """Find the numbers written in digits, outside code, addresses and placeholders.

    Digits that are part of a name (``B12``, ``x86``) are left out. Digits are read by every
    convention; the words about them by that of the locale's language alone.
    """
    conventions = _read_conventions(locale)
    text = segment.text
    for found in _DIGITS.finditer(text):
        if not _is_in_name(text, found) and not _is_shielded(segment, found.start()):
            rest = text[found.end() :].lower()
            scale = conventions.scale.match(rest)
            values = frozenset(_find_values(found.group(), rest, scale, conventions))
            end = found.end() + (scale.end() if scale else 0)
            yield DigitNumber(segment, *found.span(), values, text[found.start() : end])


def _is_in_name(text: str, found: re.Match[str]) -> bool:
    """Tell whether Latin letters, hyphens or slashes tie the digits to a word.

    Not the h of a time of day, between two numbers: 9h30.
    """
    before, after = text[: found.start()][-2:], text[found.end() :][:2]
    if _HOUR.search(before):
        return False
    tied = re.search(r"[A-Za-z_#/\\]$|[A-Za-z]-$", before) or re.match(r"[_/\\]", after)
    return bool(tied)


def _is_shielded(segment: Segment, offset: int) -> bool:
    return any(i.kind in _SHIELDS and i.start <= offset < i.end for i in segment.inline)


def _find_values(
    digits: str, rest: str, scale: re.Match[str] | None, conventions: _Conventions
) -> Iterator[Fraction]:
    """Give every value that the digits may stand for, by either convention, with their scale.

    ``3.4 trillion`` is 3.4 or 3,400,000,000,000, as the other version may write the words or all
    the digits; ``13.2万`` is 132,000 and nothing else. A time of day such as 9.30 may be written as
    an hour elsewhere (9点半, half past nine).
    """
    if scale and not conventions.welded_scales.isdisjoint(scale.group(1)):
        yield from (value * conventions.scales[scale.group(1)] for value in read_digits(digits))
        return
    if clock := conventions.clock.fullmatch(digits):
        yield Fraction(clock.group(1))
    for value in read_digits(digits):
        yield value
        yield from _find_values_in_context(value, rest, conventions)
        if scale:
            yield value * conventions.scales[scale.group(1)]


def _find_values_in_context(
    value: Fraction, rest: str, conventions: _Conventions
) -> Iterator[Fraction]:
    """Give what a number means as a century, a decade or basis points, by what follows it.

    The 20th century is 1900-talet in Swedish, the 1990s are 90-talet and 90年代, and 25 basis
    points are 0.25 percentage points.
    """
    if conventions.century.match(rest):
        yield (value - 1) * 100
    if conventions.decade.match(rest):
        yield value % 100
        yield from (century + value for century in _CENTURIES if value < 100)  # noqa: PLR2004
    if conventions.basis_points.match(rest):
        yield value / 100


def read_digits(digits: str) -> Iterator[Fraction]:
    """Read digits with a point or a comma as a decimal mark or as parting thousands.

    1,234 is 1234 or 1.234; 1,234.5 only 1234.5; 1.234.567 only 1234567.
    """
    plain = re.sub(rf"['’{_SPACES}]", "", digits)
    marks = [mark for mark in plain if mark in ".,"]
    whole = re.sub("[.,]", "", plain)
    if not marks:
        yield Fraction(plain)
        return
    if len(set(marks)) < len(marks) or re.fullmatch(r"\d{1,3}[.,]\d{3}", plain):
        yield Fraction(whole)
    if len(marks) == 1 or len(set(marks)) > 1:
        head, _, tail = plain.rpartition(marks[-1])
        yield Fraction(f"{re.sub('[.,]', '', head)}.{tail}")
