"""Markdown is read into the segments a reader sees."""

from __future__ import annotations

import pytest

from aligncheck.errors import UnreadableError
from aligncheck.formats import read_document
from tests.formats.reading import at, check_spans, inline, markdown, outline, words_at

BLOCKS = {
    "headings of both styles": (
        "# One #\n\nTwo\n===\n\nThree\nlines\n---\n",
        ["heading 1: One", "heading 1: Two", "heading 2: Three lines"],
    ),
    "a heading's attributes are not its text": (
        "## Setup {#setup .big}\n\n## Use {: #use }\n",
        ["heading 2: Setup", "heading 2: Use"],
    ),
    "a paragraph over several lines": ("One\ntwo  \nthree\n", ["paragraph 0: One two three"]),
    "no space between Han characters at a line break": (
        "细胞\n移植。\nALS 患者\n",
        ["paragraph 0: 细胞移植。 ALS 患者"],
    ),
    "nested list items": (
        "- One\n  1. Two\n     - Three\n- Four\n",
        ["list-item 1: One", "list-item 2: Two", "list-item 3: Three", "list-item 1: Four"],
    ),
    "an item's further paragraphs": (
        "- First\n\n  Second\n- Third\n",
        ["list-item 1: First", "paragraph 0: Second", "list-item 1: Third"],
    ),
    "task boxes are not text": (
        "- [ ] Open\n- [x] Done\n- [a] Neither\n",
        ["list-item 1: Open", "list-item 1: Done", "list-item 1: [a] Neither"],
    ),
    "quotes, also lazy ones": (
        "> One\ntwo\n>\n> > Three\n",
        ["quote 0: One two", "quote 0: Three"],
    ),
    "table cells without empty ones": (
        "| A | B |\n|---|---|\n| c\\|d |  |\n| `e\\|f` | g | h |\n",
        [
            "table-cell 0: A",
            "table-cell 0: B",
            "table-cell 0: c|d",
            "table-cell 0: e|f",
            "table-cell 0: g",
        ],
    ),
    "a table in a quote, without outer pipes": (
        "> A | B\n> --|--\n> c | d\n",
        ["table-cell 0: A", "table-cell 0: B", "table-cell 0: c", "table-cell 0: d"],
    ),
    "an image alone is a caption": ("![A *cell*](c.png)\n", ["caption 0: A cell"]),
    "an image in a paragraph is its own caption": (
        "See ![a cell](c.png) here.\n",
        ["paragraph 0: See here.", "caption 0: a cell"],
    ),
    "footnotes": (
        "Text[^1] and^[an aside].\n\n[^1]: The note.\n\n    Its second paragraph.\n",
        [
            "paragraph 0: Text and.",
            "paragraph 0: an aside",
            "paragraph 0: The note.",
            "paragraph 0: Its second paragraph.",
        ],
    ),
    "definition lists": ("Cell\n: A unit.\n", ["list-item 1: Cell", "list-item 1: A unit."]),
    "a directive's markers are not text, its title is": (
        ":::note Mind *this*\nText.\n:::\n",
        ["paragraph 0: Mind this", "paragraph 0: Text."],
    ),
    "a directive's bracketed title": (
        ":::tip[Try it]\n\nText.\n\n:::\n",
        ["paragraph 0: Try it", "paragraph 0: Text."],
    ),
    "a directive whose argument is a path": (
        ":::{image} a/b.png\n:alt: no\n:::\n\nText.\n",
        ["paragraph 0: Text."],
    ),
    "an alert": ("> [!NOTE]\n> Mind this.\n", ["paragraph 0: Mind this."]),
    "an alert with a title": (
        "> [!TIP] Title\n> Text.\n",
        ["paragraph 0: Title Text."],
    ),
    "an indented admonition": (
        '!!! note "Title"\n    One.\n\n    - Two\n\nThree.\n',
        ["paragraph 0: Title", "paragraph 0: One.", "list-item 1: Two", "paragraph 0: Three."],
    ),
    "content tabs": ('=== "Linux"\n\n    Text.\n', ["paragraph 0: Linux", "paragraph 0: Text."]),
    "an exclamation is no admonition": ("!!! note\nText.\n", ["paragraph 0: !!! note Text."]),
    "raw HTML": (
        "<div>\n<p>One <b>two</b><ul><li>Three</ul>\n</div>\n\nFour.\n",
        ["paragraph 0: One two", "list-item 1: Three", "paragraph 0: Four."],
    ),
    "comments are not text": (
        "One <!-- not --> two.\n\n<!--\nnot\n\nthis\n-->\n\nThree.\n",
        ["paragraph 0: One two.", "paragraph 0: Three."],
    ),
    "shortcodes around a paragraph": (
        "{{< tabs >}}\nText.\n{{% /tabs %}}\n",
        ["paragraph 0: Text."],
    ),
    "template tags over several lines": (
        '{{< figure\n  src="a.png"\n>}}\n\n{% if x %}\nText.\n{% endif %}\n',
        ["paragraph 0: Text."],
    ),
    "modules and components": (
        'import Tabs from "@theme/Tabs";\n\n<Tabs a={{b: 1}}>\n<Tab>\nText.\n</Tab>\n</Tabs>\n',
        ["paragraph 0: Text."],
    ),
    "prose about importing": ("import duties rose\n", ["paragraph 0: import duties rose"]),
    "fenced and indented code": (
        "```py\nif x:\n    y\n```\n\n    z  = 1\n\ttab\n",
        ["code 0: if x:\n    y", "code 0: z  = 1\ntab"],
    ),
    "code in a list, its indent cut": (
        "- a\n\n  ~~~\n  b\n    c\n  ~~~\n",
        ["list-item 1: a", "code 0: b\n  c"],
    ),
    "a rule and a reference are not text": ("One\n\n---\n\n[a]: /b 'c'\n", ["paragraph 0: One"]),
    "YAML front matter": (
        '---\ntitle: "A \\"b\\" c"\ntags: [x]\ndescription: >-\n  D e\n  f\n---\n# G\n',
        ['front-matter 0: A "b" c', "front-matter 0: D e f", "heading 1: G"],
    ),
    "TOML front matter": (
        "+++\ntitle = 'A b'\n[params]\ntitle = 'no'\n+++\nC\n",
        ["front-matter 0: A b", "paragraph 0: C"],
    ),
    "rules round a paragraph are no front matter": ("---\n\nA\n\n---\n", ["paragraph 0: A"]),
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.values(), ids=BLOCKS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_blocks(text: str, expected: list[str], line_end: str) -> None:
    """Blocks become segments of the right kind and level, whatever ends the lines."""
    assert outline(markdown(text.replace("\n", line_end))) == expected


INLINE = {
    "a link": ("See [the *page*](a.html).", ["link the page = a.html"]),
    "a reference": ("See [page][p].\n\n[p]: b.html", ["link page = b.html"]),
    "an address": ("See <https://a.org/b>.", ["link https://a.org/b = https://a.org/b"]),
    "an address in Chinese": ("[页](/中文/页)", ["link 页 = /中文/页"]),
    "an address from a shortcode": ('[a]({{< ref "b c" >}})', ['link a = {{< ref "b c" >}}']),
    "code": ("Run ``a `b` ``now", ["code a `b` = a `b`"]),
    "placeholders": (
        "Hi {name}, %s of ${x} or {{ y }}: 5 % of {}.",
        [
            "placeholder {name} = {name}",
            "placeholder %s = %s",
            "placeholder ${x} = ${x}",
            "placeholder {{ y }} = {{ y }}",
            "placeholder {} = {}",
        ],
    ),
    "a shortcode, its stars no emphasis": (
        "Use {{< a *b* >}} here",
        ["placeholder {{< a *b* >}} = {{< a *b* >}}"],
    ),
    "no placeholder in code": ("Run `a {b}`", ["code a {b} = a {b}"]),
    "another language": (
        'In <span lang="la">vitro</span> and <i lang="en-GB">here</i>',
        ["protected vitro = vitro"],
    ),
    "not to be translated": (
        'A <b translate="no">B</b> <b class="x notranslate">C</b> D',
        ["protected B = B", "protected C = C"],
    ),
    "a block not to be translated": (
        '<div translate="no">\n\nA b\n\n</div>\n\nC\n',
        ["protected A b = A b"],
    ),
    "HTML in a paragraph": (
        '<a href="b">A</a> <kbd>Ctrl</kbd>',
        ["link A = b", "code Ctrl = Ctrl"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), INLINE.values(), ids=INLINE)
def test_inline(text: str, expected: list[str]) -> None:
    """Links, code, placeholders and protected stretches are found, and nothing else."""
    assert inline(markdown(text)) == expected


PLACES = {
    "emphasis": ("a **bö*l*d** c", "bö", "bö"),
    "over emphasis": ("a **bo*l*d** c", "bold", "bo*l*d"),
    "an entity": ("a &amp; b", "&", "&amp;"),
    "an escape": (r"a \* b", "*", r"\*"),
    "after both": (r"&lt; \* b", "b", "b"),
    "the next line of a quote in a list": ("- > a\n  > b c", "b c", "b c"),
    "over a quote's line break": ("> a b\n> c", "b c", "b\n> c"),
    "after tabs": ("-\ta\tb", "b", "b"),
    "after emoji and Chinese": ("😀中文 **词**", "词", "词"),
    "over a line break in Chinese": ("干细\n胞", "细胞", "细\n胞"),
    "a cell after an escaped pipe": ("|a\\|b|c d|\n|-|-|", "b", "b"),
    "in the text of a link": ("[a b](c 'd')", "b", "b"),
    "in a setext heading": ("a\nb *c*\n===", "c", "c"),
    "in a block of HTML": ("<p>\n a &eacute; <b>c</b>", "é c", "&eacute; <b>c"),
    "after a byte order mark": ("\ufeff# a", "a", "a"),
}


@pytest.mark.parametrize(("text", "words", "expected"), PLACES.values(), ids=PLACES)
def test_places(text: str, words: str, expected: str) -> None:
    """Words of a segment are located exactly, through all that stands between them."""
    found = [words_at(text, s, words) for s in markdown(text).segments if words in s.text]
    assert found == [expected]


@pytest.mark.parametrize("text", [text for text, _ in [*BLOCKS.values(), *INLINE.values()]])
def test_every_character(text: str) -> None:
    """Every character of every segment stands where its span says, with any line end."""
    if '\\"' in text:
        return
    for line_end in ("\n", "\r\n", "\r"):
        ended = text.replace("\n", line_end)
        check_spans(ended, markdown(ended))


def test_raw_and_span() -> None:
    """A span leaves out what marks the block, holds the markup inside, and keeps line ends."""
    text = "# A *b*\r\n\r\n- c\r\n  d\r\n\r\n```x\r\ne\r\n```\r\n"
    found = [segment.raw for segment in markdown(text).segments]
    assert found == ["A *b*", "c\r\n  d", "```x\r\ne\r\n```"]


def test_sections() -> None:
    """A segment knows the headings above it; a heading, its parents."""
    document = markdown("a\n# B\nc\n### D\ne\n## F\ng\n")
    paths = [(segment.text, segment.section) for segment in document.segments]
    assert paths == [
        ("a", ()),
        ("B", ()),
        ("c", ("B",)),
        ("D", ("B",)),
        ("e", ("B", "D")),
        ("F", ("B",)),
        ("g", ("B", "F")),
    ]


def test_suppressions() -> None:
    """Comments that speak to aligncheck are kept with their place and what follows them."""
    text = (
        "A\n\n<!-- aligncheck: ignore AC101 -->\nB <!-- aligncheck:x -->\n\n{/* aligncheck: y */}\n"
    )
    found = [(s.body, at(text, s.span), s.following) for s in markdown(text).suppressions]
    assert found == [
        ("ignore AC101", "<!-- aligncheck: ignore AC101 -->", 1),
        ("x", "<!-- aligncheck:x -->", 2),
        ("y", "{/* aligncheck: y */}", 2),
    ]


def test_link_span_reaches_over_its_address() -> None:
    """A link's span is the whole link, so that a wrong address is inside it."""
    text = "a [b *c*](d) e"
    (link,) = markdown(text).segments[0].inline
    assert at(text, link.span) == "[b *c*](d)"


def test_mdx_has_no_indented_code() -> None:
    """In MDX what is indented inside a component is prose."""
    text = "<Card>\n    Text.\n</Card>\n"
    assert outline(read_document("a.mdx", "en", text)) == ["paragraph 0: Text."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "<Grid>\n\t<Card>\n\t\tOne,\n\t\tone.\n\t</Card>\n\t<Card>\n\t\tTwo.\n\t</Card>\n</Grid>\n",
            ["paragraph 0: One, one.", "paragraph 0: Two."],
        ),
        (
            "<B>\n    <A\n      b={1}\n    >\n    One.\n    </A>\n    <A>\n      Two.\n    </A>\n",
            ["paragraph 0: One.", "paragraph 0: Two."],
        ),
        (
            "1. One\n\n   <A>\n       <B>\n           Two.\n       </B>\n   </A>\n\n2. Three\n",
            ["list-item 1: One", "paragraph 0: Two.", "list-item 1: Three"],
        ),
        (
            "<Card>\n\t\tOne.\n\t\t## Two\n</Card>\n",
            ["paragraph 0: One.", "heading 2: Two"],
        ),
        (
            "One\n    two <Icon /> three\n        four.\n",
            ["paragraph 0: One two three four."],
        ),
        ("> One\ntwo\n    three\n", ["quote 0: One two three"]),
    ],
)
def test_in_mdx_a_tag_ends_a_paragraph_however_far_it_is_indented(
    text: str, found: list[str]
) -> None:
    """What stands in two components is two paragraphs; text that is indented goes on."""
    document = read_document("a.mdx", "en", text)
    assert outline(document) == found
    check_spans(text, document)


def test_in_markdown_an_indented_tag_goes_on_with_the_paragraph() -> None:
    """As in CommonMark, where what is indented by four could only be code."""
    assert outline(markdown("One.\n    </Card>\ntwo.\n")) == ["paragraph 0: One. two."]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: [a\n---\nb\n", (3, 1)),
        ("---\ntitle: 'a\nb: c\n---\nd\n", (4, 1)),
        ("+++\ntitle = \n+++\nb\n", (2, 1)),
    ],
)
def test_broken_front_matter(text: str, place: tuple[int, int]) -> None:
    """Front matter that cannot be read is an error at its place, not a page without a title."""
    with pytest.raises(UnreadableError, match="front matter is not valid") as caught:
        markdown(text)
    assert (caught.value.line, caught.value.column) == place
