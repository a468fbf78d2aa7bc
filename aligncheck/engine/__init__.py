"""Runs the rules: what they look at, which there are, and the law against cascades."""

from aligncheck.engine.context import Context
from aligncheck.engine.registry import (
    Rule,
    Scope,
    known_options,
    load_rules,
    rule_effects,
    rule_names,
)
from aligncheck.engine.runner import Settings, check, check_comments

__all__ = [
    "Context",
    "Rule",
    "Scope",
    "Settings",
    "check",
    "check_comments",
    "known_options",
    "load_rules",
    "rule_effects",
    "rule_names",
]
