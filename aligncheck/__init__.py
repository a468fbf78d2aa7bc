"""Find what a reader of one language version of an article would miss.

``aligncheck.check(["articles"], aligncheck.load_config())`` gives a ``Run``; everything heavy
is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aligncheck.config import Config, load_config
    from aligncheck.errors import AligncheckError
    from aligncheck.gate import check_since, check_text
    from aligncheck.model import Bead, Bitext, Document, Finding, Run, Segment, Severity, Span
    from aligncheck.pipeline import align_files, align_paths, check

_HOMES = {
    "AligncheckError": "errors",
    "Bead": "model",
    "Bitext": "model",
    "Config": "config",
    "Document": "model",
    "Finding": "model",
    "Run": "model",
    "Segment": "model",
    "Severity": "model",
    "Span": "model",
    "align_files": "pipeline",
    "align_paths": "pipeline",
    "check": "pipeline",
    "check_since": "gate",
    "check_text": "gate",
    "load_config": "config",
}

__all__ = [
    "AligncheckError",
    "Bead",
    "Bitext",
    "Config",
    "Document",
    "Finding",
    "Run",
    "Segment",
    "Severity",
    "Span",
    "align_files",
    "align_paths",
    "check",
    "check_since",
    "check_text",
    "load_config",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'aligncheck' has no attribute {name!r}")
    return getattr(import_module(f"aligncheck.{_HOMES[name]}"), name)
