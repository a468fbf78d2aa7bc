"""A file is read as text, or the reader is told in one line why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aligncheck.errors import UnreadableError
from aligncheck.formats import known_suffixes, read_document
from tests.formats.reading import outline

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = "# Hjärtat 心\n\nSlår 😀.\n"


@pytest.mark.parametrize(
    "content",
    [
        _TEXT.encode(),
        b"\xef\xbb\xbf" + _TEXT.encode(),
        b"\xff\xfe" + _TEXT.encode("utf-16-le"),
        b"\xfe\xff" + _TEXT.encode("utf-16-be"),
        _TEXT.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "crlf"],
)
def test_encodings(tmp_path: Path, content: bytes) -> None:
    """Every encoding that says what it is gives the same segments at the same places."""
    path = tmp_path / "a.md"
    path.write_bytes(content)
    document = read_document(str(path), "sv")
    assert outline(document) == ["heading 1: Hjärtat 心", "paragraph 0: Slår 😀."]
    assert [s.span.start for s in document.segments] == [(1, 3), (3, 1)]
    assert document.segments[1].span.end == (3, 8)
    assert document.path == path.as_posix()


@pytest.mark.parametrize(
    ("content", "place", "reason"),
    [
        ("A\r\nbö".encode("latin-1"), (2, 2), "byte 0xF6 at line 2, column 2 is not UTF-8"),
        (b"\xff\xfea\0b", (1, 2), "byte 0x62 at line 1, column 2 is not UTF-16-LE"),
        (b"\xff\xfe\0\xd8a\0", (1, 1), "byte 0x00 at line 1, column 1 is not UTF-16-LE"),
        (b"ab\r\nc\0", (2, 2), "a NUL character at line 2, column 2 is no text"),
        (b"", (1, 1), "the file is empty"),
        (b"\xef\xbb\xbf \n\n", (1, 1), "the file is empty"),
        (b"<!-- only this -->\n", (1, 1), "the file holds no text to compare, only markup"),
    ],
)
def test_no_text(tmp_path: Path, content: bytes, place: tuple[int, int], reason: str) -> None:
    """What is no text is refused with what is wrong, and where."""
    path = tmp_path / "a.md"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        read_document(str(path), "sv")
    assert str(caught.value).startswith(reason)
    assert "\n" not in str(caught.value)
    assert (caught.value.line, caught.value.column) == place


def test_no_file(tmp_path: Path) -> None:
    """A missing file and a directory are told apart."""
    with pytest.raises(UnreadableError, match="there is no such file"):
        read_document(str(tmp_path / "a.md"), "sv")
    with pytest.raises(UnreadableError, match="this is a directory"):
        read_document(str(tmp_path), "sv")
    with pytest.raises(UnreadableError, match="the file cannot be read"):
        read_document("a\0.md", "sv")


def test_half_a_surrogate_pair() -> None:
    """A text handed over with half a character in it is refused at its place."""
    with pytest.raises(UnreadableError, match="half of a surrogate pair at line 2, column 2"):
        read_document("a.md", "sv", "a\nb\ud800")


def test_suffixes() -> None:
    """The suffixes that make a file an article are told for those who look for articles."""
    word, page = (".docx", ".docm"), (".html", ".htm", ".xhtml")
    assert known_suffixes() == (*word, *page, ".md", ".markdown", ".mdx", ".txt")
