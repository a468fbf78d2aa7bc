"""What languages are called, and what a run says of those that are not known."""

from __future__ import annotations

import pytest

from aligncheck.languages.names import language_name, note_unknown_languages


def test_languages_have_english_names() -> None:
    """A language is named in English, and by its code where it has no name here."""
    assert [language_name(code) for code in ("sv", "nb", "th", "xx")] == [
        "Swedish",
        "Norwegian",
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
        (("en", "fi"), "Finnish (fi) is not a language that aligncheck knows"),
        (
            ("th", "ru", "sv", "ru-RU"),
            "Thai (th) and Russian (ru) are not languages that aligncheck knows",
        ),
        (
            ("ko", "ar", "gsw"),
            "Korean (ko), Arabic (ar) and gsw (gsw) are not languages that aligncheck knows",
        ),
    ],
)
def test_unknown_languages_are_named_in_one_note(locales: tuple[str, ...], subject: str) -> None:
    """One note names each of them once and says what was not looked for."""
    (note,) = note_unknown_languages(locales)
    assert note.startswith(subject + ": ")
    assert "\n" not in note
