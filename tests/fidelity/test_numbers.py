"""Numbers are read by what they mean in their own language."""

from fractions import Fraction

import pytest

from aligncheck.fidelity.digit_numbers import find_numbers
from aligncheck.fidelity.number_words import find_worded_values
from aligncheck.model import Inline, InlineKind, Kind, Segment, Span


def segment(text: str, *inline: Inline) -> Segment:
    """Make a paragraph of a text."""
    return Segment(0, Kind.PARAGRAPH, 0, text, text, Span(1, 1, 1, len(text) + 1), inline=inline)


@pytest.mark.parametrize(
    ("locale", "text", "values"),
    [
        ("sv", "225 grader", {225}),
        ("sv", "1,200 kronor", {1200, Fraction("1.2")}),
        ("fi", "1.200 Euro", {1200, Fraction("1.2")}),
        ("sv", "1 200 kronor", {1200}),
        ("en", "1,200.50 dollars", {Fraction("1200.5")}),
        ("sv", "1,5 kg", {Fraction("1.5")}),
        ("zh", "12万居民", {120000}),
        ("zh", "13.2万张票", {132000}),
        ("zh", "3千克", {3, 3000}),
        ("en", "3.5 million", {Fraction("3.5"), 3500000}),
        ("sv", "2 miljarder", {2, 2 * 10**9}),
        ("zh", "1.4亿人", {140000000}),
        ("en", "at 9.30 a.m.", {Fraction("9.3"), 9}),
        ("en", "the 20th century", {20, 1900}),
        ("zh", "15世纪", {15, 1400}),
        ("en", "25 basis points", {25, Fraction("0.25")}),
        ("zh", "25个基点", {25, Fraction("0.25")}),
        ("zh", "3.4万亿元", {3400 * 10**9}),
        ("en", "3.4 trillion", {Fraction("3.4"), 3400 * 10**9}),
        ("de", "3,5 Millionen", {Fraction("3.5"), 3500000}),
        ("de", "12 Mrd. Euro", {12, 12 * 10**9}),
        ("de", "das 20. Jahrhundert", {20, 1900}),
        ("da", "2 millioner", {2, 2000000}),
        ("nb", "2,5 mill. kroner", {Fraction("2.5"), 2500000}),
        ("fr", "1\u202f250\u202f000 euros", {1250000}),
        ("fr", "1,2 million de fois", {Fraction("1.2"), 1200000}),
        ("fr", "au 19e siècle", {19, 1800}),
        ("fr", "25 points de base", {25, Fraction("0.25")}),
        ("fi", "2 miljoonaa", {2}),
    ],
)
def test_digits_are_read_by_every_convention(locale: str, text: str, values: set[Fraction]) -> None:
    """Points, commas, spaces and scales after the digits give all the values they may mean."""
    (number,) = find_numbers(segment(text), locale)
    assert number.values == values


@pytest.mark.parametrize("text", ["vitamin B12", "an x86-64 chip", "COVID-19", "see #42", "v1_2"])
def test_digits_in_names_are_not_numbers(text: str) -> None:
    """What belongs to a name is not compared as a quantity."""
    assert [number.text for number in find_numbers(segment(text), "en")][:1] in ([], ["64"])


@pytest.mark.parametrize(
    ("locale", "text", "numbers"),
    [
        ("fr", "Le train part à 9h30.", ["9", "30"]),
        ("fr", "de 10h05 à 18h", ["10", "05", "18"]),
        ("pt", "Abre às 8h45.", ["8", "45"]),
        ("en", "the h30 valve", []),
        ("en", "a 4K60 camera", ["4"]),
        ("en", "runs for 9h", ["9"]),
    ],
)
def test_minutes_after_an_h_are_numbers(locale: str, text: str, numbers: list[str]) -> None:
    """The h between hours and minutes ties them to no name; other letters and places do."""
    assert [number.text for number in find_numbers(segment(text), locale)] == numbers


def test_code_is_not_searched() -> None:
    """Digits inside inline code are code."""
    inline = Inline(InlineKind.CODE, 4, 11, Span(1, 5, 1, 12), "port 80")
    assert not list(find_numbers(segment("Set port 80.", inline), "en"))


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en", "twenty-five people", 25),
        ("sv", "tjugofem personer", 25),
        ("zh", "三十五人", 35),
        ("zh", "二〇二四年", 2024),
        ("zh", "一万二千", 12000),
        ("zh", "两个", 2),
        ("en", "in March", 3),
        ("sv", "den första", 1),
        ("sv", "tvåtusen besökare", 2000),
        ("de", "einundzwanzig Fähren", 21),
        ("de", "zweihundertfünfzig Gramm", 250),
        ("de", "im März", 3),
        ("de", "das dritte Tor", 3),
        ("fr", "soixante-quinze euros", 75),
        ("fr", "quatre-vingts pages", 80),
        ("fr", "quatre-vingt-dix-huit ans", 98),
        ("fr", "septante et un", 71),
        ("fr", "nonante-deux membres", 92),
        ("fr", "vingt et une espèces", 21),
        ("fr", "une douzaine d’œufs", 12),
        ("fr", "le 3e mardi d’août", 8),
        ("da", "femogtyve færger", 25),
        ("da", "halvtreds minutter", 50),
        ("da", "tooghalvfems skoler", 92),
        ("da", "tretusind gæster", 3000),
        ("nb", "tjuefem ferger", 25),
        ("nb", "femti minutter", 50),
        ("nb", "femhundre gram", 500),
    ],
)
def test_words_excuse_digits(locale: str, text: str, value: int) -> None:
    """Number words, months and Han numerals stand for the digits they mean."""
    assert Fraction(value) in find_worded_values(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en", "sex and gender", 6),
        ("en", "an elf", 11),
        ("sv", "ten av linor", 10),
        ("sv", "en six pack", 6),
        ("da", "et elf", 11),
        ("de", "die Ampel ist tres grün", 60),
        ("nb", "en sex-scene", 6),
        ("fi", "two and six", 2),
        ("ru", "в марте", 3),
        ("en", "三十五", 35),
    ],
)
def test_words_of_another_language_are_no_numbers(locale: str, text: str, value: int) -> None:
    """A text's number words are those of its own language; none where that has no file."""
    assert Fraction(value) not in find_worded_values(text, locale)


@pytest.mark.parametrize(
    ("locale", "one", "other_locale", "other"),
    [
        ("en", "the 1990s", "sv", "90-talet"),
        ("en", "the 1960s", "zh", "上世纪60年代"),
        ("en", "in the 1840s", "sv", "på 1840-talet"),
        ("en", "the 20th century", "sv", "1900-talet"),
        ("en", "$3.4 trillion", "sv", "3 400 miljarder"),
        ("en", "0.25 percentage points", "zh", "25个基点"),
        ("en", "84 million", "zh", "8400万"),
        ("en", "the 1990s", "de", "die 1990er Jahre"),
        ("en", "the 1990s", "da", "1990’erne"),
        ("en", "in the 1960s", "nb", "på 1960-tallet"),
        ("de", "im 19. Jahrhundert", "sv", "på 1800-talet"),
        ("da", "det 18. århundrede", "en", "the 18th century"),
    ],
)
def test_the_same_is_said_in_other_figures(
    locale: str, one: str, other_locale: str, other: str
) -> None:
    """Decades, centuries, scales and basis points agree across conventions."""
    (left,) = find_numbers(segment(one), locale)
    (right,) = find_numbers(segment(other), other_locale)
    assert left.values & right.values


def test_a_number_is_quoted_with_its_scale() -> None:
    """What is shown to an editor is the number that is meant, not its digits alone."""
    (number,) = find_numbers(segment("产量为8400万吨"), "zh")
    assert number.text == "8400万"
