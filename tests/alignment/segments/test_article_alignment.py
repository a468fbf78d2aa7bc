"""What is told of versions with known ideas: lost, added, moved, merged, and by vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.alignment.stages import align_segments
from tests.alignment.synthetic import MODEL, document, embed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.model import Bitext, Segment

WHOLE: list[int | tuple[int, ...] | str] = ["#0", 1, 2, "#3", 4, 5, 6, "#7", 8, 9, "#10", 11, 12]
SURE = 0.5


def aligned(
    source: Sequence[int | tuple[int, ...] | str], target: Sequence[int | tuple[int, ...] | str]
) -> Bitext:
    """Align two versions, English the source."""
    (bitext,) = align_segments([document("en", source), document("sv", target)], "en", embed, MODEL)
    return bitext


def told(bitext: Bitext) -> dict[str, list[tuple[int, ...]]]:
    """Sum up a bitext by the indices of what is reported."""
    sure = [bead for bead in bitext.beads if bead.confidence >= SURE]
    return {
        "dropped": [_indices(b.source) for b in sure if not b.target],
        "added": [_indices(b.target) for b in sure if not b.source],
        "moved": [_indices(b.target) for b in bitext.beads if b.moved],
        "joined": [
            (len(b.source), len(b.target))
            for b in bitext.beads
            if len(b.source) + len(b.target) > 2
        ],
    }


def _indices(segments: Sequence[Segment]) -> tuple[int, ...]:
    return tuple(segment.index for segment in segments)


NOTHING: dict[str, list[tuple[int, ...]]] = {"dropped": [], "added": [], "moved": [], "joined": []}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param(WHOLE, {}, id="nothing is wrong"),
        pytest.param([*WHOLE[:4], *WHOLE[5:]], {"dropped": [(4,)]}, id="a paragraph is lost"),
        pytest.param(
            [*WHOLE[:3], *WHOLE[7:]],
            {"dropped": [(3,), (4,), (5,), (6,)]},
            id="a section is lost, from its heading on",
        ),
        pytest.param([*WHOLE[:5], 90, *WHOLE[5:]], {"added": [(5,)]}, id="a paragraph is added"),
        pytest.param(
            [*WHOLE[:5], 90, *WHOLE[6:]],
            {"dropped": [(5,)], "added": [(5,)]},
            id="a paragraph is replaced",
        ),
        pytest.param(
            [*WHOLE[:4], *WHOLE[5:], 4], {"moved": [(12,)]}, id="a paragraph stands elsewhere"
        ),
        pytest.param(
            [*WHOLE[:3], *WHOLE[7:], *WHOLE[3:7]],
            {"moved": [(9,), (10,), (11,), (12,)]},
            id="a section stands elsewhere",
        ),
        pytest.param([*WHOLE[:4], 5, 4, *WHOLE[6:]], {}, id="neighbours changed places"),
        pytest.param(
            [*WHOLE[:4], (4, 5), *WHOLE[6:]], {"joined": [(2, 1)]}, id="two paragraphs are merged"
        ),
        pytest.param(
            [*WHOLE[:4], (4, 5, 6), *WHOLE[7:]], {"joined": [(3, 1)]}, id="three are merged"
        ),
        pytest.param(WHOLE[:4], {"dropped": [(i,) for i in range(4, 13)]}, id="the end is cut off"),
    ],
)
def test_tells_what_happened(
    target: list[int | tuple[int, ...] | str], expected: dict[str, list[tuple[int, ...]]]
) -> None:
    """Each change is told as what it is, and nothing else is told."""
    assert told(aligned(WHOLE, target)) == {**NOTHING, **expected}


IDEAS = st.lists(st.integers(0, 40), unique=True, max_size=12)


@settings(max_examples=40, deadline=None)
@given(IDEAS, IDEAS)
def test_every_segment_is_in_one_bead(ours: list[int], theirs: list[int]) -> None:
    """Whatever the versions hold, each segment of both is in exactly one bead, in order."""
    bitext = aligned(ours, theirs)
    assert sorted(s.index for b in bitext.beads for s in b.source) == list(range(len(ours)))
    assert [s.index for b in bitext.beads for s in b.target] == list(range(len(theirs)))
    assert all(0 <= b.confidence <= 1 for b in bitext.beads)


@settings(max_examples=25, deadline=None)
@given(IDEAS, IDEAS)
def test_direction_does_not_matter(ours: list[int], theirs: list[int]) -> None:
    """What is missing from one side is what the other side has in excess."""
    documents = [document("en", ours), document("sv", theirs)]
    (forth,) = map(told, align_segments(documents, "en", embed, MODEL))
    (back,) = map(told, align_segments(documents[::-1], "sv", embed, MODEL))
    assert sorted(forth["dropped"]) == sorted(back["added"])
    assert sorted(forth["added"]) == sorted(back["dropped"])


def test_lost_text_stands_where_it_belongs() -> None:
    """A null alignment of the source follows the counterpart of what precedes it."""
    bitext = aligned(WHOLE, [*WHOLE[:4], *WHOLE[5:]])
    order = [(_indices(b.source), _indices(b.target)) for b in bitext.beads]
    assert order[3:6] == [((3,), (3,)), ((4,), ()), ((5,), (4,))]


@pytest.mark.parametrize("ideas", [[], [1], [1, 2]])
def test_short_versions_raise_no_alarm(ideas: list[int]) -> None:
    """Versions of no, one or two segments are aligned like any other."""
    bitext = aligned(ideas, list(ideas))
    assert told(bitext) == NOTHING
    assert bitext.confidence > SURE


def test_an_empty_version_lacks_everything() -> None:
    """All of the source is told as dropped where the other version is empty."""
    assert told(aligned([1, 2], []))["dropped"] == [(0,), (1,)]


def test_different_articles_are_no_versions() -> None:
    """Texts without a common idea are told apart; a version that was cut short is none of them."""
    assert aligned(WHOLE, [50, 51, 52, 53, 54, 55]).confidence < SURE
    assert aligned(WHOLE, WHOLE[:4]).confidence > SURE


def peers(*versions: Sequence[int | tuple[int, ...] | str]) -> set[tuple[str, str, str]]:
    """Align versions without a source: what is reported of which version, with its text's idea."""
    documents = [document(lang, v) for lang, v in zip(("en", "sv", "zh"), versions, strict=False)]
    found = set()
    for bitext in align_segments(documents, None, embed, MODEL):
        for bead in bitext.beads:
            if bead.confidence >= SURE and not (bead.source and bead.target):
                how = "added to" if bead.target else "dropped from"
                text = (bead.source or bead.target)[0].text
                found.add((how, bitext.target.locale, text.split()[2].partition("p")[0]))
    return found


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ((WHOLE, WHOLE, WHOLE), set()),
        ((WHOLE, WHOLE, [*WHOLE[:4], *WHOLE[5:]]), {("dropped from", "zh", "i4")}),
        (([*WHOLE[:4], *WHOLE[5:]], WHOLE, WHOLE), {("dropped from", "en", "i4")}),
        ((WHOLE, [*WHOLE[:5], 90, *WHOLE[5:]], WHOLE), {("added to", "sv", "i90")}),
        (([*WHOLE[:5], 90, *WHOLE[5:]], WHOLE, WHOLE), {("added to", "en", "i90")}),
        ((WHOLE, [*WHOLE[:4], *WHOLE[5:]]), {("dropped from", "sv", "i4")}),
        (([*WHOLE[:4], *WHOLE[5:]], WHOLE), {("dropped from", "en", "i4")}),
    ],
)
def test_peers_vote(
    versions: tuple[list[int | tuple[int, ...] | str], ...], expected: set[tuple[str, str, str]]
) -> None:
    """What most versions have was dropped from the one that lacks it; each finding comes once."""
    assert peers(*versions) == expected


def test_a_long_version_is_cut_and_aligned_the_same() -> None:
    """Beyond the length where the table is cut, losses are still found and nothing else."""
    ideas = list(range(700))
    gone = {100, 101, 333, 650}
    found = told(aligned(ideas, [idea for idea in ideas if idea not in gone]))
    assert found == {**NOTHING, "dropped": [(idea,) for idea in sorted(gone)]}


def test_third_versions_bear_witness() -> None:
    """What the third version has and misses too is witnessed by it."""
    lacking = [*WHOLE[:4], *WHOLE[5:]]
    documents = [document("en", WHOLE), document("sv", lacking), document("zh", WHOLE)]
    first, _ = align_segments(documents, "en", embed, MODEL)
    assert [bead.witnesses for bead in first.beads if not bead.target] == [("zh",)]
