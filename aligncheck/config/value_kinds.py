"""The kinds of value that a key may hold: each reads TOML and describes itself in JSON Schema."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_LEAST_LIKENESS: Final = 0.6
"""Share of characters in common by which a word is near another: difflib's default, by which
every key with a letter or two wrong is near the one that was meant."""
_TAG: Final = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


class MismatchError(Exception):
    """A value is not of its kind: what it must be, and where in the value it goes wrong."""

    def __init__(
        self, message: str, keys: tuple[str, ...] = (), culprit: str | None = None
    ) -> None:
        """Hold the complaint, the keys below the option's own, and the faulty text if it is one."""
        super().__init__(message)
        self.message = message
        self.keys = keys
        self.culprit = culprit


class ValueKind(Protocol):
    """Reads one TOML value, and says in JSON Schema what it accepts."""

    def read_value(self, value: object, root: Path) -> object:
        """Turn the TOML value into the typed one; MismatchError where it is of another kind."""
        ...

    def to_schema(self) -> dict[str, Json]:
        """Describe the TOML value in JSON Schema."""
        ...


class TextValue:
    """A string that is not empty."""

    def read_value(self, value: object, root: Path) -> str:  # noqa: ARG002  # the protocol's signature
        """Accept the string as it is."""
        if not isinstance(value, str):
            raise MismatchError(f"must be a string, not {name_type(value)}")
        if not value.strip():
            raise MismatchError("must not be empty", culprit=value)
        return value

    def to_schema(self) -> dict[str, Json]:
        """Describe a string of at least one character."""
        return {"type": "string", "minLength": 1}


class LocaleValue:
    """A BCP 47 tag by its form alone; whether the language exists is seen in discovery."""

    def read_value(self, value: object, root: Path) -> str:
        """Accept the tag with hyphens for underscores."""
        text = TextValue().read_value(value, root)
        if not _TAG.fullmatch(text):
            raise MismatchError(
                f"must be a locale such as sv, en-GB or zh-Hans, not {text!r}", culprit=text
            )
        return text.replace("_", "-")

    def to_schema(self) -> dict[str, Json]:
        """Describe the form of a tag."""
        return {"type": "string", "pattern": f"^{_TAG.pattern}$"}


class CodeValue:
    """A rule code or the beginning of one."""

    def read_value(self, value: object, root: Path) -> str:
        """Accept the code in capitals."""
        return TextValue().read_value(value, root).upper()

    def to_schema(self) -> dict[str, Json]:
        """Describe the form of a code or prefix."""
        return {"type": "string", "pattern": "^[Aa][Cc][0-9]{0,3}$"}


@dataclass(frozen=True, slots=True)
class ChoiceValue:
    """One of a few words."""

    options: tuple[str, ...]

    def read_value(self, value: object, root: Path) -> str:
        """Accept the word if it is one of the options."""
        text = TextValue().read_value(value, root)
        if text not in self.options:
            known = ", ".join(f"'{option}'" for option in self.options)
            raise MismatchError(
                f"must be one of {known}, not {text!r}{suggest_word(text, self.options)}",
                culprit=text,
            )
        return text

    def to_schema(self) -> dict[str, Json]:
        """List the words."""
        return {"enum": [str(option) for option in self.options]}


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A number within limits, both included."""

    low: float
    high: float

    def read_value(self, value: object, root: Path) -> float:  # noqa: ARG002  # the protocol's signature
        """Accept an integer or a float within the limits."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise MismatchError(f"must be a number, not {name_type(value)}")
        if not self.low <= value <= self.high:
            raise MismatchError(f"must be between {self.low:g} and {self.high:g}, not {value:g}")
        return float(value)

    def to_schema(self) -> dict[str, Json]:
        """State the limits."""
        return {"type": "number", "minimum": self.low, "maximum": self.high}


class PathValue:
    """A file or folder; a relative one counts from the folder of the configuration file."""

    def read_value(self, value: object, root: Path) -> Path:
        """Give the path from the file system's root; ``~`` is the home folder."""
        return root / Path(TextValue().read_value(value, root)).expanduser()

    def to_schema(self) -> dict[str, Json]:
        """Describe a path as a string."""
        return TextValue().to_schema()


@dataclass(frozen=True, slots=True)
class ValueList:
    """A list of values of one kind; a single value stands for a list of one where ``single``."""

    kind: ValueKind
    single: bool = False

    def read_value(self, value: object, root: Path) -> tuple[object, ...]:
        """Read every element."""
        if self.single and isinstance(value, str):
            return (self.kind.read_value(value, root),)
        if not isinstance(value, list):
            wanted = "a string or a list" if self.single else "a list"
            raise MismatchError(f"must be {wanted}, not {name_type(value)}")
        return tuple(self.kind.read_value(element, root) for element in value)

    def to_schema(self) -> dict[str, Json]:
        """Describe the list, or either form."""
        several: dict[str, Json] = {"type": "array", "items": self.kind.to_schema()}
        return {"anyOf": [self.kind.to_schema(), several]} if self.single else several


@dataclass(frozen=True, slots=True)
class ValueTable:
    """A table whose values are of one kind; its keys are rule codes or globs."""

    kind: ValueKind
    codes: bool = False

    def read_value(self, value: object, root: Path) -> dict[str, object]:
        """Read every value; codes are put in capitals."""
        if not isinstance(value, dict):
            raise MismatchError(f"must be a table, not {name_type(value)}")
        return {
            key.upper() if self.codes else key: self._read_entry(key, entry, root)
            for key, entry in value.items()
        }

    def _read_entry(self, key: str, entry: object, root: Path) -> object:
        try:
            return self.kind.read_value(entry, root)
        except MismatchError as mismatch:
            raise MismatchError(
                mismatch.message, (key, *mismatch.keys), mismatch.culprit
            ) from mismatch

    def to_schema(self) -> dict[str, Json]:
        """Describe the table's values."""
        return {"type": "object", "additionalProperties": self.kind.to_schema()}


class RuleOptions:
    """The options of a rule; which there are, the rule knows."""

    def read_value(self, value: object, root: Path) -> dict[str, object]:  # noqa: ARG002  # the protocol's signature
        """Accept numbers, strings, booleans and lists of strings, named as in Python."""
        if not isinstance(value, dict):
            raise MismatchError(f"must be a table of options, not {name_type(value)}")
        return {key.replace("-", "_"): _read_option(key, entry) for key, entry in value.items()}

    def to_schema(self) -> dict[str, Json]:
        """Describe the values an option may have."""
        plain: list[Json] = ["boolean", "number", "string", "array"]
        value: dict[str, Json] = {"type": plain, "items": {"type": "string"}}
        return {"type": "object", "additionalProperties": value}


def _read_option(key: str, value: object) -> bool | float | str | tuple[str, ...]:
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list) and all(isinstance(element, str) for element in value):
        return tuple(value)
    raise MismatchError(
        f"must be a number, a string, true or false, or a list of strings, not {name_type(value)}",
        (key,),
    )


def name_type(value: object) -> str:
    """Name the TOML type of a value, with its article."""
    names = {
        bool: "a boolean",
        int: "an integer",
        float: "a float",
        str: "a string",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(value), "a date or time")


def suggest_word(word: str, known: Iterable[str]) -> str:
    """Give ``; did you mean '…'?`` for the nearest known word, or nothing where none is near."""
    near = difflib.get_close_matches(
        word.lower(), [name.lower() for name in known], n=1, cutoff=_LEAST_LIKENESS
    )
    right = {name.lower(): name for name in known}
    return f"; did you mean '{right[near[0]]}'?" if near else ""
