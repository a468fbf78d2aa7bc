"""The types that flow, wherever they stand."""

from __future__ import annotations

import ast
from pathlib import Path

from aligncheck import model

FOLDER = Path(model.__file__).parent


def test_every_public_name_is_one_of_the_package() -> None:
    """Whatever a file of the package defines is imported from the package, and nothing else is."""
    defined = {
        node.name
        for path in FOLDER.glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
    } | {
        node.target.id
        for path in FOLDER.glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    defined = {name for name in defined if not name.startswith("_")}
    assert defined == set(model.__all__)
    assert all(hasattr(model, name) for name in defined)
