"""One file is one rule; the runner, the registry and the law against cascades stand beside them."""

from aligncheck.checks.context import Context
from aligncheck.checks.registry import Rule, Scope, known_options, load_rules, rule_names
from aligncheck.checks.runner import Article, Settings, check, check_comments

__all__ = [
    "Article",
    "Context",
    "Rule",
    "Scope",
    "Settings",
    "check",
    "check_comments",
    "known_options",
    "load_rules",
    "rule_names",
]
