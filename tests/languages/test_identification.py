"""Longer texts are told by langdetect, which is asked and answers in codes of BCP 47."""

from __future__ import annotations

import pytest

from aligncheck.languages.identification import (
    identifiable_languages,
    identified_as,
    identify_language,
)


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        ("Das Museum ist jeden Tag außer Montag geöffnet.", ("de", "sv", "en"), "de"),
        ("Museet är öppet alla dagar utom måndag.", ("de", "sv", "en"), "sv"),
        ("Det er ingen som vet hvor mye vann som har rent ut.", ("da", "nb", "sv"), "nb"),
        ("Der er ingen, der ved, hvor meget vand der er løbet ud.", ("da", "nb", "sv"), "da"),
        ("图书馆每天开放，星期一除外。", ("en", "ja", "zh"), "zh"),
        ("圖書館除星期一外每天開放。", ("en", "ja", "zh"), "zh"),
        ("12345", ("de", "sv"), ""),
        ("Museet är öppet.", ("sv", "xx"), ""),
    ],
)
def test_one_of_the_languages_asked_for_is_told(
    text: str, languages: tuple[str, ...], expected: str
) -> None:
    """The answer is one of the languages asked for, the same each time, or none."""
    assert {identify_language(text, languages)[0] for _ in range(3)} == {expected}


def test_languages_are_called_by_their_codes() -> None:
    """What langdetect calls ``no`` and ``zh-cn`` are Bokmål and Chinese to everyone else."""
    known = identifiable_languages()
    assert {"da", "de", "en", "fr", "nb", "sv", "zh"} <= set(known)
    assert not {"no", "zh-cn", "zh-tw", "nn"} & set(known)
    assert list(known) == sorted(known)


@pytest.mark.parametrize(
    ("language", "code"), [("nn", "nb"), ("no", "nb"), ("nb", "nb"), ("da", "da"), ("fo", "fo")]
)
def test_norwegian_is_identified_as_bokmal(language: str, code: str) -> None:
    """Both ways of writing Norwegian have one profile; other languages are called by their own."""
    assert identified_as(language) == code


def test_the_two_profiles_of_chinese_count_as_one() -> None:
    """Text in both ways of writing Chinese is surely Chinese."""
    language, sure = identify_language("我在家看書，你在家看书。", identifiable_languages())
    assert (language, sure > 0.99) == ("zh", True)
