"""Findings that do not count: by a comment, by the configuration, by the baseline."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.config import Config
from aligncheck.errors import ConfigError
from aligncheck.model import Document, Finding, Place, Severity, Span
from aligncheck.triage import (
    Baseline,
    locate_comments,
    make_baseline,
    read_baseline,
    render_baseline,
    triage_findings,
)
from tests.checks.judging import document, finding, judge

CONFIG = Config(root=Path.cwd())
TODAY = dt.date(2026, 3, 1)


def on_words(text: Document, *words: str, code: str = "AC201") -> list[Finding]:
    """Find the segments that hold a word, as a rule would."""
    places = [text.place([each]) for each in text.segments if set(words) & set(each.text.split())]
    return [finding(code, place) for place in places]


def outcome(
    text: Document, findings: list[Finding], config: Config = CONFIG
) -> tuple[list[str], list[str], list[str]]:
    """Give the texts of the findings kept, those silenced by comments, and the complaints."""
    kept, suppressed = judge(findings, [text], config)
    return (
        [one.text for one in kept if one.code != "AC901"],
        [each.finding.text for each in suppressed if each.by == "inline"],
        [one.message for one in kept if one.code == "AC901"],
    )


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


@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        ({}, ["AC201 a/sv.md", "AC102 a/sv.md", "AC201 b/sv.md"]),
        ({"per_path_ignores": {"a/": ("AC2",)}}, ["AC102 a/sv.md", "AC201 b/sv.md"]),
        (
            {"per_path_ignores": {"/sv.md": ("AC2",)}},
            ["AC201 a/sv.md", "AC102 a/sv.md", "AC201 b/sv.md"],
        ),
        ({"per_path_ignores": {"*.md": ("AC1",), "b/**": ("AC",)}}, ["AC201 a/sv.md"]),
    ],
)
def test_the_configuration_silences_rules_in_paths(
    settings: dict[str, object], kept: list[str]
) -> None:
    """Globs count from the folder of the configuration, wherever one works."""
    findings, config = in_two_files(), replace(CONFIG, **settings)  # type: ignore[arg-type]
    left, suppressed = triage_findings(findings, {}, config)
    assert [f"{one.code} {one.path}" for one in left] == kept
    assert {each.by for each in suppressed} <= {"config"}
    assert len(left) + len(suppressed) == len(findings)


def in_two_files() -> list[Finding]:
    """Make findings of two rules in two files."""
    spots = [("AC201", "a/sv.md"), ("AC102", "a/sv.md"), ("AC201", "b/sv.md")]
    return [finding(code, Place(path, "sv", Span(1, 1, 1, 5), "Text")) for code, path in spots]


@pytest.mark.parametrize("settings", [{"select": ("AC1",)}, {"ignore": ("AC201",)}])
def test_what_nobody_asked_for_is_not_called_suppressed(settings: dict[str, object]) -> None:
    """Findings of rules that are left out count nowhere, not even where the baseline has them."""
    config = replace(CONFIG, **settings)  # type: ignore[arg-type]
    findings = in_two_files()
    for known in ({}, {findings[0].fingerprint: 2}):
        left, suppressed = triage_findings(findings, {}, config, known=known)
        assert ([f"{one.code} {one.path}" for one in left], suppressed) == (["AC102 a/sv.md"], ())


def test_a_glob_that_is_none_is_refused() -> None:
    """It is named."""
    with pytest.raises(ConfigError, match=r"per-path-ignores\.!: Invalid"):
        triage_findings([], {}, replace(CONFIG, per_path_ignores={"!": ("AC1",)}))


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


TEXTS = st.lists(st.sampled_from(["ett", "två", "tre"]), max_size=8)


def spread(texts: list[str], gap: int) -> list[Finding]:
    """Make a finding for each text, on lines that lie ``gap`` apart."""
    spans = [Span(gap * number + 1, 1, gap * number + 1, 9) for number in range(len(texts))]
    return [
        finding("AC201", Place("sv.md", "sv", span, text))
        for span, text in zip(spans, texts, strict=True)
    ]


@given(old=TEXTS, new=TEXTS, gap=st.integers(1, 5))
def test_the_baseline_silences_what_was_there_before(
    old: list[str], new: list[str], gap: int
) -> None:
    """As often as it was there, on whatever lines; what is new counts, what is gone is known."""
    written = render_baseline(make_baseline(spread(old, 1)))
    baseline = _reread(written)
    now = spread(new, gap)
    kept, suppressed = triage_findings(now, {}, CONFIG, known=baseline.count_allowed(TODAY))
    assert Counter(one.text for one in kept) == Counter(new) - Counter(old)
    assert Counter(each.finding.text for each in suppressed) == Counter(new) & Counter(old)
    gone = Counter({entry.text: entry.count for entry in baseline.find_gone(now, {"tea"})})
    assert gone == Counter(old) - Counter(new)
    assert baseline.find_gone(now, {"coffee"}) == ()
    left = baseline.without_gone(now, {"tea"})
    assert +left.count_allowed(TODAY) == +baseline.count_allowed(TODAY) - Counter(
        {f"AC201/{text}": count for text, count in gone.items()}
    )


def _reread(written: str) -> Baseline:
    """Take a baseline through a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "baseline.json"
        path.write_text(written, encoding="utf-8")
        return read_baseline(path)


def test_a_baseline_is_made_for_reviewing() -> None:
    """A line per fact, in an order that does not depend on where findings stand; long texts cut."""
    findings = spread(["två", "ett", "två", "x" * 500], 1)
    written = render_baseline(make_baseline(findings))
    assert written == render_baseline(make_baseline(findings[::-1]))
    assert '      "text": "två",\n' in written
    assert max(map(len, written.splitlines())) < 160
    facts = json.loads(written)["findings"][1]
    assert facts == {
        "code": "AC201",
        "bundle": "tea",
        "locale": "sv",
        "text": "två",
        "message": "AC201 here",
        "fingerprint": "AC201/två",
        "count": 2,
    }


def test_what_is_missing_shows_its_source_in_a_baseline() -> None:
    """A reviewer sees what a finding is about even where the version has no text."""
    source = Place("en.md", "en", Span(1, 1, 1, 9), "All of it.")
    dropped = finding("AC102", Place("sv.md", "sv", Span(1, 1, 1, 1), ""), source)
    (entry,) = make_baseline([dropped]).entries.values()
    assert entry.text == "All of it."


def test_reasons_and_days_stay_when_a_baseline_is_written_anew() -> None:
    """They are the reviewer's; after its last day an entry silences nothing."""
    findings = spread(["ett", "två"], 1)
    whole = json.loads(render_baseline(make_baseline(findings)))
    whole["findings"][0] |= {"reason": "waits for the lawyers", "until": "2026-03-01"}
    old = _reread(json.dumps(whole))
    again = _reread(render_baseline(make_baseline(findings, old)))
    assert again == old
    name = whole["findings"][0]["fingerprint"]
    assert again.entries[name].reason == "waits for the lawyers"
    assert again.count_allowed(TODAY)[name] == 1
    assert again.count_allowed(TODAY + dt.timedelta(days=1))[name] == 0


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", r"baseline\.json:1: "),
        ("[]", "is no baseline of schema 1"),
        ('{"schema": 2, "findings": []}', "is no baseline of schema 1"),
        ('{"schema": 1, "findings": [3]}', "finding 1: must be an object"),
        ('{"schema": 1, "findings": [{"count": 0}]}', "finding 1: count must be"),
        ('{"schema": 1, "findings": [{"count": true}]}', "finding 1: count must be"),
        ('{"schema": 1, "findings": [{"count": 1}]}', "finding 1: fingerprint must be a string"),
    ],
)
def test_what_is_no_baseline_is_refused(text: str, complaint: str) -> None:
    """The file is named, and the entry at fault."""
    with pytest.raises(ConfigError, match=complaint):
        _reread(text)


def test_a_baseline_with_a_day_that_is_none_is_refused() -> None:
    """The entry is named, and how a day is written."""
    whole = json.loads(render_baseline(make_baseline(spread(["ett"], 1))))
    whole["findings"][0]["until"] = "next week"
    with pytest.raises(ConfigError, match="finding 1: until must be a day such as 2027-01-31"):
        _reread(json.dumps(whole))


def test_a_baseline_that_is_not_there_is_refused() -> None:
    """It is named: a typing error must not let everything fail."""
    with pytest.raises(ConfigError, match=r"gone\.json: cannot be read \(No such file"):
        read_baseline(Path("gone.json"))


def test_comments_come_before_the_configuration_and_the_baseline() -> None:
    """A comment that silences something is in use, even where the baseline would as well."""
    text = document("<!-- aligncheck: ignore AC201 -->\n\nEtt bad.\n")
    (one,) = on_words(text, "bad.")
    config = replace(CONFIG, per_path_ignores={"*.md": ("AC2",)})
    for settings in (CONFIG, config):
        kept, suppressed = triage_findings(
            [one], locate_comments([text]), settings, known={one.fingerprint: 1}
        )
        assert (kept, [each.by for each in suppressed]) == ((), ["inline"])
