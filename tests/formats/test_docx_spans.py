"""Places in a Word document hold for any text, and agree with what others read."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.errors import UnreadableError
from aligncheck.formats import read_document
from aligncheck.formats.docx import read_language
from aligncheck.model import Kind
from tests.formats.reading import check_spans, inline, outline
from tests.formats.word_files import package, paragraph, run, table

if TYPE_CHECKING:
    from collections.abc import Callable

_CHARACTERS: Final = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"
)
_WORDS: Final = st.sampled_from(
    [
        "word ",
        " ",
        "",
        "中文",
        "，",
        "😀",
        "e\u0301",
        "a & b <c>",
        "{name}",
        "färjan går.",
        "\u00ad",
    ]
) | st.text(_CHARACTERS, max_size=4)
_STYLES: Final = st.sampled_from(
    ["", "berschrift1", "Titel", "Zitat", "Kod", "Lista", "TOC1", "Latein", "Beskrivning"]
)
_PROPERTIES: Final = ["", '<w:lang w:val="de-DE"/>', '<w:rStyle w:val="Tangent"/>']


def _kept(text: str, properties: str) -> tuple[str, str]:
    return run(escape(text), properties), text


def _inserted(text: str, properties: str) -> tuple[str, str]:
    return f'<w:ins w:id="1">{run(escape(text), properties)}</w:ins>', text


def _deleted(text: str, properties: str) -> tuple[str, str]:
    return f'<w:del w:id="1">{run(escape(text), properties)}</w:del>', ""


def _linked(text: str, properties: str) -> tuple[str, str]:
    return f'<w:hyperlink w:anchor="x">{run(escape(text), properties)}</w:hyperlink>', text


def _broken(text: str, properties: str) -> tuple[str, str]:
    return f"{run(escape(text), properties)}<w:r><w:br/></w:r>", f"{text}\u2028"


_MAKERS: Final[list[Callable[[str, str], tuple[str, str]]]] = [
    _kept,
    _kept,
    _inserted,
    _deleted,
    _linked,
    _broken,
]
_PIECES: Final = st.builds(
    lambda make, text, properties: make(text, properties),
    st.sampled_from(_MAKERS),
    _WORDS,
    st.sampled_from(_PROPERTIES),
)
_PARAGRAPHS: Final = st.lists(
    st.tuples(st.lists(_PIECES, max_size=6), _STYLES, st.booleans()), max_size=8
)


@settings(deadline=None)
@given(paragraphs=_PARAGRAPHS)
def test_spans(paragraphs: list[tuple[list[tuple[str, str]], str, bool]]) -> None:
    """Whatever is written, every character stands at the paragraph and column that are said."""
    body, lines = "", []
    for pieces, style, in_table in paragraphs:
        made = paragraph("".join(xml for xml, _ in pieces), style)
        body += table(f"<w:tr><w:tc>{made}</w:tc></w:tr>") if in_table else made
        lines.append("".join(text for _, text in pieces))
    try:
        document = read_document("a.docx", "sv", package(body))
    except UnreadableError as error:
        assert "no text to compare" in str(error)  # noqa: PT017  # an error is as good an outcome
        return
    check_spans("\n".join(lines), document)
    for segment in document.segments:
        assert segment.kind is Kind.CODE or segment.text == " ".join(segment.text.split())


ARTICLES: Final = {
    "sv": ("Färjorna", "Bakgrund", "Färjan går klockan tolv.", "Ta med matsäck."),
    "en": ("The ferries", "Background", "The ferry leaves at noon.", "Bring food."),
    "zh": ("渡轮", "背景", "渡轮中午开航。", "请自带食物。"),
    "de": ("Die Fähren", "Hintergrund", "Die Fähre fährt mittags.", "Essen mitbringen."),
    "ar": ("العبّارات", "خلفية", "تغادر العبّارة ظهرا.", "أحضر الطعام."),
}


@pytest.mark.parametrize("locale", ARTICLES)
def test_a_document_of_python_docx(locale: str) -> None:
    """A document that python-docx wrote has the paragraphs that it reads itself, in its numbers."""
    title, heading, text, item = ARTICLES[locale]
    made = docx.Document()
    made.add_heading(title, level=0)
    made.add_heading(heading, level=1)
    made.add_paragraph(text)
    made.add_paragraph("")
    made.add_paragraph(item, style="List Bullet")
    made.add_paragraph(item, style="List Number 2")
    made.add_paragraph(text, style="Intense Quote")
    made.add_paragraph(item, style="Caption")
    made.styles.add_style("Eget", WD_STYLE_TYPE.PARAGRAPH).base_style = made.styles["Heading 2"]
    made.add_paragraph(heading, style="Eget")
    cells = made.add_table(rows=2, cols=2)
    cells.cell(0, 0).merge(cells.cell(1, 0)).text = text
    cells.cell(0, 1).text, cells.cell(1, 1).text = heading, item
    stream = io.BytesIO()
    made.save(stream)
    document = read_document("a.docx", locale, stream.getvalue())
    assert outline(document) == [
        f"heading 1: {title}",
        f"heading 2: {heading}",
        f"paragraph 0: {text}",
        f"list-item 1: {item}",
        f"list-item 2: {item}",
        f"quote 0: {text}",
        f"caption 0: {item}",
        f"heading 3: {heading}",
        *(f"table-cell 0: {words}" for words in (text, heading, item)),
    ]
    theirs = [one.text for one in docx.Document(io.BytesIO(stream.getvalue())).paragraphs]
    for segment in document.segments[:8]:
        assert theirs[segment.span.start_line - 1] == segment.text
        assert segment.span.end == (segment.span.start_line, len(segment.text) + 1)


def test_a_document_of_libreoffice() -> None:
    """A document with one of everything, written by LibreOffice 7.4, is read whole.

    It was made by ``soffice --convert-to docx libreoffice.fodt``.
    """
    path = Path(__file__).with_name("libreoffice.docx")
    document = read_document(str(path), "sv")
    assert outline(document) == [
        "heading 1: Färjorna i Strandhamn",
        "heading 2: Bakgrund",
        "paragraph 0: Färjan går numera från kajen, se tidtabellen.",
        "paragraph 0: Kaptenen sade alle Mann an Bord och kastade loss.",
        "list-item 1: Cyklar",
        "list-item 2: hopfällbara",
        "table-cell 0: Avgångar",
        "table-cell 0: Vardag",
        "table-cell 0: 09.00",
        "table-cell 0: 12.30",
        "quote 0: Havet är aldrig långt borta.",
        "code 0: kaj = 1\nbrygga = 2",
        "paragraph 0: Tryck på Ctrl. Vänta.",
        "paragraph 0: Efter rutan.",
        "paragraph 0: Text i en ruta.",
        "caption 0: En färja vid kajen",
        "heading 3: Slutet",
        "paragraph 0: Slut.",
        "paragraph 0: Gäller till och med maj.",
    ]
    assert inline(document) == [
        "link tidtabellen = https://ferries.example/",
        "protected alle Mann an Bord = alle Mann an Bord",
        "code Ctrl = Ctrl",
    ]
    assert document.place(document.segments[-2:-1]).under == "Slutet"
    assert document.place(document.segments[-1:]).under == ""
    assert read_language(path.read_bytes()) == "sv"
