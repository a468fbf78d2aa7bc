"""The baseline: what it silences, how it is written, and what is refused as one."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.errors import ConfigError
from aligncheck.model import Finding, Place, Span
from aligncheck.triage import (
    Baseline,
    make_baseline,
    read_baseline,
    render_baseline,
    triage_findings,
)
from tests.checks.judging import finding
from tests.triage.outcomes import CONFIG

TODAY = dt.date(2026, 3, 1)


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
