"""From places in the file back to stretches of a segment's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.model import Kind, Segment, Span
from aligncheck.reporters.html.offsets import find_offsets
from tests.reporters.html.making import document

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = ("kaj", "*båt*", "**fisk** och", "&amp;", "`kod`", "码头", "[länk](/a)", "\n", "&shy;", "x")


def only(text: str) -> Segment:
    """Give the one segment of a text."""
    (segment,) = document("a.md", "sv", text).segments
    return segment


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vid kajen ligger båten.", "kajen"),
        ("Vid **kajen** ligger båten.", "kajen ligger"),
        ("Vid kajen &amp; bryggan.", "&"),
        ("Vid kajen &amp; bryggan.", "bryggan"),
        ("Vid kajen\nligger båten.", "kajen ligger"),
        ("Vid [kajen](/kaj) ligger båten.", "ligger"),
        ("码头**禁止**通行。", "禁止通行"),
    ],
)
def test_words_are_found_where_span_of_put_them(text: str, words: str) -> None:
    """The place of words in the file leads back to exactly these words."""
    segment = only(text)
    start = segment.text.index(words)
    found = find_offsets(segment, segment.span_of(start, start + len(words)))
    assert found == (start, start + len(words))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.data())
def test_span_of_is_undone(words: Sequence[str], draw: st.DataObject) -> None:
    """Any stretch that begins and ends with something visible is found again."""
    segments = document("a.md", "sv", "a " + " ".join(words).replace("\n ", "\n") + " b").segments
    segment = draw.draw(st.sampled_from(segments))
    text = segment.text
    shown = [i for run in segment.runs for i in range(run.start, run.start + run.length)]
    start = draw.draw(st.sampled_from(shown))
    end = draw.draw(st.sampled_from([i for i in shown if i >= start])) + 1
    found = find_offsets(segment, segment.span_of(start, end))
    assert found is not None
    assert (text[slice(*found)], found) == (text[start:end], (start, end))


def test_a_point_is_an_empty_stretch() -> None:
    """An insertion point is found between the code points it stands between."""
    segment = only("Vid **kajen**. Sen hem.")
    assert find_offsets(segment, Span(1, 15, 1, 15)) == (10, 10)
    assert find_offsets(segment, Span(1, 1, 1, 1)) == (0, 0)


def test_what_lies_outside_is_not_found() -> None:
    """A span of other lines has no stretch; one that reaches over the segment takes all of it."""
    first, second = document("a.md", "sv", "Vid kajen.\n\nPå bryggan.\n").segments
    assert find_offsets(first, second.span) is None
    assert find_offsets(second, Span(1, 1, 9, 1)) == (0, len(second.text))


def test_without_runs_the_whole_text_is_meant() -> None:
    """A segment that does not know its runs is taken whole."""
    segment = Segment(0, Kind.PARAGRAPH, 0, "Vid kajen", "Vid kajen", Span(1, 1, 1, 10))
    assert find_offsets(segment, Span(1, 5, 1, 10)) == (0, 9)
