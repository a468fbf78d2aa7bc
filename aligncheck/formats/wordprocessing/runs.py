"""The words of a paragraph: its runs, with links, fields, pictures, notes and text boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.formats.wordprocessing.accepted import accepted_children
from aligncheck.formats.wordprocessing.language_marks import LanguageMark, read_language_mark
from aligncheck.formats.wordprocessing.names import (
    ALTERNATIVE,
    DECORATIVE,
    DRAWING,
    RELATION,
    SPACE,
    VECTOR,
    is_on,
    read_value,
    word_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from xml.etree.ElementTree import Element

    from aligncheck.formats.wordprocessing.styles import StyleSheet

LINE_BREAK: Final = "\u2028"
"""Stands for a line break inside a paragraph, so that a line of the text is a paragraph."""
_FIELD_LINK: Final = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))')
_LINE_ENDS: Final = str.maketrans({"\n": " ", "\r": " "})
_PRIVATE: Final = range(0xE000, 0xF900)
"""Code points that are a sign of a font's own, a bullet or a smiley, and no character."""


class Piece(NamedTuple):
    """Words that stand in one paragraph and share their marks.

    ``link`` is the address that they lead to, ``link_number`` tells a link from the one beside it
    that leads to the same.
    """

    text: str
    link: str | None
    link_number: int
    is_code: bool
    language: LanguageMark | None


@dataclass(slots=True)
class ParagraphContent:
    """What stands in a paragraph: words, the texts for its pictures, and what hangs on it.

    ``notes`` are the kind and the identifier of each note that it refers to, ``comments`` the
    identifiers of the comments on it, ``boxes`` the text boxes that are anchored in it.
    """

    pieces: list[Piece] = field(default_factory=list)
    alternative_texts: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    """A field that has begun: first its code, then, after the separator, its result."""

    code: str = ""
    in_code: bool = True


@dataclass(slots=True)
class RunReader:
    """Reads the runs of one part; a field that begins in one paragraph may end in another."""

    styles: StyleSheet
    links: Mapping[str, str]
    content: ParagraphContent = field(default_factory=ParagraphContent)
    _fields: list[_Field] = field(default_factory=list)
    _link: str | None = None
    _link_number: int = 0
    _commented: set[str] = field(default_factory=set)

    def read_runs(self, paragraph: Element) -> ParagraphContent:
        """Read what stands in a paragraph (``w:p``)."""
        self.content = ParagraphContent()
        self._read_inline(paragraph)
        for each in self._fields:  # a code that does not end costs its own paragraph, not the rest
            each.in_code = False
        return self.content

    def _read_inline(self, parent: Element) -> None:
        for child in accepted_children(parent):
            reader = _INLINE.get(child.tag)
            if reader:
                reader(self, child)

    def read_run(self, run: Element) -> None:
        """Read a run (``w:r``): words that share their properties, and what stands among them."""
        properties = run.find(_PROPERTIES)
        style = self.styles.find_character_style(read_value(properties, "rStyle"))
        hidden = is_on(properties, "vanish")
        if style.is_hidden if hidden is None else hidden:
            self._follow_fields(run)
            return
        language = read_language_mark(properties) or style.language
        for child in accepted_children(run):
            text = _TEXTS[child.tag](child) if child.tag in _TEXTS else ""
            if text and not self._in_code():
                link, number = self._current_link()
                self.content.pieces.append(Piece(text, link, number, style.is_code, language))
            elif child.tag in _OBJECTS:
                self._read_object(child)
            elif child.tag in _NOTES and not self._in_code():
                self.content.notes.append((_NOTES[child.tag], child.get(word_name("id"), "")))
            elif child.tag == _FIELD_MARK:
                self._follow_field(child)
            elif child.tag == _FIELD_CODE and self._in_code():
                self._fields[-1].code += child.text or ""
            elif child.tag == _COMMENT:
                self.note_comment(child)

    def read_hyperlink(self, link: Element) -> None:
        """Read a link (``w:hyperlink``) to an address or to a bookmark of the document."""
        target = self.links.get(link.get(f"{RELATION}id", ""), "")
        anchor = link.get(word_name("anchor"))
        self._read_linked(link, f"{target}#{anchor}" if anchor else target)

    def read_simple_field(self, simple: Element) -> None:
        """Read the result of a field that has its code in an attribute (``w:fldSimple``)."""
        self._read_linked(simple, _field_address(simple.get(word_name("instr"), "")))

    def note_comment(self, mark: Element) -> None:
        """Note the comment that begins here; one without a range stands where it is referred to."""
        name = mark.get(word_name("id"), "")
        if name not in self._commented:
            self._commented.add(name)
            self.content.comments.append(name)

    def _read_linked(self, parent: Element, address: str | None) -> None:
        around, self._link = self._link, address or self._link
        self._link_number += 1
        self._read_inline(parent)
        self._link_number += 1
        self._link = around

    def _current_link(self) -> tuple[str | None, int]:
        addresses = (_field_address(each.code) for each in reversed(self._fields))
        return self._link or next(filter(None, addresses), None), self._link_number

    def _in_code(self) -> bool:
        return any(each.in_code for each in self._fields)

    def _follow_fields(self, run: Element) -> None:
        """Note where fields begin and end in a run that is not read."""
        for mark in run.iter(_FIELD_MARK):
            self._follow_field(mark)

    def _follow_field(self, mark: Element) -> None:
        kind = mark.get(word_name("fldCharType"))
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].in_code = False
            self._link_number += 1
        elif self._fields and kind == "end":
            self._fields.pop()
            self._link_number += 1

    def _read_object(self, drawing: Element) -> None:
        """Read the text for a picture, and find the text boxes that a drawing holds."""
        for part in _parts_of(drawing):
            if part.tag == _BOX:
                self.content.boxes.append(part)
            elif text := _alternative_text(part):
                self.content.alternative_texts.append(text)


def _field_address(code: str) -> str | None:
    """Give where a HYPERLINK field leads; None for any other field."""
    match = _FIELD_LINK.match(code)
    return match and (match[1] or match[2])


def _parts_of(drawing: Element) -> Iterator[Element]:
    """Give what a drawing is made of: of two forms the newer, of text boxes the outermost."""
    for child in drawing:
        choice = child.find(f"{ALTERNATIVE}Choice")
        if choice is not None:
            yield from _parts_of(choice)
            continue
        yield child
        if child.tag != _BOX:
            yield from _parts_of(child)


def _alternative_text(part: Element) -> str:
    """Give the text for a picture that a part of a drawing holds; empty where it is decoration."""
    if part.tag == f"{DRAWING}docPr":
        decorative = part.find(f".//{DECORATIVE}")
        shown = decorative is None or decorative.get("val") != "1"
        return part.get("descr", "").translate(_LINE_ENDS).strip() if shown else ""
    return part.get("alt", "").translate(_LINE_ENDS).strip() if part.tag == _SHAPE else ""


def _read_text(element: Element) -> str:
    text = (element.text or "").translate(_LINE_ENDS)
    return text if element.get(SPACE) == "preserve" else text.strip()


def _read_symbol(element: Element) -> str:
    try:
        code = int(element.get(word_name("char"), ""), 16)
    except ValueError:
        return ""
    return "" if code in _PRIVATE or not chr(code).isprintable() else chr(code)


_TEXTS: Final[Mapping[str, Callable[[Element], str]]] = {
    word_name("t"): _read_text,
    word_name("tab"): lambda _: "\t",
    word_name("ptab"): lambda _: "\t",
    word_name("br"): lambda _: LINE_BREAK,
    word_name("cr"): lambda _: LINE_BREAK,
    word_name("noBreakHyphen"): lambda _: "\u2011",
    word_name("softHyphen"): lambda _: "\u00ad",
    word_name("sym"): _read_symbol,
}
_OBJECTS: Final = frozenset(map(word_name, ("drawing", "pict", "object")))
_NOTES: Final = {
    word_name("footnoteReference"): "footnote",
    word_name("endnoteReference"): "endnote",
}
_FIELD_MARK: Final = word_name("fldChar")
_FIELD_CODE: Final = word_name("instrText")
_SHAPE: Final = f"{VECTOR}shape"
_PROPERTIES: Final = word_name("rPr")
_BOX: Final = word_name("txbxContent")
_COMMENT: Final = word_name("commentReference")
_INLINE: Final[Mapping[str, Callable[[RunReader, Element], None]]] = {
    word_name("r"): RunReader.read_run,
    word_name("hyperlink"): RunReader.read_hyperlink,
    word_name("fldSimple"): RunReader.read_simple_field,
    word_name("commentRangeStart"): RunReader.note_comment,
}
