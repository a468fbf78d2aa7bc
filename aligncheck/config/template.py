"""The commented ``aligncheck.toml`` that a team starts from."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from aligncheck.config.kinds import Table
from aligncheck.config.options import Option, options

if TYPE_CHECKING:
    from collections.abc import Mapping


def render_config(chosen: Mapping[str, str]) -> str:
    """Write every key with its description: those chosen as TOML, the others as comments.

    ``chosen`` maps a key to its value in TOML.
    """
    entries = {key: option for key, (_, option) in options().items()}
    plain = [
        _render(key, option, chosen) for key, option in entries.items() if not _is_table(option)
    ]
    tables = [_render_table(key, option) for key, option in entries.items() if _is_table(option)]
    return "\n".join([_HEADER, *plain, *tables])


_HEADER = (
    "# What aligncheck looks at and what it reports. A key behind a # has its default value.\n"
)


def _is_table(option: Option) -> bool:
    return isinstance(option.kind, Table)


def _comment(description: str) -> str:
    return textwrap.fill(description, 96, initial_indent="# ", subsequent_indent="# ")


def _render(key: str, option: Option, chosen: Mapping[str, str]) -> str:
    value = f"{key} = {chosen[key]}" if key in chosen else f"# {key} = {option.example}"
    return f"{_comment(option.description)}\n{value}\n"


def _render_table(key: str, option: Option) -> str:
    return f"{_comment(option.description)}\n[{key}]\n# {option.example}\n"
