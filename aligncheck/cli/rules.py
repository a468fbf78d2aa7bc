"""List the rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table
from rich.text import Text

from aligncheck.cli.console.output import write_output
from aligncheck.cli.console.terminal import terminal_width, wants_colour
from aligncheck.cli.rule import rule_fields
from aligncheck.engine import load_rules
from aligncheck.engine.documentation import rules_markdown
from aligncheck.reporters import SCHEMA
from aligncheck.reporters._writing.layout import SEVERITY_STYLES, lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.engine import Rule


@click.command(help=__doc__)
@click.option(
    "-f",
    "--output-format",
    "output_format",
    type=click.Choice(("text", "json", "markdown")),
    default="text",
    show_default=True,
    help="How to list them; markdown gives the whole documentation.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file that the list goes to."
)
def command(output_format: str, output: Path | None) -> None:
    """Write the list in the format asked for."""
    renderers = {"text": _lay_out_rules, "json": _write_rules_json, "markdown": rules_markdown}
    write_output(renderers[output_format](load_rules()), output)


def _lay_out_rules(rules: Sequence[Rule]) -> str:
    """Write a rule per line: code, name, severity, what it flags."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    for rule in rules:
        severity = Text(rule.severity, SEVERITY_STYLES[rule.severity])
        table.add_row(rule.code, rule.name, severity, Text(rule.summary))
    return lay_out(table, width=terminal_width(), colour=wants_colour())


def _write_rules_json(rules: Sequence[Rule]) -> str:
    document = {"schema": SCHEMA, "rules": [rule_fields(rule) for rule in rules]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
