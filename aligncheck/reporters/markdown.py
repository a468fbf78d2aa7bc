"""A comment for a pull request, or the summary of a job."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from aligncheck.model import Severity
from aligncheck.reporters._writing.figures import count_noun, say_extent, say_outcome
from aligncheck.reporters._writing.wording import (
    file_position,
    finding_sentence,
    place_excerpt,
    place_label,
    quoted_places,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.model import Finding, Run

_SIGNS = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.INFO: "🔵"}
_ROOM = 60_000
"""Characters to fill: chosen below the 65,536 above which GitHub refuses a comment."""


def render(run: Run) -> str:
    """Write the findings by article and version, as many as a comment holds."""
    parts = [f"### aligncheck: {say_outcome(run)}\n\nChecked {say_extent(run)}.\n"]
    room = _ROOM
    for shown, entry in enumerate(_list_entries(run)):
        room -= len(entry)
        if room < 0:
            parts.append(f"\n… and {count_noun(len(run.findings) - shown, 'more finding')}.\n")
            break
        parts.append(entry)
    return "".join(parts)


def _list_entries(run: Run) -> Iterator[str]:
    """Give every finding, the first of a version under its heading."""
    groups = groupby(run.findings, key=lambda finding: (finding.bundle, finding.locale))
    for (bundle, locale), findings in groups:
        heading = f"\n#### {_escape_markup(bundle)} · {_escape_markup(locale)}\n\n"
        for finding in findings:
            yield heading + _finding_entry(finding)
            heading = ""


def _finding_entry(finding: Finding) -> str:
    """Give a list item: place and rule, then the message, then the texts."""
    sign = _SIGNS[finding.severity]
    rule = f"**{finding.code} {finding.name}** ({finding.confidence:.0%})"
    lines = [
        f"- {sign} {_write_as_code(file_position(finding))} {rule}  ",
        f"  {_escape_markup(finding_sentence(finding))}",
    ]
    lines += [
        f"  - {place_label(place)}: {_write_as_code(place_excerpt(place))}"
        for place in quoted_places(finding)
    ]
    return "".join(f"{line}\n" for line in lines)


def _write_as_code(text: str) -> str:
    """Show text of an article as code, where no markup, mention or link of it comes alive."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _escape_markup(text: str) -> str:
    """Escape markup, and part ``@`` and ``#`` from the names and numbers that they would notify."""
    text = re.sub(r"([\\`*_{}\[\]()<>|~!&])", r"\\\1", text)
    return re.sub(r"([@#])(?=\w)", r"\1<!-- -->", text)
