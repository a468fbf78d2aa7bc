"""Layouts that are given as patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aligncheck.config import Config
from aligncheck.discovery import discover_bundles
from aligncheck.errors import ConfigError, UsageError
from tests.discovery.laying import lay, look, shown

if TYPE_CHECKING:
    from pathlib import Path

PATTERNS = {
    "one": (
        "articles/{article}/{locale}.md",
        ["articles/a/b/sv.md", "articles/a/b/en.md", "other/sv.md", "other/en.md"],
        ["articles/a/b: en sv"],
    ),
    "underscore with region": (
        "{article}_{locale}.md",
        ["a_big_zh_CN.md", "a_big_sv.md", "x.md"],
        ["a_big: sv zh-CN"],
    ),
    "without suffix": (
        "t/{locale}/{article}",
        ["t/sv/a.html", "t/en/a.html", "t/src/a.html"],
        ["t/a: en sv"],
    ),
    "source without locale": (
        ("d/{article}.md", "i18n/{locale}/{article}.md"),
        ["d/a.md", "i18n/sv/a.md", "i18n/zh/a.md", "d/b.md"],
        ["d/a: en > sv zh", "d/b: en >  - sv zh"],
    ),
    "source without locale, last": (
        ("i18n/{locale}/{article}.md", "d/{article}.md"),
        ["d/a.md", "i18n/sv/a.md"],
        ["d/a: en > sv"],
    ),
    "two with sources": (
        (
            "d/{article}.md",
            "i/{locale}/d/{article}.md",
            "b/{article}.md",
            "i/{locale}/b/{article}.md",
        ),
        ["d/a.md", "i/sv/d/a.md", "b/a.md", "i/sv/b/a.md"],
        ["b/a: en > sv", "d/a: en > sv"],
    ),
    "a locale twice": (
        "{locale}/{article}.{locale}.md",
        ["sv/a.sv.md", "en/a.en.md", "en/a.sv.md"],
        ["a: en sv"],
    ),
    "no article": ("{locale}.md", ["sv.md", "en.md", "x.md"], [": en sv"]),
}


@pytest.mark.parametrize(("pattern", "paths", "expected"), PATTERNS.values(), ids=PATTERNS.keys())
def test_patterns(
    pattern: str | tuple[str, ...], paths: list[str], expected: list[str], tmp_path: Path
) -> None:
    """What fits a pattern is an article, and nothing else is."""
    lay(*paths)
    patterns = (pattern,) if isinstance(pattern, str) else pattern
    expected = [tmp_path.name + line if line.startswith(":") else line for line in expected]
    assert look(pattern=patterns) == expected


def test_a_single_version_that_fits_a_pattern_misses_the_others() -> None:
    """With a pattern and locales, an article in one language is no reason to stop."""
    lay("articles/a/sv.md")
    found = look(pattern=("articles/{article}/{locale}.md",), locales=("sv", "en"), source="en")
    assert found == ["articles/a: en > sv - en"]


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("{artikel}/{locale}.md", r"\{artikel\}"),
        ("articles/{article}.md", r"does not say where the \{locale\} is"),
        ("articles/*/{locale}.md", r"write \{article\} for any path"),
    ],
)
def test_a_pattern_that_is_none_is_refused(pattern: str, complaint: str) -> None:
    """Unknown placeholders are named, and their lack as well."""
    lay("a.sv.md", "a.en.md")
    with pytest.raises(ConfigError, match=complaint):
        look(pattern=(pattern,))


def test_patterns_speak_of_their_project_alone(tmp_path: Path) -> None:
    """A folder outside, or one that was named and fits no pattern, is read by its own layout."""
    lay("project/articles/a/sv.md", "project/articles/a/en.md")
    lay("project/other/de/b.md", "project/other/sv/b.md", "outside/de/c.md", "outside/fr/c.md")
    config = Config(
        root=tmp_path / "project",
        pattern=("articles/{article}/{locale}.md",),
        locales=("sv", "en"),
        source="en",
    )

    def found(*paths: str) -> list[str]:
        return [shown(bundle) for bundle in discover_bundles(config, paths)]

    assert found() == found("project") == ["articles/a: en > sv"]
    assert found("outside") == ["c: de fr"]
    assert found("project/other") == ["other/b: en > sv - en"]
    lay("empty/x.md")
    with pytest.raises(UsageError, match="looked at"):
        found("empty")
