"""Annotations of GitHub Actions: workflow commands that mark the lines of a pull request.

The job summary is the ``markdown`` format, which the command line adds to the file that
``GITHUB_STEP_SUMMARY`` names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.model import Severity
from aligncheck.reporters._writing.figures import say_extent, say_outcome
from aligncheck.reporters._writing.wording import (
    finding_sentence,
    place_excerpt,
    place_label,
    quoted_places,
)

if TYPE_CHECKING:
    from aligncheck.model import Finding, Run

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(run: Run) -> str:
    """Write an annotation per finding, and one line for the log."""
    lines = [_write_annotation(finding) for finding in run.findings]
    lines.append(f"aligncheck: {say_outcome(run)} in {say_extent(run)}")
    return "".join(f"{line}\n" for line in lines)


def _write_annotation(finding: Finding) -> str:
    """Write a workflow command; columns only within one line, as GitHub demands."""
    span = finding.span
    properties: dict[str, object] = {
        "title": f"{finding.code} {finding.name} ({finding.locale}, {finding.confidence:.0%})",
        "file": finding.path,
        "line": span.start_line,
        "endLine": span.end_line,
    }
    if span.start_line == span.end_line:
        properties |= {"col": span.start_column, "endColumn": span.end_column}
    listed = ",".join(f"{key}={_escape_property(str(value))}" for key, value in properties.items())
    quotes = [f"{place_label(place)}: {place_excerpt(place)}" for place in quoted_places(finding)]
    message = "\n".join([finding_sentence(finding), *quotes])
    return f"::{_LEVELS[finding.severity]} {listed}::{_escape_message(message)}"


def _escape_message(text: str) -> str:
    """Escape what ends a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    """Escape what ends a command or one of its properties."""
    return _escape_message(text).replace(":", "%3A").replace(",", "%2C")
