"""The parts of the language analysis that other rules of thumb rest on."""

from __future__ import annotations

import pytest

from aligncheck.languages.lexicon.trigrams import letter_evidence
from aligncheck.languages.lexicon.word_frequencies import frequency_class, listed_languages
from aligncheck.languages.names import language_name
from aligncheck.text.protected_spans import find_opaque_ranges
from aligncheck.text.scripts import Script, script_of
from aligncheck.untranslated.fixed_lines import (
    is_credit,
    is_folder,
    is_language_switcher,
    is_reference,
    is_reference_heading,
)


def test_the_word_lists_rank_words_by_frequency() -> None:
    """A common word has a higher class than a rare one, and each language its own words."""
    assert frequency_class("the", "en") > frequency_class("vaccine", "en") > 0
    assert frequency_class("och", "sv") > frequency_class("och", "en")
    assert listed_languages() >= {"da", "de", "en", "fr", "nb", "sv"}


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "a"), ("en", "the"), ("en", "don't"), ("sv", "över"), ("sv", "översättning")],
)
def test_words_of_any_length_are_found(language: str, word: str) -> None:
    """A word is found whether it is shorter than the beginning words are filed by or longer."""
    assert frequency_class(word, language) > 0


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", ""), ("en", "zzz"), ("en", "åäö"), ("en", "transl"), ("sv", "inteva"), ("xx", "the")],
)
def test_parts_and_continuations_of_words_are_not_listed(language: str, word: str) -> None:
    """A listed word's beginning is no word, nor is what only begins with one."""
    assert frequency_class(word, language) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Läs https://example.org/the-end nu", ["https://example.org/the-end"]),
        ("Öppna /etc/fstab och a_b", ["/etc/fstab", "a_b"]),
        ("Kör print(x) med --dry-run", ["print(x)", "--dry-run"]),
        ("Dosen är 5 mg/kg per dygn", ["5 mg/kg"]),
        ("Hej {name}, du har %d brev", ["{name}", "%d"]),
        ("Barn och/eller vuxna, ca kl. tre", []),
        ("The file(s) you want", []),
    ],
)
def test_protects_what_no_language_owns(text: str, expected: list[str]) -> None:
    """Addresses, paths, code, units and placeholders are protected, and words are not."""
    assert [text[start:end] for start, end in find_opaque_ranges(text, ())] == expected


def test_marked_ranges_are_protected_once() -> None:
    """Ranges that overlap are united, those of the markup among them."""
    assert find_opaque_ranges("kör a_b nu", [(0, 6), (4, 7), (9, 9)]) == ((0, 7),)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Smith J, Jones K. Sleep and age. J Sleep Res. 2019;28(3):112.", True),
        ("1. Öst A et al. Barns sömn. 2020.", True),
        ("Smith said in 2019 that children sleep less.", False),
        ("The results: 2019, 12 of 20", False),
    ],
)
def test_knows_an_entry_of_a_reference_list(text: str, reference: bool) -> None:  # noqa: FBT001
    """Authors with initials and a source make a reference; a sentence with a year does not."""
    assert is_reference(text, ("en", "sv", "zh")) is reference


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Foto: John Smith/Getty Images", True),
        ("图片：Sarah Young", True),
        ("Foto: a child who plays in the water all day", False),
        ("By the way, it works", False),
    ],
)
def test_knows_a_credit(text: str, credit: bool) -> None:  # noqa: FBT001
    """A credit names somebody; words in lower case after it are a caption."""
    assert is_credit(text, ("en", "sv", "zh")) is credit


def test_knows_a_language_switcher() -> None:
    """Names of languages in themselves are a switcher, with anything else they are not."""
    assert is_language_switcher("English | Svenska | 中文")
    assert not is_language_switcher("English is spoken here")
    assert not is_language_switcher("| |")


@pytest.mark.parametrize(
    ("text", "folder"),
    [
        ("src/", True),
        ("en/", True),
        ("zh-cn/", True),
        ("content/docs/sv/", True),
        ("node_modules/@astrojs/", True),
        ("en/ett", False),
        ("and/ or", False),
        ("文档/", False),
        ("the end", False),
    ],
)
def test_knows_a_folder(text: str, folder: bool) -> None:  # noqa: FBT001
    """A line of a tree of files that ends in a slash is the same in every version."""
    assert is_folder(text) is folder


def test_knows_the_headings_of_reference_lists() -> None:
    """Numbers and colons do not matter, other headings are not taken for it."""
    assert is_reference_heading("7. Referenser:", ("en", "sv", "zh"))
    assert is_reference_heading("参考文献", ("en", "sv", "zh"))
    assert not is_reference_heading("Reference values", ("en", "sv", "zh"))


def test_letters_tell_languages_apart() -> None:
    """A word that no list has looks like the language whose letters it has."""
    assert letter_evidence("whitespaces", "en", "sv") > 0
    assert letter_evidence("knapprader", "en", "sv") < 0
    assert letter_evidence("whatever", "en", "xx") == 0


def test_scripts_and_names() -> None:
    """Letters have their script, other characters none; languages have an English name or code."""
    text = "aåЖ字か한1。"
    expected = [Script.LATIN, Script.LATIN, Script.CYRILLIC, Script.HAN, Script.KANA, Script.HANGUL]
    assert [script_of(one) for one in text] == [*expected, Script.OTHER, Script.OTHER]
    assert (language_name("sv"), language_name("xx")) == ("Swedish", "xx")
