"""What becomes of findings in a page, as the tests of triage ask for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.config import Config
from tests.checks.judging import finding, judge

if TYPE_CHECKING:
    from aligncheck.model import Document, Finding

CONFIG = Config(root=Path.cwd())


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
