"""Comments in the files: what they silence, and when one that silences nothing is a finding."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.model import Severity
from aligncheck.triage import (
    locate_comments,
    triage_findings,
)
from tests.checks.judging import document, finding, judge
from tests.triage.outcomes import CONFIG, on_words, outcome

PAGE = "# Rubrik\n\nEtt bad.\n\n{above}\n\nTvå bad.\n\n{below}\n\nTre bad.\n"

COMMENTS = {
    "the next segment": ("ignore AC201", "", ["Två bad."]),
    "by the beginning of a code": ("ignore AC2", "", ["Två bad."]),
    "by name": ("ignore untranslated-segment", "", ["Två bad."]),
    "whatever it is": ("ignore", "", ["Två bad."]),
    "with a reason": ("ignore AC201 -- as AC102 said: it's a quotation", "", ["Två bad."]),
    "with a reason alone": ("ignore — ett citat", "", ["Två bad."]),
    "in small letters": ("Ignore ac201", "", ["Två bad."]),
    "said otherwise": ("ignore-next AC201", "", ["Två bad."]),
    "the whole file": ("ignore-file AC201", "", ["Ett bad.", "Två bad.", "Tre bad."]),
    "from here on": ("off", "", ["Två bad.", "Tre bad."]),
    "from here to there": ("off AC201", "on AC201", ["Två bad."]),
    "until all is on": ("off AC201", "on", ["Två bad."]),
    "on for others": ("off AC201", "on AC102", ["Två bad.", "Tre bad."]),
    "twice": ("ignore AC201", "ignore AC201", ["Två bad.", "Tre bad."]),
}


@pytest.mark.parametrize(("above", "below", "silenced"), COMMENTS.values(), ids=COMMENTS.keys())
def test_comments_silence_findings(above: str, below: str, silenced: list[str]) -> None:
    """A comment silences what it names where it holds, and nothing else."""
    comments = [f"<!-- aligncheck: {body} -->" if body else "" for body in (above, below)]
    text = document(PAGE.format(above=comments[0], below=comments[1]))
    findings = on_words(text, "bad.")
    everything = [one.text for one in findings]
    expected = [each for each in everything if each not in silenced]
    assert outcome(text, findings) == (expected, silenced, [])


UNUSED = {
    "another rule": (
        "ignore AC102",
        ["“ignore” silences nothing here: there is no finding of AC102"],
    ),
    "one of two": ("ignore AC201, AC102", ["there is no finding of AC102"]),
    "another name": ("ignore dropped-segment", ["there is no finding of dropped-segment"]),
    "all, where there is nothing": ("off", ["“off” silences nothing here"]),
    "in the whole file": ("ignore-file AC3", ["“ignore-file” silences nothing here"]),
    "misspelt": ("ingore AC201", ["“ingore” says nothing to aligncheck; did you mean “ignore”?"]),
    "unknown": ("frobnicate", ["there are ignore, ignore-next, ignore-file, off, on"]),
    "empty": ("", ["says nothing to aligncheck"]),
    "in use": ("ignore AC201", []),
    "switched on for no reason": ("on", []),
    "about itself": ("ignore AC901", []),
    "about itself by name": ("ignore unused-suppression", []),
    "another rule of its family": ("ignore AC902", ["there is no finding of AC902"]),
    "no such code": (
        "ignore AC999",
        ["“ignore” names “AC999”, which is no rule; “aligncheck rules” lists all"],
    ),
    "a digit too many": ("ignore AC1022", ["“ac1022”, which is no rule; did you mean “AC102”?"]),
    "a misspelt name": (
        "ignore AC201 droped-segment",
        ["“droped-segment”, which is no rule; did you mean “AC102”?"],
    ),
    "both": (
        "ignore AC102 AC999",
        ["there is no finding of AC102; “ignore” names “AC999”, which is no rule; "],
    ),
    "a reason without its mark": (
        "ignore AC201 the market differs",
        ["names “the”, “market”, “differs”, which are no rules; a reason stands behind “--”"],
    ),
    "no such code to switch on": ("on AC999", ["“on” names “AC999”, which is no rule"]),
}


@pytest.mark.parametrize(("body", "complaints"), UNUSED.values(), ids=UNUSED.keys())
def test_comments_that_silence_nothing_are_found(body: str, complaints: list[str]) -> None:
    """Each is one finding at the comment, which says what it does not silence."""
    where = "Tre" if body == "off" else "Två"
    page = PAGE.replace("bad", "good").replace(f"{where} good", f"{where} bad")
    above, below = (
        ("", f"<!-- aligncheck: {body} -->")
        if where == "Tre"
        else (f"<!-- aligncheck: {body} -->", "")
    )
    text = document(page.format(above=above, below=below))
    findings = [] if body == "off" else on_words(text, "bad.")
    kept, _ = judge(findings, [text])
    found = [one for one in kept if one.code == "AC901"]
    assert len(found) == len(complaints)
    for one, complaint in zip(found, complaints, strict=True):
        assert complaint in one.message
        assert (one.name, one.severity) == ("unused-suppression", Severity.WARNING)
        assert (one.bundle, one.path, one.locale) == ("tea", "sv.md", "sv")
        assert one.span == text.suppressions[0].span


def test_a_comment_in_the_source_silences_what_is_missing_elsewhere() -> None:
    """What is meant for some readers only is marked where it stands."""
    english = document("# Tea\n\n<!-- aligncheck: ignore AC102 -->\n\nUS only.\n\nAll.\n", "en.md")
    swedish = document("# Te\n\nAlla.\n")
    place = swedish.insertion_point(1)
    dropped = [finding("AC102", place, english.place([english.segments[n]])) for n in (1, 2)]
    kept, suppressed = judge(dropped, [english, swedish])
    assert [one.source.text for one in kept if one.source] == ["All."]
    assert [(each.by, each.finding.source and each.finding.source.text) for each in suppressed] == [
        ("inline", "US only.")
    ]


@pytest.mark.parametrize("index", [1, 2])
def test_a_comment_silences_what_is_missing_at_its_place(index: int) -> None:
    """Before the segment that should follow, or at the end of the file."""
    parts = ["# Te", "Alla."]
    parts.insert(index, "<!-- aligncheck: ignore AC102 -->")
    text = document("\n\n".join(parts) + "\n")
    for place, silenced in ((1, index == 1), (2, index == 2)):
        dropped = finding("AC102", text.insertion_point(place))
        _, suppressed = triage_findings([dropped], locate_comments([text]), CONFIG)
        assert [each.by for each in suppressed] == ["inline"] * silenced


def test_words_inside_the_next_segment_are_silenced() -> None:
    """A comment holds for all of the segment after it, over several lines."""
    text = document("<!-- aligncheck: ignore AC301 -->\nEtt långt\nstycke med fel.\n\nAnnat fel.\n")
    first, second = text.segments
    findings = [
        finding("AC301", text.place_of(segment, segment.text.index("fel"), len(segment.text)))
        for segment in (first, second)
    ]
    assert findings[0].span.start_line == 3
    kept, suppressed = triage_findings(findings, locate_comments([text]), CONFIG)
    assert [one.span for one in kept] == [findings[1].span]
    assert [each.finding.span for each in suppressed] == [findings[0].span]


@pytest.mark.parametrize(
    ("select", "ignore", "body", "unused"),
    [
        ((), (), "ignore AC102", True),
        (("AC201",), (), "ignore AC102", False),
        ((), ("AC102",), "ignore AC102", False),
        ((), ("AC102",), "ignore AC1", False),
        ((), ("AC102",), "ignore", False),
        (("AC1", "AC901"), (), "ignore AC102", True),
        (("AC1", "AC901"), (), "ignore dropped-segment", True),
        (("AC2", "AC901"), (), "ignore dropped-segment", False),
        (("AC2", "AC901"), (), "ignore AC999", True),
        ((), ("AC901",), "ignore AC999", False),
        ((), ("AC9",), "ignore AC102", False),
    ],
)
def test_what_was_not_run_cannot_be_unused(
    select: tuple[str, ...], ignore: tuple[str, ...], body: str, *, unused: bool
) -> None:
    """A comment about a rule that was not run is not judged."""
    text = document(f"<!-- aligncheck: {body} -->\n\nText.\n")
    config = replace(CONFIG, select=select, ignore=ignore)
    kept, suppressed = judge([], [text], config)
    assert [one.code for one in kept] == ["AC901"] * unused
    assert suppressed == ()


def test_unused_comments_can_be_lived_with() -> None:
    """AC901 is silenced, weighed and put into a baseline as other findings are."""
    body = "<!-- aligncheck: ignore AC102 -->\n\nText.\n"
    text = document(body)
    (found,), _ = judge([], [text], replace(CONFIG, severity={"AC901": Severity.INFO}))
    assert found.severity is Severity.INFO
    kept, suppressed = judge([], [text], known={found.fingerprint: 1})
    assert (kept, [each.by for each in suppressed]) == ((), ["baseline"])
    away = replace(CONFIG, per_path_ignores={"sv.md": ("AC9",)})
    kept, suppressed = judge([], [text], away)
    assert (kept, [each.by for each in suppressed]) == ((), ["config"])
    silent = document(f"<!-- aligncheck: ignore-file AC901 -->\n\n{body}")
    kept, suppressed = judge([], [silent])
    assert (kept, [each.by for each in suppressed]) == ((), ["inline"])


PARAGRAPHS = st.lists(
    st.sampled_from(["Mer text.", "## Rubrik", "- en punkt", "> ett citat", "Två rader\nav text."]),
    max_size=6,
)


@given(before=PARAGRAPHS, after=PARAGRAPHS)
def test_comments_survive_edits_elsewhere(before: list[str], after: list[str]) -> None:
    """A comment stays with the segment after it, whatever is written around the two."""
    spot = ["Före bad.", "<!-- aligncheck: ignore AC201 -->", "Mitt bad."]
    text = document("\n\n".join([*before, *spot, *after, "Efter bad."]) + "\n")
    assert outcome(text, on_words(text, "bad.")) == (["Före bad.", "Efter bad."], ["Mitt bad."], [])
