"""The pages as text: what is in them, and what never is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from aligncheck.model import Run, Suppressed
from aligncheck.reporters import html
from aligncheck.reporters.html.rendering import hash_for_policy, make_renderer
from tests.reporters.html.making import harbour, hostile, many

TIMES_LARGER = 4
"""How much larger a page may be than its style, script and texts."""


def page(made: Run) -> LexborHTMLParser:
    """Read the page of a run as a browser does."""
    return LexborHTMLParser(html.render(made))


def policy(text: str) -> str:
    """Give the policy that a page sets for itself."""
    (node,) = LexborHTMLParser(text).css("meta[http-equiv=Content-Security-Policy]")
    return node.attributes["content"] or ""


def elements(tree: LexborHTMLParser) -> list[LexborNode]:
    """Give every element of a page."""
    return tree.css("*")


def test_marks_are_the_words_at_fault() -> None:
    """What is highlighted is exactly what the findings say, and what they say it about."""
    tree = page(harbour())
    marks = [(m.text(), m.attributes["class"]) for m in tree.css(".beads mark")]
    assert marks == [
        ("closed to cars", "fault error"),
        ("10", "counterpart error"),
        ("11", "fault error"),
    ]
    whole = [(p.text()[:18], p.attributes["lang"]) for p in tree.css(".passage.whole")]
    assert whole == [("4 Fiskmarknaden ha", "sv"), ("5 鱼市中午开门。", "zh")]
    assert [gap.text().strip() for gap in tree.css(".gap.error")] == ["2 missing in sv"]


def test_findings_and_places_lead_to_each_other() -> None:
    """Every address within the page is that of one element; none is given twice."""
    tree = page(harbour())
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    links = [(a.attributes["href"] or "")[1:] for a in tree.css("a[href^='#']")]
    assert set(links) <= set(ids)
    keys = [(li.attributes["data-key"] or "") for li in tree.css(".finding")]
    assert len(keys) == 5
    assert {f"m-{key}" for key in keys} | {f"f-{key}" for key in keys} <= set(links)


def test_every_version_says_its_language() -> None:
    """Passages carry the locale of their version."""
    tree = page(harbour())
    langs = {p.attributes["lang"] for p in tree.css(".passage")}
    assert langs == {"en", "sv", "zh"}


def test_the_policy_allows_what_is_in_the_page_and_nothing_else() -> None:
    """Every script and style is named by its hash; nothing inline is allowed as such."""
    text = html.render(harbour())
    tree, rules = LexborHTMLParser(text), policy(text)
    inline = [node.text() for node in tree.css("script, style")]
    assert len(inline) == 3
    assert all(hash_for_policy(one) in rules for one in inline)
    assert "unsafe" not in rules
    assert rules.startswith("default-src 'none'; base-uri 'none'; form-action 'none';")
    assert "connect-src 'none'" in rules
    assert not tree.css("[style], [src], link, img, iframe, object, embed")


def test_a_live_page_may_ask_its_own_server_only() -> None:
    """The page that follows the files has one script more, and its notice is escaped."""
    made = harbour()
    text = html.render(made, live=html.Live(7, "<b>broken</b>"))
    assert "connect-src 'self'" in policy(text)
    assert "const EDITION = 7;" in text
    assert "&lt;b&gt;broken&lt;/b&gt;" in text
    assert len(LexborHTMLParser(text).css("script")) == 3


def test_nothing_of_an_article_becomes_markup() -> None:
    """A page of hostile articles has the elements of our templates only, and no handlers."""
    made = hostile()
    text = html.render(made)
    tree = LexborHTMLParser(text)
    ours = {node.tag for node in elements(page(harbour()))}
    assert {node.tag for node in elements(tree)} - ours <= {"code"}
    assert len(tree.css("script")) == 2
    for node in elements(tree):
        names = {name.lower() for name in node.attributes}
        assert not {name for name in names if name.startswith("on") or name in {"src", "style"}}
    assert all((a.attributes["href"] or "").startswith("#") for a in tree.css("a"))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\ufeff\x00\x07]", text)
    assert "U+202E" in text


def test_text_of_templates_is_not_run() -> None:
    """What looks like a template in an article is text."""
    made = hostile()
    assert "{{ 7 * 7 }}" in html.render(made)


def test_few_articles_are_one_file_and_many_a_folder() -> None:
    """Beyond the limit each article has a page, its neighbours beside it, and the index is last."""
    made = many(5)
    assert [path for path, _ in html.render_pages(made)] == ["index.html"]
    folder = list(html.render_pages(made, most=4))
    paths = [path for path, _ in folder]
    assert paths == [*(f"articles/articles-{n:05}.html" for n in range(5)), "index.html"]
    index = LexborHTMLParser(folder[-1][1])
    assert [a.attributes["href"] for a in index.css("#articles th a")] == paths[:-1]
    second = LexborHTMLParser(folder[1][1])
    around = [a.attributes["href"] for a in second.css(".crumbs a")]
    assert around == ["../index.html", "articles-00000.html", "articles-00002.html"]
    assert all(policy(text) for _, text in folder)


def test_the_index_of_many_articles_keeps_most_of_them_out_of_the_layout(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Rows beyond the first page wait in a template, which browsers do not lay out."""
    monkeypatch.setattr("aligncheck.reporters.html.rendering._ROWS_SHOWN", 3)
    made = many(5)
    index = LexborHTMLParser(dict(html.render_pages(made, most=4))["index.html"])
    assert len(index.css("#articles tr")) == 3
    (more,) = index.css("#more-articles")
    assert "articles-00004.html" in (more.html or "")


def test_suppressed_findings_are_listed_apart() -> None:
    """What was silenced is named with what silenced it, and marked nowhere."""
    made = harbour()
    first, *others = made.findings
    report = replace(made, findings=tuple(others), suppressed=(Suppressed(first, "baseline"),))
    tree = LexborHTMLParser(html.render(report))
    assert [li.text() for li in tree.css("details li")] == [
        "AC203 sv 3:10: “closed to cars” is wrong (baseline)"
    ]
    assert [m.text() for m in tree.css("mark.fault")] == ["11"]


def test_an_empty_run_is_a_page_too() -> None:
    """Nothing found, nothing read: said in so many words."""
    tree = LexborHTMLParser(html.render(Run(())))
    assert "nothing found" in "".join(node.text() for node in tree.css(".summary"))


@pytest.mark.parametrize("name", ["page.css", "page.js", "live.js"])
def test_what_the_pages_need_is_packaged_and_asks_nothing_of_the_network(name: str) -> None:
    """No style or script loads anything from elsewhere, nor writes markup."""
    text = {"page.css": make_renderer().style, "page.js": make_renderer().script}.get(
        name, make_renderer().follower
    )
    assert text
    assert not re.search(r"https?://|@import|url\(|innerHTML|insertAdjacent|eval\(|\.write\(", text)


def test_a_page_costs_little_more_than_its_text() -> None:
    """Markup stays lean: a row is a small multiple of its text."""
    one, ten = (len(html.render(made)) for made in (many(1), many(11)))
    texts = sum(len(s.text) for d in many(1).articles[0].documents for s in d.segments)
    assert (ten - one) / 10 < 12_000 + TIMES_LARGER * texts
