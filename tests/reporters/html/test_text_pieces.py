"""Text cut into pieces, with what is hidden made visible."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from aligncheck.reporters.html.entries import number_findings
from aligncheck.reporters.html.text_pieces import (
    FindingRange,
    FindingReference,
    TextPiece,
    cut_into_pieces,
    show_hidden,
)
from tests.reporters.html.making import document, finding, place

if TYPE_CHECKING:
    from aligncheck.model import Segment


def segment_of(text: str) -> Segment:
    """Give the one segment of a text."""
    (segment,) = document("a.md", "sv", text).segments
    return segment


def test_nothing_is_lost() -> None:
    """The pieces together are the text, whatever is marked in it."""
    text = "Vid [kajen](/kaj) ligger `båt` i hamnen."
    segment = segment_of(text)
    cut = cut_into_pieces(segment, (), known_addresses={"/kaj"})
    assert all(isinstance(one, TextPiece) for one in cut)
    assert "".join(one.text for one in cut if isinstance(one, TextPiece)) == segment.text
    looks = [(p.text, p.address, p.code, p.differs) for p in cut if isinstance(p, TextPiece)]
    assert looks == [
        ("Vid ", None, False, False),
        ("kajen", "/kaj", False, False),
        (" ligger ", None, False, False),
        ("båt", None, True, False),
        (" i hamnen.", None, False, False),
    ]


def test_marks_that_overlap_share_a_piece() -> None:
    """Where two findings overlap, the piece belongs to both; each is referred to at its end."""
    own = document("a.md", "sv", "Vid kajen ligger båten.")
    (segment,) = own.segments
    found = [finding("AC203", "x", place(own, w)) for w in ("kajen ligger", "ligger båten")]
    first, second = number_findings(found, Counter())
    cut = cut_into_pieces(
        segment,
        [
            FindingRange(4, 16, first, fault=True, refers=True),
            FindingRange(10, 22, second, fault=True, refers=True),
        ],
        None,
    )
    shown = [
        one.entry.number
        if isinstance(one, FindingReference)
        else (one.text, tuple(entry.number for entry in one.entries))
        for one in cut
    ]
    assert shown == [
        ("Vid ", ()),
        ("kajen ", (1,)),
        ("ligger", (1, 2)),
        1,
        (" båten", (2,)),
        2,
        (".", ()),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("kaj\u202ebåt", "kaj<U+202E>båt"),
        ("a\x00b\x1b[31m", "a<U+0000>b<U+001B>[31m"),
        ("\ufeffkaj\u200b", "<U+FEFF>kaj<U+200B>"),
        ("fam\u200dilj hamn\u00adkontor 码头 🚢", "fam\u200dilj hamn\u00adkontor 码头 🚢"),
        ("\ud800", "<U+D800>"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    """What a browser would obey is written out; joiners and soft hyphens stay what they are."""
    assert show_hidden(text) == shown
    own = segment_of("x")
    parts = cut_into_pieces(type(own)(0, own.kind, 0, text, text, own.span), (), None)
    written = "".join(
        f"<{one.text}>" if one.hidden else one.text for one in parts if isinstance(one, TextPiece)
    )
    assert written == shown


def test_a_link_to_elsewhere_differs() -> None:
    """An address that the source has not is marked; without a source nothing is."""
    segment = segment_of("Se [kajen](/kaj).")
    for known, differs in (({"/quay"}, True), ({"/kaj"}, False), (None, False)):
        cut = cut_into_pieces(segment, (), known)
        assert [p.differs for p in cut if isinstance(p, TextPiece) and p.address] == [differs]
