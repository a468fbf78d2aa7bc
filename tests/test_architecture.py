"""The import contracts, which a machine checks."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = {
    "click": {"cli"},
    "rich": {"cli", "reporters/_writing/layout.py"},
    "jinja2": {"reporters/html"},
    "markupsafe": {"reporters/html"},
    "markdown_it": {"formats"},
    "mdit_py_plugins": {"formats"},
    "selectolax": {"formats"},
    "defusedxml": {"formats", "termbase"},
    "docx": set(),
    "lxml": set(),
    "langdetect": {"languages", "untranslated"},
    "numpy": {"embedding", "alignment"},
    "onnx": {"embedding/built_in/conversion.py", "embedding/built_in/onnx_graph.py"},
    "onnxruntime": {"embedding/engines"},
    "tokenizers": {"embedding"},
    "safetensors": {"embedding/built_in/export.py"},
    "sentence_transformers": {"embedding/engines"},
    "torch": {"embedding"},
}
IMPORT = re.compile(r"^\s*(?:from|import) ([a-z_0-9]+)", re.MULTILINE)
SOURCES = sorted((ROOT / "aligncheck").rglob("*.py"))


def test_imports_only_go_down() -> None:
    """No package imports one above it or beside it."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("package", ROOMS)
def test_third_parties_stay_in_their_room(package: str) -> None:
    """A library is imported only where the design has a place for it."""
    users = {
        path.relative_to(ROOT / "aligncheck").as_posix()
        for path in SOURCES
        if package in IMPORT.findall(path.read_text(encoding="utf-8"))
    }
    strangers = {
        user for user in users if not any(user.startswith(room) for room in ROOMS[package])
    }
    assert not strangers
