"""What git is asked: files that changed, what a revision held, and its mistakes in one line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from aligncheck.errors import UsageError
from aligncheck.gate.revisions import Revision
from tests.gate.team import git

ARTICLE = "a/sv.md"


def save(folder: Path, **texts: str) -> None:
    """Write files, named with two underscores for a slash and one for a dot."""
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def commit(folder: Path, message: str = "Edit") -> str:
    """Commit everything; give the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository of one article and a program."""
    folder = tmp_path / "site"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    save(folder, a__sv_md="Ett.\n", a__en_md="One.\n", run_py="print()\n", _gitignore="drafts/\n")
    commit(folder)
    return folder


def names(folder: Path) -> set[str]:
    """List the files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def test_changes_are_those_of_the_working_tree(repository: Path) -> None:
    """Edited, staged, new, removed and renamed files have changed; ignored ones have not."""
    revision = Revision.find("HEAD", repository / "a")
    assert revision.list_changed() == frozenset()
    save(repository, a__sv_md="Två.\n", b__en_md="New.\n", drafts__x_md="Draft.\n")
    (repository / "a" / "en.md").rename(repository / "a" / "å en.md")
    git(repository, "add", "a/sv.md")
    changed = {Path(path).relative_to(revision.top).as_posix() for path in revision.list_changed()}
    assert changed == {"a/sv.md", "a/en.md", "a/å en.md", "b/en.md"}


def test_a_revision_is_written_as_it_was(repository: Path, tmp_path: Path) -> None:
    """Articles only, byte for byte, whatever attributes say of exporting."""
    save(repository, _gitattributes="* export-ignore eol=crlf\n", a__zh_md="一\r\n")
    name = commit(repository)
    save(repository, a__sv_md="Två.\n", a__de_md="Neu.\n")
    Revision.find(name, repository).write_articles(tmp_path / "past")
    assert names(tmp_path / "past") == {".gitignore", "a/sv.md", "a/en.md", "a/zh.md"}
    assert (tmp_path / "past" / "a" / "sv.md").read_text(encoding="utf-8") == "Ett.\n"


def test_batches_make_no_difference(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of all sizes arrive whole, in whatever portions git is asked for them."""
    texts = {f"t{number}_md": "x\n" * number**3 for number in range(7)}
    save(repository, **texts)
    monkeypatch.setattr("aligncheck.gate.revisions._BATCH", 2)
    Revision.find(commit(repository), repository).write_articles(tmp_path / "past")
    for name, text in texts.items():
        path = tmp_path / "past" / name.replace("_", ".")
        assert path.read_text(encoding="utf-8") == text


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_are_written_as_links(repository: Path, tmp_path: Path) -> None:
    """A version may be a link to another file of the revision; nothing is written through one."""
    (repository / "a" / "no.md").symlink_to("sv.md")
    (repository / "b.md").symlink_to("a")
    Revision.find(commit(repository), repository).write_articles(tmp_path / "past")
    assert (tmp_path / "past" / "a" / "no.md").read_text(encoding="utf-8") == "Ett.\n"
    assert (tmp_path / "past" / "b.md").readlink() == Path("a")


def test_three_dots_are_where_the_branch_left(repository: Path) -> None:
    """What has happened on main since does not count."""
    fork = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "--create", "edits")
    commit(repository, "Ours")
    git(repository, "switch", "--quiet", "main")
    theirs = commit(repository, "Theirs")
    git(repository, "switch", "--quiet", "edits")
    assert Revision.find("main...", repository).commit == fork
    assert Revision.find("main", repository).commit == theirs


@pytest.mark.parametrize("name", ["nope", "", "--help", "HEAD:a", "HEAD:a/sv.md", "...", "a b"])
def test_what_is_no_revision_is_named(name: str, repository: Path) -> None:
    """An option, a folder and a file are none."""
    with pytest.raises(UsageError) as raised:
        Revision.find(name, repository)
    assert str(raised.value) == f"there is no revision '{name}' in {repository}"


def test_branches_without_a_common_commit_are_told(repository: Path) -> None:
    """There is no place where the one left the other."""
    git(repository, "switch", "--quiet", "--orphan", "other")
    commit(repository)
    with pytest.raises(UsageError, match=r"'main\.\.\.': HEAD and main have no commit in common$"):
        Revision.find("main...", repository)


@pytest.mark.parametrize("name", ["HEAD~1", "HEAD~1..."])
def test_a_shallow_clone_is_told_what_to_fetch(name: str, repository: Path, tmp_path: Path) -> None:
    """The message names the command, and the settings of GitHub and GitLab."""
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), "shallow")
    with pytest.raises(UsageError, match=r"no revision 'HEAD~1.*fetch --unshallow.*fetch-depth: 0"):
        Revision.find(name, tmp_path / "shallow")


def test_a_folder_outside_of_a_repository_is_told(tmp_path: Path) -> None:
    """With what git says, without its prefix."""
    with pytest.raises(UsageError, match=r"^git: not a git repository .* \(in "):
        Revision.find("HEAD", tmp_path)


def test_without_git_it_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git is needed for nothing else."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="git is needed for this and is not installed"):
        Revision.find("HEAD", repository)
