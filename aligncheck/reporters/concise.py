"""One line per finding, as compilers print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.reporters._writing.figures import extent, outcome
from aligncheck.reporters._writing.wording import position, sentence

if TYPE_CHECKING:
    from aligncheck.model import Finding, Run


def render(run: Run, *, quiet: bool = False) -> str:
    """Write place, severity, code and message of every finding, and last what was looked at."""
    lines = [_line(finding) for finding in run.findings]
    if not quiet:
        lines.append(f"{outcome(run)} in {extent(run)}")
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding) -> str:
    kind = f"{finding.severity} {finding.code} {finding.name}"
    return (
        f"{position(finding)}: {kind}: {sentence(finding, quoting=True)} ({finding.confidence:.0%})"
    )
