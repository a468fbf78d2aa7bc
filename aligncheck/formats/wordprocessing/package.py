"""The parts of a Word file that hold its text, unpacked within bounds; nothing else is.

Nobody can tell what arrives by mail under the name of a draft, so sizes are looked at before
anything is unpacked, and pictures, fonts and embedded files never are.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.etree.ElementTree import ParseError  # what defusedxml raises for XML that is broken

from aligncheck.errors import UnreadableError
from aligncheck.formats.wordprocessing.names import STRICT_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_MOST_PARTS: Final = 10_000
"""Parts of a package; chosen because a book with 3,000 pictures has some 3,100."""
_MOST_BYTES: Final = 32 * 1024 * 1024
"""Bytes of XML that are unpacked for one file; chosen because 15 MB are 22,000 paragraphs of six
runs, more than any article has, and take 145 MB of memory (measured on such a document)."""
_MOST_RATIO: Final = 250
"""Bytes unpacked for each packed one, in parts over `_RATIO_COUNTS_FROM`; chosen because the XML of
documents is packed to between a fifth and a thirtieth, a bomb to a thousandth (all DEFLATE can)."""
_RATIO_COUNTS_FROM: Final = 4 * 1024 * 1024
"""Bytes unpacked; chosen because a smaller part is harmless however often it repeats itself."""
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What ECMA-376 part 2 allows; the others pack tighter than the ratio above expects."""
_ENCRYPTED: Final = 0x1
"""The flag of a zip entry that needs a password."""
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""The start of a compound file: what Word packs a document with a password in, and old ``.doc``."""
_PASSWORD: Final = "EncryptedPackage".encode("utf-16-le")
_MACROS: Final = (b"macroEnabled", "vbaproject.bin")
_MAIN: Final = "word/document.xml"


class Part(NamedTuple):
    """The XML of a part, and where its hyperlinks lead, by the identifier of the relationship."""

    root: Element
    links: Mapping[str, str]


class WordPackage(NamedTuple):
    """The parts of a document that hold text, or say how it is to be read."""

    document: Part
    styles: Part | None
    footnotes: Part | None
    endnotes: Part | None
    comments: Part | None


def open_package(content: bytes) -> WordPackage:
    """Unpack the text of a Word file; UnreadableError, in one line, where that cannot be done.

    That is so for a file that is no Word document, is damaged, needs a password, holds macros, or
    would take more room than any text does.
    """
    if not content.strip():
        raise UnreadableError("the file is empty; write the article or delete the file")
    if content.startswith(_OLE):
        raise _compound_file(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _Opener(archive).open_parts()
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
        if not content.startswith(b"PK"):
            raise UnreadableError("this is no Word document; save it as .docx") from error
        raise UnreadableError("the file is damaged; open it in Word and save it again") from error


def _compound_file(content: bytes) -> UnreadableError:
    if _PASSWORD in content:
        return UnreadableError("the document has a password; save it without one")
    return UnreadableError("this is a Word file of before 2007; save it as .docx")


class _Opener:
    """Reads the parts of an archive, and counts what they take."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries = {entry.filename.lower(): entry for entry in archive.infolist()}
        self._taken = 0

    def open_parts(self) -> WordPackage:
        """Read the main part and those that it names."""
        if len(self._entries) > _MOST_PARTS:
            raise UnreadableError(
                f"the document has {len(self._entries)} parts, more than {_MOST_PARTS}; "
                "save it again from Word"
            )
        self._refuse_macros()
        roots = self._read_relations("_rels/.rels", "")
        main = next((target for kind, target in roots.values() if kind == "officeDocument"), _MAIN)
        if main.lower() not in self._entries:
            raise UnreadableError(f"this is no Word document: there is no {_MAIN} in it")
        relations = self._read_relations(_relations_of(main), main)
        named = dict(relations.values())
        document = self._read_part(main)
        styles, footnotes, endnotes, comments = (
            self._read_part(named[kind]) if kind in named else None
            for kind in ("styles", "footnotes", "endnotes", "comments")
        )
        return WordPackage(document, styles, footnotes, endnotes, comments)

    def _refuse_macros(self) -> None:
        types = (
            self._read_bytes("[content_types].xml")
            if self._has_part("[content_types].xml")
            else b""
        )
        marker, project = _MACROS
        if marker in types or any(name.endswith(project) for name in self._entries):
            raise UnreadableError("the document holds macros; save it as .docx without them")

    def _has_part(self, name: str) -> bool:
        return name.lower() in self._entries

    def _read_part(self, name: str) -> Part:
        relations = self._read_relations(_relations_of(name), name)
        links = {key: target for key, (kind, target) in relations.items() if kind == "hyperlink"}
        return Part(self._parse_part(name), links)

    def _read_relations(self, name: str, source: str) -> Mapping[str, tuple[str, str]]:
        """Give the kind and the target of each relationship of a part, by its identifier."""
        if not self._has_part(name):
            return {}
        found = {}
        for relation in self._parse_part(name):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                folder = posixpath.dirname(source)
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = relation.get("Type", "").rpartition("/")[2]
            found[relation.get("Id", "")] = (kind, target)
        return found

    def _parse_part(self, name: str) -> Element:
        """Parse a part; a document type, which could hold entities without end, is refused."""
        from defusedxml import DefusedXmlException, ElementTree  # noqa: PLC0415 - for .docx alone

        content = self._read_bytes(name)
        for strict, usual in STRICT_NAMES:
            content = content.replace(strict, usual)
        try:
            root: Element = ElementTree.fromstring(content, forbid_dtd=True)
        except DefusedXmlException as error:
            raise UnreadableError(
                f"{name} holds a document type, which Word never writes; save it again from Word"
            ) from error
        except ParseError as error:
            line, column = error.position
            raise UnreadableError(
                f"the file is damaged: {name} is no XML at its line {line}, column {column + 1}"
            ) from error
        return root

    def _read_bytes(self, name: str) -> bytes:
        entry = self._entries.get(name.lower())
        if entry is None:
            raise UnreadableError(f"the file is damaged: {name} is missing")
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableError("the document has a password; save it without one")
        if entry.compress_type not in _METHODS:
            raise UnreadableError(f"{name} is packed as no Word document is; save it again")
        self._taken += entry.file_size
        ratio = entry.file_size / max(entry.compress_size, 1)
        bomb = entry.file_size > _RATIO_COUNTS_FROM and ratio > _MOST_RATIO
        if bomb or self._taken > _MOST_BYTES:
            raise UnreadableError(
                f"{name} would take {entry.file_size // 1024:,} KB unpacked, more than any text; "
                "it is not opened"
            )
        return self._archive.read(entry)


def _relations_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")
