"""Runs the rules: what they look at, which there are, and the law against cascades."""

from aligncheck.engine.cascade import Raised
from aligncheck.engine.context import Context
from aligncheck.engine.registry import (
    Rule,
    Scope,
    known_options,
    load_rules,
    rule_effects,
    rule_names,
)
from aligncheck.engine.runner import (
    Settings,
    Usages,
    check_articles,
    check_comments,
    raise_flags,
    settle_flags,
)

__all__ = [
    "Context",
    "Raised",
    "Rule",
    "Scope",
    "Settings",
    "Usages",
    "check_articles",
    "check_comments",
    "known_options",
    "load_rules",
    "raise_flags",
    "rule_effects",
    "rule_names",
    "settle_flags",
]
