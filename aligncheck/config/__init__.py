"""What a team has decided: ``aligncheck.toml`` or ``[tool.aligncheck]`` as a checked value."""

from __future__ import annotations

from aligncheck.config.codes import is_code, names_rule, nearest_rule, what_instead
from aligncheck.config.keys import ABRIDGED, Config, FailOn
from aligncheck.config.reading import CONFIG_FILE_NAME, load_config
from aligncheck.config.template import render_config

__all__ = [
    "ABRIDGED",
    "CONFIG_FILE_NAME",
    "Config",
    "FailOn",
    "is_code",
    "load_config",
    "names_rule",
    "nearest_rule",
    "render_config",
    "what_instead",
]
