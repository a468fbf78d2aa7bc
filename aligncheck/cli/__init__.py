"""The command line: one file per command, found by its name.

A module here whose name has no leading underscore is a command: it defines a click command named
``command``, and the first line of its docstring is what ``aligncheck --help`` says about it.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import click

from aligncheck.cli.console.boundary import Boundary, show_traceback
from aligncheck.cli.console.program import Program

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_COLLECT_AFTER = 100_000
"""Objects made between two searches for cycles, where Python searches after 700: these took a tenth
of a cached check when they were measured (benchmarks/speed/startup.py)."""

_EPILOG = """\
Exit codes: 0 nothing to report, 1 findings, 2 the check itself could not be done.

Completion: put eval "$(_ALIGNCHECK_COMPLETE=bash_source aligncheck)" into ~/.bashrc; for zsh and
fish, zsh_source and fish_source.
"""


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_EPILOG,
)
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    expose_value=False,
    callback=show_traceback,
    help="Show the traceback of an internal error.",
)
@click.version_option(package_name="aligncheck", message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context) -> None:
    """Find what a reader of one language version of an article would miss."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name and give the exit code; never raises.

    ``arguments`` are those of the process where None is given.
    """
    # The aligner's matrices are small: a second thread of numpy's only waits, at twice the price.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # What is imported stays, and a check leaves few cycles behind: there is little to be found.
    gc.set_threshold(_COLLECT_AFTER)
    boundary = Boundary()
    with boundary:
        outcome = program.main(
            args=None if arguments is None else list(arguments),
            prog_name="aligncheck",
            standalone_mode=False,
            obj=boundary,
        )
        boundary.code = outcome if isinstance(outcome, int) else 0
    return boundary.code
