"""One line per finding, as compilers print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.reporters._writing.figures import say_extent, say_outcome
from aligncheck.reporters._writing.wording import file_position, finding_sentence

if TYPE_CHECKING:
    from aligncheck.model import Finding, Run


def render(run: Run, *, quiet: bool = False) -> str:
    """Write place, severity, code and message of every finding, and last what was looked at."""
    lines = [_finding_line(finding) for finding in run.findings]
    if not quiet:
        lines.append(f"{say_outcome(run)} in {say_extent(run)}")
    return "".join(f"{line}\n" for line in lines)


def _finding_line(finding: Finding) -> str:
    kind = f"{finding.severity} {finding.code} {finding.name}"
    sentence = finding_sentence(finding, quoting=True)
    return f"{file_position(finding)}: {kind}: {sentence} ({finding.confidence:.0%})"
