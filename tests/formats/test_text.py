"""Plain text is read into headings, paragraphs and list items."""

from __future__ import annotations

import pytest

from aligncheck.formats import read_document
from tests.formats.reading import check_spans, outline, plain

_LONG = "A paragraph that is long enough to be one, with a full stop at its end and words to spare."
_WRAPPED = (
    "The cells were grown for six weeks in a\nmedium without serum, and then moved to\n"
    "the spinal cord of the patients, where\nthey live.\n"
)

BLOCKS = {
    "paragraphs by blank lines": (
        "One is here.\n\n\nTwo is here.\n",
        ["paragraph 0: One is here.", "paragraph 0: Two is here."],
    ),
    "hard-wrapped lines are one paragraph": (
        _WRAPPED,
        ["paragraph 0: " + " ".join(_WRAPPED.split("\n")).strip()],
    ),
    "lines that are not wrapped are paragraphs": (
        f"{_LONG}\nA short one.\n{_LONG}\n",
        [f"paragraph 0: {_LONG}", "paragraph 0: A short one.", f"paragraph 0: {_LONG}"],
    ),
    "lines of Chinese": (
        "研究人员发表了新的结果。\n患者的情况在六个月内没有恶化，医生对此表示谨慎的乐观。\n仍需试验。\n",
        [
            "paragraph 0: 研究人员发表了新的结果。",
            "paragraph 0: 患者的情况在六个月内没有恶化，医生对此表示谨慎的乐观。",
            "paragraph 0: 仍需试验。",
        ],
    ),
    "headings": (
        f"The title\n\nThe method\n\n{_LONG}\n\n{_LONG}\n\nThe end\n",
        [
            "heading 1: The title",
            "heading 2: The method",
            f"paragraph 0: {_LONG}",
            f"paragraph 0: {_LONG}",
            "paragraph 0: The end",
        ],
    ),
    "an underlined heading": (
        f"Titel\n=====\n{_LONG}\n",
        ["heading 1: Titel", f"paragraph 0: {_LONG}"],
    ),
    "a heading in Chinese": (
        "背景\n\n这是一个段落。\n",
        ["heading 1: 背景", "paragraph 0: 这是一个段落。"],
    ),
    "no headings in verse": (
        "one\ntwo\nthree\nfour\n\nThe end of it.\n",
        [
            "paragraph 0: one",
            "paragraph 0: two",
            "paragraph 0: three",
            "paragraph 0: four",
            "paragraph 0: The end of it.",
        ],
    ),
    "bullets": (
        "• One\n- Two\n  * Three\n– Four\n1. Five\n2) Six\n（三）七\n、八。\n",
        [
            "list-item 1: One",
            "list-item 1: Two",
            "list-item 2: Three",
            "list-item 1: Four",
            "list-item 1: Five",
            "list-item 1: Six",
            "list-item 1: 七",
            "paragraph 0: 、八。",
        ],
    ),
    "a dash or a number is no bullet": (
        "-5 degrees.\n\n2024 was warm.\n\n3.5 per cent.\n",
        ["paragraph 0: -5 degrees.", "paragraph 0: 2024 was warm.", "paragraph 0: 3.5 per cent."],
    ),
    "markup is text": ("# <b>*One*</b> &amp;.\n", ["paragraph 0: # <b>*One*</b> &amp;."]),
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(text: str, expected: list[str]) -> None:
    """Lines become segments of the right kind, each where it stands."""
    document = plain(text)
    assert outline(document) == expected
    check_spans(text, document)


@pytest.mark.parametrize("path", ["a", "a.rst", "a.TXT", "LICENSE.old"])
def test_unknown_suffixes_are_plain_text(path: str) -> None:
    """A file whose suffix says nothing is read as plain text."""
    assert outline(read_document(path, "en", "# A.")) == ["paragraph 0: # A."]
