"""Where output goes: which formats to which files, and writing them whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligncheck.cli.console.terminal import is_terminal
from aligncheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Output:
    """One format and the file it goes to; None for standard output."""

    format: str
    path: Path | None = None


class OutputFormat(click.ParamType[Output]):
    """Reads ``FORMAT`` or ``FORMAT=FILE`` off the command line."""

    name = "FORMAT[=FILE]"

    def __init__(self, formats: Sequence[str]) -> None:
        """Allow the formats given."""
        self.formats = tuple(formats)

    def convert(
        self, value: str | Output, param: click.Parameter | None, ctx: click.Context | None
    ) -> Output:
        """Part the format from the file."""
        if isinstance(value, Output):
            return value
        name, equals, path = value.partition("=")
        if name not in self.formats:
            self.fail(f"'{name}' is none of {', '.join(self.formats)}", param, ctx)
        if equals and not path:
            self.fail(f"'{value}' names no file", param, ctx)
        return Output(name, Path(path) if path else None)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002 - click's signature
        incomplete: str,
    ) -> list[click.shell_completion.CompletionItem]:
        """Offer the formats that begin with what is typed."""
        fitting = (name for name in self.formats if name.startswith(incomplete))
        return [click.shell_completion.CompletionItem(name) for name in fitting]


def settle_targets(outputs: Sequence[Output], path: Path | None) -> tuple[Output, ...]:
    """Give ``--output`` to the one format that has no file yet, before anything is checked.

    Two outputs in one place, or a folder that is not there, are usage errors.
    """
    bare = [output for output in outputs if output.path is None]
    if len(bare) > 1:
        names = " and ".join(output.format for output in bare)
        raise click.UsageError(f"{names} cannot share one output; write FORMAT=FILE")
    if path and not bare:
        raise click.UsageError("--output names a file, but every format has one already")
    settled = tuple(Output(output.format, output.path or path) for output in outputs)
    files = [output.path.resolve() for output in settled if output.path]
    for file in files:
        if files.count(file) > 1:
            raise click.UsageError(f"two formats cannot share the file {file.name}")
        if not file.parent.is_dir():
            raise click.UsageError(f"there is no folder {file.parent} to write {file.name} to")
    return settled


def write_output(text: str, path: Path | None) -> None:
    """Write text to a file, whole or not at all, or to standard output.

    A reader of standard output that stops reading is no error. Raises OSError for anything else
    that keeps the text from being written.
    """
    if path is None:
        _write_stdout(text)
    elif path.exists() and not path.is_file():
        with _naming_file(path):
            path.write_bytes(_encode_text(text))
    else:
        _replace_file(path.resolve(), text)


def append_output(text: str, path: Path) -> None:
    """Add text at the end of a file that others write to as well."""
    with _naming_file(path), path.open("ab") as file:
        file.write(_encode_text(text))


def _write_stdout(text: str) -> None:
    """Write to standard output: for a terminal in its encoding, else always in UTF-8."""
    if sys.stdout is None:
        raise UsageError("standard output is closed; name a file with --output")
    try:
        if is_terminal(sys.stdout):
            click.echo(text, nl=False, color=True)
        else:
            click.echo(_encode_text(text), nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon_stdout()
    except OSError as error:
        _abandon_stdout()
        error.filename = "standard output"
        raise


def _abandon_stdout() -> None:
    """Keep the interpreter from flushing, once more in vain, when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _replace_file(path: Path, text: str) -> None:
    """Write beside the file, then put the new one in its place."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with _naming_file(path):
        try:
            beside.write_bytes(_encode_text(text))
            if path.exists():
                beside.chmod(path.stat().st_mode)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def _naming_file(path: Path) -> Iterator[None]:
    """Let an OSError name the file that the user asked for."""
    try:
        yield
    except OSError as error:
        error.filename = f"cannot write {path}"
        raise


def _encode_text(text: str) -> bytes:
    r"""Encode as UTF-8; a lone surrogate, which has no UTF-8, as its escape ``\udc80``."""
    return text.encode("utf-8", "backslashreplace")
