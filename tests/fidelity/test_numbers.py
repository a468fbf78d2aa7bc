"""Numbers are read by what they mean, in three languages."""

from fractions import Fraction

import pytest

from aligncheck.fidelity.numbers import numbers, worded
from aligncheck.model import Inline, InlineKind, Kind, Segment, Span


def segment(text: str, *inline: Inline) -> Segment:
    """Make a paragraph of a text."""
    return Segment(0, Kind.PARAGRAPH, 0, text, text, Span(1, 1, 1, len(text) + 1), inline=inline)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("225 grader", {225}),
        ("1,200 kronor", {1200, Fraction("1.2")}),
        ("1.200 Euro", {1200, Fraction("1.2")}),
        ("1 200 kronor", {1200}),
        ("1,200.50 dollars", {Fraction("1200.5")}),
        ("1,5 kg", {Fraction("1.5")}),
        ("12万居民", {120000}),
        ("13.2万张票", {132000}),
        ("3千克", {3, 3000}),
        ("3.5 million", {Fraction("3.5"), 3500000}),
        ("2 miljarder", {2, 2 * 10**9}),
        ("1.4亿人", {140000000}),
        ("at 9.30 a.m.", {Fraction("9.3"), 9}),
        ("the 20th century", {20, 1900}),
        ("15世纪", {15, 1400}),
        ("25 basis points", {25, Fraction("0.25")}),
        ("25个基点", {25, Fraction("0.25")}),
        ("3.4万亿元", {3400 * 10**9}),
        ("3.4 trillion", {Fraction("3.4"), 3400 * 10**9}),
    ],
)
def test_digits_are_read_by_every_convention(text: str, values: set[Fraction]) -> None:
    """Points, commas, spaces and scales after the digits give all the values they may mean."""
    (number,) = numbers(segment(text))
    assert number.values == values


@pytest.mark.parametrize("text", ["vitamin B12", "an x86-64 chip", "COVID-19", "see #42", "v1_2"])
def test_digits_in_names_are_not_numbers(text: str) -> None:
    """What belongs to a name is not compared as a quantity."""
    assert [number.text for number in numbers(segment(text))][:1] in ([], ["64"])


def test_code_is_not_searched() -> None:
    """Digits inside inline code are code."""
    inline = Inline(InlineKind.CODE, 4, 11, Span(1, 5, 1, 12), "port 80")
    assert not list(numbers(segment("Set port 80.", inline)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-five people", 25),
        ("tjugofem personer", 25),
        ("三十五人", 35),
        ("二〇二四年", 2024),
        ("一万二千", 12000),
        ("两个", 2),
        ("in March", 3),
        ("den första", 1),
    ],
)
def test_words_excuse_digits(text: str, value: int) -> None:
    """Number words, months and Han numerals stand for the digits they mean."""
    assert Fraction(value) in worded(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the 1990s", "90-talet"),
        ("the 1960s", "上世纪60年代"),
        ("in the 1840s", "på 1840-talet"),
        ("the 20th century", "1900-talet"),
        ("$3.4 trillion", "3 400 miljarder"),
        ("0.25 percentage points", "25个基点"),
        ("84 million", "8400万"),
    ],
)
def test_the_same_is_said_in_other_figures(one: str, other: str) -> None:
    """Decades, centuries, scales and basis points agree across conventions."""
    (left,), (right,) = numbers(segment(one)), numbers(segment(other))
    assert left.values & right.values


def test_a_number_is_quoted_with_its_scale() -> None:
    """What is shown to an editor is the number that is meant, not its digits alone."""
    (number,) = numbers(segment("产量为8400万吨"))
    assert number.text == "8400万"
