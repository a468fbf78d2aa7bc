"""GitLab's code quality report: a JSON list that a merge request shows beside its changes."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

from aligncheck.model import Severity
from aligncheck.reporters._writing.wording import finding_sentence

if TYPE_CHECKING:
    from aligncheck.model import Finding, Run

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(run: Run) -> str:
    """Write one entry per finding; fingerprints, which GitLab wants unique, count repetitions."""
    seen: Counter[str] = Counter()
    entries = []
    for finding in run.findings:
        entries.append(_entry_fields(finding, seen[finding.fingerprint]))
        seen[finding.fingerprint] += 1
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry_fields(finding: Finding, repetition: int) -> dict[str, object]:
    span = finding.span
    return {
        "check_name": finding.code,
        "description": f"{finding.code} {finding.name}: {finding_sentence(finding, quoting=True)}",
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": _unique_fingerprint(finding, repetition),
        "location": {
            "path": finding.path,
            "positions": {
                "begin": {"line": span.start_line, "column": span.start_column},
                "end": {"line": span.end_line, "column": span.end_column},
            },
        },
    }


def _unique_fingerprint(finding: Finding, repetition: int) -> str:
    if not repetition:
        return finding.fingerprint
    return hashlib.sha256(f"{finding.fingerprint} {repetition}".encode()).hexdigest()[:16]
