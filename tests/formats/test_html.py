"""HTML is read into the segments of its article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from aligncheck.formats import read_document
from aligncheck.formats.markup.tags import TagKind, split_references, tokenize_html
from tests.formats.reading import at, check_spans, html, inline, outline, words_at

BLOCKS = {
    "head and body": (
        '<title>T &amp; u</title><meta name="description" content="D &lt;e"><body><p>A',
        ["front-matter 0: T & u", "front-matter 0: D <e", "paragraph 0: A"],
    ),
    "main alone where there is one": (
        "<body><p>no</p><article>no</article><main><h1>A</h1><p>B</p></main><p>no</p>",
        ["heading 1: A", "paragraph 0: B"],
    ),
    "the element with the role of main": (
        '<p>no</p><div role="main"><p>A</p></div>',
        ["paragraph 0: A"],
    ),
    "articles where there is no main": (
        "<p>no</p><article><header>A</header></article><article><p>B</article>",
        ["paragraph 0: A", "paragraph 0: B"],
    ),
    "boilerplate": (
        "<header>no</header><nav>no</nav><script>no</script><style>no</style><p hidden>no</p>\
        <noscript>no</noscript><aside><nav>no</nav>A</aside><template>no</template><footer>no",
        ["paragraph 0: A"],
    ),
    "a header with the title of the article": (
        "<header><nav>no</nav><h1>A</h1></header><p>B",
        ["heading 1: A", "paragraph 0: B"],
    ),
    "lists with and without end tags": (
        "<ul><li>A<li><p>B</p><p>C</p><ol><li>D</ol></ul><dl><dt>E<dd>F</dl>",
        [
            "list-item 1: A",
            "list-item 1: B",
            "paragraph 0: C",
            "list-item 2: D",
            "list-item 1: E",
            "list-item 1: F",
        ],
    ),
    "tables": (
        "<table><caption>A</caption><tr><th>B<td>C<tr><td></td><td><p>D</table>",
        ["caption 0: A", "table-cell 0: B", "table-cell 0: C", "table-cell 0: D"],
    ),
    "quotes, figures and images": (
        "<blockquote>A</blockquote><figure><img alt='B &amp; c'><figcaption>D</figure>E<img alt=F>",
        ["quote 0: A", "caption 0: B & c", "caption 0: D", "paragraph 0: E", "caption 0: F"],
    ),
    "preformatted text": ("<pre>\nA  b\n  <b>c</b>\n</pre>", ["code 0: A  b\n  c"]),
    "bare text between blocks": (
        "<div>A <b>b</b><p>C</p>D<br>e</div>F",
        ["paragraph 0: A b", "paragraph 0: C", "paragraph 0: D e", "paragraph 0: F"],
    ),
    "a permalink": (
        '<h2>A<a class="headerlink" href="#a">¶</a></h2>',
        ["heading 2: A"],
    ),
    "what looks like a tag": ("<p>a < b <3 &unknown; </p>", ["paragraph 0: a < b <3 &unknown;"]),
    "comments and a doctype": ("<!doctype html><p>A<!-- b > --> c<!-->d", ["paragraph 0: A cd"]),
    "tags that are never closed": (
        "<p>A <b>b <i>c<p>D <a href='",
        ["paragraph 0: A b c", "paragraph 0: D"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(text: str, expected: list[str]) -> None:
    """Elements become segments of the right kind and level; what is no article is left out."""
    document = html(text)
    assert outline(document) == expected
    for segment in document.segments:
        assert at(text, segment.span) == segment.raw


INLINE = {
    "links": ('<p>A <a href="b?c&amp;d">e <b>f</b></a>', ["link e f = b?c&d"]),
    "code": ("<p>Press <kbd>A</kbd>", ["code A = A"]),
    "another language": ('<p>A <i lang="la">b</i> <i lang="en-US">c</i>', ["protected b = b"]),
    "the page's language protects nothing": ('<html lang="sv"><body><p>A', []),
    "a protected block": ('<div translate="no"><p>A</p></div><p>B', ["protected A = A"]),
    "a link round blocks": ('<a href="b"><p>A</p><p>C</p></a><p>D', ["link A = b", "link C = b"]),
    "placeholders": ("<p>A {b} %s", ["placeholder {b} = {b}", "placeholder %s = %s"]),
}


@pytest.mark.parametrize(("text", "expected"), INLINE.values(), ids=INLINE)
def test_inline(text: str, expected: list[str]) -> None:
    """Links, code, placeholders and protected stretches are found, and nothing else."""
    assert inline(html(text)) == expected


def test_places() -> None:
    """Words are located through entities, tags and line ends."""
    text = "<p>\r\n  A &ouml; <b>😀中</b>\r\n  文 &#x43;</p>"
    (segment,) = html(text).segments
    assert segment.text == "A ö 😀中文 C"
    assert [words_at(text, segment, words) for words in ("ö", "中", "文 C")] == [
        "&ouml;",
        "中",
        "文 &#x43;",
    ]
    check_spans(text, html(text))


def test_inline_tags_belong_to_the_span() -> None:
    """A span holds the inline tags at its edges, not those of its block."""
    text = "<p><b>A</b> b <i>c</i></p>"
    assert html(text).segments[0].raw == "<b>A</b> b <i>c</i>"


def test_sections_and_suppressions() -> None:
    """Headings make sections; comments that speak to aligncheck are kept."""
    document = html("<h1>A</h1><h2>B</h2><p>C<!-- aligncheck: ignore -->")
    assert document.segments[2].section == ("A", "B")
    assert [(s.body, s.following) for s in document.suppressions] == [("ignore", 3)]


def test_empty_elements_of_xhtml() -> None:
    """In XHTML an empty element closes itself, even a script."""
    text = '<?xml version="1.0"?><html><body><script src="a"/><p>A</p></body></html>'
    assert outline(read_document("a.xhtml", "en", text)) == ["paragraph 0: A"]


_PIECES = [
    *["a", " b ", "<", ">", "<p>", "</p>", "<b c='d>'>", "</b>", "<br/>", "<!-- e -->", "<!"],
    *["</", "&amp;", "&lt", "&#65;", "中", '<i g="', "'", '"', "<li>", "<h1", "=", "--", "<?f>"],
]
_MARKUP = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)


@given(_MARKUP)
def test_text_is_that_of_a_browser(text: str) -> None:
    """The tokens' text is what selectolax, which follows the standard, takes for text."""
    ours = "".join(
        piece
        for tag in tokenize_html(text)
        if tag.kind is TagKind.TEXT
        for piece, _, _ in split_references(text, tag.start, tag.end)
    )
    body = LexborHTMLParser(f"<body><div>{text}").body
    theirs = body.text() if body else ""
    assert ours.split() == theirs.split()


@given(_MARKUP)
def test_tokens_stand_in_order(text: str) -> None:
    """Tokens do not overlap and lie inside the text."""
    position = 0
    for tag in tokenize_html(text):
        assert position <= tag.start <= tag.end <= len(text)
        position = tag.end
