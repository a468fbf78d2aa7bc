"""Annotations of GitHub Actions: workflow commands that mark the lines of a pull request.

The job summary is the ``markdown`` format, which the command line adds to the file that
``GITHUB_STEP_SUMMARY`` names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.model import Severity
from aligncheck.reporters._writing.figures import extent, outcome
from aligncheck.reporters._writing.wording import excerpt, label, quoted, sentence

if TYPE_CHECKING:
    from aligncheck.model import Finding, Run

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(run: Run) -> str:
    """Write an annotation per finding, and one line for the log."""
    lines = [_annotation(finding) for finding in run.findings]
    lines.append(f"aligncheck: {outcome(run)} in {extent(run)}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding) -> str:
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
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    quotes = [f"{label(place)}: {excerpt(place)}" for place in quoted(finding)]
    message = "\n".join([sentence(finding), *quotes])
    return f"::{LEVELS[finding.severity]} {listed}::{_message(message)}"


def _message(text: str) -> str:
    """Escape what ends a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape what ends a command or one of its properties."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
