"""The Reviewdog Diagnostic Format, which reviewdog makes review comments of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aligncheck.reporters._writing.wording import finding_sentence, place_excerpt

if TYPE_CHECKING:
    from aligncheck.model import Finding, Place, Run, Span


def render(run: Run) -> str:
    """Write the findings by lines only: the format counts columns in bytes, we in characters."""
    result = {
        "source": {"name": "aligncheck"},
        "diagnostics": [_diagnostic_fields(finding) for finding in run.findings],
    }
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _diagnostic_fields(finding: Finding) -> dict[str, object]:
    diagnostic: dict[str, object] = {
        "message": f"{finding_sentence(finding, quoting=True)} ({finding.confidence:.0%})",
        "location": {"path": finding.path, "range": _line_range(finding.span)},
        "severity": finding.severity.value.upper(),
        "code": {"value": f"{finding.code} {finding.name}"},
    }
    if finding.source:
        diagnostic["related_locations"] = [_related_fields(finding.source)]
    return diagnostic


def _related_fields(place: Place) -> dict[str, object]:
    location = {"path": place.path, "range": _line_range(place.span)}
    return {"message": f"{place.locale}: {place_excerpt(place)}", "location": location}


def _line_range(span: Span) -> dict[str, object]:
    """Give the lines of a span, the last one included where it holds any of it."""
    runs_over = span.end_column == 1 and span.end_line > span.start_line
    last = span.end_line - 1 if runs_over else span.end_line
    return {"start": {"line": span.start_line}, "end": {"line": last}}
