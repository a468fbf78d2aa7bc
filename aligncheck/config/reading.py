"""Finding and reading the configuration file."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final

from aligncheck.config.key_places import PYPROJECT, display_path, explain_fault
from aligncheck.config.keys import Config, FailOn, config_keys
from aligncheck.config.value_kinds import MismatchError, name_type, suggest_word
from aligncheck.errors import ConfigError
from aligncheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONFIG_FILE_NAME: Final = "aligncheck.toml"
_PLACE: Final = re.compile(
    r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$"
)
_NO_VALUE: Final = "Invalid value"
"""What the parser says where no value begins."""
_LINE_END_IN_TEXT: Final = r"Illegal character '\n'"
"""What the parser says where a line ends inside quotes."""
_KEY: Final = re.compile(r"\s*(?P<key>[\w.-]+)\s*=")
_BARE: Final = re.compile(r"(?!(?i:true|false)\b)[^\W\d][^\s,\"'\[\]{}#]*")
"""Text without its quotes; a boolean in capitals is not one."""


def load_config(path: Path | None, start: Path) -> Config:
    """Read the file named, or the nearest one from ``start`` upward; the defaults if there is none.

    ``aligncheck.toml`` wins over ``pyproject.toml`` in the same folder, and a pyproject.toml
    without ``[tool.aligncheck]`` is passed by. Raises ConfigError for a file that cannot be read
    or holds an unknown key or a value of the wrong kind.
    """
    if path is not None:
        found = path.absolute()
        table = _read_table(found)
        if table is None:
            raise ConfigError(f"{display_path(found)}: there is no [tool.aligncheck] in it")
        return _build_config(found, table)
    for folder in (start.resolve(), *start.resolve().parents):
        for candidate in (folder / CONFIG_FILE_NAME, folder / "pyproject.toml"):
            table = _read_table(candidate) if candidate.is_file() else None
            if table is not None:
                return _build_config(candidate, table)
    return Config(root=start.resolve(), glossary=_default_glossary(start.resolve()))


def _read_table(path: Path) -> Mapping[str, object] | None:
    """Give the table that holds our keys, or None where a pyproject.toml has none."""
    whole = _parse_toml(path)
    if path.name != "pyproject.toml":
        return whole
    tool = whole.get(PYPROJECT[0])
    table = tool.get(PYPROJECT[1]) if isinstance(tool, dict) else None
    if table is None or isinstance(table, dict):
        return table
    raise ConfigError(
        explain_fault(path, PYPROJECT[:0], f"must be a table, not {name_type(table)}")
    )


def _parse_toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_syntax_message(path, str(error))) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{display_path(path)}: is not UTF-8 text") from error
    except OSError as error:
        raise ConfigError(f"{display_path(path)}: cannot be read ({error.strerror})") from error


def _syntax_message(path: Path, complaint: str) -> str:
    place = _PLACE.search(complaint)
    text = complaint[: place.start()] if place else complaint
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    if place and place["line"]:
        number = int(place["line"])
        if text == _NO_VALUE:
            text = _missing_quotes(lines[number - 1], int(place["column"])) or text
        elif text == _LINE_END_IN_TEXT:
            text = "the text is not closed: a quote is missing at the end"
        return f"{display_path(path)}:{number}: {text}"
    last = len("\n".join(lines).splitlines())
    return f"{display_path(path)}:{max(last, 1)}: {text}"


def _missing_quotes(line: str, column: int) -> str:
    """Name the key and the text without quotes at a 1-based column; empty where none is there."""
    key, bare = _KEY.match(line), _BARE.match(line, column - 1)
    if bare is None or (key and bare.start() < key.end()):
        return ""
    label = f"{key['key']}: " if key else ""
    return f'{label}text needs quotes: "{bare[0]}"'


def _build_config(path: Path, table: Mapping[str, object]) -> Config:
    known = config_keys()
    values: dict[str, object] = {}
    for key, value in table.items():
        if key not in known:
            complaint = f"unknown key{suggest_word(key, known)}"
            raise ConfigError(explain_fault(path, (key,), complaint))
        name, option = known[key]
        try:
            values[name] = option.kind.read_value(value, path.parent)
        except MismatchError as mismatch:
            raise ConfigError(
                explain_fault(path, (key, *mismatch.keys), mismatch.message, mismatch.culprit)
            ) from mismatch
    return _make_typed(path, values)


def _make_typed(path: Path, values: dict[str, object]) -> Config:
    """Fill in the defaults that depend on the file's folder, and turn words into their enums."""
    values.setdefault("glossary", _default_glossary(path.parent))
    if isinstance(levels := values.get("severity"), dict):
        values["severity"] = {code: Severity(level) for code, level in levels.items()}
    if isinstance(level := values.get("fail_on"), str):
        values["fail_on"] = FailOn(level)
    if isinstance(model := values.get("model"), str) and model.startswith(("./", "../")):
        values["model"] = str((path.parent / model).resolve())
    return Config(root=path.parent, path=path, **values)  # type: ignore[arg-type]  # read by kind


def _default_glossary(root: Path) -> tuple[Path, ...]:
    folder = root / "glossary"
    return (folder,) if folder.is_dir() else ()
