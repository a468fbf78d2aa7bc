"""Titles and quotations in the marks of each language stay as they are."""

from __future__ import annotations

import pytest

from aligncheck.text.quotation import widen_to_punctuation
from aligncheck.untranslated.segment_analysis import find_foreign_spans
from aligncheck.untranslated.segment_query import SegmentQuery


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("„Building a greener web“, Vortrag von Michelle Barker", "de"),
        ("„How Web Content Can Affect Power Usage“, Artikel von Simon Fraser", "de"),
        ("Der Vortrag „the state of the river“ beginnt um neun Uhr.", "de"),
        ("Sie nannte es „a sign of the times” und ging nach Hause.", "de"),
        ("Das Stück ‚the end of the road‘ wird im Mai gespielt.", "de"),
        ("Das Buch »the last of the herring« liegt im Archiv.", "de"),
        ("Foredraget „the state of the river“ begynder klokken ni.", "da"),
        ("Foredraget »the state of the river« begynner klokken ni.", "nb"),
        ("Föredraget ”the state of the river” börjar klockan nio.", "sv"),
    ],
)
def test_a_title_in_quotation_marks_stays(text: str, own: str) -> None:
    """Nothing is found in a title that is quoted as its language quotes."""
    assert find_foreign_spans(SegmentQuery(text, own, ("en",))) == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Der „Kahn“ is still at the bottom of the river, sagt „Anna“.", "is still at the bottom"),
        ("„Wir warten“, sagt sie, because of the flood, und „hoffen“.", "because of the flood"),
        ("Das »Boot« lies at the end of the pier bei »Ulm«.", "lies at the end"),
    ],
)
def test_what_stands_between_two_quotations_is_in_none(text: str, left: str) -> None:
    """Words after one quotation and before the next are found."""
    (found,) = find_foreign_spans(SegmentQuery(text, "de", ("en",)))
    assert text[found.start : found.end].startswith(left)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Er las: „the river is high.“ Dann ging er.", "„the river is high.“"),
        ("Er las: »the river is high.« Dann ging er.", "»the river is high.«"),
        ("Mówi: „the river is high.” Potem idzie.", "„the river is high.”"),
        ("He read: “the river is high.” Then he left.", "“the river is high.”"),
        ("Han läste: ”the river is high.” Sedan gick han.", "”the river is high.”"),
        ("„Er las the river is high.“ Dann ging er.", "the river is high."),
        ("Er las: „the river is high. Dann ging er.“", "the river is high."),
    ],
)
def test_a_stretch_takes_its_own_quotation_marks_along(text: str, wanted: str) -> None:
    """Both marks around a stretch belong to it, and one whose partner stands outside does not."""
    start = text.index("the river")
    begin, end = widen_to_punctuation(text, start, start + len("the river is high"))
    assert text[begin:end] == wanted
