"""Files that are given one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aligncheck.config import Config
from aligncheck.discovery import discover_bundles
from aligncheck.errors import UsageError
from tests.discovery.laying import lay, look

if TYPE_CHECKING:
    from pathlib import Path

BY_HAND = [
    (["article.sv.md", "article.en.md", "article.zh.md"], ["article: en sv zh"]),
    (["sv.md", "en.md"], ["{root}: en sv"]),
    (["sv/a.md", "en/a.md"], ["a: en sv"]),
    (["sv/artikel.md", "en/article.md"], ["artikel: en sv"]),
    (["artikel-sv.txt", "zh article.html"], ["artikel: sv zh"]),
    (["README.md", "README.it.md"], ["README: en > it"]),
    (["a.sv.md", "a.en.md", "b.sv.md", "b.zh.md"], ["a: en sv", "b: sv zh"]),
    (["x.md", "it/y.md"], ["x: en > it"]),
]


@pytest.mark.parametrize(("paths", "expected"), BY_HAND)
def test_files_given_by_hand(paths: list[str], expected: list[str], tmp_path: Path) -> None:
    """Files named one by one are compared, by layout or because each is in another language."""
    lay(*paths)
    assert look(*paths) == [line.replace("{root}", tmp_path.name) for line in expected]


def test_files_given_by_hand_are_compared_with_each_other_alone() -> None:
    """Nothing is missing from them, whatever is configured; without the source they are peers."""
    lay("articles/a/sv.md", "articles/a/zh_CN.md", "articles/a/de.md")
    settings = {
        "source": "en",
        "locales": ("en", "sv", "zh"),
        "pattern": ("articles/{article}/{locale}.md",),
    }
    assert look("articles/a/sv.md", "articles/a/zh_CN.md", **settings) == ["articles/a: sv zh"]
    assert look("articles/a/sv.md", "articles/a/de.md", **settings) == ["articles/a: sv de"]


def test_the_locale_of_a_file_may_be_said(tmp_path: Path) -> None:
    """Where names say nothing, --locale does."""
    lay("draft.md", "final.md")
    config = Config(root=tmp_path)
    locales = {"draft.md": "sv", "./final.md": "zh_CN"}
    (bundle,) = discover_bundles(config, ["draft.md", "final.md"], locales=locales)
    assert dict(bundle.paths) == {"sv": "draft.md", "zh-CN": "final.md"}


@pytest.mark.parametrize(
    ("paths", "complaint"),
    [
        (["a.sv.md"], "a.sv.md: nothing to compare it with"),
        (["one.md", "two.md"], "cannot tell the language of one.md, two.md; .*--locale"),
        (["a.sv.md", "b.sv.md"], "nothing to compare among a.sv.md .sv., b.sv.md .sv."),
        (["a.sv.md", "a.en.md", "b.sv.md"], "b.sv.md: nothing to compare with"),
        (["a.sv.odt", "a.en.odt"], "a.sv.odt: not a kind of file"),
    ],
)
def test_files_that_cannot_be_compared_are_refused(paths: list[str], complaint: str) -> None:
    """The message names the files and what to do."""
    lay(*paths)
    with pytest.raises(UsageError, match=complaint):
        look(*paths)
