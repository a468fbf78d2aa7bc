"""The group of commands: light, complete, and helpful about mistakes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import aligncheck.cli
from tests.cli.conftest import python

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

HEAVY = ("torch", "onnxruntime", "onnx", "tokenizers", "sentence_transformers")
COMMANDS = sorted(
    path.stem for path in Path(aligncheck.cli.__file__).parent.glob("*.py") if path.stem[0] != "_"
)


def _imported(*arguments: str) -> set[str]:
    """Give the top-level modules that a run of the command line has imported at its end."""
    code = f"""
import sys
from aligncheck.cli import main
main({list(arguments)!r})
print("modules:", *{{name.partition(".")[0] for name in sys.modules}}, file=sys.stderr)
"""
    done = python("-c", code)
    return set(done.stderr.rpartition("modules:")[2].split())


def test_help_lists_every_command_with_its_line(run: Callable[..., Outcome]) -> None:
    """Every file of a command is listed, with the first line of its docstring."""
    outcome = run("--help")
    listed = re.findall(
        r"^  ([a-z-]+)  +(\S.*)$", outcome.out.partition("Commands:")[2], re.MULTILINE
    )
    assert outcome.code == 0
    assert [name for name, _ in listed] == COMMANDS
    assert all(text for _, text in listed)


def test_help_imports_nothing_heavy() -> None:
    """Asking for help loads neither an engine, nor numpy, nor the parsers."""
    imported = _imported("--help")
    assert "click" in imported
    assert not imported & {*HEAVY, "numpy", "rich", "markdown_it", "selectolax"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, run: Callable[..., Outcome]) -> None:
    """``--help`` of a command begins with its usage and its line of help."""
    outcome = run(command, "--help")
    assert outcome.code == 0
    assert outcome.out.startswith(f"Usage: aligncheck {command}")
    assert outcome.err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["chekc"],
            "there is no command 'chekc' (did you mean 'check'?) (see 'aligncheck --help')",
        ),
        (["xyzzy"], "there is no command 'xyzzy' (see 'aligncheck --help')"),
        (["--zzz"], "No such option '--zzz'. (see 'aligncheck --help')"),
        (["check", "--zzz"], "No such option '--zzz'. (see 'aligncheck check --help')"),
        (["rule"], "Missing argument 'CODE'. (see 'aligncheck rule --help')"),
    ],
)
def test_mistakes_are_one_line_and_exit_with_2(
    arguments: list[str], message: str, run: Callable[..., Outcome]
) -> None:
    """A wrong command or option is named in one line, with where to look."""
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"aligncheck: error: {message}\n"


def test_no_command_is_no_pass(run: Callable[..., Outcome]) -> None:
    """Without a command the help is shown, but nothing was checked: the exit code is 2."""
    outcome = run()
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Usage: aligncheck")


def test_version(run: Callable[..., Outcome]) -> None:
    """``--version`` names the program and its version."""
    assert re.fullmatch(r"aligncheck \d+\.\d+\.\d+\n", run("--version").out)


def test_module_can_be_run() -> None:
    """``python -m aligncheck`` is the same program."""
    done = python("-m", "aligncheck", "nothing")
    assert done.returncode == 2
    assert done.stderr.startswith("aligncheck: error: there is no command 'nothing'")
