"""Layouts are found without configuration."""

from __future__ import annotations

import os
import sys

import pytest

from aligncheck.errors import UsageError
from tests.discovery.laying import LAYOUTS, files, lay, look


@pytest.mark.parametrize(("paths", "expected"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layouts_are_found_without_configuration(paths: list[str], expected: list[str]) -> None:
    """Every known layout is recognized, with exactly its articles."""
    if any("Tea" in path for path in paths) and sys.platform != "linux":
        pytest.skip("the file system may not tell letter case")
    lay(*paths)
    assert look() == expected


@pytest.mark.parametrize(
    "paths",
    [
        ["src/a.md", "lib/a.md", "man/a.md", "doc/a.md", "api/a.md", "bin/a.md", "log/a.md"],
        ["it/setup.md", "no/setup.md"],
        ["to-do.md", "to.md"],
        ["do_it.md", "do.md"],
        ["faq/no.md", "faq/is.md"],
        ["plug-in.md", "plug.md"],
        files("plugins/{article}/README.md", "kk sv fd fzf git go vim svn tig z aws npm", "-"),
        files("commands/{article}.md", "kk sv ls cp dd df wc cat sed awk head tail", "-"),
    ],
)
def test_words_are_not_locales(paths: list[str]) -> None:
    """A folder or name that is an ordinary word makes no article."""
    lay(*paths)
    with pytest.raises(UsageError, match="no article in two languages"):
        look()


def test_words_are_locales_beside_others() -> None:
    """A word that is also a language counts where others leave no doubt."""
    lay(*files("{locale}/{article}.md", "a b", "sv it no"))
    assert look() == ["a: it no sv", "b: it no sv"]


def test_a_version_missing_in_most_articles_is_not_expected() -> None:
    """A locale is missing from an article where most of the other articles have it."""
    lay(*files("{locale}/{article}.md", "a b c d", "sv en"), "zh/a.md")
    os.remove("sv/d.md")  # noqa: PTH107
    assert look() == ["a: en sv zh", "b: en sv", "c: en sv", "d: en - sv"]


def test_configured_locales_are_expected_of_every_article() -> None:
    """With locales configured, each lacking one is missing, and others are not looked at."""
    lay(*files("{locale}/{article}.md", "a b", "sv en fr"), "zh_CN/a.md")
    found = look(source="en", locales=("en", "sv", "zh"))
    assert found == ["a: en > sv zh", "b: en > sv - zh"]


def test_an_orphan_lacks_its_source() -> None:
    """A translation without its source has the source among what is missing."""
    lay(*files("{locale}/{article}.md", "a b", "sv en"), "sv/c.md")
    assert look(source="en") == ["a: en > sv", "b: en > sv", "c: en > sv - en"]


def test_an_orphan_of_an_unmarked_source_lacks_it() -> None:
    """Where sources carry no locale, a translation without one is an orphan too."""
    lay("docs/a.md", "docs/b.md", *files("docs/{locale}/{article}.md", "a b gone", "sv"))
    assert look() == ["docs/a: en > sv", "docs/b: en > sv", "docs/gone: en > sv - en"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"source": "zh"}, ["README: zh > en sv"]),
        ({"locales": ("zh", "en", "sv")}, ["README: zh > en sv"]),
    ],
)
def test_the_locale_of_an_unmarked_file_is_configured(
    settings: dict[str, object], expected: list[str]
) -> None:
    """It is the source configured, or the one locale that no marker names."""
    lay("README.md", "README.en.md", "README.sv.md")
    assert look(**settings) == expected


def test_two_files_for_one_version_are_refused() -> None:
    """Both files are named, and what to do."""
    lay("README.md", "README.en.md", "README.sv.md")
    with pytest.raises(UsageError, match=r"README\.en\.md and README\.md are both the en version"):
        look()
    lay("a.sv.md", "a.sv.mdx", "a.zh.md")
    with pytest.raises(UsageError, match=r"a\.sv\.md and a\.sv\.mdx are both the sv version"):
        look("a.sv.md", "a.sv.mdx", "a.zh.md")


def test_a_version_as_text_and_as_document_is_refused() -> None:
    """Which of the two is to be compared is not guessed; an exclude decides it."""
    lay("a/sv.md", "a/en.md", "a/en.docx")
    with pytest.raises(UsageError, match=r"a/en\.docx and a/en\.md are both the en version of a"):
        look()
    assert look(exclude=("*.docx",)) == ["a: en sv"]
    assert look(exclude=("en.md",)) == ["a: en sv"]


def test_of_two_regions_the_configured_one_is_taken() -> None:
    """A file in the very locale that is configured stands, whatever else the folder holds."""
    lay(*files("{locale}/a.md", "", ""), "zh/a.md", "zh-TW/a.md", "en/a.md")
    assert look(locales=("en", "zh")) == ["a: en zh"]
