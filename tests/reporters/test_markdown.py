"""The comment for a pull request, read by a Markdown parser."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from aligncheck import reporters
from aligncheck.model import Run
from tests.sample_report import CLEAN, DROPPED, REPORT, UNTRANSLATED


def test_every_finding_is_an_entry_under_its_version() -> None:
    """A parser finds a heading per version and an entry per finding, each text as code."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(reporters.render("markdown", REPORT))
    headings = [
        tokens[i + 1].content for i, token in enumerate(tokens) if token.type == "heading_open"
    ]
    assert headings[1:] == ["harbour · sv", "harbour · zh", "tide tables · sv"]
    entries = [t for t in tokens if t.type == "list_item_open" and t.level == 1]
    assert len(entries) == len(REPORT.findings)
    code = [c.content for t in tokens for c in t.children or () if c.type == "code_inline"]
    assert "<U+001B>[31mlow | tide<U+202E> `now` @mayor #7" in code


@pytest.mark.parametrize(
    "hostile",
    ["<script>x</script>", "[a](http://b)", "![a](b)", "**bold** | x", "`code`", "<b>", "&lt;"],
)
def test_text_of_articles_stays_text(hostile: str) -> None:
    """Markup in a message or an article is shown, not obeyed."""
    finding = replace(UNTRANSLATED, message=hostile, text=hostile)
    html = MarkdownIt().render(reporters.render("markdown", Run((finding,))))
    plain = MarkdownIt().render(
        reporters.render("markdown", Run((replace(finding, message="plain", text="plain"),)))
    )
    assert html.count("<") == plain.count("<")


def test_messages_notify_nobody() -> None:
    """An @name or #number in a message is parted, so that GitHub makes no mention of it."""
    finding = replace(UNTRANSLATED, message="Ask @mayor about #7", text="")
    text = reporters.render("markdown", Run((finding,)))
    assert "@mayor" not in text
    assert "#7" not in text


def test_comment_fits_and_says_what_it_leaves_out() -> None:
    """A comment stays below GitHub's limit, and counts the findings that it has no room for."""
    text = reporters.render("markdown", Run((DROPPED,) * 1000))
    entries = text.count("**AC102")
    assert len(text) < 65_536
    assert f"and {1000 - entries} more findings" in text


def test_clean_run_says_what_was_checked() -> None:
    """Without findings the comment says so, and of how much."""
    text = reporters.render("markdown", CLEAN)
    assert "no findings" in text
    assert "2 articles, 5 versions, 83 segments" in text
