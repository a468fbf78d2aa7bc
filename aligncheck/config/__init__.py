"""What a team has decided: ``aligncheck.toml`` or ``[tool.aligncheck]`` as a checked value."""

from __future__ import annotations

from aligncheck.config.options import ABRIDGED, SUFFIXES, UNUSED_SUPPRESSION, Config, FailOn
from aligncheck.config.reading import load_config
from aligncheck.config.template import render_config

__all__ = [
    "ABRIDGED",
    "SUFFIXES",
    "UNUSED_SUPPRESSION",
    "Config",
    "FailOn",
    "load_config",
    "render_config",
]
