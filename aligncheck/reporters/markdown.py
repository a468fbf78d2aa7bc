"""A comment for a pull request, or the summary of a job."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from aligncheck.model import Severity
from aligncheck.reporters._writing.figures import count, extent, outcome
from aligncheck.reporters._writing.wording import excerpt, label, position, quoted, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.model import Finding, Run

SIGNS = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.INFO: "🔵"}
ROOM = 60_000
"""Characters to fill; GitHub refuses comments of more than 65 536."""


def render(run: Run) -> str:
    """Write the findings by article and version, as many as a comment holds."""
    parts = [f"### aligncheck: {outcome(run)}\n\nChecked {extent(run)}.\n"]
    room = ROOM
    for shown, entry in enumerate(_entries(run)):
        room -= len(entry)
        if room < 0:
            parts.append(f"\n… and {count(len(run.findings) - shown, 'more finding')}.\n")
            break
        parts.append(entry)
    return "".join(parts)


def _entries(run: Run) -> Iterator[str]:
    """Give every finding, the first of a version under its heading."""
    groups = groupby(run.findings, key=lambda finding: (finding.bundle, finding.locale))
    for (bundle, locale), findings in groups:
        heading = f"\n#### {_escaped(bundle)} · {_escaped(locale)}\n\n"
        for finding in findings:
            yield heading + _entry(finding)
            heading = ""


def _entry(finding: Finding) -> str:
    """Give a list item: place and rule, then the message, then the texts."""
    sign = SIGNS[finding.severity]
    rule = f"**{finding.code} {finding.name}** ({finding.confidence:.0%})"
    lines = [
        f"- {sign} {_code(position(finding))} {rule}  ",
        f"  {_escaped(sentence(finding))}",
    ]
    lines += [f"  - {label(place)}: {_code(excerpt(place))}" for place in quoted(finding)]
    return "".join(f"{line}\n" for line in lines)


def _code(text: str) -> str:
    """Show text of an article as code, where no markup, mention or link of it comes alive."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _escaped(text: str) -> str:
    """Escape markup, and part ``@`` and ``#`` from the names and numbers that they would notify."""
    text = re.sub(r"([\\`*_{}\[\]()<>|~!&])", r"\\\1", text)
    return re.sub(r"([@#])(?=\w)", r"\1<!-- -->", text)
