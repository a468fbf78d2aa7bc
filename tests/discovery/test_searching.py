"""Folders are searched for articles, and for nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aligncheck.config import Config, load_config
from aligncheck.discovery import discover_bundles
from aligncheck.errors import ConfigError, UsageError
from tests.discovery.laying import files, lay, look


def test_paths_that_are_not_there_are_refused() -> None:
    """A missing path is named, and so is a link that leads to itself."""
    with pytest.raises(UsageError, match=r"^there is no gone$"):
        look("gone")
    Path("loop.md").symlink_to("loop.md")
    with pytest.raises(UsageError, match=r"loop\.md: cannot be looked at"):
        look("loop.md")


@pytest.mark.parametrize(
    ("paths", "settings", "complaint"),
    [
        ([], {}, "it holds no file that ends in .docx, .docm, .html, .htm, .xhtml, .md"),
        (["notes.rst"], {}, "it holds no file"),
        (
            ["a.md", "b.md"],
            {},
            r"no article in two languages in \. \(2 files looked at: a.md, b.md\)",
        ),
        (["sv/a.md", "sv/b.md"], {}, "only sv versions .*give the folder above"),
        (["fr/a.md", "de/a.md"], {"locales": ("sv", "en")}, "in the configured locales sv, en"),
        (["a.sv.md"], {"pattern": ("x/{locale}.md",)}, "nothing fits the pattern 'x/{locale}.md'"),
    ],
)
def test_nothing_found_is_an_error(
    paths: list[str], settings: dict[str, object], complaint: str
) -> None:
    """It says what was looked for, where, and what to do."""
    lay(*paths)
    with pytest.raises(UsageError, match=complaint):
        look(**settings)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            'source = "sv"\nlocales = [\n"sv",\n"qq"]',
            r"aligncheck\.toml:4: locales: 'qq' is no locale",
        ),
        ('source = "xx"', r"aligncheck\.toml:1: source: 'xx' is no locale"),
        ('\npattern = "{x}/{locale}.md"', r"aligncheck\.toml:2: pattern: .* holds {x}"),
        ('exclude = [\n"a",\n"!"]', r"aligncheck\.toml:3: exclude: Invalid git pattern"),
    ],
)
def test_faults_of_the_configuration_are_shown_in_its_file(text: str, complaint: str) -> None:
    """The file, the line and the key are named."""
    lay("a.sv.md", "a.en.md")
    Path("aligncheck.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=complaint):
        discover_bundles(load_config(None, Path()), [])


def test_a_folder_reached_through_a_link_is_in_the_project(tmp_path: Path) -> None:
    """Patterns hold for it, by whatever way one comes to it."""
    lay("real/articles/a/sv.md", "real/articles/a/en.md", "real/x.sv.md", "real/x.en.md")
    Path("link").symlink_to("real", target_is_directory=True)
    config = Config(root=tmp_path / "real", pattern=("articles/{article}/{locale}.md",))
    (bundle,) = discover_bundles(config, ["link"])
    assert bundle.name == "articles/a"
    assert list(bundle.paths.values()) == ["link/articles/a/en.md", "link/articles/a/sv.md"]


def test_what_is_ignored_is_left_out() -> None:
    """Excludes, .gitignore files at every depth, hidden folders and others' code are left out."""
    lay(*files("{locale}/{article}.md", "a draft/b keep/c tmp/d", "sv en"))
    lay(*files(".hidden/{locale}/{article}.md", "e", "sv en"))
    lay(*files("node_modules/{locale}/{article}.md", "f", "sv en"))
    lay(*files("build/{locale}/{article}.md", "g", "sv en"))
    Path(".git").mkdir()
    Path(".gitignore").write_text("build/\n!\n*.md\n!a.md\n!b.md\n!c.md\n", encoding="utf-8")
    Path("sv/keep").joinpath(".gitignore").write_text("c.md\n", encoding="utf-8")
    assert look(exclude=("draft/",)) == ["a: en sv", "keep/c: en - sv"]
    assert look("sv", "en", exclude=("draft/",)) == ["a: en sv", "keep/c: en - sv"]


def test_a_folder_that_is_ignored_but_asked_for_is_searched() -> None:
    """What the user names counts for more than a .gitignore above it."""
    lay(*files("build/{locale}/{article}.md", "g", "sv en"))
    Path(".git").mkdir()
    Path(".gitignore").write_text("build/\n", encoding="utf-8")
    assert look("build") == ["build/g: en sv"]


def test_an_exclude_pattern_that_is_none_is_refused() -> None:
    """The message names the pattern."""
    lay("a.sv.md", "a.en.md")
    with pytest.raises(ConfigError, match=r"exclude: .*'!'"):
        look(exclude=("!",))


def test_links_do_no_harm() -> None:
    """Folders are not followed through links, so that a loop ends; files are."""
    lay("real/x.md", "sv/a.md")
    Path("sv/loop").symlink_to("..", target_is_directory=True)
    Path("en").mkdir()
    Path("en/a.md").symlink_to("../real/x.md")
    Path("zh").mkdir()
    Path("zh/a.md").symlink_to("nowhere.md")
    assert look() == ["a: en sv zh"]
    assert look("sv/a.md", "en/a.md") == ["a: en sv"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_article() -> None:
    """What cannot be read without waiting is not looked at."""
    lay("sv/a.md", "en/a.md")
    Path("zh").mkdir()
    os.mkfifo("zh/a.md")
    assert look() == ["a: en sv"]


def test_a_folder_named_like_an_article() -> None:
    """It is searched where it holds articles, else it is an article that cannot be read."""
    lay("sv/a.md", "en/a.md", "guide.md/sv.md", "guide.md/en.md")
    Path("zh/a.md").mkdir(parents=True)
    assert look() == ["a: en sv zh", "guide.md: en sv"]
    assert look("sv/a.md", "zh/a.md") == ["a: sv zh"]


def test_paths_are_as_the_user_would_type_them(tmp_path: Path) -> None:
    """From the working directory, with forward slashes, however they were given."""
    lay("d/sv/a.md", "d/en/a.md")
    config = Config(root=tmp_path)
    for given in ("d", "./d/", str(tmp_path / "d"), "d/../d", "d//"):
        (bundle,) = discover_bundles(config, [given])
        assert list(bundle.paths.values()) == ["d/en/a.md", "d/sv/a.md"]
        assert bundle.name == "d/a"


def test_paths_outside_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They stay as they were given, and names do not depend on the working directory."""
    lay("project/docs/sv/a.md", "project/docs/en/a.md", "project/sub/x.md")
    Path("project/aligncheck.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir("project/sub")
    config = load_config(None, Path())
    (bundle,) = discover_bundles(config, ["../docs"])
    assert bundle.name == "docs/a"
    assert list(bundle.paths.values()) == ["../docs/en/a.md", "../docs/sv/a.md"]
    (bundle,) = discover_bundles(config, [])
    assert bundle.name == "docs/a"
    assert list(bundle.paths.values()) == [
        (tmp_path / "project/docs/en/a.md").as_posix(),
        (tmp_path / "project/docs/sv/a.md").as_posix(),
    ]


def test_a_file_found_twice_counts_once() -> None:
    """Overlapping paths give each article once."""
    lay("d/sv/a.md", "d/en/a.md")
    assert look("d", "d/sv", "d/sv/a.md", "./d") == ["d/a: en sv"]
