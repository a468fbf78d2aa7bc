"""Findings as an article's page lists them: numbered, named, and made fit to be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aligncheck.reporters._writing.wording import message_with_spot
from aligncheck.reporters.html.text_pieces import show_hidden

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from aligncheck.model import Finding, Place, Severity, Suppressed

_QUOTED_CHARACTERS = 280
"""Characters of a quoted text before it is cut: chosen as about four lines of a column."""


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding of an article; ``number`` counts from 1, ``key`` names it in addresses."""

    number: int
    key: str
    finding: Finding = field(repr=False)

    @property
    def severity(self) -> Severity:
        """How much the finding matters."""
        return self.finding.severity

    @property
    def percent(self) -> int:
        """How likely the finding is right, in percent."""
        return round(self.finding.confidence * 100)

    @property
    def message(self) -> str:
        """What is wrong."""
        return show_hidden(message_with_spot(self.finding))

    @property
    def suggestion(self) -> str:
        """What to do; empty where nothing is known."""
        return show_hidden(self.finding.suggestion or "")

    @property
    def where(self) -> str:
        """The place in the file: ``articles/ferries/sv.md:38:12``."""
        return show_hidden(f"{self.finding.path}:{_line_and_column(self.finding)}")

    @property
    def place(self) -> str:
        """The place within the article: ``sv 38:12``."""
        return f"{self.finding.locale} {_line_and_column(self.finding)}"

    @property
    def source_place(self) -> str:
        """The place of the counterpart within the article; empty where there is none."""
        source = self.finding.source
        return f"{source.locale} {_line_and_column(source)}" if source else ""

    @property
    def text(self) -> str:
        """The words at fault."""
        return _excerpt_text(self.finding.text)

    @property
    def source_text(self) -> str:
        """The words of the counterpart."""
        return _excerpt_text(self.finding.source.text) if self.finding.source else ""


@dataclass(frozen=True, slots=True)
class SuppressedEntry:
    """A suppressed finding in words."""

    code: str
    place: str
    message: str
    by: str


def number_findings(findings: Iterable[Finding], taken: Counter[str]) -> tuple[FindingEntry, ...]:
    """Give the findings of an article their numbers.

    Keys are fingerprints, so that addresses survive edits; ``taken`` counts those given so far in
    the same page, and findings that share one are told apart by a number.
    """
    return tuple(
        FindingEntry(number, _make_key(finding, taken), finding)
        for number, finding in enumerate(findings, 1)
    )


def word_suppressed(suppressed: Iterable[Suppressed]) -> Iterator[SuppressedEntry]:
    """Word suppressed findings."""
    for one in suppressed:
        finding = one.finding
        place = f"{finding.locale} {_line_and_column(finding)}"
        yield SuppressedEntry(finding.code, place, show_hidden(finding.message), one.by)


def _make_key(finding: Finding, taken: Counter[str]) -> str:
    taken[finding.fingerprint] += 1
    times = taken[finding.fingerprint]
    return finding.fingerprint if times == 1 else f"{finding.fingerprint}-{times}"


def _line_and_column(place: Finding | Place) -> str:
    return f"{place.span.start_line}:{place.span.start_column}"


def _excerpt_text(text: str) -> str:
    """Give the beginning of a text in one line, segments parted by a pilcrow."""
    flat = " ¶ ".join(" ".join(line.split()) for line in text.splitlines())
    return show_hidden(
        flat if len(flat) <= _QUOTED_CHARACTERS else flat[: _QUOTED_CHARACTERS - 1].rstrip() + "…"
    )
