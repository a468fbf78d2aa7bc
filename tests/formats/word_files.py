"""Word files made of their XML, as small as they may be."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from aligncheck.formats import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from aligncheck.model import Document

_OFFICE: Final = "http://schemas.openxmlformats.org"
_RELATIONS: Final = f"{_OFFICE}/officeDocument/2006/relationships"
_NAMES: Final = (
    f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" xmlns:r="{_RELATIONS}"'
    f' xmlns:wp="{_OFFICE}/drawingml/2006/wordprocessingDrawing"'
    f' xmlns:mc="{_OFFICE}/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_MAIN_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
STYLES: Final = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:eastAsia="en-US"/></w:rPr>
</w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Rubrik"/>
<w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:type="paragraph" w:styleId="Ebene"><w:name w:val="Abschnitt"/>
<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitatblock"><w:name w:val="Eget citat"/>
<w:basedOn w:val="Zitat"/></w:style>
<w:style w:type="paragraph" w:styleId="Ingress"><w:name w:val="Ingress"/>
<w:basedOn w:val="Rubrik2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ingresscitat"><w:name w:val="Ingresscitat"/>
<w:basedOn w:val="Zitat"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kod"><w:name w:val="HTML Preformatted"/></w:style>
<w:style w:type="paragraph" w:styleId="Beskrivning"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Lista"><w:name w:val="List Bullet 2"/>
<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Latein"><w:name w:val="Latin"/>
<w:rPr><w:lang w:val="la"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Tangent"><w:name w:val="HTML Keyboard"/></w:style>
<w:style w:type="character" w:styleId="Dold"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr>
</w:style>
"""


def run(text: str, properties: str = "") -> str:
    """Write a run with properties of its own."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """Write a paragraph; a content that is no XML is one run."""
    inner = content if content.startswith("<") or not content else run(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def table(*rows: str) -> str:
    """Write a table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Write a table row; a cell that is no XML is one paragraph."""
    made = (
        each if each.startswith("<w:tc>") else f"<w:tc>{paragraph(each)}</w:tc>" for each in cells
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def field(code: str, result: str) -> str:
    """Write a field as Word does: begin, code, separator, result, end, each in its run."""
    marks = (f'<w:r><w:fldChar w:fldCharType="{m}"/></w:r>' for m in ("begin", "separate", "end"))
    begin, separate, end = marks
    instruction = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return f"{begin}{instruction}{separate}{run(result)}{end}"


def picture(text: str, more: str = "") -> str:
    """Write a run with a picture and the text for it."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild 1" descr="{text}">{more}'
        "</wp:docPr></wp:inline></w:drawing></w:r>"
    )


def notes(kind: str, *texts: str) -> str:
    """Write the part of footnotes or endnotes, numbered from 1, after Word's separator."""
    inner = "".join(
        f'<w:{kind} w:id="{number}">{paragraph(text)}</w:{kind}>'
        for number, text in enumerate(texts, 1)
    )
    line = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
    return f"<w:{kind}s {_NAMES}>{line}{inner}</w:{kind}s>"


def part(name: str, inner: str) -> str:
    """Write the root of a part with the namespaces that are used here."""
    return f"<w:{name} {_NAMES}>{inner}</w:{name}>"


def package(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    links: Mapping[str, str] | None = None,
    main_type: str = _MAIN_TYPE,
    styles: str = STYLES,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """Pack a document; ``parts`` are further ones by their names (``footnotes``)."""
    inner = {"styles": part("styles", styles), **(parts or {})}
    relations = "".join(
        f'<Relationship Id="p{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>'
        for name in inner
    )
    relations += "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/hyperlink" Target="{target}"'
        ' TargetMode="External"/>'
        for key, target in (links or {}).items()
    )
    root = f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    schema = f'xmlns="{_OFFICE}/package/2006/relationships"'
    files = {
        "[Content_Types].xml": f'<Types><Override ContentType="{main_type}"/></Types>',
        "_rels/.rels": f"<Relationships {schema}>{root}</Relationships>",
        "word/_rels/document.xml.rels": f"<Relationships {schema}>{relations}</Relationships>",
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        **{f"word/{name}.xml": text for name, text in inner.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return stream.getvalue()


def word(body: str, locale: str = "sv", **more: object) -> Document:
    """Read a document of which the body is given; the rest as `package` takes it."""
    beside = more.pop("beside", ())
    content = package(body, **more)  # type: ignore[arg-type]  # passed on
    return read_document("a.docx", locale, content, beside=beside)  # type: ignore[arg-type]  # as above


def repack(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Change every part of a package."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for entry in before.infolist():
            after.writestr(entry.filename, change(before.read(entry)))
    return stream.getvalue()
