"""Quoting text of articles: cut well, and harmless."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from aligncheck.reporters._writing.quoting import (
    HIDDEN_CATEGORIES,
    JOINERS,
    one_line,
    shorten_text,
    show_controls,
)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 5, "short"),
        ("the boat leaves at nine", 12, "the boat…"),
        ("the boat leaves at nine", 16, "the boat leaves…"),
        ("渡轮九点开出港口", 5, "渡轮九点…"),
        ("unbrokenwordthatgoeson", 10, "unbrokenw…"),
        ("a" + "\u0301" * 4, 3, "…"),
        ("xx👩\u200d👩\u200d👧yy", 5, "xx…"),
    ],
)
def test_cuts_after_words_and_never_within_characters(text: str, limit: int, expected: str) -> None:
    """Words stay whole, scripts without spaces are cut anywhere, combined characters nowhere."""
    assert shorten_text(text, limit) == expected


@settings(deadline=None)
@given(st.text(), st.integers(min_value=1, max_value=40))
def test_never_wider_than_the_limit(text: str, limit: int) -> None:
    """The limit holds in the measure given, and text that fits is not touched."""
    shortened = shorten_text(text, limit, cell_len)
    assert cell_len(shortened) <= limit
    assert shortened == text or cell_len(text) > limit


@settings(deadline=None)
@given(st.text())
def test_nothing_hidden_is_left(text: str) -> None:
    """Nothing that a terminal obeys or hides is left in a line, and the rest is."""
    line = one_line(text)
    assert not [
        c for c in line if unicodedata.category(c) in HIDDEN_CATEGORIES and c not in JOINERS
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("två\nrader\toch", "två\nrader\toch"),
        ("\x1b]0;title\x07", "<U+001B>]0;title<U+0007>"),
        ("\u202egnp.exe", "<U+202E>gnp.exe"),
        ("soft\u00adhyphen", "soft<U+00AD>hyphen"),
        ("\udc80", "<U+DC80>"),
        ("\ufffe", "<U+FFFE>"),
        ("👩\u200d🚒", "👩\u200d🚒"),
    ],
)
def test_shows_what_a_terminal_would_obey(text: str, expected: str) -> None:
    """Controls, overrides and what XML forbids are named; words, emoji and line breaks stay."""
    assert show_controls(text) == expected
