"""Prints the first code block under a heading of README.md, so that CI runs what readers run."""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"


def command_under(title: str, text: str) -> str:
    """Give the first fenced block between a heading and the next; SystemExit if there is none."""
    section = re.search(rf"^#+ {re.escape(title)}$(.*?)(?=^#+ |\Z)", text, re.DOTALL | re.MULTILINE)
    block = section and re.search(r"^```\w*\n(.*?)^```$", section[1], re.DOTALL | re.MULTILINE)
    if not block:
        raise SystemExit(f"README.md has no code block under the heading '{title}'")
    return block[1].strip()


if __name__ == "__main__":
    sys.stdout.write(command_under(sys.argv[1], README.read_text(encoding="utf-8")) + "\n")
