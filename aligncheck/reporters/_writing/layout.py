"""The findings laid out by rich: grouped by article and version, the texts concerned quoted."""

from __future__ import annotations

from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aligncheck.model import Severity
from aligncheck.reporters._writing.figures import say_outcome
from aligncheck.reporters._writing.quoting import one_line, shorten_text
from aligncheck.reporters._writing.wording import (
    file_position,
    flatten_segments,
    message_with_spot,
    place_label,
    quoted_places,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from aligncheck.model import Finding, Run, Suppressed

SEVERITY_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold cyan",
}
_QUOTED_LINES = 3
"""Lines of the terminal that a quoted text may take before it is shortened: chosen so that a
finding fits beside its neighbours on a screen."""
_INDENT = 4
"""Cells: chosen as two more than the line of the finding has."""
_LABEL_WIDTH = 14
"""Cells that a locale, a line and a column take beside a quoted text: chosen as those of
``zh-Hans 100:1`` and a blank."""


def lay_out(*blocks: RenderableType, width: int, colour: bool) -> str:
    """Lay blocks out one below the other in a terminal's cells; colours are ANSI escapes."""
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    with console.capture() as capture:
        for block in blocks:
            console.print(block, crop=False)
    return "".join(f"{_tame_line(line.rstrip())}\n" for line in capture.get().splitlines())


def _tame_line(line: str) -> str:
    """Keep a line that text of an article begins from being a command to GitHub Actions."""
    return line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line


def list_blocks(
    run: Run, width: int, *, verbose: bool, statistics: bool
) -> Iterator[RenderableType]:
    """Give the findings or their statistics, then the suppressed findings where asked for."""
    if statistics:
        yield from _count_by_rule(run)
    else:
        yield from _list_groups(run, width)
    if verbose and run.suppressed:
        yield _join_parts(("suppressed", "bold"))
        yield from map(_suppressed_line, run.suppressed)
        yield ""


def _list_groups(run: Run, width: int) -> Iterator[RenderableType]:
    """Give the findings under headings of article and version."""
    groups = groupby(run.findings, key=lambda finding: (finding.bundle, finding.locale))
    for (bundle, locale), findings in groups:
        yield _join_parts((one_line(bundle), "bold"), (" · ", "dim"), (locale, "bold"))
        for finding in findings:
            yield ""
            yield _finding_heading(finding)
            yield Padding(_finding_details(finding, width - _INDENT), (0, 0, 0, _INDENT))
        yield ""


def _finding_heading(finding: Finding) -> Text:
    """Give the line that editors and terminals make a link of."""
    return _join_parts(
        ("  ", ""),
        (file_position(finding), "bold"),
        (" ", ""),
        (finding.severity.value, SEVERITY_STYLES[finding.severity]),
        (f" {finding.code} {finding.name}", ""),
        (f" ({finding.confidence:.0%})", "dim"),
    )


def _finding_details(finding: Finding, width: int) -> RenderableType:
    """Give the message, the texts that it is about, and what to do."""
    details = Table.grid(padding=(0, 1))
    details.add_row(Text(message_with_spot(finding)))
    quotes = Table.grid(padding=(0, 1))
    quotes.add_column(style="dim", no_wrap=True)
    quotes.add_column(style="dim", no_wrap=True)
    quotes.add_column(overflow="fold")
    limit = _QUOTED_LINES * (width - _LABEL_WIDTH)
    for place in quoted_places(finding):
        quotes.add_row(
            place_label(place),
            "│",
            Text(shorten_text(flatten_segments(place.text), limit, cell_len)),
        )
    if quotes.row_count:
        details.add_row(quotes)
    if finding.suggestion:
        details.add_row(Text.assemble(("→ ", "green"), one_line(finding.suggestion)))
    return details


def _suppressed_line(suppressed: Suppressed) -> Text:
    finding = suppressed.finding
    what = f"{file_position(finding)} {finding.code} {finding.name}"
    return _join_parts((f"  {what}", "dim"), (f" by {suppressed.by}", "dim italic"))


def _count_by_rule(run: Run) -> Iterator[RenderableType]:
    """Give the number of findings per rule, the most frequent first."""
    if not run.findings:
        return
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right")
    kinds = {finding.code: finding for finding in run.findings}
    for code, number in sorted(run.by_code().items(), key=lambda pair: (-pair[1], pair[0])):
        severity = kinds[code].severity
        table.add_row(
            str(number), code, kinds[code].name, Text(severity, SEVERITY_STYLES[severity])
        )
    yield table
    yield ""


def summary_line(run: Run, rest: str) -> RenderableType:
    """Give the last line, coloured by the worst that was found."""
    worst = run.worst()
    style = SEVERITY_STYLES[worst] if worst else "bold green"
    return _join_parts((say_outcome(run), style), (rest, ""))


def _join_parts(*parts: tuple[str, str]) -> Text:
    """Join styled parts to a line that is never broken."""
    return Text.assemble(*parts, no_wrap=True, overflow="ignore")
