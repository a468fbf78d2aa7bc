"""Null alignments become runs of neighbours, and whole sections among them."""

import pytest

from aligncheck.engine.null_runs import find_added_runs, find_dropped_runs
from aligncheck.model import Bead, Bitext, Document, Kind, Segment, Span


def version(locale: str, outline: str) -> Document:
    """Make a document of an outline: ``1`` and ``2`` are headings by level, ``.`` paragraphs."""
    segments = []
    for index, mark in enumerate(outline):
        kind = Kind.HEADING if mark.isdigit() else Kind.PARAGRAPH
        level = int(mark) if mark.isdigit() else 0
        span = Span(index + 1, 1, index + 1, 9)
        segments.append(Segment(index, kind, level, f"{locale} {index}", "", span))
    return Document(f"{locale}.md", locale, tuple(segments))


def bitext(outline: str, kept: str, confidence: float = 0.9) -> Bitext:
    """Align an outline with the part of it that ``kept`` marks by ``x``."""
    source = version("en", outline)
    target = version("sv", "".join(m for m, k in zip(outline, kept, strict=True) if k == "x"))
    left = iter(target.segments)
    beads = [
        Bead((segment,), (next(left),), 0.8)
        if mark == "x"
        else Bead((segment,), (), 0.0, confidence=confidence)
        for segment, mark in zip(source.segments, kept, strict=True)
    ]
    return Bitext(source, target, tuple(beads))


@pytest.mark.parametrize(
    ("outline", "kept", "runs"),
    [
        ("1.2..2.", "xx---xx", [("234", True, 3)]),
        ("1.2..2.", "xxx-xxx", [("3", False, 4)]),
        ("1.2..2.", "xxx--xx", [("34", False, 4)]),
        ("1.2..2.", "xx-xxxx", [("2", False, 3)]),
        ("1.2..2.", "x----xx", [("1", False, 2), ("234", True, 2)]),
        ("1.2..2.", "xxxx---", [("4", False, 4), ("56", True, 4)]),
        ("1.2..2.2.", "xx-----xx", [("23456", True, 3)]),
        ("1.23.2.", "xx---xx", [("234", True, 3)]),
        ("1....", "x-x-x", [("1", False, 2), ("3", False, 3)]),
    ],
)
def test_sections_and_runs_are_told_apart(
    outline: str, kept: str, runs: list[tuple[str, bool, int]]
) -> None:
    """A run is parted where whole sections begin; its gap is before what follows it."""
    found = [
        ("".join(str(s.index) for s in one.segments), one.whole_section, one.gap.span.start_line)
        for one in find_dropped_runs(bitext(outline, kept))
    ]
    assert found == runs


def test_nothing_is_added_where_all_is_aligned() -> None:
    """A bitext without null alignments has no runs on either side."""
    aligned = bitext("1.2.", "xxxx")
    assert not list(find_dropped_runs(aligned))
    assert not list(find_added_runs(aligned))


def test_doubtful_segments_do_not_lead_a_run() -> None:
    """A run begins and ends with segments that are more likely missing than not."""
    source = version("en", "....")
    target = version("sv", ".")
    beads = (
        Bead((source.segments[0],), (target.segments[0],), 0.8),
        Bead((source.segments[1],), (), 0.0, confidence=0.2),
        Bead((source.segments[2],), (), 0.0, confidence=0.9),
        Bead((source.segments[3],), (), 0.0, confidence=0.3),
    )
    (run,) = find_dropped_runs(Bitext(source, target, beads))
    assert [segment.index for segment in run.segments] == [2]
    assert run.confidence == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("text", "words"), [("Två ord", 2), ("渡轮全年运行。", 6), ("用 Git 吧", 3)]
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    """A Han character counts as a word, so that a limit means about the same everywhere."""
    segment = Segment(0, Kind.PARAGRAPH, 0, text, text, Span(1, 1, 1, 9))
    source = Document("en.md", "en", (segment,))
    (run,) = find_dropped_runs(Bitext(source, version("sv", ""), (Bead((segment,), (), 0.0),)))
    assert run.words == words
