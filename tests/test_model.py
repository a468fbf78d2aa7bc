"""The types that flow, wherever they stand."""

from __future__ import annotations

import ast
from pathlib import Path

from aligncheck import model

FOLDER = Path(model.__file__).parent


def test_every_type_is_a_name_of_the_package() -> None:
    """Whatever a file of the package defines is imported from the package, and nothing else is."""
    defined = {
        node.name
        for path in FOLDER.glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
    }
    assert defined == set(model.__all__)
    assert all(hasattr(model, name) for name in defined)
