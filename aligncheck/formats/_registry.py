"""Finds the input formats: every file in ``aligncheck/formats`` without a leading underscore."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from aligncheck.formats.segments.outline import Outline
    from aligncheck.formats.segments.request import Request

    Read: TypeAlias = Callable[[bytes, Request], Outline]
    FindLanguage: TypeAlias = Callable[[bytes], str | None]

_FOLDER: Final = Path(__file__).parent
_DEFAULT: Final = "text"
"""The format of a file whose suffix no format claims."""


class InputFormat(NamedTuple):
    """A format as its file declares it; `aligncheck.formats` says what each field means."""

    name: str
    suffixes: tuple[str, ...]
    form: str
    has_lines: bool
    read: Read
    read_language: FindLanguage | None


@lru_cache(maxsize=1)
def load_formats() -> tuple[InputFormat, ...]:
    """Load all formats, in the order of their names; ValueError where two claim one suffix."""
    formats = tuple(_load_format(path.stem) for path in sorted(_FOLDER.glob("[!_]*.py")))
    owners: dict[str, str] = {}
    for each in formats:
        for suffix in each.suffixes:
            if suffix in owners:
                first, second = f"formats/{owners[suffix]}.py", f"formats/{each.name}.py"
                raise ValueError(
                    f"{first} and {second} both claim {suffix}; a suffix belongs to one format"
                )
            owners[suffix] = each.name
    return formats


@lru_cache(maxsize=1)
def known_suffixes() -> tuple[str, ...]:
    """Give the suffixes of files that are articles by their name, lower-case, with the dot."""
    return tuple(suffix for each in load_formats() for suffix in each.suffixes)


@lru_cache(maxsize=256)
def find_format(suffix: str) -> InputFormat:
    """Give the format that claims a suffix, which may be empty; plain text where none does."""
    by_name = {each.name: each for each in load_formats()}
    claimed = (each for each in by_name.values() if suffix in each.suffixes)
    return next(claimed, by_name[_DEFAULT])


def _load_format(name: str) -> InputFormat:
    module = import_module(f"aligncheck.formats.{name}")
    for suffix in module.SUFFIXES:
        if not suffix.startswith(".") or suffix != suffix.lower():
            raise ValueError(f"formats/{name}.py: write {suffix!r} in lower case, with its dot")
    return InputFormat(
        name,
        tuple(module.SUFFIXES),
        getattr(module, "FORM", "text"),
        getattr(module, "HAS_LINES", True),
        module.read,
        getattr(module, "read_language", None),
    )
