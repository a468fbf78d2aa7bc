"""Numbers in running text: what value a token may stand for, in digits, words or Han numerals."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.model import InlineKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.model import Segment

SPACES: Final = " \u00a0\u2009\u202f"
DIGITS: Final = re.compile(
    rf"\d+(?:\.\d+){{2,}}|\d{{1,3}}(?:[.,'’{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
)
SCALES: Final = {
    "thousand": 10**3,
    "tusen": 10**3,
    "千": 10**3,
    "万": 10**4,
    "萬": 10**4,
    "million": 10**6,
    "millions": 10**6,
    "miljon": 10**6,
    "miljoner": 10**6,
    "百万": 10**6,
    "亿": 10**8,
    "億": 10**8,
    "千万": 10**7,
    "billion": 10**9,
    "miljard": 10**9,
    "miljarder": 10**9,
    "trillion": 10**12,
    "biljon": 10**12,
    "biljoner": 10**12,
    "万亿": 10**12,
    "萬億": 10**12,
    "兆": 10**12,
    "百": 100,
    "hundred": 100,
    "hundra": 100,
}
CLOCK: Final = re.compile(r"(\d|[01]\d|2[0-4])[.](00|15|30|45)")
CENTURY: Final = re.compile(r"(?:st|nd|rd|th|:e|:a)?[ -](?:century|centuries|seklet)|个?世[纪紀]")
DECADE: Final = re.compile(r"['’]?s\b|[- ]?tal|年代")
BASIS_POINT: Final = re.compile(r"[ -]?(?:basis points?|baspunkt|räntepunkt)|个?基点|個?基點")
SCALE: Final = re.compile(rf"[{SPACES}-]?({'|'.join(sorted(SCALES, key=len, reverse=True))})")
HAN_NUMERAL: Final = re.compile("[〇零一二两兩三四五六七八九十百千万萬亿億]+")
HAN_DIGITS: Final = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
}
HAN_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
HAN_SCALES: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
ONES: Final = (
    ("zero", "noll"),
    ("one", "first", "once", "single", "en", "ett", "första"),
    ("two", "second", "twice", "both", "två", "andra", "båda", "dubbel", "dubbla"),
    ("three", "third", "thrice", "tre", "tredje"),
    ("four", "fourth", "fyra", "fjärde"),
    ("five", "fifth", "fem", "femte"),
    ("six", "sixth", "sex", "sjätte"),
    ("seven", "seventh", "sju", "sjunde"),
    ("eight", "eighth", "åtta", "åttonde"),
    ("nine", "ninth", "nio", "nionde"),
    ("ten", "tenth", "tio", "tionde"),
    ("eleven", "elva"),
    ("twelve", "dozen", "tolv", "dussin"),
    ("thirteen", "tretton"),
    ("fourteen", "fjorton"),
    ("fifteen", "femton"),
    ("sixteen", "sexton"),
    ("seventeen", "sjutton"),
    ("eighteen", "arton"),
    ("nineteen", "nitton"),
)
TENS: Final = (
    ("twenty", "tjugo"),
    ("thirty", "trettio"),
    ("forty", "fyrtio"),
    ("fifty", "femtio"),
    ("sixty", "sextio"),
    ("seventy", "sjuttio"),
    ("eighty", "åttio"),
    ("ninety", "nittio"),
)
MONTHS: Final = (
    ("january", "januari", "jan"),
    ("february", "februari", "feb"),
    ("march", "mars", "mar"),
    ("april", "apr"),
    ("may", "maj"),
    ("june", "juni", "jun"),
    ("july", "juli", "jul"),
    ("august", "augusti", "aug"),
    ("september", "sep", "sept"),
    ("october", "oktober", "oct", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)
LETTERS: Final = re.compile(r"[^\W\d_]+")


class Number(NamedTuple):
    """A number in digits: where it stands in its segment, and the values it may have."""

    segment: Segment
    start: int
    end: int
    values: frozenset[Fraction]

    @property
    def text(self) -> str:
        """The digits as they are written, with the scale that follows them (8400万)."""
        rest = self.segment.text[self.end :]
        scale = SCALE.match(rest)
        return self.segment.text[self.start : self.end] + (scale.group() if scale else "")


def numbers(segment: Segment) -> Iterator[Number]:
    """Find the numbers written in digits, outside code, addresses and placeholders.

    Digits that are part of a name (``B12``, ``x86``) are left out.
    """
    for found in DIGITS.finditer(segment.text):
        if not _in_name(segment.text, found) and not _shielded(segment, found.start()):
            yield Number(segment, found.start(), found.end(), frozenset(_values(segment, found)))


def _in_name(text: str, found: re.Match[str]) -> bool:
    """Tell whether Latin letters, hyphens or slashes tie the digits to a word."""
    before, after = text[: found.start()][-2:], text[found.end() :][:2]
    tied = re.search(r"[A-Za-z_#/\\]$|[A-Za-z]-$", before) or re.match(r"[_/\\]", after)
    return bool(tied)


def _shielded(segment: Segment, offset: int) -> bool:
    shields = (InlineKind.CODE, InlineKind.PLACEHOLDER, InlineKind.PROTECTED)
    return any(i.kind in shields and i.start <= offset < i.end for i in segment.inline)


def _values(segment: Segment, found: re.Match[str]) -> Iterator[Fraction]:
    """Give every value that the digits may stand for, by either convention, with its scale.

    A time of day such as 9.30 may be written as an hour elsewhere (9点半, half past nine). Digits
    before 万 or 亿 never stand for themselves.
    """
    rest = segment.text[found.end() :].lower()
    scale = SCALE.match(rest)
    if scale and not HAN_SCALES.keys().isdisjoint(scale.group(1)):
        yield from (value * SCALES[scale.group(1)] for value in _readings(found.group()))
        return
    if clock := CLOCK.fullmatch(found.group()):
        yield Fraction(clock.group(1))
    for value in _readings(found.group()):
        yield value
        yield from _in_context(value, rest)
        if scale:
            yield value * SCALES[scale.group(1)]


def _in_context(value: Fraction, rest: str) -> Iterator[Fraction]:
    """Give what a number means as a century, a decade or basis points, by what follows it.

    The 20th century is 1900-talet in Swedish, the 1990s are 90-talet and 90年代, and 25 basis
    points are 0.25 percentage points.
    """
    if CENTURY.match(rest):
        yield (value - 1) * 100
    if DECADE.match(rest):
        yield value % 100
        yield from (century + value for century in (1700, 1800, 1900, 2000) if value < 100)  # noqa: PLR2004
    if BASIS_POINT.match(rest):
        yield value / 100


def _readings(digits: str) -> Iterator[Fraction]:
    """Read digits with a point or a comma as a decimal mark or as parting thousands."""
    plain = re.sub(rf"['’{SPACES}]", "", digits)
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


def worded(text: str) -> frozenset[Fraction]:
    """Give the values that the words of a text may stand for: number words, months, Han numerals.

    Generous on purpose: it is used to excuse a number that is not there in digits.
    """
    words = [word.lower() for word in LETTERS.findall(text)]
    values = {Fraction(value) for word in words for value in _word_values(word)}
    values |= {Fraction(_han_value(run)) for run in HAN_NUMERAL.findall(text)}
    values |= {Fraction(HAN_DIGITS[c]) for c in text if c in HAN_DIGITS}
    tens = {value for value in values if value in range(20, 100, 10)}
    ones = {value for value in values if value in range(1, 10)}
    return frozenset(values | {ten + one for ten in tens for one in ones})


def _word_values(word: str) -> Iterator[int]:
    for value, names in enumerate(ONES):
        if word in names:
            yield value
    for value, names in enumerate(TENS, 2):
        for name in names:
            if word.startswith(name):
                yield value * 10
                yield from (value * 10 + one for one in _word_values(word.removeprefix(name)))
    for value, names in enumerate(MONTHS, 1):
        if word in names:
            yield value
    yield from (scale for name, scale in SCALES.items() if word == name)


def _han_value(run: str) -> int:
    """Read a Han numeral: 三十五 as 35, 二〇二四 as 2024, 一万二千 as 12,000."""
    if all(c in HAN_DIGITS for c in run):
        return int("".join(str(HAN_DIGITS[c]) for c in run))
    total = section = digit = 0
    for character in run:
        if character in HAN_DIGITS:
            digit = HAN_DIGITS[character]
        elif character in HAN_UNITS:
            section += (digit or 1) * HAN_UNITS[character]
            digit = 0
        else:
            total = (total + (section + digit or 1)) * HAN_SCALES[character]
            section = digit = 0
    return total + section + digit
