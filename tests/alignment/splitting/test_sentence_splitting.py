"""Where sentences and their clauses end."""

from __future__ import annotations

import pytest

from aligncheck.alignment.splitting.sentence_splitting import find_sentence_bounds, split_clauses

SENTENCES = {
    "en": [
        ("He met Ms. Lund. She had no time.", ["He met Ms. Lund.", "She had no time."]),
        (
            "“We opened late. Nobody came,” she said.",
            ["“We opened late.", "Nobody came,” she said."],
        ),
        ('"Why?" he asked. "No reason."', ['"Why?" he asked.', '"No reason."']),
        ("See Fig. 3 for the plan.", ["See Fig. 3 for the plan."]),
    ],
    "sv": [
        (
            "Det är den du arbetar med. Välj den som ska in. Klart.",
            ["Det är den du arbetar med.", "Välj den som ska in.", "Klart."],
        ),
        ("Ta t.ex. bussen. Den är snabb.", ["Ta t.ex. bussen.", "Den är snabb."]),
        ("”Vi väntar. Ingen kom.”", ["”Vi väntar.", "Ingen kom.”"]),
    ],
    "zh": [
        ("零点开始。90 度在上方。git 会保存。", ["零点开始。", "90 度在上方。", "git 会保存。"]),
        ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
        ("“我等了一年。”“没有人来。”", ["“我等了一年。”", "“没有人来。”"]),
    ],
}


@pytest.mark.parametrize(
    ("tongue", "text", "expected"),
    [(tongue, text, parts) for tongue, rows in SENTENCES.items() for text, parts in rows],
)
def test_sentences(tongue: str, text: str, expected: list[str]) -> None:
    """Titles, abbreviations and figures do not end a sentence; quotes do not hide its end."""
    assert [text[start:end] for start, end in find_sentence_bounds(text, tongue)] == expected


def test_clauses() -> None:
    """Punctuation parts clauses, but does not cut off a word of two characters."""
    assert split_clauses("不必担心，因为它很聪明。", "zh") == ["不必担心，", "因为它很聪明。"]
    assert split_clauses("Wait, it is clever; it knows.", "en") == [
        "Wait,",
        "it is clever;",
        "it knows.",
    ]
    assert split_clauses("因为它很聪明，好，可以用。", "zh") == ["因为它很聪明，好，", "可以用。"]


def test_single_clause() -> None:
    """A sentence of one clause has no clauses to be looked at besides."""
    assert split_clauses("It is clever.", "en") == []
