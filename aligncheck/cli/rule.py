"""Explain a rule: what it flags, why, and how to fix or configure it."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click
from rich.markdown import Markdown

from aligncheck.cli.console.output import write_output
from aligncheck.cli.console.terminal import terminal_width, wants_colour
from aligncheck.engine import load_rules
from aligncheck.engine.documentation import rule_markdown
from aligncheck.reporters import SCHEMA
from aligncheck.reporters._writing.layout import lay_out

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from aligncheck.engine import Rule


class RuleName(click.ParamType["Rule"]):
    """Reads the code or the name of a rule, in either case."""

    name = "CODE"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Rule:
        """Find the rule; a name that is none gets the nearest suggested."""
        known = {key: rule for rule in load_rules() for key in (rule.code.lower(), rule.name)}
        if value.lower() not in known:
            near = get_close_matches(value.lower(), known, n=1)
            hint = f" (did you mean {known[near[0]].code} {known[near[0]].name}?)" if near else ""
            self.fail(f"there is no rule '{value}'{hint}", param, ctx)
        return known[value.lower()]

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002 - click's signature
        incomplete: str,
    ) -> list[CompletionItem]:
        """Offer the codes that begin with what is typed, with the names as their help."""
        return [
            click.shell_completion.CompletionItem(rule.code, help=rule.name)
            for rule in load_rules()
            if rule.code.startswith(incomplete.upper())
        ]


@click.command(help=__doc__)
@click.argument("rule", type=RuleName(), metavar="CODE")
@click.option(
    "-f",
    "--output-format",
    "output_format",
    type=click.Choice(("text", "json", "markdown")),
    default="text",
    show_default=True,
    help="How to explain it.",
)
def command(rule: Rule, output_format: str) -> None:
    """Write the rule's documentation in the format asked for."""
    renderers = {"text": _lay_out_rule, "json": _write_rule_json, "markdown": rule_markdown}
    write_output(renderers[output_format](rule), None)


def rule_fields(rule: Rule) -> dict[str, object]:
    """Give what programs may want to know of a rule."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "scope": rule.scope.value.lower(),
        "summary": rule.summary,
        "options": dict(rule.options),
        "documentation": rule_markdown(rule),
    }


def _lay_out_rule(rule: Rule) -> str:
    return lay_out(Markdown(rule_markdown(rule)), width=terminal_width(), colour=wants_colour())


def _write_rule_json(rule: Rule) -> str:
    return json.dumps({"schema": SCHEMA, **rule_fields(rule)}, ensure_ascii=False, indent=2) + "\n"
