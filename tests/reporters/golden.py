"""The golden files: what every format writes for the sample report.

``python -m tests.reporters.golden`` writes them anew after a change that is meant; read the diff.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from aligncheck import reporters
from aligncheck.reporters._writing.contract import tool_version
from tests.sample_report import REPORT

FOLDER = Path(__file__).parent / "golden"


def path_of(name: str) -> Path:
    """Give the golden file of a format."""
    return FOLDER / f"{name}.golden"


def rendered(name: str) -> str:
    """Write the sample report, without what changes from release to release."""
    text = reporters.render(name, REPORT, {"width": 80, "colour": False, "verbose": True})
    if name == "sarif":
        log = json.loads(text)
        log["runs"][0]["tool"]["driver"]["rules"] = []
        text = json.dumps(log, ensure_ascii=False, indent=2) + "\n"
    if name == "html":
        text = re.sub(r"(?s)(<(style|script)\b[^>]*>).*?(?=</\2>)", r"\1", text)
        text = re.sub(r"'sha256-[^']*'", "'HASH'", text)
        text = text.replace(f"aligncheck {tool_version()}", "aligncheck VERSION")
    return text.replace(f'"{tool_version()}"', '"VERSION"')


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in reporters.format_names():
        path_of(each).write_text(rendered(each), encoding="utf-8", newline="\n")
