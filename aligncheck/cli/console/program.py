"""The group of commands, each imported only when it is run."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMMANDS_FOLDER = Path(__file__).parents[1]


class Program(click.Group):
    """A group whose commands are the files of ``cli``, by name, in alphabetical order."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name the commands, importing none of them."""
        return list(command_names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Stand in for the command of that name; None where there is none."""
        return Deferred(cmd_name) if cmd_name in command_names() else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments begin with; for an unknown one, name the nearest."""
        if args and not ctx.resilient_parsing and args[0] not in command_names():
            raise click.UsageError(
                f"there is no command '{args[0]}'{_suggest_nearest(args[0])}", ctx
            )
        return super().resolve_command(ctx, args)


class Deferred(click.Command):
    """Stands for a command until it is run: knows its name and its one line of help."""

    def __init__(self, name: str) -> None:
        """Read the line of help off the file, without importing it."""
        super().__init__(
            name, short_help=read_synopsis(_COMMANDS_FOLDER / f"{_module_name(name)}.py")
        )

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's signature
    ) -> click.Context:
        """Import the command and let it read the arguments."""
        module = import_module(f"aligncheck.cli.{_module_name(self.name or '')}")
        command: click.Command = module.command
        return command.make_context(info_name, args, parent=parent, **extra)


def command_names() -> Iterable[str]:
    """Give the names of the commands: the files of ``cli`` without a leading underscore."""
    stems = sorted(path.stem for path in _COMMANDS_FOLDER.glob("[!_]*.py"))
    return tuple(stem.replace("_", "-") for stem in stems)


def read_synopsis(path: Path) -> str:
    """Give the first line of a module's docstring, read without running it."""
    documentation = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return documentation.partition("\n")[0]


def _module_name(command: str) -> str:
    return command.replace("-", "_")


def _suggest_nearest(name: str) -> str:
    """Suggest the command that was probably meant; empty where none is close."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    close = get_close_matches(name, command_names(), n=1)
    return f" (did you mean '{close[0]}'?)" if close else ""
