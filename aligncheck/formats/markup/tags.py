"""Cutting HTML into tags, text and comments, each with its place.

Neither selectolax nor lxml says at which column an element or a text stands, and both repair the
text on the way, so this follows the tokenization chapter of the HTML standard
(https://html.spec.whatwg.org/#tokenization) as far as text and its place need it. Every character
is looked at a bounded number of times: whatever is left open ends at the end of the file.
"""

from __future__ import annotations

import html
import re
from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TAG_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?P<name>[^\s/>][^\s/>=]*+)
    (?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>(?!["'])[^\s>]++)|(?=>))
    |(?!\s*+=))
    """,
    re.VERBOSE,
)
_TAG_END = re.compile(r"[\s/]*+>")
_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"})
_DECODED = frozenset({"textarea", "title"})


class TagKind(Enum):
    """What a token of HTML is."""

    TEXT = "text"
    RAW_TEXT = "raw text"
    """Text in which ``&amp;`` is not decoded: a script, a style sheet."""
    START = "start tag"
    END = "end tag"
    COMMENT = "comment"


class Attribute(NamedTuple):
    """An attribute's value with its entities decoded, and its place without the quotes."""

    value: str
    start: int
    end: int


class Tag(NamedTuple):
    """A token; ``name`` is lower-case and empty for text; offsets are 0-based code points.

    For a comment ``start`` and ``end`` are those of the whole, ``body`` is what it says.
    """

    kind: TagKind
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    body: str = ""
    closed: bool = False
    """Whether a start tag ends in ``/>``."""

    def get_attribute(self, attribute: str) -> str | None:
        """Give the value of an attribute, None where the tag has it not."""
        found = self.attributes.get(attribute)
        return found.value if found else None


def tokenize_html(text: str, *, xml: bool = False) -> Iterator[Tag]:
    """Cut HTML into tokens in their order; ``xml`` for XHTML, where ``<script/>`` holds nothing."""
    position = cursor = 0
    while (opening := text.find("<", cursor)) >= 0:
        token = _read_markup(text, opening)
        if token is None:
            cursor = opening + 1
            continue
        if opening > position:
            yield Tag(TagKind.TEXT, position, opening)
        yield token
        position = cursor = token.end
        if token.kind is TagKind.START and token.name in _RAW and not (xml and token.closed):
            position = cursor = _raw_end(text, token)
            kind = TagKind.TEXT if token.name in _DECODED else TagKind.RAW_TEXT
            if position > token.end:
                yield Tag(kind, token.end, position)
    if position < len(text):
        yield Tag(TagKind.TEXT, position, len(text))


def split_references(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Cut a text into what stands as it is and what an entity stands for.

    Yields the text, its offset and the number of characters it takes in the file.
    """
    for match in _REFERENCE.finditer(text, start, end):
        if match.start() > start:
            yield text[start : match.start()], start, match.start() - start
        yield html.unescape(match.group()), match.start(), match.end() - match.start()
        start = match.end()
    if start < end:
        yield text[start:end], start, end - start


def _read_markup(text: str, opening: int) -> Tag | None:
    """Read the tag or comment that opens here; None where the character is text."""
    following = text[opening + 1 : opening + 2]
    if following.isascii() and following.isalpha():
        return _read_tag(text, opening, opening + 1, TagKind.START)
    if following == "/":
        after = text[opening + 2 : opening + 3]
        if after.isascii() and after.isalpha():
            return _read_tag(text, opening, opening + 2, TagKind.END)
        return _read_bogus_comment(text, opening, opening + 2) if after else None
    if text.startswith("<!--", opening):
        return _read_comment(text, opening)
    if following in {"!", "?"}:
        return _read_bogus_comment(text, opening, opening + 2)
    return None


def _read_comment(text: str, opening: int) -> Tag:
    for short in ("<!-->", "<!--->"):
        if text.startswith(short, opening):
            return Tag(TagKind.COMMENT, opening, opening + len(short))
    closing = _COMMENT_END.search(text, opening + 4)
    stop, end = closing.span() if closing else (len(text), len(text))
    return Tag(TagKind.COMMENT, opening, end, body=text[opening + 4 : stop])


def _read_bogus_comment(text: str, opening: int, start: int) -> Tag:
    """Read what the standard calls a bogus comment: a doctype, a processing instruction."""
    closing = text.find(">", start)
    end = closing + 1 if closing >= 0 else len(text)
    return Tag(TagKind.COMMENT, opening, end)


def _read_tag(text: str, opening: int, start: int, kind: TagKind) -> Tag:
    name = _TAG_NAME.match(text, start)
    assert name  # the caller has seen the letter  # noqa: S101
    position = name.end()
    attributes: dict[str, Attribute] = {}
    while not (closing := _TAG_END.match(text, position)):
        match = _ATTRIBUTE.match(text, position)
        if not match:
            return Tag(TagKind.COMMENT, opening, len(text))
        group = match.lastgroup if match.lastgroup != "name" else None
        start, end = match.span(group) if group else (match.end(), match.end())
        attributes.setdefault(
            match["name"].lower(), Attribute(html.unescape(text[start:end]), start, end)
        )
        position = match.end()
    closed = text[closing.end() - 2] == "/"
    return Tag(kind, opening, closing.end(), name.group().lower(), attributes, closed=closed)


def _raw_end(text: str, tag: Tag) -> int:
    """Find where the text of a script or a title ends."""
    closing = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(text, tag.end)
    return closing.start() if closing else len(text)
