"""The HTML elements that are open at a place, and what they make of the text in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from aligncheck.formats.markup.protection import protects_text
from aligncheck.formats.segments.text_writer import Mark
from aligncheck.model import InlineKind, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aligncheck.formats.markup.tags import Tag

BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "col"}
    | {"colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5"}
    | {"h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav"}
    | {"ol", "optgroup", "option", "p", "pre", "search", "section", "select", "summary"}
    | {"table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"}
)
VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"}
    | {"source", "track", "wbr"}
)
SKIPPED: Final = frozenset(
    {"audio", "canvas", "datalist", "embed", "footer", "head", "iframe", "math", "nav"}
    | {"noembed", "noframes", "noscript", "object", "script", "style", "svg", "template"}
    | {"textarea", "video", "xmp"}
)
_SKIPPED_ROLES: Final = frozenset({"banner", "contentinfo", "navigation", "search"})
_KINDS: Final[Mapping[str, tuple[Kind, int]]] = {
    **{f"h{level}": (Kind.HEADING, level) for level in range(1, 7)},
    **dict.fromkeys(("li", "dd", "dt"), (Kind.LIST_ITEM, 0)),
    **dict.fromkeys(("td", "th"), (Kind.TABLE_CELL, 0)),
    **dict.fromkeys(("figcaption", "caption"), (Kind.CAPTION, 0)),
    "blockquote": (Kind.QUOTE, 0),
    "pre": (Kind.CODE, 0),
}
_LISTS: Final = frozenset({"ul", "ol", "menu", "dl", "dir"})
_CODE: Final = frozenset({"code", "kbd", "samp", "tt"})
_WHOLE_PAGE: Final = frozenset({"html", "body", "main", "article"})
_NESTING_REACH: Final = 256
"""Open elements that a tag looks up for what it closes; the rest of a deeper nest stays open.
Chosen because pages made by builders nest some fifty, and so that a tag costs a bounded time."""

_IMPLIED_ENDS: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = {
    "li": (frozenset({"li"}), _LISTS),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl"}))),
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), frozenset({"tr", "table"}))),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    **dict.fromkeys(
        ("thead", "tbody", "tfoot"), (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"}))
    ),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "a": (frozenset({"a"}), BLOCKS),
}
"""Per start tag the elements it closes, and those that it does not look beyond."""


@dataclass(slots=True)
class Element:
    """An open element; what it does not say itself it has from the one around it."""

    name: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    holder: Element | None = None
    """The element that gave the kind."""
    depth: int = 0
    """The number of lists around."""
    skipped: bool = False
    protected: bool = False
    content: bool = False
    """Inside the main content."""
    mark: Mark | None = None
    begun: bool = False


@dataclass(slots=True)
class Elements:
    """The stack of open elements, kept as the HTML standard keeps it where it bears on text.

    End tags that may be left out (https://html.spec.whatwg.org/#optional-tags) are supplied.
    """

    locale: str
    _stack: list[Element] = field(default_factory=lambda: [Element("")])
    _open: Counter[str] = field(default_factory=Counter)

    @property
    def current(self) -> Element:
        """The innermost open element; a nameless one where none is open."""
        return self._stack[-1]

    def marked_elements(self) -> list[Element]:
        """Give the open elements that have a mark, outermost first."""
        return [element for element in self._stack[-_NESTING_REACH:] if element.mark]

    def enter_element(
        self, tag: Tag, *, skipped: bool, content: bool
    ) -> tuple[Element, list[Element]]:
        """Open an element; give it and those that its start tag closes, innermost first."""
        closed = self._supply_ends(tag.name)
        around = self.current
        element = Element(
            tag.name,
            around.kind,
            around.level,
            around.holder,
            around.depth + (tag.name in _LISTS),
            around.skipped or skipped,
            around.protected,
            around.content or content,
        )
        self._describe_element(element, tag)
        self._stack.append(element)
        self._open[tag.name] += 1
        return element, closed

    def leave_element(self, name: str) -> list[Element]:
        """Close the innermost element of a name; give all that this closes, innermost first."""
        if not self._open[name]:
            return []
        for index in range(len(self._stack) - 1, max(len(self._stack) - _NESTING_REACH, 0), -1):
            if self._stack[index].name == name:
                return self._pop_to(index)
            if name not in BLOCKS and self._stack[index].name in BLOCKS:
                return []
        return []

    def _describe_element(self, element: Element, tag: Tag) -> None:
        """Set what the element says itself."""
        if tag.name in _KINDS:
            element.kind, element.level = _KINDS[tag.name]
            element.holder = element
            if element.kind is Kind.LIST_ITEM:
                element.level = max(element.depth, 1)
        elif tag.name == "table":
            element.kind, element.level, element.holder = Kind.PARAGRAPH, 0, None
        if tag.name not in _WHOLE_PAGE and protects_text(tag, self.locale):
            element.protected = element.protected or tag.name in BLOCKS
            element.mark = None if element.protected else Mark(InlineKind.PROTECTED)
        elif tag.name in _CODE and element.kind is not Kind.CODE:
            element.mark = Mark(InlineKind.CODE)
        elif tag.name == "a" and tag.get_attribute("href"):
            element.mark = Mark(InlineKind.LINK, tag.get_attribute("href"))

    def _supply_ends(self, name: str) -> list[Element]:
        """Close what a start tag ends without saying so."""
        closed = self._end_within(frozenset({"p"}), BLOCKS) if name in BLOCKS else []
        if name in _IMPLIED_ENDS:
            ends, limits = _IMPLIED_ENDS[name]
            closed += self._end_within(ends, limits - ends)
        return closed

    def _end_within(self, ends: frozenset[str], limits: frozenset[str]) -> list[Element]:
        """Close the innermost of some elements unless one of ``limits`` is inside it."""
        if not any(self._open[name] for name in ends):
            return []
        for index in range(len(self._stack) - 1, max(len(self._stack) - _NESTING_REACH, 0), -1):
            name = self._stack[index].name
            if name in ends:
                return self._pop_to(index)
            if name in limits:
                return []
        return []

    def _pop_to(self, index: int) -> list[Element]:
        closed = self._stack[index:][::-1]
        del self._stack[index:]
        for element in closed:
            self._open[element.name] -= 1
        return closed


def is_skipped(tag: Tag) -> bool:
    """Tell whether an element holds no text of the article, wherever it stands."""
    role = (tag.get_attribute("role") or "").lower()
    unseen = tag.get_attribute("hidden") is not None or tag.get_attribute("aria-hidden") == "true"
    permalink = "headerlink" in (tag.get_attribute("class") or "").split()
    return tag.name in SKIPPED or role in _SKIPPED_ROLES or unseen or permalink
