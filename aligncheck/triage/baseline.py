"""The baseline: findings that a team has looked at and lives with, in a file made for reviewing."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from aligncheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from aligncheck.model import Finding

_SCHEMA: Final = 1
"""The version of the file's form; another one is refused."""
_EXCERPT_LENGTH: Final = 120
"""Code points of a finding's text that are kept for the reader's sake: chosen as a line or two."""


@dataclass(frozen=True, slots=True)
class BaselineEntry:
    """A finding that is known, and how many times over.

    ``text`` and ``message`` are for the reader. Whoever reviews the file may add a ``reason``,
    which makes a waiver of the entry, and a day from which on it counts again (``until``, the
    last day that it does not). A waiver was given for a source text: ``sources`` are the marks of
    the source segments (see `find_source_marks`), and where they change it lapses.
    """

    fingerprint: str
    count: int
    code: str
    bundle: str
    locale: str
    message: str
    text: str
    reason: str | None = None
    until: dt.date | None = None
    sources: tuple[str, ...] = ()

    def count_allowed(self, today: dt.date, marks: Sequence[str] | None) -> int:
        """Count how often it may turn up without counting, with these marks of its sources."""
        if self.until is not None and today > self.until:
            return 0
        if self.reason is None or not self.sources or marks is None:
            return self.count
        # Waived twice for source a and once for b, and found with sources a, b and a new c: one a
        # and the b are still covered, so that two of the three do not count.
        return min(self.count, (Counter(self.sources) & Counter(marks)).total())


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that do not count, by fingerprint."""

    entries: Mapping[str, BaselineEntry]

    def count_allowed(
        self, today: dt.date, marks: Mapping[str, Sequence[str]] | None = None
    ) -> Counter[str]:
        """Count how often each fingerprint may turn up without counting.

        ``marks`` are those of the findings at hand; without them no waiver lapses but by its day.
        """
        allowed = {
            entry.fingerprint: entry.count_allowed(today, _marks_of(entry, marks))
            for entry in self.entries.values()
        }
        return +Counter(allowed)

    def count_known(self) -> Counter[str]:
        """Count the findings that it holds, by fingerprint."""
        return Counter({name: entry.count for name, entry in self.entries.items()})

    def find_lapsed(
        self, findings: Iterable[Finding], today: dt.date, marks: Mapping[str, Sequence[str]]
    ) -> tuple[BaselineEntry, ...]:
        """Give the entries that are found and count again: past their day, or their source new."""
        present, allowed = _count_fingerprints(findings), self.count_allowed(today, marks)
        return tuple(
            entry
            for name, entry in self.entries.items()
            if allowed[name] < min(entry.count, present[name])
        )

    def find_gone(
        self, findings: Iterable[Finding], bundles: AbstractSet[str]
    ) -> tuple[BaselineEntry, ...]:
        """Give what is no longer found in the bundles that were checked, with how often."""
        present = _count_fingerprints(findings)
        return tuple(
            replace(entry, count=entry.count - present[entry.fingerprint])
            for entry in self.entries.values()
            if entry.bundle in bundles and present[entry.fingerprint] < entry.count
        )

    def without_gone(self, findings: Iterable[Finding], bundles: AbstractSet[str]) -> Baseline:
        """Take out what is no longer found; nothing is added."""
        surplus = {entry.fingerprint: entry.count for entry in self.find_gone(findings, bundles)}
        left = {
            name: replace(entry, count=entry.count - surplus.get(name, 0))
            for name, entry in self.entries.items()
        }
        return Baseline({name: entry for name, entry in left.items() if entry.count > 0})


EMPTY_BASELINE: Final = Baseline({})


def make_baseline(
    findings: Iterable[Finding],
    old: Baseline = EMPTY_BASELINE,
    marks: Mapping[str, Sequence[str]] | None = None,
) -> Baseline:
    """Take every finding into a baseline, with the marks of their sources.

    Waivers and days are kept from the old one as they are: what has lapsed is not renewed.
    """
    entries: dict[str, BaselineEntry] = {}
    for finding in findings:
        name = finding.fingerprint
        entry = entries.get(name) or _make_entry(finding, old.entries.get(name), marks or {})
        entries[name] = replace(entry, count=entry.count + 1)
    return Baseline(entries)


def _make_entry(
    finding: Finding, before: BaselineEntry | None, marks: Mapping[str, Sequence[str]]
) -> BaselineEntry:
    """Describe a finding that has not been counted yet."""
    shown = finding.text or (finding.source.text if finding.source else "")
    text = " ".join(shown.split())
    waiver = before if before and before.reason is not None else None
    return BaselineEntry(
        fingerprint=finding.fingerprint,
        count=0,
        code=finding.code,
        bundle=finding.bundle,
        locale=finding.locale,
        message=finding.message,
        text=text if len(text) <= _EXCERPT_LENGTH else f"{text[:_EXCERPT_LENGTH]}…",
        reason=waiver.reason if waiver else None,
        until=before.until if before else None,
        sources=waiver.sources if waiver else tuple(sorted(marks.get(finding.fingerprint, ()))),
    )


def _count_fingerprints(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.fingerprint for finding in findings)


def _marks_of(
    entry: BaselineEntry, marks: Mapping[str, Sequence[str]] | None
) -> Sequence[str] | None:
    return None if marks is None else marks.get(entry.fingerprint, ())


def render_baseline(baseline: Baseline) -> str:
    """Write a baseline as JSON: a line per fact, in an order that edits elsewhere do not change."""
    ordered = sorted(
        baseline.entries.values(),
        key=lambda entry: (entry.bundle, entry.locale, entry.code, entry.fingerprint),
    )
    findings = [_to_json(entry) for entry in ordered]
    return (
        json.dumps({"schema": _SCHEMA, "findings": findings}, ensure_ascii=False, indent=2) + "\n"
    )


def _to_json(entry: BaselineEntry) -> dict[str, str | int]:
    facts: dict[str, str | int] = {
        "code": entry.code,
        "bundle": entry.bundle,
        "locale": entry.locale,
        "text": entry.text,
        "message": entry.message,
        "fingerprint": entry.fingerprint,
        "count": entry.count,
    }
    if entry.sources:
        facts["source"] = " ".join(entry.sources)
    if entry.reason is not None:
        facts["reason"] = entry.reason
    if entry.until is not None:
        facts["until"] = entry.until.isoformat()
    return facts


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; ConfigError, naming file and entry, for what is none."""
    try:
        whole = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise ConfigError(f"{path}:{error.lineno}: {error.msg}") from error
    found = whole.get("findings") if isinstance(whole, dict) else None
    if not isinstance(found, list) or whole.get("schema") != _SCHEMA:
        raise ConfigError(f"{path}: is no baseline of schema {_SCHEMA}")
    entries = [_from_json(each, f"{path}: finding {place}") for place, each in enumerate(found, 1)]
    return Baseline({entry.fingerprint: entry for entry in entries})


def _from_json(facts: object, where: str) -> BaselineEntry:
    if not isinstance(facts, dict):
        raise ConfigError(f"{where}: must be an object")
    count = facts.get("count", 1)
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        raise ConfigError(f"{where}: count must be a whole number above 0")
    return BaselineEntry(
        fingerprint=_read_text(facts, "fingerprint", where),
        count=count,
        code=_read_text(facts, "code", where),
        bundle=_read_text(facts, "bundle", where),
        locale=_read_text(facts, "locale", where),
        message=_read_text(facts, "message", where),
        text=_read_text(facts, "text", where),
        reason=_read_text(facts, "reason", where) if "reason" in facts else None,
        until=_read_day(facts, where),
        sources=tuple(_read_text(facts, "source", where).split()) if "source" in facts else (),
    )


def _read_text(facts: Mapping[str, object], key: str, where: str) -> str:
    value = facts.get(key)
    if not isinstance(value, str):
        raise ConfigError(f"{where}: {key} must be a string")
    return value


def _read_day(facts: Mapping[str, object], where: str) -> dt.date | None:
    if "until" not in facts:
        return None
    try:
        return dt.date.fromisoformat(_read_text(facts, "until", where))
    except ValueError as error:
        raise ConfigError(f"{where}: until must be a day such as 2027-01-31") from error
