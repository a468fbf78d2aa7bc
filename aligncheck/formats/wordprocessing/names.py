"""The qualified names of WordprocessingML, as ElementTree writes them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFFICE: Final = "http://schemas.openxmlformats.org/"
WORD: Final = f"{{{_OFFICE}wordprocessingml/2006/main}}"
RELATION: Final = f"{{{_OFFICE}officeDocument/2006/relationships}}"
DRAWING: Final = f"{{{_OFFICE}drawingml/2006/wordprocessingDrawing}}"
ALTERNATIVE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
VECTOR: Final = "{urn:schemas-microsoft-com:vml}"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

STRICT_NAMES: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", f"{WORD[1:-1]}".encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", f"{RELATION[1:-1]}".encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", f"{DRAWING[1:-1]}".encode()),
)
"""The namespaces of ISO/IEC 29500 Strict, which Word writes on demand, and those it writes else."""

_VALUE: Final = f"{WORD}val"
_OFF: Final = frozenset({"0", "false", "off", "none"})


def word_name(name: str) -> str:
    """Give the qualified name of an element or attribute of WordprocessingML."""
    return WORD + name


def read_value(parent: Element | None, path: str) -> str | None:
    """Give the ``w:val`` of an element below another (``pPr/pStyle``); None where it is not."""
    found = parent.find(_qualified_path(path)) if parent is not None else None
    return None if found is None else found.get(_VALUE)


@cache
def _qualified_path(path: str) -> str:
    return "/".join(map(word_name, path.split("/")))


def is_on(parent: Element | None, name: str) -> bool | None:
    """Tell whether a property is switched on; None where it is not mentioned."""
    found = parent.find(_qualified_path(name)) if parent is not None else None
    return None if found is None else found.get(_VALUE, "1").lower() not in _OFF
