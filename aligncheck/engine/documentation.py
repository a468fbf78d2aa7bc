"""What a rule's docstring says, as Markdown: for RULES.md, for SARIF viewers and for terminals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aligncheck.engine.registry import DOCUMENTATION_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.engine.registry import Rule

_OVERVIEW = """\
# Rules

This file is made by `aligncheck rules --output-format markdown --output RULES.md`; what it says
stands in the docstrings of the rules, and the tables under *Examples* are run as their tests: a
row is a pair of aligned passages, and `finds` names what the rule must report about it.
"""


def rule_markdown(rule: Rule, level: int = 2) -> str:
    """Write a rule's documentation as Markdown, under a heading of the level given."""
    parts = [
        f"{'#' * level} {rule.code} {rule.name}",
        _write_introduction(rule),
        _write_facts(rule),
    ]
    bodies = {title: rule.find_section(title) for title in DOCUMENTATION_SECTIONS}
    parts += [f"**{title}**\n\n{_inline_code(body)}" for title, body in bodies.items() if body]
    return "\n\n".join(parts) + "\n"


def rules_markdown(rules: Sequence[Rule]) -> str:
    """Write RULES.md: a table of all rules, then the documentation of each."""
    rows = [
        f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | {rule.name} | {rule.severity} "
        f"| {_inline_code(rule.summary)} |"
        for rule in rules
    ]
    table = "\n".join(
        ["| code | name | severity | what it flags |", "| --- | --- | --- | --- |", *rows]
    )
    return "\n".join([_OVERVIEW, f"{table}\n", *(rule_markdown(rule) for rule in rules)])


def _write_introduction(rule: Rule) -> str:
    """Give what stands before the first section: what is flagged, and its bounds."""
    text = rule.documentation
    ends = [text.find(f"\n{title}:\n") for title in DOCUMENTATION_SECTIONS]
    end = min((position for position in ends if position >= 0), default=len(text))
    return _inline_code(text[:end].strip())


def _write_facts(rule: Rule) -> str:
    """Give the severity and the options with their defaults, as a configuration writes them."""
    facts = [f"Severity: {rule.severity}."]
    for name, default in rule.options.items():
        facts.append(f"Option: `{name} = {json.dumps(default, ensure_ascii=False)}`.")
    return " ".join(facts)


def _inline_code(text: str) -> str:
    """Write code the way of Markdown where the docstring has the way of reStructuredText."""
    return text.replace("``", "`")
