"""SARIF 2.1.0, which code scanning services and editors read.

Findings that are suppressed are left out, since services show them as open alerts.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from aligncheck.engine import load_rules
from aligncheck.engine.documentation import rule_markdown
from aligncheck.model import Severity
from aligncheck.reporters import CONFIDENCE_DIGITS
from aligncheck.reporters._writing.contract import tool_version
from aligncheck.reporters._writing.wording import finding_sentence, place_excerpt

if TYPE_CHECKING:
    from aligncheck.engine import Rule
    from aligncheck.model import Finding, Place, Run, Span

_SCHEMA_URI = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "aligncheck/v1"
"""The name, with its version, that our fingerprints have among those of other tools."""


def render(run: Run) -> str:
    """Write one run with a result per finding and the documentation of all rules."""
    driver = {
        "name": "aligncheck",
        "version": tool_version(),
        "semanticVersion": tool_version(),
        "rules": [_rule_descriptor(rule) for rule in load_rules()],
    }
    results = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_finding_result(finding) for finding in run.findings],
    }
    log = {"$schema": _SCHEMA_URI, "version": "2.1.0", "runs": [results]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule_descriptor(rule: Rule) -> dict[str, object]:
    """Describe a rule from its docstring."""
    documentation = rule_markdown(rule)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": documentation, "markdown": documentation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _finding_result(finding: Finding) -> dict[str, object]:
    message = _escape_links(finding_sentence(finding, quoting=True))
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": _physical_location(finding.path, finding.span)}],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "rank": round(finding.confidence * 100, 2),
        "properties": {
            "confidence": round(finding.confidence, CONFIDENCE_DIGITS),
            "bundle": finding.bundle,
            "locale": finding.locale,
        },
    }
    if finding.source:
        result["message"] = {"text": f"{message} ([{finding.source.locale}](1))"}
        result["relatedLocations"] = [_related_location(finding.source)]
    return result


def _related_location(place: Place) -> dict[str, object]:
    """Give the counterpart, to which the ``(1)`` of the message leads."""
    text = f"{place.locale}: {place_excerpt(place)}" if place.text.strip() else place.locale
    location = _physical_location(place.path, place.span)
    return {"id": 1, "message": {"text": _escape_links(text)}, "physicalLocation": location}


def _physical_location(path: str, span: Span) -> dict[str, object]:
    return {
        "artifactLocation": {"uri": _path_uri(path)},
        "region": {
            "startLine": span.start_line,
            "startColumn": span.start_column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def _path_uri(path: str) -> str:
    """Write a relative path as a relative reference, an absolute one as a file URI."""
    whole = PurePath(path)
    return whole.as_uri() if whole.is_absolute() else quote(os.fsencode(path))


def _escape_links(text: str) -> str:
    """Escape what SARIF reads as a link in a message (section 3.11.6)."""
    return re.sub(r"([\\\[\]])", r"\\\1", text)
