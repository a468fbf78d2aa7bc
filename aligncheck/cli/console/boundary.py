"""The edge of the program, where every error becomes one line and an exit code."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from aligncheck.errors import AligncheckError
from aligncheck.reporters import show_controls

if TYPE_CHECKING:
    from types import FrameType, TracebackType

FAILED = 2
"""The check itself could not be done: usage, configuration, environment, or a bug of ours."""
SIGNALLED = 128
"""What shells add to the number of the signal that has ended a program: 130 for Ctrl-C."""
ENDINGS = ("SIGTERM", "SIGHUP")
"""The signals that ask a program to end, where the system has them; Ctrl-C is Python's own."""


class Terminated(BaseException):
    """A signal has asked the run to end: raised where it is, so that it leaves nothing behind."""

    def __init__(self, number: int) -> None:
        """Hold the number of the signal."""
        super().__init__(number)
        self.number = number


class Boundary:
    """A context that lets no error out: it says what went wrong and holds the exit code."""

    def __init__(self) -> None:
        """Begin with success, and with tracebacks of internal errors left out."""
        self.code = 0
        self.verbose = False
        self._handlers: dict[int, signal.Handlers] = {}

    def __enter__(self) -> None:
        """Let signals end the run as errors do; those that are ignored or handled stay so."""
        if threading.current_thread() is not threading.main_thread():
            return
        for number in (getattr(signal, name) for name in ENDINGS if hasattr(signal, name)):
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _raise_terminated)
                self._handlers[number] = signal.SIG_DFL

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Turn an error into a line on standard error and an exit code."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        if error is None:
            return False
        if isinstance(error, SystemExit):
            return False
        line, self.code = describe_error(error)
        if self.verbose and is_bug(error):
            import traceback  # noqa: PLC0415 - only for a bug

            traceback.print_exception(kind, error, trace)
        click.echo(f"aligncheck: {show_controls(line)}", err=True)
        return True


def show_traceback(context: click.Context, _parameter: click.Parameter, value: bool) -> bool:  # noqa: FBT001 - click's signature
    """Remember, as the callback of ``-v``, that tracebacks are wanted."""
    if value and isinstance(context.obj, Boundary):
        context.obj.verbose = True
    return value


def describe_error(error: BaseException) -> tuple[str, int]:
    """Give the line that tells a user about an error, and the exit code it means."""
    match error:
        case click.Abort() | KeyboardInterrupt() | Terminated():
            return _describe_ending(error)
        case click.ClickException():
            return f"error: {_one_line(error.format_message())}{_point_to_help(error)}", FAILED
        case AligncheckError():
            return f"error: {_one_line(str(error))}", FAILED
        case OSError():
            where = f"{error.filename}: " if error.filename else ""
            return f"error: {where}{error.strerror or error}", FAILED
        case MemoryError():
            return "error: not enough memory", FAILED
    return f"error: {_describe_bug(error)}", FAILED


def _describe_ending(error: BaseException) -> tuple[str, int]:
    """Word the end by a signal, with the exit code that shells give for it."""
    if isinstance(error, Terminated):
        return "terminated", SIGNALLED + error.number
    return "interrupted", SIGNALLED + signal.SIGINT


def is_bug(error: BaseException) -> bool:
    """Tell whether an error is a fault of the program rather than of its use or surroundings."""
    expected = (click.Abort, click.ClickException, AligncheckError, OSError)
    return isinstance(error, Exception) and not isinstance(error, expected)


def _raise_terminated(number: int, _frame: FrameType | None) -> NoReturn:
    raise Terminated(number)


def _describe_bug(error: BaseException) -> str:
    """Word an internal error as something to report, with the place it came from."""
    import traceback  # noqa: PLC0415 - only for a bug

    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    what = _one_line(f"{type(error).__name__}: {error}")
    return (
        f"internal error ({what}{place}); please report it,"
        " with the traceback that 'aligncheck -v ...' shows"
    )


def _point_to_help(error: click.ClickException) -> str:
    """Point to the help of the command that was misused."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f" (see '{context.command_path} --help')" if context else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
