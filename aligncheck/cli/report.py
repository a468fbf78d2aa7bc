"""Write pages that show the versions side by side."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aligncheck import pipeline
from aligncheck.cli.console.options import aligning_options, judging_options, read_configuration
from aligncheck.cli.console.output import write_output
from aligncheck.cli.console.progress import progress_bar
from aligncheck.reporters import html, one_line
from aligncheck.reporters._writing.figures import count_noun

if TYPE_CHECKING:
    from aligncheck.model import Run


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, type=click.Path())
@aligning_options
@judging_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("report"),
    show_default=True,
    help="The folder that the pages go to.",
)
@click.option("--open", "show", is_flag=True, help="Open the report in the browser.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing, and show no progress.")
def command(
    paths: tuple[str, ...],
    locales: dict[str, str],
    output: Path,
    *,
    show: bool,
    quiet: bool,
    **settings: Any,  # noqa: ANN401 - the shared options, by name
) -> None:
    """Check the articles and write the pages; findings are no failure here."""
    config = read_configuration(**settings)
    with progress_bar(wanted=not quiet) as progress:
        run = pipeline.check(paths, config, locales=locales, progress=progress, keep_articles=True)
    for warning in run.warnings:
        click.echo(f"aligncheck: warning: {one_line(warning)}", err=True)
    removed = _write_pages(run, output)
    index = output / html.INDEX
    if not quiet:
        click.echo(f"Wrote {index}: {_say_extent(run)}")
    if removed and not quiet:
        click.echo(f"Removed {count_noun(removed, 'page')} of an earlier report")
    if show:
        webbrowser.open(index.resolve().as_uri())


def _write_pages(run: Run, output: Path) -> int:
    """Write the pages, the index last, so that what it leads to is there.

    Pages of articles that are no more are taken out of the folder and counted.
    """
    written: set[str] = set()
    for path, text in html.render_pages(run):
        file = output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        write_output(text, file)
        written.add(path)
    stale = list(html.find_stale_pages(output, written))
    for file in stale:
        file.unlink()
    return len(stale)


def _say_extent(run: Run) -> str:
    found = count_noun(len(run.findings), "finding")
    return f"{found} in {count_noun(len(run.articles), 'article')}"
