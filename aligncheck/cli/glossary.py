"""Check, convert and extend the glossary of terms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from aligncheck import pipeline
from aligncheck.cli.console.options import EXISTING_FILE, aligning_options, read_configuration
from aligncheck.cli.console.output import write_output
from aligncheck.cli.console.progress import progress_bar
from aligncheck.errors import UsageError
from aligncheck.model import Severity
from aligncheck.termbase import load_termbase
from aligncheck.termbase.files.loading import read_concepts, write_concepts
from aligncheck.termbase.glossary_problems import check_glossary
from aligncheck.termbase.mining.suggestions import suggest_concepts

_FOUND = 1
"""The exit code when a glossary has errors."""


@click.group(help=__doc__)
def command() -> None:
    """Hold the commands about glossaries."""


@command.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--config", "config_file", type=EXISTING_FILE, help="The configuration file to read.")
def check_terms(paths: tuple[Path, ...], config_file: Path | None) -> None:
    """Report duplicates, contradictions and gaps, each with its file and line.

    PATHS are glossary files or folders; without any, the glossary of the configuration. Exits
    with 1 where there is an error; gaps and the like are warnings.
    """
    glossary = paths or tuple(read_configuration(config_file=config_file).glossary)
    if not glossary:
        raise UsageError("there is no glossary to check; name a file or a folder")
    problems = check_glossary(glossary)
    lines = [f"{p.path}:{p.line}: {p.severity}: {p.message}" for p in problems]
    if not problems:
        count = len(load_termbase(glossary).concepts)
        lines = [f"{count} concept{'s' * (count != 1)}, nothing wrong"]
    write_output("\n".join([*lines, ""]), None)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise SystemExit(_FOUND)


@command.command("convert")
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "--tbx", type=click.IntRange(2, 3), default=3, show_default=True, help="The version of TBX."
)
def convert_terms(source: Path, target: Path, tbx: int) -> None:
    """Write the glossary SOURCE in the form of TARGET: .toml, .csv, .tsv or .tbx."""
    write_output(write_concepts(read_concepts(source), target, tbx=tbx), target)


@command.command("suggest")
@click.argument("paths", nargs=-1, type=click.Path())
@aligning_options
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def propose_concepts(
    paths: tuple[str, ...],
    locales: dict[str, str],  # noqa: ARG001 - articles are found by their names
    output: Path | None,
    *,
    quiet: bool,
    **settings: Any,  # noqa: ANN401 - the shared options, by name
) -> None:
    """Propose concepts for the phrases that recur in the articles at PATHS.

    Written as CSV, or in the form that the name of the output file says, with a note of how often
    each phrase occurs and what else it is rendered as. Phrases of the glossary are left out.
    """
    config = read_configuration(**settings)
    with progress_bar(wanted=not quiet) as progress:
        bitexts = pipeline.align_paths(paths, config, progress=progress)
    concepts = suggest_concepts(bitexts, load_termbase(config.glossary))
    write_output(write_concepts(concepts, output or Path("suggested.csv")), output)
