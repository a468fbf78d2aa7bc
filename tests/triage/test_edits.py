"""Edits elsewhere in a file change nothing: in every format, for comments and for baselines."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.config import Config
from aligncheck.engine.cascade import Raised
from aligncheck.engine.registry import load_rules
from aligncheck.engine.runner import fingerprint_flag
from aligncheck.formats import read_document
from aligncheck.model import Finding, Flag
from aligncheck.triage import locate_comments, make_baseline, triage_findings

if TYPE_CHECKING:
    from aligncheck.model import Document

CONFIG: Final = Config(root=Path.cwd())
TODAY: Final = dt.date(2026, 3, 1)
BLOCKS: Final = {
    "md": ["More text.", "## A title", "- a point", "> quoted", "| a | b |\n| - | - |\n| 1 | 2 |"],
    "mdx": ["More text.", "## A title", "{/* a remark */}", "- a point", "```js\nlet x\n```"],
    "html": ["<p>More <b>text</b>.</p>", "<h2>A title</h2>", "<!-- a remark -->", "<hr>"],
}
BAD: Final = {"md": "Bad {}.", "mdx": "Bad {}.", "html": "<p>Bad {}.</p>"}
COMMENT: Final = {
    "md": "<!-- aligncheck: ignore AC201 -->",
    "mdx": "{/* aligncheck: ignore AC201 */}",
    "html": "<!-- aligncheck: ignore AC201 -->",
}


def bad(document: Document) -> list[Finding]:
    """Find the segments that call themselves bad, with the fingerprints of the engine."""
    rule = next(rule for rule in load_rules() if rule.code == "AC201")
    flags = [
        Flag("message", document.place([segment]))
        for segment in document.segments
        if segment.text.startswith("Bad")
    ]
    return [
        Finding(
            code=rule.code,
            name=rule.name,
            effect=rule.effect,
            severity=rule.severity,
            confidence=flag.confidence,
            message=flag.message,
            bundle="tea",
            locale=flag.place.locale,
            path=flag.place.path,
            span=flag.place.span,
            text=flag.place.text,
            source=None,
            suggestion=None,
            fingerprint=fingerprint_flag(Raised(rule, flag, "tea")),
        )
        for flag in flags
    ]


def read(suffix: str, blocks: list[str]) -> Document:
    """Read blocks as a version, a blank line between them."""
    return read_document(f"sv.{suffix}", "sv", "\n\n".join(blocks) + "\n")


@pytest.mark.parametrize("suffix", BLOCKS)
@settings(deadline=None)  # the first example loads the rules
@given(data=st.data())
def test_a_comment_stays_with_its_segment(suffix: str, data: st.DataObject) -> None:
    """It silences what stands below it and nothing else, whatever is written around the two."""
    blocks = st.lists(st.sampled_from(BLOCKS[suffix]), max_size=5)
    before, after = data.draw(blocks), data.draw(blocks)
    first, silenced, last = (BAD[suffix].format(word) for word in ("one", "two", "three"))
    spot = [first, *before, COMMENT[suffix], silenced, *after, last]
    document = read(suffix, spot)
    kept, suppressed = triage_findings(bad(document), locate_comments([document]), CONFIG)
    assert [one.text for one in kept] == ["Bad one.", "Bad three."]
    assert [(each.finding.text, each.by) for each in suppressed] == [("Bad two.", "inline")]


@pytest.mark.parametrize("suffix", BLOCKS)
@settings(deadline=None)  # the first example loads the rules
@given(data=st.data())
def test_a_baseline_holds_what_it_held(suffix: str, data: st.DataObject) -> None:
    """Known findings pass wherever they stand now; each new one counts, also a known one twice."""
    blocks = st.lists(st.sampled_from(BLOCKS[suffix]), max_size=5)
    known, new = BAD[suffix].format("known"), BAD[suffix].format("new")
    old = read(suffix, [*data.draw(blocks), known, *data.draw(blocks)])
    allowed = make_baseline(bad(old)).count_allowed(TODAY)
    extra = data.draw(st.lists(st.sampled_from([known, new]), max_size=3))
    now = read(suffix, data.draw(st.permutations([known, *data.draw(blocks), *extra])))
    kept, suppressed = triage_findings(bad(now), locate_comments([now]), CONFIG, known=allowed)
    assert [each.finding.text for each in suppressed] == ["Bad known."]
    assert len(kept) == len(extra)
