"""What the styles of a document make of its paragraphs and words.

Word keeps the names of its own styles in English, whatever language it speaks: a German file has
``<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/>``. A style that somebody made is what
the style is that it was made from, or has an outline level.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.formats.wordprocessing.language_marks import LanguageMark, read_language_mark
from aligncheck.formats.wordprocessing.names import is_on, read_value, word_name
from aligncheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

TITLE_LEVEL: Final = 0
"""The level of a title among headings; where there is one, they stand a level below it."""
_HEADING: Final = re.compile(r"heading ([1-9])")
_LIST: Final = re.compile(r"list (?:bullet|number)(?: ([2-5]))?")
_GENERATED: Final = re.compile(
    r"(?:toc|contents|index) (?:[1-9]|heading)|table of (?:figures|authorities)|toa heading"
)
"""The styles of what Word gathers from the rest of the text: it would be read twice."""
_KINDS: Final[Mapping[str, tuple[Kind, int]]] = {
    "title": (Kind.HEADING, TITLE_LEVEL),
    **dict.fromkeys(("subtitle", "list paragraph"), (Kind.PARAGRAPH, 0)),
    **dict.fromkeys(("quote", "intense quote", "quotations", "block text"), (Kind.QUOTE, 0)),
    **dict.fromkeys(
        ("html preformatted", "preformatted text", "source code", "code", "macro"), (Kind.CODE, 0)
    ),
    "caption": (Kind.CAPTION, 0),
}
"""By the names of Word, LibreOffice and pandoc, in lower case."""
_CODE_NAMES: Final = frozenset(
    {"html code", "html keyboard", "html sample", "html typewriter", "source text"}
    | {"verbatim char", "code", "code char", "inline code", "html preformatted char"}
)
_BODY_LEVEL: Final = 9
"""The outline level of body text; those of headings count from 0."""
_MOST_BASES: Final = 64
"""How many styles one is based on, at most: those of a damaged file may go round in a circle."""


class ParagraphFormat(NamedTuple):
    """What a paragraph is in its document; ``kind`` is None for what Word gathers by itself.

    ``level`` is that of a heading, from 1 (the title's is `TITLE_LEVEL`), or the depth of a list.
    """

    kind: Kind | None
    level: int
    language: LanguageMark | None


class StyleSheet:
    """The styles of a document by their identifiers; empty for a document without any."""

    def __init__(self, root: Element | None) -> None:
        """Take the root of ``styles.xml``."""
        self._root = root
        found = root.findall(word_name("style")) if root is not None else []
        self._styles = {style.get(word_name("styleId"), ""): style for style in found}

    @cached_property
    def language(self) -> LanguageMark | None:
        """The language of text that has no mark of its own: the default style's, or of all."""
        normal = next(self._chain_of(None, "paragraph"), None)
        own = read_language_mark(normal.find(word_name("rPr"))) if normal is not None else None
        if own or self._root is None:
            return own
        return read_language_mark(
            self._root.find("/".join(map(word_name, ("docDefaults", "rPrDefault", "rPr"))))
        )

    def read_paragraph_format(self, properties: Element | None) -> ParagraphFormat:
        """Tell what a paragraph is by its own properties (``w:pPr``) and its styles."""
        chain = list(self._chain_of(read_value(properties, "pStyle"), "paragraph"))
        names = [name for name in map(_name_of, chain) if name]
        if any(_GENERATED.fullmatch(name) for name in names[:1]):
            return ParagraphFormat(None, 0, None)
        marks = (read_language_mark(s.find(word_name("rPr"))) for s in chain if not _is_default(s))
        language = next(filter(None, marks), None)
        level = self._heading_level(properties, chain)
        if level:
            return ParagraphFormat(Kind.HEADING, level, language)
        named = next((_KINDS[name] for name in names if name in _KINDS), (Kind.PARAGRAPH, 0))
        depth = _list_depth(properties, chain)
        if depth and named[0] is Kind.PARAGRAPH:
            named = Kind.LIST_ITEM, depth
        return ParagraphFormat(*named, language)

    def is_code(self, run: Element | None) -> bool:
        """Tell whether the character style of a run (``w:rPr``) is one for code."""
        style = read_value(run, "rStyle")
        return style is not None and any(
            _name_of(each) in _CODE_NAMES for each in self._chain_of(style, "character")
        )

    def is_hidden(self, run: Element | None) -> bool:
        """Tell whether a run is hidden text, by itself or by its character style."""
        own = is_on(run, "vanish")
        style = read_value(run, "rStyle")
        if own is not None or style is None:
            return bool(own)
        said = (
            is_on(each.find(word_name("rPr")), "vanish")
            for each in self._chain_of(style, "character")
        )
        return bool(next((each for each in said if each is not None), False))

    def find_run_language(self, run: Element | None) -> LanguageMark | None:
        """Give the language that a run is marked with, by itself or by its character style."""
        own = read_language_mark(run)
        style = read_value(run, "rStyle")
        if own or style is None:
            return own
        marks = (
            read_language_mark(each.find(word_name("rPr")))
            for each in self._chain_of(style, "character")
        )
        return next(filter(None, marks), None)

    def _heading_level(self, properties: Element | None, chain: list[Element]) -> int:
        """Give the level of a heading, from 1; 0 for other paragraphs."""
        said = read_value(properties, "outlineLvl")
        if said is not None:
            return _outline_level(said)
        for style in chain:
            named = _HEADING.fullmatch(_name_of(style))
            if named:
                return int(named[1])
            if _name_of(style) in _KINDS:
                return 0
            said = read_value(style, "pPr/outlineLvl")
            if said is not None:
                return _outline_level(said)
        return 0

    def _chain_of(self, style_id: str | None, kind: str) -> Iterator[Element]:
        """Give a style and those it is based on; the default one of its kind where none is said."""
        style = self._styles.get(style_id) if style_id is not None else None
        if style is None:
            every = self._styles.values()
            style = next(
                (s for s in every if _is_default(s) and s.get(word_name("type")) == kind), None
            )
        for _ in range(_MOST_BASES):
            if style is None:
                return
            yield style
            style = self._styles.get(read_value(style, "basedOn") or "")


def _name_of(style: Element) -> str:
    return (read_value(style, "name") or "").strip().lower()


def _is_default(style: Element) -> bool:
    return style.get(word_name("default")) in {"1", "true", "on"}


def _outline_level(said: str) -> int:
    level = int(said) if said.isdecimal() else _BODY_LEVEL
    return level + 1 if level < _BODY_LEVEL else 0


def _list_depth(properties: Element | None, chain: list[Element]) -> int:
    """Give the depth of a list item, from 1; 0 for what has no number and no bullet.

    Word's own styles for the second level and deeper (``List Bullet 3``) say it in their names.
    """
    holders = [properties, *(style.find(word_name("pPr")) for style in chain)]
    number = next(filter(None, (read_value(each, "numPr/numId") for each in holders)), None)
    named = [int(match[1] or 1) for style in chain if (match := _LIST.fullmatch(_name_of(style)))]
    if number == "0" or not (number or named):
        return 0
    level = next(filter(None, (read_value(each, "numPr/ilvl") for each in holders)), "")
    return max(int(level) + 1 if level.isdecimal() else 1, *named, 1)
