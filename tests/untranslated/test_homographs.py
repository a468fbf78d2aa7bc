"""A few words that are words of the version's own language too tell nothing of another."""

from __future__ import annotations

import pytest

from aligncheck.untranslated.segment_analysis import find_foreign_spans
from aligncheck.untranslated.segment_query import SegmentQuery


@pytest.mark.parametrize(
    ("text", "own", "foreign"),
    [
        ("I maj låg is on by ute i viken, men isen bar.", "sv", "en"),
        ("Der er to skabe i to byer, og en si ved indløbet.", "da", "en"),
        ("Han hat die Gift Man am Ende nicht gefunden.", "de", "sv"),
        ("Hun så fire hus under vann, og men var store.", "nb", "en"),
        ("They met at an all time low on the hill.", "en", "sv"),
    ],
)
def test_homographs_alone_tell_nothing(text: str, own: str, foreign: str) -> None:
    """However many of them stand side by side, no language is named for it."""
    assert find_foreign_spans(SegmentQuery(text, own, (foreign,))) == ()


@pytest.mark.parametrize(
    ("text", "own", "foreign", "left"),
    [
        ("Bron stängdes as soon as possible av staden.", "sv", "en", "as soon as possible"),
        ("Broen blev lukket as soon as possible af byen.", "da", "en", "as soon as possible"),
        ("Die Brücke wurde at the end of the year gesperrt.", "de", "en", "at the end of the year"),
        ("Brua ble stengt because of the flood i fjor.", "nb", "en", "because of the flood"),
        ("The bridge was closed på grund av översvämningen.", "en", "sv", "på grund av"),
    ],
)
def test_homographs_among_other_words_belong_to_them(
    text: str, own: str, foreign: str, left: str
) -> None:
    """A phrase with one word that is the other language's alone is found whole."""
    (found,) = find_foreign_spans(SegmentQuery(text, own, (foreign,)))
    assert text[found.start : found.end].startswith(left)
    assert found.language == foreign
