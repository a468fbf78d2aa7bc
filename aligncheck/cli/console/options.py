"""The options that several commands share, and the configuration that they change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from aligncheck.config import FailOn, load_config, names_rule, what_instead
from aligncheck.locales import parse_locale

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aligncheck.config import Config

Command: TypeAlias = "Callable[..., Any]"
BACKENDS = ("auto", "onnx", "torch", "openvino")


class Locale(click.ParamType[str]):
    """Reads a BCP 47 tag."""

    name = "LOCALE"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the tag as BCP 47 writes it."""
        tag = parse_locale(value)
        if tag is None:
            self.fail(f"'{value}' is not a locale such as sv, en-GB or zh-Hans", param, ctx)
        return tag


class Codes(click.ParamType[tuple[str, ...]]):
    """Reads rule codes, or the beginnings of some, with commas between them."""

    name = "CODES"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Give the codes in capitals; of one that is no rule's, say what may have been meant."""
        from aligncheck.engine import rule_names  # noqa: PLC0415 - where codes are given

        codes = tuple(code.strip() for code in value.split(","))
        if not all(codes):
            self.fail(f"'{value}' is not a list of rule codes such as AC1,AC201", param, ctx)
        rules = rule_names()
        for code in codes:
            if not names_rule(code.upper(), rules):
                self.fail(f"there is no rule '{code}'{what_instead(code, rules)}", param, ctx)
        return tuple(map(str.upper, codes))


class FileLocale(click.ParamType[tuple[str, str]]):
    """Reads ``FILE=LOCALE``."""

    name = "FILE=LOCALE"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Part the file from its locale."""
        path, _, tag = value.rpartition("=")
        if not path:
            self.fail(f"'{value}' is not written FILE=LOCALE", param, ctx)
        return path, Locale().convert(tag, param, ctx)


def _gather_locales(
    _context: click.Context, _parameter: click.Parameter, pairs: tuple[tuple[str, str], ...]
) -> dict[str, str]:
    """Map the files to their locales."""
    return dict(pairs)


def _flatten_codes(
    _context: click.Context, _parameter: click.Parameter, lists: tuple[tuple[str, ...], ...]
) -> tuple[str, ...]:
    """Join the codes of an option that is given several times."""
    return tuple(code for codes in lists for code in codes)


EXISTING_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)

_SHARED = (
    click.option(
        "--config", "config_file", type=EXISTING_FILE, help="The configuration file to read."
    ),
    click.option(
        "--locale",
        "locales",
        type=FileLocale(),
        multiple=True,
        callback=_gather_locales,
        help="The locale of a file whose name does not say it.",
    ),
    click.option(
        "--model", metavar="NAME", help="The embedding model: a name, or the folder of one."
    ),
    click.option("--backend", type=click.Choice(BACKENDS), help="What runs the model."),
    click.option(
        "--cache-dir",
        type=click.Path(path_type=Path, file_okay=False),
        help="Where vectors and models are kept.",
    ),
)
_JUDGING = (
    click.option("--source", type=Locale(), help="The locale the others are translated from."),
    click.option(
        "--select",
        type=Codes(),
        multiple=True,
        callback=_flatten_codes,
        help="Run only these rules: AC1,AC201.",
    ),
    click.option(
        "--ignore",
        type=Codes(),
        multiple=True,
        callback=_flatten_codes,
        help="Leave these rules out.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(FailOn, case_sensitive=False),
        help="The least severity that makes the exit code 1.",
    ),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        help="Report only findings at least this likely to be right.",
    ),
    click.option(
        "--glossary",
        type=click.Path(path_type=Path, exists=True),
        multiple=True,
        help="A file or folder of terms, in place of the configured ones.",
    ),
)


_SINCE = (
    click.option(
        "--baseline", type=EXISTING_FILE, help="The file of known findings that do not count."
    ),
    click.option(
        "--new-only",
        metavar="REV",
        help="Report only findings that were not there at this revision of git.",
    ),
    click.option(
        "--changed-from",
        metavar="REV",
        help="Look only at articles of which a version has changed since this revision of git.",
    ),
)


def aligning_options(command: Command) -> Command:
    """Add the options of a command that reads and aligns articles."""
    return _add_options(command, _SHARED)


def judging_options(command: Command) -> Command:
    """Add the options of a command that judges articles with rules."""
    return _add_options(command, _JUDGING)


def since_options(command: Command) -> Command:
    """Add the options of a command that tells new findings from known ones."""
    return _add_options(command, _SINCE)


def read_configuration(config_file: Path | None, **settings: Any) -> Config:  # noqa: ANN401 - options by name
    """Read the configuration in force here, changed by what the command line sets.

    ``settings`` are fields of the configuration; None and the empty tuple leave one as it is.
    """
    config = load_config(config_file, Path.cwd())
    given = {key: value for key, value in settings.items() if value not in (None, ())}
    return replace(config, **given)


def _add_options(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    """Add options so that help lists them in the order given."""
    for option in reversed(options):
        command = option(command)
    return command
