"""One JSON object per line and finding, with the fields of the JSON contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aligncheck.reporters._writing.contract import finding_fields

if TYPE_CHECKING:
    from aligncheck.model import Run


def render(run: Run) -> str:
    """Write the findings that count, one a line."""
    fields = map(finding_fields, run.findings)
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in fields)
