"""Write a commented aligncheck.toml for the layout found."""

from __future__ import annotations

import tomllib
from pathlib import Path

import click

from aligncheck.cli.console.output import write_output
from aligncheck.config import CONFIG_FILE_NAME
from aligncheck.discovery import propose_config
from aligncheck.errors import UsageError


@click.command(help=__doc__)
@click.argument(
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
)
@click.option("--dry-run", is_flag=True, help="Print the configuration instead of writing it.")
@click.option("--force", is_flag=True, help="Replace an aligncheck.toml that is there already.")
def command(folder: Path, *, dry_run: bool, force: bool) -> None:
    """Propose a configuration and write it to the folder, unless it has one."""
    path = folder / CONFIG_FILE_NAME
    if path.exists() and not (force or dry_run):
        raise UsageError(f"{path} is there already; --force replaces it, --dry-run only prints")
    proposal = propose_config(folder)
    write_output(proposal, None if dry_run else path)
    if not dry_run:
        write_output(f"wrote {path}; {_next_step(proposal)}\n", None)


def _next_step(proposal: str) -> str:
    if "pattern" in tomllib.loads(proposal):
        return "now run: aligncheck check"
    return (
        "no layout was recognized: set `pattern` in it, or name the versions like "
        "articles/intro/sv.md, sv/intro.md or intro.sv.md"
    )
