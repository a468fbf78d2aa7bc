"""A repository from a stranger is asked, and none of what it holds or configures is run."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from aligncheck.errors import UsageError
from aligncheck.gate.revisions import Revision
from tests.gate.team import git

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the traps are shell scripts")


class Trap:
    """A program that leaves a trace when it is run."""

    def __init__(self, folder: Path) -> None:
        """Write the program."""
        self.trace = folder / "sprung"
        self.program = folder / "trap.sh"
        self.program.write_text(f'#!/bin/sh\ntouch "{self.trace}"\n', encoding="utf-8")
        self.program.chmod(0o755)

    def springs(self, *arguments: str, folder: Path) -> bool:
        """Tell whether plain git runs the program, and forget that it did."""
        git(folder, *arguments)
        sprung = self.trace.exists()
        self.trace.unlink(missing_ok=True)
        return sprung


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Trap]:
    """Lay a trap; whatever the test does must not spring it."""
    laid = Trap(tmp_path)
    yield laid
    assert not laid.trace.exists(), "a program of the repository was run"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a repository with a folder of two articles, one of them edited since."""
    folder = tmp_path / "site"
    (folder / "docs").mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    for name in ("sv", "en"):
        (folder / "docs" / f"{name}.md").write_text("Hej.\n", encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Write")
    (folder / "docs" / "sv.md").write_text("Hej hej.\n", encoding="utf-8")
    return folder


def compare(folder: Path, top: Path, target: Path) -> set[str]:
    """Do all that is ever asked of git about a folder: find, compare, write."""
    revision = Revision.find("HEAD", folder)
    assert revision.top == top
    revision.write_articles(target)
    assert (target / "docs" / "sv.md").read_text(encoding="utf-8") == "Hej.\n"
    return {path.removeprefix(f"{top.as_posix()}/") for path in revision.list_changed()}


@pytest.mark.parametrize("worktree", [".", ".."])
def test_a_folder_that_looks_like_a_repository_is_none(
    worktree: str, site: Path, tmp_path: Path, trap: Trap
) -> None:
    """HEAD, config, objects and refs as ordinary tracked files do not make git read the config."""
    inside, commit = site / "docs", git(site, "rev-parse", "HEAD")
    git(inside, "init", "--quiet", "--bare", "--initial-branch=main", ".")
    (inside / "refs" / "heads" / "main").write_text(f"{commit}\n", encoding="utf-8")
    objects = inside / "objects" / "info" / "alternates"
    objects.write_text(f"{site / '.git' / 'objects'}\n", encoding="utf-8")
    git(inside, "config", "core.bare", "false")
    git(inside, "config", "core.worktree", worktree)
    git(inside, "config", "core.fsmonitor", str(trap.program))
    assert trap.springs("status", folder=inside)
    assert "docs/sv.md" in compare(inside, site, tmp_path / "past")


@pytest.mark.parametrize(
    ("key", "attributes", "command"),  # and the git command that would run it
    [
        ("core.fsmonitor", "", ("status",)),
        ("diff.external", "", ("diff",)),
        ("filter.lint.clean", "*.md filter=lint\n", ("diff",)),
        ("filter.a.b c.clean", '*.md filter="a.b c"\n', ()),
        ("diff.prose.textconv", "*.md diff=prose\n", ("diff",)),
        ("diff.prose.command", "*.md diff=prose\n", ("diff",)),
        ("core.pager", "", ()),
        ("core.sshCommand", "", ()),
    ],
)
def test_what_the_configuration_of_a_repository_starts_is_not_started(
    key: str, attributes: str, command: tuple[str, ...], site: Path, trap: Trap
) -> None:
    """Monitors, filters, converters and pagers, as an unpacked archive may bring them."""
    (site / ".gitattributes").write_text(attributes, encoding="utf-8")
    git(site, "config", key, str(trap.program))
    if command:
        assert trap.springs(*command, folder=site)
    assert "docs/sv.md" in compare(site / "docs", site, site.parent / "past")


def test_a_filter_that_must_run_does_not(site: Path, tmp_path: Path, trap: Trap) -> None:
    """A filter that is required, or that runs for long, is left out without an error."""
    (site / ".gitattributes").write_text("*.md filter=lint\n", encoding="utf-8")
    git(site, "config", "filter.lint.process", str(trap.program))
    git(site, "config", "filter.lint.required", "true")
    assert "docs/sv.md" in compare(site, site, tmp_path / "past")


def test_hooks_of_a_repository_are_not_run(site: Path, tmp_path: Path, trap: Trap) -> None:
    """Neither those in its own folder nor those that it names."""
    hook = site / ".git" / "hooks" / "post-index-change"
    hook.parent.mkdir(exist_ok=True)
    trap.program.rename(hook)
    os.utime(site / "docs" / "en.md")
    assert "docs/sv.md" in compare(site, site, tmp_path / "past")


def test_a_submodule_is_not_looked_into(site: Path, tmp_path: Path, trap: Trap) -> None:
    """Its own configuration counts for nothing."""
    inner = site / "theme"
    git(site, "init", "--quiet", "theme")
    git(inner, "commit", "--quiet", "--allow-empty", "--message", "Begin")
    git(site, "add", "theme")
    git(site, "commit", "--quiet", "--message", "Take a theme in")
    git(inner, "config", "core.fsmonitor", str(trap.program))
    assert trap.springs("status", folder=site)
    assert compare(site, site, tmp_path / "past") == {"docs/sv.md"}


def test_what_a_clone_lacks_is_not_fetched(site: Path, tmp_path: Path, trap: Trap) -> None:
    """A clone without contents would start what its remote names; it is told what to do instead."""
    git(site, "config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "partial"
    filtered = ("--no-checkout", "--filter=blob:none")
    git(tmp_path, "clone", "--quiet", *filtered, site.as_uri(), partial.name)
    git(partial, "config", "remote.origin.uploadpack", str(trap.program))
    with pytest.raises(UsageError, match=r"^git: .*run 'git fetch --refetch --no-filter'$"):
        Revision.find("HEAD", partial).write_articles(tmp_path / "past")


def test_the_environment_does_not_lead_elsewhere(
    site: Path, tmp_path: Path, trap: Trap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Variables of git, as a hook or a wrapper sets them, lead nowhere and start nothing."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap.program))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(trap.program))
    assert "docs/sv.md" in compare(site / "docs", site, tmp_path / "past")


def test_a_worktree_beside_its_repository_is_found(site: Path, tmp_path: Path) -> None:
    """Its .git is a file that says where the repository is."""
    git(site, "worktree", "add", "--quiet", str(tmp_path / "beside"))
    revision = Revision.find("HEAD", tmp_path / "beside" / "docs")
    assert revision.top == tmp_path / "beside"
    assert revision.list_changed() == frozenset()
