"""Waivers: entries of a baseline with a reason, which hold for one source text and for a time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.formats import read_document
from aligncheck.model import Effect, Finding, Severity
from aligncheck.triage import (
    Baseline,
    find_source_marks,
    make_baseline,
    mark_sources,
    note_baseline_changes,
    read_baseline,
    render_baseline,
)

if TYPE_CHECKING:
    from pathlib import Path

    from aligncheck.model import Document

TODAY = dt.date(2026, 3, 1)
REASON = "the Swedish agency has its own word"


def english(*paragraphs: str) -> Document:
    """Read paragraphs as the source of an article."""
    return read_document("en.md", "en", "\n\n".join(paragraphs) + "\n")


def about(document: Document, word: str) -> list[Finding]:
    """Find a word wherever it stands in the source, as a rule on terms would."""
    places = [
        document.place_of(segment, at, at + len(word))
        for segment in document.segments
        if (at := segment.text.find(word)) >= 0
    ]
    return [
        Finding(
            code="AC301",
            name="glossary-mismatch",
            effect=Effect.WORDING,
            severity=Severity.ERROR,
            confidence=0.9,
            message="message",
            bundle="tea",
            locale="sv",
            path="sv.md",
            span=place.span,
            text="verk",
            source=place,
            suggestion=None,
            fingerprint=f"AC301/{word}",
        )
        for place in places
    ]


def marks_of(findings: list[Finding], document: Document) -> dict[str, list[str]]:
    """Give the marks of findings whose sources stand in a document."""
    return find_source_marks(
        findings, mark_sources([one.source for one in findings if one.source], [document])
    )


def waived(document: Document, *, until: dt.date | None = None) -> Baseline:
    """Waive all that is found about agencies in a source."""
    findings = about(document, "agency")
    made = make_baseline(findings, marks=marks_of(findings, document))
    return Baseline(
        {name: replace(each, reason=REASON, until=until) for name, each in made.entries.items()}
    )


def allowed(baseline: Baseline, document: Document, today: dt.date = TODAY) -> int:
    """Count how many findings a baseline lets pass in a source."""
    findings = about(document, "agency")
    return baseline.count_allowed(today, marks_of(findings, document)).total()


SOURCE = ("Ask the agency first.", "Then wait.")


def test_a_waiver_lapses_when_its_source_segment_changes() -> None:
    """The words found are the same, but what was waived is said otherwise now."""
    baseline = waived(english(*SOURCE))
    assert allowed(baseline, english(*SOURCE)) == 1
    assert allowed(baseline, english("Do not ask the agency first.", "Then wait.")) == 0


def test_an_entry_without_a_reason_stays() -> None:
    """Nobody has judged it for a text: it is there to be worked off."""
    entries = waived(english(*SOURCE)).entries
    known = Baseline({name: replace(each, reason=None) for name, each in entries.items()})
    assert allowed(known, english("Do not ask the agency first.")) == 1


@settings(deadline=None)  # the first example loads the parser
@given(
    before=st.lists(st.sampled_from(["More.", "# Title", "- point"]), max_size=4),
    after=st.lists(st.sampled_from(["More.", "> quoted", "Two\nlines."]), max_size=4),
    width=st.integers(1, 5),
)
def test_a_waiver_survives_edits_elsewhere(before: list[str], after: list[str], width: int) -> None:
    """Other segments may come and go, and its own may be broken into lines otherwise."""
    words = SOURCE[0].split()
    rows = [" ".join(words[at : at + width]) for at in range(0, len(words), width)]
    assert allowed(waived(english(*SOURCE)), english(*before, "\n".join(rows), *after)) == 1


def test_of_several_places_the_changed_one_counts() -> None:
    """The same words in two segments are one entry; each segment is looked at."""
    twice = (*SOURCE, "The agency answers.")
    baseline = waived(english(*twice))
    assert allowed(baseline, english(*twice)) == 2
    assert allowed(baseline, english(*SOURCE, "The agency never answers.")) == 1


def test_a_waiver_ends_with_its_day() -> None:
    """The day given is the last on which it holds."""
    baseline = waived(english(*SOURCE), until=TODAY)
    assert allowed(baseline, english(*SOURCE)) == 1
    assert allowed(baseline, english(*SOURCE), TODAY + dt.timedelta(days=1)) == 0


def test_writing_the_baseline_anew_renews_no_waiver(tmp_path: Path) -> None:
    """What has lapsed stays so until somebody edits or removes it; the file keeps it all."""
    old = waived(english(*SOURCE))
    changed = english("Do not ask the agency first.")
    findings = about(changed, "agency")
    made = make_baseline(findings, old, marks_of(findings, changed))
    (tmp_path / "b.json").write_text(render_baseline(made), encoding="utf-8")
    again = read_baseline(tmp_path / "b.json")
    assert again == made
    assert allowed(again, changed) == 0


def test_what_has_lapsed_is_named() -> None:
    """The note says which finding counts again and why it was waived; what holds is not named."""
    baseline = waived(english(*SOURCE))
    for document, notes in (
        (english(*SOURCE), ()),
        (english("Then wait."), ("1 known finding is gone",)),
        (english("Do not ask the agency first."), (f"AC301 in tea (sv) counts again*{REASON}",)),
    ):
        findings = about(document, "agency")
        marks = marks_of(findings, document)
        lapsed = baseline.find_lapsed(findings, TODAY, marks)
        said = note_baseline_changes(baseline.find_gone(findings, {"tea"}), lapsed)
        assert len(said) == len(notes)
        for line, note in zip(said, notes, strict=True):
            assert all(part in line for part in note.split("*"))
