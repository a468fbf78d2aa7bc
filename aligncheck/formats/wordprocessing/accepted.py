"""The content of a document as it is when every tracked change is accepted.

What is inserted or moved here is there, what is deleted or moved away is not. Wrappers that say
something about their content only (content controls, changes, custom XML) are looked through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.formats.wordprocessing.names import ALTERNATIVE, word_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_WRAPPERS: Final = frozenset(
    map(
        word_name,
        ("ins", "moveTo", "customXml", "smartTag", "bdo", "dir", "sdtContent", "rubyBase"),
    )
)
_GONE: Final = frozenset(map(word_name, ("del", "moveFrom", "rt")))
"""Deleted, moved away; and the reading aids above East Asian words, which repeat them."""
_CONTROL: Final = word_name("sdt")
_RUBY: Final = word_name("ruby")
_PLACEHOLDER: Final = f"{word_name('sdtPr')}/{word_name('showingPlcHdr')}"
"""The mark of a content control that nothing was filled in: Word shows “Click here …” in it."""


def accepted_children(parent: Element) -> Iterator[Element]:
    """Give the elements below another that stand in the accepted text, wrappers looked through."""
    for child in parent:
        if child.tag in _GONE or not isinstance(child.tag, str):
            continue
        if child.tag in _WRAPPERS:
            yield from accepted_children(child)
        elif child.tag == _CONTROL:
            content = child.find(word_name("sdtContent"))
            if content is not None and child.find(_PLACEHOLDER) is None:
                yield from accepted_children(content)
        elif child.tag == _RUBY:
            yield from accepted_children(child)
        elif child.tag == f"{ALTERNATIVE}AlternateContent":
            yield from _chosen_children(child)
        else:
            yield child


def _chosen_children(alternatives: Element) -> Iterator[Element]:
    """Give the content of the first alternative, which is what newer versions of Word show."""
    for name in ("Choice", "Fallback"):
        chosen = alternatives.find(ALTERNATIVE + name)
        if chosen is not None:
            yield from accepted_children(chosen)
            return


def is_mark_deleted(properties: Element | None) -> bool:
    """Tell whether the end of a paragraph (its ``w:pPr``) is deleted or moved away."""
    if properties is None:
        return False
    mark = properties.find(word_name("rPr"))
    return mark is not None and any(mark.find(tag) is not None for tag in _GONE)


def is_row_deleted(row: Element) -> bool:
    """Tell whether a table row is deleted."""
    return row.find(f"{word_name('trPr')}/{word_name('del')}") is not None


def is_cell_shown(cell: Element) -> bool:
    """Tell whether a cell is there, and is not covered by one it is merged with.

    ```
    | vMerge=restart | b |      the first column is one cell over both rows:
    | vMerge         | d |      the second ``w:tc`` of it holds nothing that is shown
    ```
    """
    properties = cell.find(word_name("tcPr"))
    if properties is None:
        return True
    if properties.find(word_name("cellDel")) is not None:
        return False
    merges = (properties.find(word_name(name)) for name in ("vMerge", "hMerge"))
    return all(m is None or m.get(word_name("val")) == "restart" for m in merges)
