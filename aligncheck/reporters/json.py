"""The report as one JSON document: the contract for programs, schema 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aligncheck.reporters._writing.contract import finding_fields, header_fields, suppressed_fields

if TYPE_CHECKING:
    from aligncheck.model import Run


def render(run: Run) -> str:
    """Write the run, its findings and what was suppressed as one document."""
    document = header_fields(run) | {
        "findings": [finding_fields(finding) for finding in run.findings],
        "suppressed": [suppressed_fields(suppressed) for suppressed in run.suppressed],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
