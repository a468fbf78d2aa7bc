"""One file is one rule; the runner, the registry and the law against cascades stand beside them."""

from aligncheck.checks.context import Context
from aligncheck.checks.registry import Rule, Scope, known_options, load_rules
from aligncheck.checks.runner import Article, Settings, check

__all__ = [
    "Article",
    "Context",
    "Rule",
    "Scope",
    "Settings",
    "check",
    "known_options",
    "load_rules",
]
