"""A Word document is read as an editor sees it, with all changes accepted."""

from __future__ import annotations

import pytest

from aligncheck.formats import read_document
from aligncheck.formats.docx import read_language
from aligncheck.formats.wordprocessing.names import STRICT_NAMES
from aligncheck.model import InlineKind, Kind
from tests.formats.reading import inline, outline
from tests.formats.word_files import (
    field,
    notes,
    package,
    paragraph,
    part,
    picture,
    repack,
    row,
    run,
    table,
    word,
)


def read(body: str, **more: object) -> list[str]:
    """Read a body; give each segment as its kind, level and text."""
    return outline(word(body, **more))  # type: ignore[arg-type]  # passed on


BREAK = "<w:r><w:br/></w:r>"
DELETED_MARK = '<w:rPr><w:del w:id="9" w:author="A"/></w:rPr>'
MOVED_MARK = '<w:rPr><w:moveFrom w:id="9" w:author="A"/></w:rPr>'
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
RUBY = f"<w:ruby><w:rt>{run('かんじ')}</w:rt><w:rubyBase>{run('漢字')}</w:rubyBase></w:ruby>"
REFERENCE = f'<w:fldSimple w:instr="REF x">{run("avsnitt 2")}</w:fldSimple>'
NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'


def deleted(text: str) -> str:
    """Write a tracked deletion."""
    return f'<w:del w:id="1" w:author="A"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    """Write a tracked insertion."""
    return f'<w:ins w:id="2" w:author="A">{run(text)}</w:ins>'


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("berschrift1", "heading 1"),
        ("Rubrik2", "heading 2"),
        ("Eigene", "heading 2"),
        ("Ebene", "heading 3"),
        ("Zitat", "quote 0"),
        ("Zitatblock", "quote 0"),
        ("Kod", "code 0"),
        ("Beskrivning", "caption 0"),
        ("Lista", "list-item 2"),
        ("Latein", "paragraph 0"),
        ("Ingress", "paragraph 0"),
        ("Ingresscitat", "quote 0"),
        ("no such style", "paragraph 0"),
        ("", "paragraph 0"),
    ],
)
def test_a_style_says_what_a_paragraph_is(style: str, expected: str) -> None:
    """Styles count by Word's own names, in whatever language their identifiers are."""
    assert read(paragraph("Färjan", style)) == [f"{expected}: Färjan"]


def test_an_outline_level_makes_a_heading() -> None:
    """A paragraph with a level of its own is a heading; level 9 is that of body text."""
    assert read(paragraph("A", properties='<w:outlineLvl w:val="1"/>')) == ["heading 2: A"]
    assert read(paragraph("A", "Rubrik2", '<w:outlineLvl w:val="9"/>')) == ["paragraph 0: A"]


def test_headings_stand_below_the_title() -> None:
    """With a title, the first level of headings is the second of the article."""
    body = paragraph("Ferries", "Titel") + paragraph("Why", "berschrift1") + paragraph("So.")
    document = word(body)
    assert outline(document) == ["heading 1: Ferries", "heading 2: Why", "paragraph 0: So."]
    assert document.segments[2].section == ("Ferries", "Why")
    assert read(paragraph("Why", "berschrift1")) == ["heading 1: Why"]


def test_styles_that_go_round_in_a_circle() -> None:
    """A style that is based on itself, by way of another, is none."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/>'
        f'<w:basedOn w:val="{b}"/></w:style>'
        for a, b in (("x", "y"), ("y", "x"))
    )
    assert read(paragraph("A", "x"), styles=styles) == ["paragraph 0: A"]


@pytest.mark.parametrize(
    ("style", "level", "number", "expected"),
    [
        ("", 0, 1, "list-item 1"),
        ("", 2, 7, "list-item 3"),
        ("", 1, 0, "paragraph 0"),
        ("Lista", 0, 0, "paragraph 0"),
        ("berschrift1", 0, 1, "heading 1"),
        ("Zitat", 0, 1, "quote 0"),
    ],
)
def test_lists(style: str, level: int, number: int, expected: str) -> None:
    """A bullet or number makes a list item of its depth; number 0 takes it away."""
    assert read(paragraph("A", style, NUMBERED.format(level, number))) == [f"{expected}: A"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("en ") + run("färja"), "en färja"),
        (run("en") + BREAK + run("färja"), "en färja"),
        (run("en") + "<w:r><w:tab/></w:r>" + run("färja"), "en färja"),
        (run("EU") + "<w:r><w:noBreakHyphen/></w:r>" + run("land"), "EU\u2011land"),
        (run("färje") + "<w:r><w:softHyphen/></w:r>" + run("läge"), "färje\u00adläge"),
        ("<w:r><w:t> a </w:t></w:r>" + run(" b"), "a b"),
        (run("a ") + '<w:r><w:sym w:font="Symbol" w:char="03B1"/></w:r>', "a α"),
        (run("a ") + '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "a"),
        (run("syns") + run(" dold", "<w:vanish/>"), "syns"),
        (run("syns") + run(" dold", '<w:rStyle w:val="Dold"/>'), "syns"),
        (run("syns") + run(" med", '<w:vanish w:val="0"/>'), "syns med"),
        (
            f"<w:ruby><w:rt>{run('ふりがな')}</w:rt><w:rubyBase>{run('漢字')}</w:rubyBase></w:ruby>",
            "漢字",
        ),
        (run("sida ") + field("PAGEREF _Toc1", "12"), "sida 12"),
        (
            run("se ") + f'<w:fldSimple w:instr="REF x">{run("avsnitt 2")}</w:fldSimple>',
            "se avsnitt 2",
        ),
        (run("a ") + field(f"IF {field('PAGE', '3')} = 3", "rätt"), "a rätt"),
        (f'<w:smartTag w:element="place">{run("Umeå")}</w:smartTag>', "Umeå"),
    ],
)
def test_words(content: str, expected: str) -> None:
    """What a paragraph says is read, and nothing that is not seen on the page."""
    assert read(paragraph(content)) == [f"paragraph 0: {expected}"]


def test_a_field_without_an_end_costs_one_paragraph() -> None:
    """Where a field's code is never closed, the next paragraph is read."""
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>'
    assert read(paragraph(code + run("x")) + paragraph("Nästa.")) == ["paragraph 0: Nästa."]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("Färjan går ") + inserted("inte ") + run("i dag."), "Färjan går inte i dag."),
        (run("Färjan går ") + deleted("inte ") + run("i dag."), "Färjan går i dag."),
        (run("Die Fähre ") + deleted("blieb") + inserted("fährt") + run("."), "Die Fähre fährt."),
        (f"<w:ins>{run('渡轮')}{deleted('今天')}{run('停航。')}</w:ins>", "渡轮停航。"),
        (f"<w:moveFrom>{run('Away. ')}</w:moveFrom>{run('Stays.')}", "Stays."),
        (f"<w:moveTo>{run('Here. ')}</w:moveTo>{run('Stays.')}", "Here. Stays."),
        (
            run("Nothing has changed.", f'<w:rPrChange w:id="3">{HIDDEN}</w:rPrChange>'),
            "Nothing has changed.",
        ),
    ],
)
def test_changes_are_accepted(content: str, expected: str) -> None:
    """Insertions are in, deletions are out, what was moved stands at its new place."""
    assert read(paragraph(content)) == [f"paragraph 0: {expected}"]


def test_a_changed_format_counts_as_it_is_now() -> None:
    """What a paragraph was before a tracked change of its style does not matter."""
    before = '<w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr></w:pPrChange>'
    assert read(paragraph("A", "Zitat", before)) == ["quote 0: A"]


@pytest.mark.parametrize("mark", [DELETED_MARK, MOVED_MARK])
def test_a_deleted_end_joins_two_paragraphs(mark: str) -> None:
    """What is left of the first is one with the second, in the second's format."""
    body = paragraph(run("Ett och ") + deleted("tre"), "berschrift1", mark) + paragraph("två.")
    document = word(body)
    assert outline(document) == ["paragraph 0: Ett och två."]
    assert document.segments[0].span.start == (1, 1)
    gone = paragraph(deleted("Allt."), properties=mark)
    assert read(gone + paragraph("Kvar.")) == ["paragraph 0: Kvar."]
    assert read(paragraph("Kvar.") + gone) == ["paragraph 0: Kvar."]


def test_tables() -> None:
    """Cells are read row by row; merged ones once, deleted ones not."""
    merged = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc>"
    first = merged.format(' w:val="restart"', paragraph("båda"))
    body = table(
        row(first, "b"),
        row(merged.format("", paragraph("")), "d"),
        row("borta", "också", properties='<w:del w:id="1"/>'),
        row('<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("bred") + "</w:tc>"),
    )
    document = word(body)
    assert outline(document) == [f"table-cell 0: {text}" for text in ("båda", "b", "d", "bred")]
    assert [s.span.start_line for s in document.segments] == [1, 2, 3, 4]


def test_what_stands_in_a_cell() -> None:
    """A list in a cell is a list, and a table in a cell is read in its place."""
    item = paragraph("punkt", properties=NUMBERED.format(0, 1))
    cell = f"<w:tc>{paragraph('före')}{item}{table(row('inre'))}{paragraph('efter')}</w:tc>"
    assert read(table(row(cell))) == [
        "table-cell 0: före",
        "list-item 1: punkt",
        "table-cell 0: inre",
        "table-cell 0: efter",
    ]


def test_notes_follow_the_body() -> None:
    """Footnotes in the order they are referred to, then endnotes, under no heading."""
    body = paragraph("A", "berschrift1") + paragraph(
        run("B")
        + "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in (2, 1))
        + '<w:r><w:endnoteReference w:id="1"/></w:r>'
        + '<w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del>'
    )
    parts = {
        "footnotes": notes("footnote", "Första.", "Andra.", "Borttagen."),
        "endnotes": notes("endnote", "Sist."),
    }
    document = word(body, parts=parts)
    texts = ["Andra.", "Första.", "Sist."]
    assert outline(document)[2:] == [f"paragraph 0: {text}" for text in texts]
    assert [s.section for s in document.segments[1:]] == [("A",), (), (), ()]
    assert [s.span.start_line for s in document.segments] == [1, 2, 3, 4, 5]


def test_links() -> None:
    """Links of each kind reach over their words, two links that touch stay two."""
    one = f'<w:hyperlink r:id="l1">{run("en ")}{run("länk")}</w:hyperlink>'
    two = f'<w:hyperlink r:id="l1" w:anchor="x">{run("två")}</w:hyperlink>'
    three = f'<w:hyperlink w:anchor="top">{run("upp")}</w:hyperlink>'
    four = field('HYPERLINK "https://d.example/" \\o "tips"', "fält")
    body = paragraph(run("Se ") + one + two + run(" ") + three + run(" ") + four + run("."))
    document = word(body, links={"l1": "https://a.example/"})
    assert inline(document) == [
        "link en länk = https://a.example/",
        "link två = https://a.example/#x",
        "link upp = #top",
        "link fält = https://d.example/",
    ]
    assert document.segments[0].text == "Se en länktvå upp fält."


def test_code_in_a_paragraph() -> None:
    """Words in a character style for code are code."""
    content = run("Tryck ") + run("Ctrl", '<w:rStyle w:val="Tangent"/>') + run(".")
    assert inline(word(paragraph(content))) == ["code Ctrl = Ctrl"]


def test_code_blocks() -> None:
    """Paragraphs of code that follow each other are one block, with its lines and indents."""
    body = (
        paragraph("Kör:")
        + paragraph("if x:", "Kod")
        + paragraph(run("    a") + BREAK + run("    b"), "Kod")
        + paragraph("", "Kod")
        + paragraph("c", "Kod")
        + paragraph("Klart.")
    )
    document = word(body)
    assert [s.text for s in document.segments] == ["Kör:", "if x:\n    a\n    b\n\nc", "Klart."]
    assert document.segments[1].span.start == (2, 1)
    assert document.segments[1].span.end == (5, 2)


def test_pictures() -> None:
    """The text for a picture is a caption after the paragraph; decoration has none."""
    plain, decoration = (
        picture("En färja vid kaj"),
        picture("dekor", '<adec:decorative val="1"/>'),
    )
    old = '<w:r><w:pict><v:shape alt="En karta"/></w:pict></w:r>'
    document = word(paragraph(run("Kajen.") + plain + decoration + old))
    assert outline(document) == [
        "paragraph 0: Kajen.",
        "caption 0: En färja vid kaj",
        "caption 0: En karta",
    ]
    assert document.segments[0].span.end == (1, 7)
    assert document.segments[1].span.start == (1, 8)


def test_text_boxes() -> None:
    """A text box is read once, after its paragraph, though it is stored in two forms."""
    inner = picture("Bild i rutan")
    box = f"<w:txbxContent>{paragraph(run('I rutan.') + inner, 'Zitat')}</w:txbxContent>"
    body = paragraph(
        run("Före")
        + '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        + f"<wps:txbx>{box}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        + f"<v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        + "</mc:AlternateContent></w:r>"
        + run(" och efter.")
    )
    assert read(body + paragraph("Nästa.")) == [
        "paragraph 0: Före och efter.",
        "quote 0: I rutan.",
        "caption 0: Bild i rutan",
        "paragraph 0: Nästa.",
    ]


def test_content_controls() -> None:
    """What was filled in is read, in blocks and in words; what Word asks to fill in is not."""
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    asked = control.format("<w:showingPlcHdr/>", run("Klicka här"))
    body = control.format("", paragraph("Ett block.")) + paragraph(
        run("Namn: ") + control.format("", run("Eva")) + asked
    )
    assert read(body) == ["paragraph 0: Ett block.", "paragraph 0: Namn: Eva"]


def test_what_word_gathers_is_left_out() -> None:
    """A table of contents repeats the headings and is no text; it counts as paragraphs."""
    document = word(paragraph("Inledning 1", "TOC1") + paragraph("Inledning", "berschrift1"))
    assert outline(document) == ["heading 1: Inledning"]
    assert document.segments[0].span.start == (2, 1)


def test_comments_speak_to_us_or_not_at_all() -> None:
    """Comments are no text; one that speaks to aligncheck stands before its paragraph."""
    range_of = (
        '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/>'
        '<w:r><w:commentReference w:id="{0}"/></w:r>'
    )
    comments = "".join(
        f'<w:comment w:id="{number}">{paragraph(text)}</w:comment>'
        for number, text in enumerate(("Stämmer det?", "aligncheck: ignore AC102 -- kortare"))
    )
    body = (
        paragraph("Ett.")
        + paragraph(range_of.format(0, run("Två.")))
        + paragraph(run("Men ") + range_of.format(1, run("tre.")))
    )
    document = word(body, parts={"comments": part("comments", comments)})
    assert [s.text for s in document.segments] == ["Ett.", "Två.", "Men tre."]
    (suppression,) = document.suppressions
    assert suppression.body == "ignore AC102 -- kortare"
    assert suppression.following == 2
    assert suppression.span.start == (3, 1)


def test_headers_and_footers_are_left_out() -> None:
    """They are parts of their own, which no article is made of."""
    header = part("hdr", paragraph("Sidhuvud"))
    assert read(paragraph("Text."), parts={"header": header}) == ["paragraph 0: Text."]


SWEDISH = '<w:lang w:val="sv-SE"/>'
GERMAN = '<w:lang w:val="de-DE"/>'
ENGLISH = '<w:lang w:val="en-US"/>'
LONG = run("Färjan går från kajen klockan tolv varje dag utom söndag, ")


def protected(body: str, **more: object) -> list[str]:
    """Give the texts that are protected in a body."""
    document = word(body, **more)  # type: ignore[arg-type]  # passed on
    return [
        s.text[i.start : i.end]
        for s in document.segments
        for i in s.inline
        if i.kind is InlineKind.PROTECTED
    ]


@pytest.mark.parametrize(
    ("content", "style", "expected"),
    [
        (LONG + run("sagte er", GERMAN) + run(" då."), "", ["sagte er"]),
        (LONG + run("sagte ", GERMAN) + run("er", GERMAN) + run(" då."), "", ["sagte er"]),
        (LONG + run("hon", SWEDISH) + run(" då."), "", []),
        (LONG + run("she", ENGLISH) + run(" då."), "", []),
        (LONG + run("船", '<w:lang w:val="de-DE" w:eastAsia="sv-SE"/>') + run(" då."), "", []),
        (LONG + run("船", '<w:lang w:eastAsia="zh-CN"/>') + run(" då."), "", ["船"]),
        (run("Navigare necesse est."), "Latein", ["Navigare necesse est."]),
    ],
    ids=["run", "two runs", "own", "the document's default", "not its script", "script", "style"],
)
def test_words_marked_with_another_language(content: str, style: str, expected: list[str]) -> None:
    """A mark that is neither the version's nor the document's own language protects its words."""
    assert protected(paragraph(LONG * 2) + paragraph(content, style)) == expected


def test_a_paragraph_in_the_language_of_another_version() -> None:
    """It may have been left untranslated, and is judged; words within a paragraph are meant."""
    whole = paragraph(run("Sie fährt mittags ab.", GERMAN))
    body = paragraph(LONG * 2) + whole + paragraph(LONG + run("mittags", GERMAN))
    assert protected(body) == ["Sie fährt mittags ab.", "mittags"]
    assert protected(body, beside=("de", "en")) == ["mittags"]
    assert protected(body, beside=("fr",)) == ["Sie fährt mittags ab.", "mittags"]


def test_marks_that_a_keyboard_set_are_noise() -> None:
    """Where most of a Swedish text is marked as German, no mark is believed."""
    noisy = run("Färjan går från kajen klockan tolv varje dag.", GERMAN)
    assert protected(paragraph(noisy) + paragraph(run("Den är ") + run("full", GERMAN))) == []


def test_a_document_says_its_language() -> None:
    """It is the one that most letters are marked with, by themselves or by default."""
    assert read_language(package(paragraph("The ferry leaves."))) == "en"
    swedish = run("Färjan går klockan tolv.", SWEDISH)
    assert read_language(package(paragraph(swedish) + paragraph("Ja."))) == "sv"
    taiwan = run("渡輪中午開航。", '<w:lang w:val="en-US" w:eastAsia="zh-TW"/>')
    assert read_language(package(paragraph(taiwan) + paragraph("OK"))) == "zh-TW"
    assert read_language(package(paragraph("Text."), styles="")) is None


def test_iso_strict() -> None:
    """A document in the strict form of the standard is read like any other."""
    content = package(paragraph("Färjan", "berschrift1") + paragraph("går."))

    def strict(text: bytes) -> bytes:
        for name, usual in STRICT_NAMES:
            text = text.replace(usual, name)
        return text

    document = read_document("a.docx", "sv", repack(content, strict))
    assert outline(document) == ["heading 1: Färjan", "paragraph 0: går."]
    assert document.segments[0].kind is Kind.HEADING
