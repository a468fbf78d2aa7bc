"""Spans hold for any text, and no text breaks the reader."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.errors import UnreadableError
from aligncheck.formats import read_document
from aligncheck.model import Kind
from tests.formats.reading import check_spans

_PIECES = [
    *[
        "# ",
        "- ",
        "1. ",
        "> ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "  ",
        "\t",
        "    ",
        "  \n",
        "\u3000",
        "\u00a0",
    ],
    *["*a*", "**b**", "_", "`c`", "``", "[x](y)", "![i](j)", "\\*", "\\", "&amp;", "&lt", "&nbsp;"],
    *[
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<p>",
        "<li>",
        "<td>",
        "<pre>",
        "<img alt='q'>",
        "<!--",
        "-->",
    ],
    *[
        "<script>",
        "<main>",
        "<span lang=la>",
        "</span>",
        "<a href=x>",
        "<br>",
        "<A b={c}>",
        "{/* x */}",
    ],
    *[
        "|",
        "|---|---|\n",
        "a|b\n",
        "```\n",
        "~~~",
        "===\n",
        "---\n",
        "[^1]",
        "[^1]: n",
        "^[in]",
        ": d",
    ],
    *[
        ":::note T\n",
        ":::\n",
        '!!! n "T"\n',
        "{{< a >}}",
        "{{ x }}",
        "{% y %}",
        "{name}",
        "%s",
        "{#id}",
    ],
    *[
        "word",
        "中文",
        "，",
        "😀",
        "e\u0301",
        "\x0b",
        "\x0c",
        "\u2028",
        "\x85",
        "- [ ] ",
        "> [!NOTE]\n",
    ],
]
_TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=40).map("".join)


@pytest.mark.parametrize("suffix", ["md", "mdx", "html", "txt"])
@settings(deadline=None)
@given(text=_TEXTS)
def test_spans(suffix: str, text: str) -> None:
    """Whatever the text, every character of every segment stands where its span says."""
    try:
        document = read_document(f"a.{suffix}", "en", text)
    except UnreadableError as error:
        assert "\n" not in str(error)  # noqa: PT017  # an error is as good an outcome
        return
    check_spans(text, document)
    for segment in document.segments:
        assert segment.kind is Kind.CODE or segment.text == " ".join(segment.text.split())


HOSTILE = {
    "quotes": ">" * 3000 + "a",
    "lists": "".join("  " * depth + "- a\n" for depth in range(60)),
    "brackets": "[" * 1000 + "a",
    "images": "![" * 800 + "a" + "](b)" * 800,
    "emphasis": "*a_ " * 1000,
    "elements": "<div>" * 5000 + "a",
    "inline elements": "<i>" * 2000 + "<b>" * 2000 + "a" + "</i>" * 2000,
    "tags that are not closed": "<a b={" * 2000,
    "comments that are not closed": "<!--" * 20000,
    "template tags that are not closed": "{{<\n" * 1500,
    "spaces in a heading": "# a" + " " * 100000 + "b",
    "spaces in a directive": ":::a b" + " " * 100000 + "c",
    "one long line": "word " * 20000,
    "front matter": "---\na: " + "[" * 600 + "\n---\nb\n",
    "code": "`a {b}` " * 1000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_hostile_texts(suffix: str, text: str) -> None:
    """A text made to break a parser is read or refused, in time and with nothing else raised."""
    try:
        document = read_document(f"a.{suffix}", "en", text)
    except UnreadableError as error:
        assert str(error)  # noqa: PT017  # an error is as good an outcome
    else:
        assert document.segments
