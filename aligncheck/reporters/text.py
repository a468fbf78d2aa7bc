"""The report for people: grouped by article and version, with the texts concerned quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.reporters._writing.figures import say_extent, say_outcome

if TYPE_CHECKING:
    from aligncheck.model import Run


def render(
    run: Run,
    *,
    width: int = 100,
    colour: bool = False,
    verbose: bool = False,
    quiet: bool = False,
    statistics: bool = False,
) -> str:
    """Write what was found, where, and what to do about it, and last what was looked at."""
    if not (colour or run.findings or (verbose and run.suppressed)):
        return "" if quiet else f"{say_outcome(run)}{_looked_at(run)}\n"
    from aligncheck.reporters._writing import layout  # noqa: PLC0415 - rich, where there is more to lay out

    found = list(layout.list_blocks(run, width, verbose=verbose, statistics=statistics))
    found += [] if quiet else [layout.summary_line(run, _looked_at(run))]
    return layout.lay_out(*found, width=width, colour=colour)


def _looked_at(run: Run) -> str:
    """Say in how much text and in what time it was found, and what was suppressed."""
    parts = [f" in {say_extent(run)}", f" · {run.summary.elapsed_seconds:.1f} s"]
    if run.suppressed:
        parts.append(f" · {len(run.suppressed)} suppressed")
    return "".join(parts)
