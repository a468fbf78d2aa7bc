"""The configuration that is proposed for a layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligncheck.config import Config, load_config
from aligncheck.discovery import discover_bundles, propose_config
from tests.discovery.laying import LAYOUTS, lay


@pytest.mark.parametrize(
    "paths",
    [paths for name, (paths, _) in LAYOUTS.items() if name not in {"letter case", "regions"}],
    ids=[name for name in LAYOUTS if name not in {"letter case", "regions"}],
)
def test_the_configuration_proposed_finds_the_same(paths: list[str], tmp_path: Path) -> None:
    """`aligncheck init` writes patterns by which the same articles are found."""
    lay(*paths)
    before = discover_bundles(Config(root=tmp_path), [])
    Path("aligncheck.toml").write_text(propose_config(tmp_path), encoding="utf-8")
    after = discover_bundles(load_config(None, tmp_path), [])
    assert [bundle.paths for bundle in after] == [bundle.paths for bundle in before]


def test_the_configuration_proposed_for_nothing_is_all_comments(tmp_path: Path) -> None:
    """Where no layout is found, every key is there to be filled in."""
    text = propose_config(tmp_path)
    Path("aligncheck.toml").write_text(text, encoding="utf-8")
    assert load_config(None, tmp_path) == Config(root=tmp_path, path=tmp_path / "aligncheck.toml")
    assert '# pattern = "articles/{article}/{locale}.md"' in text
