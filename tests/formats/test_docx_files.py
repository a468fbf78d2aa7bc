"""What is no Word document, or no honest one, is refused in one line before it is unpacked."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from typing import TYPE_CHECKING, Final

import pytest

from aligncheck.errors import UnreadableError
from aligncheck.formats import read_document
from tests.formats.word_files import package, paragraph, part, run

if TYPE_CHECKING:
    from collections.abc import Callable

BODY: Final = paragraph("Färjan går.")
OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
ENTITIES: Final = (
    b'<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
)
OUTSIDE: Final = b'<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
MACROS: Final = "application/vnd.ms-word.document.macroEnabled.main+xml"


def replaced(name: str, content: bytes | None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Give a package with one part replaced, or left out."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package(BODY))) as before,
        zipfile.ZipFile(stream, "w", method) as after,
    ):
        for entry in before.infolist():
            if entry.filename != name:
                after.writestr(entry.filename, before.read(entry))
        if content is not None:
            after.writestr(name, content)
    return stream.getvalue()


def flipped() -> bytes:
    """Give a package with a byte of the text's packed form changed."""
    content = bytearray(package(BODY))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entry = archive.getinfo("word/document.xml")
    content[entry.header_offset + 60] ^= 0xFF
    return bytes(content)


def locked() -> bytes:
    """Give a package whose parts are marked as encrypted."""
    content = package(BODY)
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = content.find(signature)
        while place >= 0:
            flag = content[place + offset] | 1
            content = content[: place + offset] + bytes([flag]) + content[place + offset + 1 :]
            place = content.find(signature, place + 4)
    return content


def with_document(head: bytes, body: str = BODY) -> bytes:
    """Give a package whose main part begins with a document type."""
    main = part("document", f"<w:body>{body}</w:body>").encode()
    return replaced("word/document.xml", head + main)


REFUSED: Final[dict[str, tuple[Callable[[], bytes], str]]] = {
    "empty": (lambda: b"", "the file is empty"),
    "text": (lambda: b"Dear editor,", "this is no Word document; save it as .docx"),
    "rich text": (lambda: rb"{\rtf1 Hej}", "this is no Word document; save it as .docx"),
    "cut off": (lambda: package(BODY)[:-200], "the file is damaged; open it in Word"),
    "a byte changed": (flipped, "the file is damaged"),
    "password": (
        lambda: OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"),
        "the document has a password",
    ),
    "zip password": (locked, "the document has a password"),
    "old Word": (lambda: OLE + b"\0" * 512, "this is a Word file of before 2007"),
    "macros by type": (lambda: package(BODY, main_type=MACROS), "the document holds macros"),
    "macros inside": (
        lambda: package(BODY, extra={"word/vbaProject.bin": b"\0"}),
        "the document holds macros",
    ),
    "no document": (
        lambda: replaced("word/document.xml", None),
        "this is no Word document: there is no word/document.xml in it",
    ),
    "another archive": (
        lambda: _archive("mimetype", b"application/epub+zip"),
        "this is no Word document: there is no word/document.xml in it",
    ),
    "no styles": (
        lambda: replaced("word/styles.xml", None),
        "the file is damaged: word/styles.xml is missing",
    ),
    "broken XML": (
        lambda: replaced("word/document.xml", b"<a>\n<b>"),
        "the file is damaged: word/document.xml is no XML at its line 2, column 4",
    ),
    "entities": (lambda: with_document(ENTITIES), "word/document.xml holds a document type"),
    "a file from outside": (
        lambda: with_document(OUTSIDE),
        "word/document.xml holds a document type",
    ),
    "bomb": (
        lambda: replaced("word/document.xml", b" " * 20_000_000),
        "word/document.xml would take 19,531 KB unpacked",
    ),
    "large parts": (
        lambda: replaced("word/document.xml", b" " * 34_000_000, zipfile.ZIP_STORED),
        "word/document.xml would take 33,203 KB unpacked",
    ),
    "another packing": (
        lambda: replaced("word/document.xml", b"<a/>", zipfile.ZIP_LZMA),
        "is packed as no Word document is",
    ),
    "too many parts": (
        lambda: package(BODY, extra={f"word/media/{n}.png": b"" for n in range(10_000)}),
        "the document has 10005 parts, more than 10000",
    ),
    "nothing to read": (lambda: package("<w:p/>"), "the file holds no text to compare"),
    "nested": (
        lambda: package("<w:sdt><w:sdtContent>" * 9000 + BODY + "</w:sdtContent></w:sdt>" * 9000),
        "the document is nested too deeply",
    ),
}


def _archive(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(("make", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(make: Callable[[], bytes], reason: str) -> None:
    """Each says in one line what it is and, where something can be done, what to do."""
    with pytest.raises(UnreadableError) as caught:
        read_document("a.docx", "sv", make())
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (caught.value.line, caught.value.column) == (1, 1)


@pytest.mark.parametrize("make", [REFUSED["bomb"][0]])
def test_a_bomb_is_not_unpacked(make: Callable[[], bytes]) -> None:
    """Refusing one takes neither the time nor the memory that it would unpack to."""
    content = make()
    tracemalloc.start()
    begin = time.perf_counter()
    with pytest.raises(UnreadableError):
        read_document("a.docx", "sv", content)
    taken = time.perf_counter() - begin
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4_000_000
    assert taken < 1


@pytest.mark.parametrize(
    "content",
    [
        package(BODY),
        package(BODY, extra={"word/media/a.png": b"\0" * 30_000_000}),
        package(BODY, extra={"word/embeddings/a.xlsx": b"PK"}),
        package(paragraph(run("Färjan går. ") * 20_000)),
        replaced("[Content_Types].xml", None),
        replaced("word/styles.xml", b"<styles/>"),
        replaced(
            "word/document.xml",
            "\ufeff".encode() + part("document", f"<w:body>{BODY}</w:body>").encode(),
        ),
    ],
    ids=["small", "picture", "table inside", "long", "no types", "no style", "mark"],
)
def test_what_is_read(content: bytes) -> None:
    """A picture as large as it may be is not unpacked, and what is only odd is read."""
    document = read_document("a.docx", "sv", content)
    assert document.segments[0].text.startswith("Färjan går.")


def test_macro_files_are_known_by_their_name() -> None:
    """A file named .docm is refused for its macros, and read where it has none."""
    with pytest.raises(UnreadableError, match=r"holds macros; save it as \.docx"):
        read_document("a.docm", "sv", package(BODY, main_type=MACROS))
    assert read_document("a.DOCM", "sv", package(BODY)).segments
