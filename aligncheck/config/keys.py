"""Every key of ``aligncheck.toml``, once: its type, its default, what it means.

Validation, the JSON schema for editors and the commented file of ``aligncheck init`` are all
derived from the fields of `Config`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from aligncheck.config.codes import names_rule, what_instead
from aligncheck.config.value_kinds import (
    ChoiceValue,
    CodeValue,
    LocaleValue,
    NumberValue,
    PathValue,
    RuleOptions,
    TextValue,
    ValueKind,
    ValueList,
    ValueTable,
    suggest_word,
)
from aligncheck.errors import ConfigError
from aligncheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

ABRIDGED: Final = "abridged"
"""The translation mode of a version that may leave out but not add."""

OptionValue: TypeAlias = bool | float | str | tuple[str, ...]


class FailOn(StrEnum):
    """The least severity that makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def reached_by(self, worst: Severity | None) -> bool:
        """Tell whether findings of which the worst is ``worst`` make the run fail."""
        if worst is None or self is FailOn.NEVER:
            return False
        return worst.rank >= Severity(self.value).rank


@dataclass(frozen=True, slots=True)
class ConfigKey:
    """What a key is for, what it holds, and how an example of it is written in TOML."""

    description: str
    kind: ValueKind
    example: str


def _declare_key(description: str, kind: ValueKind, example: str) -> dict[str, ConfigKey]:
    return {"key": ConfigKey(description, kind, example)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The decisions of a team, checked; ``root`` is what its relative paths and globs count from.

    ``path`` is the file they were read from, or None where all are defaults. Locales are as
    written (hyphens for underscores); codes are in capitals; the options of a rule are named as
    in Python (``min_words`` for ``min-words``).
    """

    root: Path
    path: Path | None = None
    source: str | None = field(
        default=None,
        metadata=_declare_key(
            "The locale that the others are translated from. Without it, versions are peers, "
            "save where one file carries no locale in its name or folder: that one is the source, "
            "and taken for English.",
            LocaleValue(),
            '"en"',
        ),
    )
    locales: tuple[str, ...] = field(
        default=(),
        metadata=_declare_key(
            "The locales that every article must exist in. Without it, those that most other "
            "articles have.",
            ValueList(LocaleValue()),
            '["sv", "en", "zh"]',
        ),
    )
    pattern: tuple[str, ...] = field(
        default=(),
        metadata=_declare_key(
            "Where the versions are, counted from the folder of this file: {article} is any path, "
            "{locale} a locale. A pattern without {locale} is that of the source. Without any, "
            "the layout is found out.",
            ValueList(TextValue(), single=True),
            '"articles/{article}/{locale}.md"',
        ),
    )
    exclude: tuple[str, ...] = field(
        default=(),
        metadata=_declare_key(
            "What to leave out, written as in .gitignore (which is honoured anyway).",
            ValueList(TextValue()),
            '["drafts/", "*.tmp.md"]',
        ),
    )
    glossary: tuple[Path, ...] = field(
        default=(),
        metadata=_declare_key(
            "Files or folders of the termbase. Without it, the folder glossary/ beside this file, "
            "if there is one.",
            ValueList(PathValue(), single=True),
            '["glossary/"]',
        ),
    )
    select: tuple[str, ...] = field(
        default=(),
        metadata=_declare_key(
            "The rules to run, by code or the beginning of one. Without it, all.",
            ValueList(CodeValue()),
            '["AC1", "AC201"]',
        ),
    )
    ignore: tuple[str, ...] = field(
        default=(),
        metadata=_declare_key("The rules not to run.", ValueList(CodeValue()), '["AC4"]'),
    )
    fail_on: FailOn = field(
        default=FailOn.ERROR,
        metadata=_declare_key(
            "The least severity that makes a run fail (exit code 1).",
            ChoiceValue(tuple(FailOn)),
            '"warning"',
        ),
    )
    min_confidence: float = field(
        default=0.5,
        metadata=_declare_key(
            "Findings that are less likely to be right than this are not reported.",
            NumberValue(0, 1),
            "0.7",
        ),
    )
    model: str = field(
        default="multilingual-e5-small",
        metadata=_declare_key(
            "The embedding model: the one that comes along, or a Sentence Transformers model by "
            "name or folder.",
            TextValue(),
            '"sentence-transformers/LaBSE"',
        ),
    )
    backend: str = field(
        default="auto",
        metadata=_declare_key(
            "What runs the model.", ChoiceValue(("auto", "onnx", "torch", "openvino")), '"onnx"'
        ),
    )
    cache_dir: Path | None = field(
        default=None,
        metadata=_declare_key(
            "Where vectors and models are kept. Without it, the user's cache folder.",
            PathValue(),
            '".cache/aligncheck"',
        ),
    )
    baseline: Path | None = field(
        default=None,
        metadata=_declare_key(
            "The file of findings that are known and do not count.",
            PathValue(),
            '"aligncheck-baseline.json"',
        ),
    )
    severity: Mapping[str, Severity] = field(
        default_factory=dict,
        metadata=_declare_key(
            "How much a rule's findings matter, by code: error, warning or info.",
            ValueTable(ChoiceValue(tuple(Severity)), codes=True),
            'AC104 = "warning"',
        ),
    )
    rules: Mapping[str, Mapping[str, OptionValue]] = field(
        default_factory=dict,
        metadata=_declare_key(
            "The options of single rules; `aligncheck rule CODE` lists them.",
            ValueTable(RuleOptions(), codes=True),
            "AC102 = { min-words = 3 }",
        ),
    )
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict,
        metadata=_declare_key(
            "Rules that do not count in the files which a glob (written as in .gitignore) matches.",
            ValueTable(ValueList(CodeValue(), single=True)),
            '"articles/archive/" = ["AC3"]',
        ),
    )

    translation_mode: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_declare_key(
            "How versions follow their source, by locale or by a glob of files (written as in "
            '.gitignore; the last that matches wins): "mirror" says all of it, "abridged" may '
            "leave out but not add.",
            ValueTable(ChoiceValue(("mirror", ABRIDGED))),
            '"articles/news/*/zh.md" = "abridged"',
        ),
    )

    def runs_rule(self, code: str) -> bool:
        """Tell whether a rule is to be run: the longest prefix in select or ignore decides.

        With ``select = ["AC1"]`` and ``ignore = ["AC104"]`` AC101 is run and AC104 is not.
        """
        wanted = max((len(each) for each in self.select if code.startswith(each)), default=-1)
        unwanted = max((len(each) for each in self.ignore if code.startswith(each)), default=-1)
        return unwanted < wanted or (unwanted < 0 and not self.select)

    def check_codes(
        self, known: Mapping[str, Collection[str]], names: Mapping[str, str] | None = None
    ) -> None:
        """Raise ConfigError for a rule code, prefix or option that does not exist.

        ``known`` maps the code of every rule to the names of its options, with hyphens or
        underscores; ``names`` to the rule's own, by which one that was meant is suggested.
        """
        rules = {code: (names or {}).get(code, code) for code in known}
        for keys, code, exact in self._named_codes():
            if not (code in known or (not exact and names_rule(code, known))):
                complaint = f"there is no rule '{code}'{what_instead(code, rules)}"
                raise self.make_fault(keys, complaint, code)
        for code, options in self.rules.items():
            own = {name.replace("_", "-") for name in known.get(code, ())}
            for option in options:
                self._check_option(code, option.replace("_", "-"), own)

    def _named_codes(self) -> Iterator[tuple[tuple[str, ...], str, bool]]:
        """Give every code, with the keys that lead to it and whether it must be a whole one."""
        yield from ((("select",), code, False) for code in self.select)
        yield from ((("ignore",), code, False) for code in self.ignore)
        yield from ((("severity", code), code, True) for code in self.severity)
        yield from ((("rules", code), code, True) for code in self.rules)
        for glob, codes in self.per_path_ignores.items():
            yield from ((("per-path-ignores", glob), code, False) for code in codes)

    def _check_option(self, code: str, option: str, names: Iterable[str]) -> None:
        if option in names:
            return
        hint = suggest_word(option, names) or f"; it has {', '.join(sorted(names)) or 'none'}"
        raise self.make_fault(
            ("rules", code, option), f"{code} has no option '{option}'{hint}", option
        )

    def make_fault(self, keys: tuple[str, ...], complaint: str, culprit: str) -> ConfigError:
        """Make the error that says what is wrong with a value, and where it stands in the file.

        ``keys`` lead to the value, ``culprit`` is the faulty text in it; what came from the command
        line stands in no file.
        """
        from aligncheck.config.key_places import explain_fault  # noqa: PLC0415  # read only when it fails

        return ConfigError(explain_fault(self.path, keys, complaint, culprit))


def config_keys() -> dict[str, tuple[str, ConfigKey]]:
    """Map every key of the file to the name of its field and its definition, in order."""
    return {
        each.name.replace("_", "-"): (each.name, each.metadata["key"])
        for each in fields(Config)
        if "key" in each.metadata
    }
