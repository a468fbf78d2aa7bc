"""Every rule's documentation is its test: the tables of its examples are run."""

from __future__ import annotations

import pytest

from aligncheck.engine.examples import Example, find_raised, read_examples
from aligncheck.engine.registry import Rule, Scope, load_rules
from tests.checks.judging import raised_by_comments

TABLES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in load_rules()
    for number, example in enumerate(read_examples(rule), 1)
]


@pytest.mark.parametrize(("rule", "example"), TABLES)
def test_the_table_of_examples_holds(rule: Rule, example: Example) -> None:
    """Each row raises the rule's code where the table says so, and nothing elsewhere."""
    if rule.scope is Scope.COMMENT:
        raised = [raised_by_comments(rule, *row) for row in example.rows]
    else:
        raised = find_raised(rule, example)
    shown = [
        written if "「" in expected else written.split(" ")[0]
        for written, expected in zip(raised, example.expected, strict=True)
    ]
    assert shown == list(example.expected)


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule: Rule) -> None:
    """The documentation says what is flagged, why, how to fix it, and every option by name."""
    assert rule.summary.endswith(".")
    assert rule.find_section("Why")
    assert rule.find_section("How to fix")
    assert all(f"`{option}`" in rule.find_section("Options") for option in rule.options)


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.code)
def test_every_rule_shows_what_it_finds_and_what_it_spares(rule: Rule) -> None:
    """The examples hold a row that the rule flags, and one that it does not where it can."""
    expected = [cell for example in read_examples(rule) for cell in example.expected]
    assert any(cell.startswith(rule.code) for cell in expected)
