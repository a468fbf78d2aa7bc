"""Finds the rules: every file ``acNNN_name.py`` in ``aligncheck/checks`` is a rule."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from aligncheck.model import Effect, Flag, Severity

RULE_FILE: Final = re.compile(r"(ac\d{3})_([a-z0-9_]+)")
RULES_FOLDER: Final = Path(__file__).parents[1] / "checks"
DOCUMENTATION_SECTIONS: Final = ("Why", "How to fix", "Options", "Examples")
"""The titles under which a rule's docstring says more than what it flags, in their order."""


class Scope(StrEnum):
    """What a rule looks at: the annotation of its first parameter."""

    BUNDLE = "Bundle"
    FAILURE = "Failure"
    DOCUMENT = "Document"
    BITEXT = "Bitext"
    CORPUS = "Corpus"
    COMMENT = "Comment"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code (``AC102``), its name (``dropped-segment``) and the generator that flags.

    ``options`` are the rule's keyword-only parameters, written with hyphens, and their defaults.
    """

    code: str
    name: str
    severity: Severity
    effect: Effect
    scope: Scope
    function: Callable[..., Iterator[Flag]]
    documentation: str
    options: Mapping[str, object]

    @property
    def summary(self) -> str:
        """The first sentence of the documentation: what the rule flags."""
        return self.documentation.split("\n\n", 1)[0].replace("\n", " ")

    def find_section(self, title: str) -> str:
        """Give the text under ``title:`` in the documentation; empty where it has none."""
        titles = "|".join(DOCUMENTATION_SECTIONS)
        pattern = rf"^{title}:\n(.*?)(?=^(?:{titles}):$|\Z)"
        found = re.search(pattern, self.documentation, re.DOTALL | re.MULTILINE)
        return inspect.cleandoc(found.group(1)) if found else ""


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """Load all rules, in the order of their codes."""
    # By the folder's names and not by a list: to drop a file in is all it takes to add a rule.
    names = (path.stem for path in RULES_FOLDER.glob("ac*.py"))
    return tuple(_load_rule(name) for name in sorted(names) if RULE_FILE.fullmatch(name))


def known_options() -> dict[str, frozenset[str]]:
    """Give the option names of every rule code, for the configuration to be checked against."""
    return {rule.code: frozenset(rule.options) for rule in load_rules()}


def rule_names() -> dict[str, str]:
    """Give the name of every rule code, in the order of the codes."""
    return {rule.code: rule.name for rule in load_rules()}


def rule_effects() -> dict[str, Effect]:
    """Give what the findings of every rule code mean, in the order of the codes."""
    return {rule.code: rule.effect for rule in load_rules()}


def _load_rule(module_name: str) -> Rule:
    """Read a rule off its file: code, name, severity, effect, scope, options, documentation."""
    code, name = module_name.split("_", 1)
    module = import_module(f"aligncheck.checks.{module_name}")
    function = getattr(module, name)
    # Annotations are strings here, since every rule defers them: "Bitext" is the scope itself.
    parameters = list(inspect.signature(function).parameters.values())
    return Rule(
        code=code.upper(),
        name=name.replace("_", "-"),
        severity=module.SEVERITY,
        effect=module.EFFECT,
        scope=Scope(parameters[0].annotation),
        function=function,
        documentation=inspect.cleandoc(function.__doc__),
        options={
            parameter.name.replace("_", "-"): parameter.default
            for parameter in parameters
            if parameter.kind is parameter.KEYWORD_ONLY
        },
    )
