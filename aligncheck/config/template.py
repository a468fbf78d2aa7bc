"""The commented ``aligncheck.toml`` that a team starts from."""

from __future__ import annotations

import json
import textwrap
from dataclasses import fields
from typing import TYPE_CHECKING

from aligncheck.config.keys import Config, ConfigKey, config_keys
from aligncheck.config.value_kinds import ValueTable

if TYPE_CHECKING:
    from collections.abc import Mapping


def render_config(chosen: Mapping[str, str]) -> str:
    """Write every key with its description: those chosen as TOML, of the others an example.

    The examples are comments, and the default is named above them. ``chosen`` maps a key to its
    value in TOML.
    """
    entries, defaults = config_keys(), {each.name: each.default for each in fields(Config)}
    plain = [
        _render_key(
            key, f"{option.description}{_name_default(defaults[name])}", chosen.get(key), option
        )
        for key, (name, option) in entries.items()
        if not _is_table(option)
    ]
    tables = [_render_table(key, each) for key, (_, each) in entries.items() if _is_table(each)]
    return "\n".join([_HEADER, *plain, *tables])


_HEADER = (
    "# What aligncheck looks at and what it reports. A key behind a # is an example and changes\n"
    "# nothing; its default, where it has one, is named above it.\n"
)


def _is_table(option: ConfigKey) -> bool:
    return isinstance(option.kind, ValueTable)


def _wrap_comment(description: str) -> str:
    return textwrap.fill(description, 96, initial_indent="# ", subsequent_indent="# ")


def _name_default(default: object) -> str:
    """Say what holds without the key, if that is a value and not its absence."""
    return f" Default: {json.dumps(default)}." if isinstance(default, str | float) else ""


def _render_key(key: str, description: str, chosen: str | None, option: ConfigKey) -> str:
    value = f"# {key} = {option.example}" if chosen is None else f"{key} = {chosen}"
    return f"{_wrap_comment(description)}\n{value}\n"


def _render_table(key: str, option: ConfigKey) -> str:
    return f"{_wrap_comment(option.description)}\n[{key}]\n# {option.example}\n"
