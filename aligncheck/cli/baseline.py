"""Write down the findings that are there, so that only new ones count."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aligncheck import gate
from aligncheck.cli.console.options import aligning_options, judging_options, read_configuration
from aligncheck.cli.console.output import write_output
from aligncheck.cli.console.progress import progress_bar
from aligncheck.triage import render_baseline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.config import Config
    from aligncheck.triage import Baseline

_DEFAULT_NAME = "aligncheck-baseline.json"


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, type=click.Path())
@aligning_options
@judging_options
@click.option(
    "-o",
    "--output",
    "--baseline",
    "output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"The baseline; without it the configured one, or {_DEFAULT_NAME} beside the"
    " configuration.",
)
@click.option("--prune", is_flag=True, help="Only take out what is no longer found.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(
    paths: tuple[str, ...],
    locales: dict[str, str],
    output: Path | None,
    *,
    prune: bool,
    dry_run: bool,
    quiet: bool,
    **settings: Any,  # noqa: ANN401 - the shared options, by name
) -> None:
    """Check the articles, write the baseline and say what has changed in it."""
    config = read_configuration(**settings)
    file = output or config.baseline or config.root / _DEFAULT_NAME
    with progress_bar(wanted=not quiet) as progress:
        old, new = gate.renew_baseline(
            paths, replace(config, baseline=file), prune=prune, locales=locales, progress=progress
        )
    if not dry_run:
        write_output(render_baseline(new), file)
    lines = (
        _list_changes(old, new),
        _say_outcome(file, new, dry_run=dry_run),
        _say_how_to_use(file, config),
    )
    write_output("".join(f"{line}\n" for part in lines for line in part), None)


def _list_changes(old: Baseline, new: Baseline) -> Iterator[str]:
    """Name what has gone, and count what is new."""
    added = (new.count_known() - old.count_known()).total()
    for name, count in (old.count_known() - new.count_known()).items():
        entry = old.entries[name]
        times = f" ({count} times)" if count > 1 else ""
        yield f"gone: {entry.code} in {entry.bundle} ({entry.locale}){times}: {entry.text}"
    if added:
        yield f"new: {added}"


def _say_outcome(file: Path, new: Baseline, *, dry_run: bool) -> Iterator[str]:
    total = new.count_known().total()
    yield f"{'would write' if dry_run else 'wrote'} {file}: {total} finding{'s' * (total != 1)}"


def _say_how_to_use(file: Path, config: Config) -> Iterator[str]:
    """Say how to put a baseline into use that no configuration names."""
    if config.baseline is None:
        yield f"to use it, set `baseline` in aligncheck.toml, or give --baseline {file}"
