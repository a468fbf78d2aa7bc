"""Check the versions of articles against each other."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aligncheck import gate, reporters
from aligncheck.cli.console.boundary import show_traceback
from aligncheck.cli.console.options import (
    aligning_options,
    judging_options,
    read_configuration,
    since_options,
)
from aligncheck.cli.console.output import (
    Output,
    OutputFormat,
    append_output,
    settle_targets,
    write_output,
)
from aligncheck.cli.console.progress import progress_bar
from aligncheck.cli.console.standard_input import read_standard_input
from aligncheck.cli.console.terminal import terminal_width, wants_colour

if TYPE_CHECKING:
    from aligncheck.model import Run

_FOUND = 1
"""The exit code of findings that reach ``fail-on``."""
_FORMATS = reporters.format_names()


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, type=click.Path())
@aligning_options
@judging_options
@since_options
@click.option(
    "--stdin-filename",
    metavar="FILE",
    help="The file that the text on standard input stands for, where PATHS is -.",
)
@click.option(
    "-f",
    "--output-format",
    "outputs",
    type=OutputFormat(_FORMATS),
    multiple=True,
    default=("text",),
    show_default=True,
    help=f"How to report: {', '.join(_FORMATS)}. May be given several times.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file that the report goes to."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even where something is found.")
@click.option("--statistics", is_flag=True, help="Count findings per rule instead of listing them.")
@click.option("-q", "--quiet", is_flag=True, help="Print findings only: no summary, no progress.")
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    callback=show_traceback,
    help="List suppressed findings too, and show tracebacks of internal errors.",
)
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    locales: dict[str, str],
    outputs: tuple[Output, ...],
    output: Path | None,
    *,
    stdin_filename: str | None,
    new_only: str | None,
    changed_from: str | None,
    exit_zero: bool,
    statistics: bool,
    quiet: bool,
    verbose: bool,
    **settings: Any,  # noqa: ANN401 - the shared options, by name
) -> None:
    """Run the check and report it; the exit code says whether something was found."""
    targets = settle_targets(outputs, output)
    config = read_configuration(**settings)
    keep = any(reporters.needs_articles(target.format) for target in targets)
    text = read_standard_input(paths, stdin_filename, new_only or changed_from)
    with progress_bar(wanted=not quiet) as progress:
        if text is not None:
            run = gate.check_text(*text, config, progress=progress, keep_articles=keep)
        else:
            run = gate.check_since(
                paths,
                config,
                new_only=new_only,
                changed_from=changed_from,
                locales=locales,
                progress=progress,
                keep_articles=keep,
            )
    _print_remarks(run, quiet=quiet)
    view = reporters.TerminalView(verbose=verbose, quiet=quiet, statistics=statistics)
    for target in targets:
        _write_report(run, target, view)
    failed = config.fail_on.reached_by(run.worst())
    context.exit(_FOUND if failed and not exit_zero else 0)


def _print_remarks(run: Run, *, quiet: bool) -> None:
    """Say on standard error what is no finding: of the run itself, and of findings gone."""
    for warning in run.warnings:
        click.echo(f"aligncheck: warning: {reporters.one_line(warning)}", err=True)
    for note in () if quiet else run.notes:
        click.echo(f"aligncheck: note: {reporters.one_line(note)}", err=True)


def _write_report(run: Run, target: Output, view: reporters.TerminalView) -> None:
    """Write the report to its file or to standard output, in colour where that is a terminal.

    GitHub's format has a second part: the summary of the job, in the file that GitHub names.
    """
    if target.path is None:
        view = {**view, "width": terminal_width(), "colour": wants_colour()}
    write_output(reporters.render(target.format, run, view), target.path)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if target.format == "github" and summary:
        append_output(reporters.render("markdown", run), Path(summary))
