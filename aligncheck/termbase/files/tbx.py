"""TBX, the exchange format of ISO 30042: version 2 (``martif``) and version 3 (``tbx``).

TBX-Basic is read in both styles of version 3, categories as attributes (DCA) and as tags (DCT).
The XML is parsed by defusedxml, which refuses entities; by SAX, because it knows the lines. What
TBX has no category for (do-not-translate, case, files) is written as ``termNote`` elements whose
type begins with ``x-``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET  # only writes; defusedxml reads
from xml.sax import SAXParseException  # the error that defusedxml's parser raises
from xml.sax.handler import ContentHandler  # what its parser calls

from aligncheck.errors import TermbaseError
from aligncheck.locales import parse_locale
from aligncheck.model import Concept, Origin, Term, TermStatus
from aligncheck.termbase.files.field_values import parse_flag, parse_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.sax.xmlreader import AttributesImpl, Locator

_ENTRY_TAGS: Final = frozenset({"termEntry", "conceptEntry"})
_LANGUAGE_TAGS: Final = frozenset({"langSet", "langSec"})
_TERM_TAGS: Final = frozenset({"tig", "ntig", "termSec"})
_TBX_NAMESPACE: Final = "urn:iso:std:iso:30042:ed-2"
_WRITTEN_STATUSES: Final = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
}
TBX_VERSIONS: Final = (2, 3)


@dataclass(slots=True)
class _XmlNode:
    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[_XmlNode] = field(default_factory=list)

    def find_nodes(self, names: Iterable[str]) -> Iterator[_XmlNode]:
        """Give the nodes below that have one of some names, outermost first."""
        for child in self.children:
            if child.name in names:
                yield child
            else:
                yield from child.find_nodes(names)

    def find_category(self, name: str) -> str:
        """Give the value of a data category, written as an attribute or as a tag."""
        for child in self.children:
            if name in {child.attributes.get("type"), child.name}:
                return child.whole_text()
            below = child.name not in {*_LANGUAGE_TAGS, *_TERM_TAGS}
            found = child.find_category(name) if below else ""
            if found:
                return found
        return ""

    def whole_text(self) -> str:
        """Give the text of the node and all below it, white space folded."""
        return " ".join((self.text + "".join(c.whole_text() for c in self.children)).split())


class _TreeBuilder(ContentHandler):
    """Builds a tree that knows the line of every element."""

    def __init__(self) -> None:
        super().__init__()
        self.root = _XmlNode("", {}, 1)
        self._open = [self.root]
        self._locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802  # SAX names it so
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  # as above
        line = self._locator.getLineNumber() if self._locator else 1
        node = _XmlNode(name.rpartition(":")[2], dict(attrs.items()), line or 1)
        self._open[-1].children.append(node)
        self._open.append(node)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802  # as above
        self._open.pop()

    def characters(self, content: str) -> None:
        self._open[-1].text += content


def read_tbx(text: str, path: str) -> tuple[Concept | TermbaseError, ...]:
    """Read concepts; one that cannot be read gives the error, which names the line.

    Raises TermbaseError for what is no TBX at all.
    """
    root = _parse_xml(text, path)
    entries = list(root.find_nodes(_ENTRY_TAGS))
    if not entries and not any(child.name in {"martif", "tbx"} for child in root.children):
        raise TermbaseError(f"{path}:1: no TBX: its root is neither <tbx> nor <martif>")
    return tuple(_read_entry(entry, number, path) for number, entry in enumerate(entries, 1))


def _read_entry(entry: _XmlNode, number: int, path: str) -> Concept | TermbaseError:
    try:
        return _read_concept(entry, number, path)
    except TermbaseError as error:
        return error


def _parse_xml(text: str, path: str) -> _XmlNode:
    from defusedxml import DefusedXmlException  # noqa: PLC0415  # few termbases are TBX
    from defusedxml.sax import parseString  # noqa: PLC0415  # as above

    builder = _TreeBuilder()
    try:
        # version 2 names its DTD, which the parser then leaves unread
        parseString(text.encode(), builder, forbid_external=False)
    except SAXParseException as error:
        reason = f"{path}:{error.getLineNumber()}: not well-formed XML: {error.getMessage()}"
        raise TermbaseError(reason) from error
    except DefusedXmlException as error:
        reason = f"{path}:1: XML that defines entities is not read"
        raise TermbaseError(reason) from error
    return builder.root


def _read_concept(entry: _XmlNode, number: int, path: str) -> Concept:
    terms = tuple(
        term for section in entry.find_nodes(_LANGUAGE_TAGS) for term in _read_terms(section, path)
    )
    if not terms:
        raise TermbaseError(f"{path}:{entry.line}: a concept without a term")
    note = entry.find_category("definition") or entry.find_category("note")
    identifier = entry.attributes.get("id", "") or f"c{number}"
    return Concept(identifier, terms, note, Origin(path, entry.line))


def _read_terms(section: _XmlNode, path: str) -> Iterator[Term]:
    tag = section.attributes.get("xml:lang", "")
    locale = parse_locale(tag)
    if locale is None:
        what = f"an unknown language {tag!r}" if tag else "no xml:lang"
        raise TermbaseError(f"{path}:{section.line}: a <{section.name}> with {what}")
    for group in section.find_nodes(_TERM_TAGS):
        yield _read_term(group, locale, path)


def _read_term(group: _XmlNode, locale: str, path: str) -> Term:
    named = next(group.find_nodes({"term"}), None)
    text = named.whole_text() if named else ""
    if not text:
        raise TermbaseError(f"{path}:{group.line}: a <{group.name}> without a term")
    try:
        return Term(
            locale=locale,
            text=text,
            status=parse_status(group.find_category("administrativeStatus")),
            do_not_translate=parse_flag(group.find_category("x-do-not-translate")) or False,
            case_sensitive=parse_flag(group.find_category("x-case-sensitive") or None),
            part_of_speech=group.find_category("partOfSpeech"),
            note=group.find_category("note"),
            files=group.find_category("x-files"),
            origin=Origin(path, group.line),
        )
    except ValueError as error:
        raise TermbaseError(f"{path}:{group.line}: {error}") from error


def write_tbx(concepts: Iterable[Concept], version: int = 3) -> str:
    """Write concepts as TBX-Basic, version 2 or 3 (categories as attributes)."""
    root, body = _make_frame(version)
    names = _NAMES[version]
    for concept in concepts:
        _write_concept(body, concept, names)
    ET.indent(root)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + _DOCTYPE[version] + ET.tostring(root, encoding="unicode") + "\n"


_NAMES: Final = {
    2: ("termEntry", "langSet", "tig"),
    3: ("conceptEntry", "langSec", "termSec"),
}
_DOCTYPE: Final = {2: '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n', 3: ""}


def _make_frame(version: int) -> tuple[ET.Element, ET.Element]:
    """Make the elements about the concepts, and give the root and the one that holds them."""
    if version == TBX_VERSIONS[0]:
        root = ET.Element("martif", {"type": "TBX-Basic", "xml:lang": "en"})
        header = ET.SubElement(root, "martifHeader")
    else:
        attributes = {
            "xmlns": _TBX_NAMESPACE,
            "type": "TBX-Basic",
            "style": "dca",
            "xml:lang": "en",
        }
        root = ET.Element("tbx", attributes)
        header = ET.SubElement(root, "tbxHeader")
    description = ET.SubElement(ET.SubElement(header, "fileDesc"), "sourceDesc")
    ET.SubElement(description, "p").text = "Written by aligncheck"
    return root, ET.SubElement(ET.SubElement(root, "text"), "body")


def _write_concept(body: ET.Element, concept: Concept, names: tuple[str, str, str]) -> None:
    entry = ET.SubElement(body, names[0], {"id": concept.id})
    if concept.note:
        ET.SubElement(entry, "descrip", {"type": "definition"}).text = concept.note
    for locale in dict.fromkeys(term.locale for term in concept.terms):
        section = ET.SubElement(entry, names[1], {"xml:lang": locale})
        for term in concept.terms:
            if term.locale == locale:
                _write_term(ET.SubElement(section, names[2]), term)


def _write_term(group: ET.Element, term: Term) -> None:
    ET.SubElement(group, "term").text = term.text
    sensitive = {None: "", True: "yes", False: "no"}[term.case_sensitive]
    categories = {
        "administrativeStatus": _WRITTEN_STATUSES[term.status],
        "partOfSpeech": term.part_of_speech,
        "x-do-not-translate": "yes" if term.do_not_translate else "",
        "x-case-sensitive": sensitive,
        "x-files": term.files,
    }
    for name, value in categories.items():
        if value:
            ET.SubElement(group, "termNote", {"type": name}).text = value
    if term.note:
        ET.SubElement(group, "note").text = term.note
