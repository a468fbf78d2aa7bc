"""What languages are called, and what a run says of those that are not known."""

from __future__ import annotations

import pytest

from aligncheck.languages.names import language_name, list_autonyms, note_unknown_languages
from training.language_names import NAMES_FILE, format_names


def test_languages_have_english_names() -> None:
    """A language is named in English, known or not, and by its code where there is none."""
    assert [language_name(code) for code in ("sv", "nb", "th", "xx")] == [
        "Swedish",
        "Norwegian Bokmål",
        "Thai",
        "xx",
    ]


@pytest.mark.parametrize("locales", [(), ("en", "sv", "zh-Hant"), ("en-GB", "en-US")])
def test_nothing_is_said_of_known_languages(locales: tuple[str, ...]) -> None:
    """A run in languages that have a file needs no note."""
    assert note_unknown_languages(locales) == ()


@pytest.mark.parametrize(
    ("locales", "subject"),
    [
        (("en", "fi"), "Finnish (fi) is not a language that aligncheck"),
        (
            ("th", "ru", "sv", "ru-RU"),
            "Thai (th) and Russian (ru) are not languages that aligncheck",
        ),
        (
            ("ko", "ar", "gsw"),
            "Korean (ko), Arabic (ar) and Swiss German (gsw) are not languages that aligncheck",
        ),
    ],
)
def test_unknown_languages_are_named_in_one_note(locales: tuple[str, ...], subject: str) -> None:
    """One note names each of them once and says what was not looked for."""
    (note,) = note_unknown_languages(locales)
    assert note.startswith(f"{subject} knows: ")
    assert "\n" not in note


@pytest.mark.parametrize(
    "name", ["svenska", "deutsch", "bokmål", "norsk", "français", "srpski", "繁体中文", "العربية"]
)
def test_languages_are_known_by_their_own_names(name: str) -> None:
    """Menus of languages name each in itself, in every script that it is written in."""
    assert name in list_autonyms()


@pytest.mark.parametrize("word", ["la", "basa dan", "schweizer", "unknown", "swedish", "", "meny"])
def test_other_words_are_no_names_of_languages(word: str) -> None:
    """Words of names, regions and what a language is called in another are not its own name."""
    assert word not in list_autonyms()


def test_the_list_of_names_is_what_the_script_makes() -> None:
    """Nobody edits the list by hand: it is CLDR's, as Babel brings it along."""
    made = NAMES_FILE.read_text(encoding="utf-8").splitlines()
    assert made == sorted(made, key=lambda line: line.partition(" ")[0])
    assert made == format_names().splitlines()
