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
_ID: Final = word_name("styleId")
_TYPE: Final = word_name("type")
_DEFAULT: Final = word_name("default")
_RUN: Final = word_name("rPr")
_DEFAULTS: Final = "/".join(map(word_name, ("docDefaults", "rPrDefault", "rPr")))
_BODY_LEVEL: Final = 9
"""The outline level of body text; those of headings count from 0."""
_MOST_BASES: Final = 64
"""How many styles one is based on, at most: chosen far above the handful of any template, since
those of a damaged file may go round in a circle."""


class ParagraphFormat(NamedTuple):
    """What a paragraph is in its document; ``kind`` is None for what Word gathers by itself.

    ``level`` is that of a heading, from 1 (the title's is `TITLE_LEVEL`), or the depth of a list.
    """

    kind: Kind | None
    level: int
    language: LanguageMark | None


class _ParagraphStyle(NamedTuple):
    """What a style makes of paragraphs that say nothing themselves.

    ``number`` and ``list_level`` are the raw values of its ``w:numPr``, ``named_depth`` the depth
    that its name says (0 for none).
    """

    kind: Kind | None
    level: int
    number: str | None
    list_level: str | None
    named_depth: int
    language: LanguageMark | None


class CharacterStyle(NamedTuple):
    """What a character style makes of its words; None where it does not say."""

    is_code: bool = False
    is_hidden: bool | None = None
    language: LanguageMark | None = None


class StyleSheet:
    """The styles of a document by their identifiers; empty for a document without any."""

    def __init__(self, root: Element | None) -> None:
        """Take the root of ``styles.xml``."""
        self._root = root
        found = root.findall(word_name("style")) if root is not None else []
        self._styles = {style.get(_ID, ""): style for style in found}
        self._paragraph_styles: dict[str | None, _ParagraphStyle] = {}
        self._character_styles: dict[str | None, CharacterStyle] = {None: CharacterStyle()}

    @cached_property
    def language(self) -> LanguageMark | None:
        """The language of text that has no mark of its own: the default style's, or of all."""
        normal = next(self._chain_of(None), None)
        own = read_language_mark(normal.find(_RUN)) if normal is not None else None
        if own or self._root is None:
            return own
        return read_language_mark(self._root.find(_DEFAULTS))

    def read_paragraph_format(self, properties: Element | None) -> ParagraphFormat:
        """Tell what a paragraph is by its own properties (``w:pPr``) and its style."""
        style = self._find_paragraph_style(read_value(properties, "pStyle"))
        kind, level = style.kind, style.level
        said = read_value(properties, "outlineLvl")
        if kind is not None and said is not None:
            level = _outline_level(said)
            kind = Kind.HEADING if level else style.kind
            kind = Kind.PARAGRAPH if not level and kind is Kind.HEADING else kind
        if kind is Kind.PARAGRAPH and (depth := _list_depth(properties, style)):
            kind, level = Kind.LIST_ITEM, depth
        return ParagraphFormat(kind, level, style.language)

    def find_character_style(self, style_id: str | None) -> CharacterStyle:
        """Tell what a character style makes of its words, with what it is based on."""
        if style_id not in self._character_styles:
            chain = list(self._chain_of(style_id)) if style_id in self._styles else []
            runs = [style.find(_RUN) for style in chain]
            hidden = (is_on(run, "vanish") for run in runs)
            self._character_styles[style_id] = CharacterStyle(
                any(_name_of(style) in _CODE_NAMES for style in chain),
                next((each for each in hidden if each is not None), None),
                next(filter(None, map(read_language_mark, runs)), None),
            )
        return self._character_styles[style_id]

    def _find_paragraph_style(self, style_id: str | None) -> _ParagraphStyle:
        if style_id not in self._paragraph_styles:
            self._paragraph_styles[style_id] = _resolve_style(list(self._chain_of(style_id)))
        return self._paragraph_styles[style_id]

    def _chain_of(self, style_id: str | None) -> Iterator[Element]:
        """Give a style and those it is based on; that of paragraphs without one if it is none."""
        style = self._styles.get(style_id) if style_id is not None else None
        if style is None:
            style = next(filter(_is_default_of_paragraphs, self._styles.values()), None)
        for _ in range(_MOST_BASES):
            if style is None:
                return
            yield style
            style = self._styles.get(read_value(style, "basedOn") or "")


def _resolve_style(chain: list[Element]) -> _ParagraphStyle:
    """Tell what the first style of a chain makes of its paragraphs."""
    names = [name for name in map(_name_of, chain) if name]
    kind, level = _find_kind(chain)
    is_generated = bool(names and _GENERATED.fullmatch(names[0]))
    own = (style for style in chain if not _is_default_of_paragraphs(style))
    depths = (match for name in names if (match := _LIST.fullmatch(name)))
    return _ParagraphStyle(
        None if is_generated else kind,
        level,
        next(filter(None, (read_value(style, "pPr/numPr/numId") for style in chain)), None),
        next(filter(None, (read_value(style, "pPr/numPr/ilvl") for style in chain)), None),
        max((int(match[1] or 1) for match in depths), default=0),
        next(filter(None, (read_language_mark(style.find(_RUN)) for style in own)), None),
    )


def _find_kind(chain: list[Element]) -> tuple[Kind, int]:
    """Give the kind and the level that the nearest style which says one says.

    A style that is made from one for headings, and has the level of body text, is no heading.
    """
    is_body = False
    for style in chain:
        name, said = _name_of(style), read_value(style, "pPr/outlineLvl")
        heading = _HEADING.fullmatch(name)
        found = (Kind.HEADING, int(heading[1])) if heading else _KINDS.get(name)
        if not found and said is not None:
            level = _outline_level(said)
            is_body = is_body or not level
            found = (Kind.HEADING, level) if level else None
        if found:
            return (Kind.PARAGRAPH, 0) if is_body and found[0] is Kind.HEADING else found
    return Kind.PARAGRAPH, 0


def _name_of(style: Element) -> str:
    return (read_value(style, "name") or "").strip().lower()


def _is_default_of_paragraphs(style: Element) -> bool:
    default = style.get(_DEFAULT) in {"1", "true", "on"}
    return default and style.get(_TYPE) == "paragraph"


def _outline_level(said: str) -> int:
    level = int(said) if said.isdecimal() else _BODY_LEVEL
    return level + 1 if level < _BODY_LEVEL else 0


def _list_depth(properties: Element | None, style: _ParagraphStyle) -> int:
    """Give the depth of a list item, from 1; 0 for what has no number and no bullet.

    Word's own styles for the second level and deeper (``List Bullet 3``) say it in their names.
    """
    number = read_value(properties, "numPr/numId") or style.number
    if number == "0" or not (number or style.named_depth):
        return 0
    level = read_value(properties, "numPr/ilvl") or style.list_level or ""
    return max(int(level) + 1 if level.isdecimal() else 1, style.named_depth)
