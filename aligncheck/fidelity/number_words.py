"""Numbers in words: number words, months and numerals of one character each, by language."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Final

from aligncheck.languages import find_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from aligncheck.languages.language import CharacterNumerals, Language, Numerals

_LETTERS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def find_worded_values(text: str, locale: str) -> frozenset[Fraction]:
    """Give the values that the words of a text may stand for: number words, months, Han numerals.

    Generous on purpose: it is used to excuse a number that is not there in digits. Nothing where
    the language has no file.
    """
    language = find_language(locale)
    if language is None:
        return frozenset()
    values = set(_find_values_of_words(text, language))
    if language.numerals.characters:
        values |= set(_find_values_of_characters(text, language.numerals.characters))
    tens = {value for value in values if value in range(20, 100, 10)}
    ones = {value for value in values if value in range(1, 10)}
    return frozenset(Fraction(value) for value in values | {a + b for a in tens for b in ones})


def _find_values_of_words(text: str, language: Language) -> Iterator[int]:
    for found in _LETTERS.findall(text):
        word = found.lower()
        for part in {word, *word.split("-")}:
            yield from _read_word(part, language.code)


@cache
def _map_words(code: str) -> Mapping[str, tuple[int, ...]]:
    """Map the number words and months of a language to what they may stand for."""
    language = find_language(code)
    if language is None:
        return {}
    numerals = language.numerals
    rows = [*enumerate(numerals.ones), *enumerate(language.calendar.months, 1)]
    rows += [(10 * value, words) for value, words in enumerate(numerals.tens, 2)]
    rows += [(value, word) for word, value in numerals.scales.items()]
    found: dict[str, tuple[int, ...]] = {}
    for value, words in rows:
        for word in words.split():
            found[word] = (*found.get(word, ()), value)
    return found


@cache
def _read_word(word: str, code: str) -> frozenset[int]:
    """Read a word: a number word, a ten and a one (tjugofem), or a scale with both (zweihundert).

    zweihundertfünf: what stands before the scale hundert is 2, what follows it 5, so 2 * 100 + 5.
    """
    language = find_language(code)
    if language is None or not word:
        return frozenset()
    found = {*_map_words(code).get(word, ()), *_read_ten(word, language.numerals)}
    for name, scale in language.numerals.scales.items():
        before, there, after = word.partition(name)
        if there and (before or after):
            factors = _read_word(before, code) if before else {1}
            rests = _read_word(after.removeprefix(language.numerals.joint), code) if after else {0}
            found |= {factor * scale + rest for factor in factors for rest in rests}
    return frozenset(found)


def _read_ten(word: str, numerals: Numerals) -> Iterator[int]:
    """Read a ten with a one before or after it, by the language: tjugofem, fünfundzwanzig."""
    for value, names in enumerate(numerals.tens, 2):
        for name in names.split():
            if word.startswith(name):
                yield 10 * value
            one = _cut_one(word, name, numerals)
            yield from (
                10 * value + i for i, ones in enumerate(numerals.ones) if one in ones.split()
            )


def _cut_one(word: str, ten: str, numerals: Numerals) -> str:
    """Give what stands beside a ten in a word, without the joint; empty where there is none."""
    if numerals.ones_first:
        head, there, _ = word.partition(ten)
        return head.removesuffix(numerals.joint) if there else ""
    return word.removeprefix(ten).removeprefix(numerals.joint) if word.startswith(ten) else ""


def _find_values_of_characters(text: str, numerals: CharacterNumerals) -> Iterator[int]:
    digits = numerals.digits
    every = "".join({**digits, **numerals.places, **numerals.scales})
    for run in re.findall(f"[{every}]+", text):
        yield _read_characters(run, numerals)
    yield from (digits[character] for character in text if character in digits)


def _read_characters(run: str, numerals: CharacterNumerals) -> int:
    """Read a numeral: 三十五 as 35, 二〇二四 as 2024, 一万二千 as 12,000.

    一万二千: the digit 1 and the scale 万 make a total of 10,000; the digit 2 and the place 千 a
    section of 2,000, which is added at the end.
    """
    if all(character in numerals.digits for character in run):
        return int("".join(str(numerals.digits[character]) for character in run))
    total = section = digit = 0
    for character in run:
        if character in numerals.digits:
            digit = numerals.digits[character]
        elif character in numerals.places:
            section += (digit or 1) * numerals.places[character]
            digit = 0
        else:
            total = (total + (section + digit or 1)) * numerals.scales[character]
            section = digit = 0
    return total + section + digit
