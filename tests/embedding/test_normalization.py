"""Text is brought into one form before it is tokenized and cached."""

from __future__ import annotations

import pytest

from aligncheck.embedding.normalization import normalize_text


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("Åland", "Åland"),
        ("A\u030aland", "Åland"),
        (" two \t\n lines\u3000here ", "two lines here"),
        ("one\0two", "one two"),
        ("lone \ud83d surrogate", "lone surrogate"),
        ("pair \U0001f600", "pair \U0001f600"),
        ("\0", ""),
        ("", ""),
    ],
)
def test_normalize_text(text: str, normalized: str) -> None:
    """Composed, without NUL and lone surrogates, white space folded."""
    assert normalize_text(text) == normalized
