"""What git knows of the articles: which files have changed since a revision, and what it held.

Git is asked through its own program: it reads every repository format there is, and needs no
library beside it. But what a repository holds may come from a stranger, and git starts programs
that a repository's configuration names: a monitor of files, filters, converters, hooks, whatever
fetches what is missing. So the repository is found here, by its ``.git``, and not by git, which
takes any folder with the right files in it for a repository (a pull request can bring these); and
every call says that none of those programs runs.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from aligncheck.errors import UsageError
from aligncheck.formats import has_known_suffix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

_BATCH: Final = 500
"""Files that are read from git at once: chosen to hold few of them in memory."""
_FORK: Final = "..."
"""At the end of a revision: where the branch at hand left it."""
_LINK: Final = "120000"
_FILES: Final = ("100644", "100755", "100664")
"""The modes of git for a symbolic link and for files; others are folders and submodules."""
_NOTHING_RUNS: Final = (
    "--no-pager",
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.sshCommand=false"),
    *("-c", "credential.helper="),
)
"""What comes before every command, so that git starts no program that a repository names."""
_REFETCH: Final = ": the clone leaves contents out; run 'git fetch --refetch --no-filter'"
_NO_TRANSPORT: Final = "none"
"""The one transport that git may fetch by: there is none of that name. A clone without contents
(``--filter``) would otherwise fetch what is asked for, by a command that its remote may name."""


class Revision(NamedTuple):
    """A commit of a repository: its top folder without links, the commit, and how it was called."""

    top: Path
    commit: str
    name: str

    @classmethod
    def find(cls, name: str, folder: Path) -> Self:
        """Look a revision up in the repository that a folder lies in.

        ``main...`` stands for the commit where the branch at hand left main. Raises UsageError
        where git or the repository is missing, or there is no such revision: for a clone with its
        history cut off it says how to fetch it.
        """
        top = _find_top(folder)
        commit = _find_commit(top, name.removesuffix(_FORK), name)
        if name.endswith(_FORK):
            commit = _find_fork(top, commit, name)
        return cls(top, commit, name)

    def list_changed(self) -> AbstractSet[str]:
        """Give the absolute paths of the files that are not now as they were: also those gone."""
        plain = ("--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
        asked = ("diff", "--name-only", *plain, "-z", self.commit, "--")
        since = _ask_git(self.top, *_without_filters(self.top), *asked)
        new = _ask_git(self.top, "ls-files", "--others", "--exclude-standard", "-z")
        return {(self.top / name).as_posix() for name in f"{since}{new}".split("\0") if name}

    def write_articles(self, folder: Path) -> None:
        """Write the articles of the revision into a folder that does not exist yet.

        What is not an article is left out, but for the .gitignore files. Attributes of git do not
        count: what is not exported is there too.
        """
        (folder / ".git").mkdir(parents=True)  # what is ignored is looked for up to here
        entries = list(self._list_entries())
        for start in range(0, len(entries), _BATCH):
            some = entries[start : start + _BATCH]
            for (mode, _, name), content in zip(some, self._read_contents(some), strict=True):
                _save_entry(folder / name, mode, content)

    def _list_entries(self) -> Iterator[tuple[str, str, str]]:
        """Give mode, object and path of what is to be written; links last: none is written to."""
        listed = _ask_git(self.top, "ls-tree", "-r", "-z", "--full-tree", self.commit).split("\0")
        links = []
        for line in filter(None, listed):
            facts, _, name = line.partition("\t")
            mode, _, identifier = facts.split()[:3]
            if _is_wanted(name) and mode in _FILES:
                yield mode, identifier, name
            elif _is_wanted(name) and mode == _LINK:
                links.append((mode, identifier, name))
        yield from links

    def _read_contents(self, entries: Sequence[tuple[str, str, str]]) -> Iterator[bytes]:
        """Read the objects of some entries."""
        wanted = "".join(f"{identifier}\n" for _, identifier, _ in entries).encode()
        # The answer, one object after another, each closed by a line end that is not its own:
        #   <object> blob 12\n  ............\n  <object> missing\n
        answer, place = _run_git(self.top, ("cat-file", "--batch"), wanted), 0
        for _, _, name in entries:
            end = answer.index(b"\n", place)
            facts = answer[place:end].split()
            if facts[-1] == b"missing":
                raise UsageError(f"git: what {name} held is not in this clone{_REFETCH}")
            size = int(facts[2])
            yield answer[end + 1 : end + 1 + size]
            place = end + size + 2


def _save_entry(path: Path, mode: str, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if mode == _LINK:
        path.symlink_to(os.fsdecode(content))
    else:
        path.write_bytes(content)


def _is_wanted(name: str) -> bool:
    path = PurePosixPath(name)
    sound = not {"..", ".git"} & set(path.parts)
    return sound and (path.name == ".gitignore" or has_known_suffix(name))


def _find_commit(top: Path, name: str, said: str) -> str:
    """Give the commit that a name stands for."""
    try:
        asked = ("--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return _ask_git(top, "rev-parse", *asked).strip()
    except UsageError as error:
        raise UsageError(
            f"there is no revision '{said}' in {top}{_explain_fetching(top)}"
        ) from error


def _find_fork(top: Path, commit: str, said: str) -> str:
    """Give the commit where the branch at hand left another."""
    try:
        return _ask_git(top, "merge-base", commit, "HEAD").strip()
    except UsageError as error:
        complaint = f"'{said}': HEAD and {said.removesuffix(_FORK)} have no commit in common"
        raise UsageError(f"{complaint}{_explain_fetching(top)}") from error


def _explain_fetching(top: Path) -> str:
    """Say how to get what a clone with its history cut off lacks; nothing for a whole clone."""
    if _ask_git(top, "rev-parse", "--is-shallow-repository").strip() != "true":
        return ""
    return (
        ": the clone is shallow; run 'git fetch --unshallow', "
        "or set fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 for GitLab"
    )


def _find_top(folder: Path) -> Path:
    """Give the top folder, without links, of the repository that a folder lies in.

    It is the nearest that has a ``.git``, a folder or, in a worktree or submodule, a file: no
    commit can hold one. Raises UsageError where git takes it for no repository.
    """
    whole = Path(os.path.realpath(folder))
    top = next((one for one in (whole, *whole.parents) if (one / ".git").exists()), None)
    if top is None:
        raise UsageError(f"git: not a git repository (or any of the parent folders) (in {folder})")
    _ask_git(top, "rev-parse", "--git-dir")
    return top


def _without_filters(top: Path) -> tuple[str, ...]:
    """Give the options that switch off every filter of the configuration, by its name.

    Git puts changed files through ``filter.<name>.clean`` to compare them.
    """
    try:
        keys = _ask_git(top, "config", "--null", "--name-only", "--get-regexp", r"^filter\.")
    except UsageError:  # the answer where there is no such key
        return ()
    names = {key.rpartition(".")[0] for key in keys.split("\0") if key}
    off = (("clean", ""), ("process", ""), ("required", "false"))
    return tuple(
        word
        for name in sorted(names)
        for key, value in off
        for word in ("-c", f"{name}.{key}={value}")
    )


def _ask_git(folder: Path, *arguments: str) -> str:
    return os.fsdecode(_run_git(folder, arguments))


def _environment(top: Path) -> dict[str, str]:
    """Give what git is to know: nothing that its own variables say, and not to look above."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_CEILING_DIRECTORIES": str(top.parent),
        "GIT_ALLOW_PROTOCOL": _NO_TRANSPORT,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_TERMINAL_PROMPT": "0",
    }


def _run_git(folder: Path, arguments: Sequence[str], given: bytes = b"") -> bytes:
    """Run git at the top of a repository; UsageError with the first line that it complains in."""
    import subprocess  # noqa: PLC0415 - only where git is asked

    try:
        done = subprocess.run(  # noqa: S603 - a list of words: no shell reads them
            ["git", *_NOTHING_RUNS, *arguments],  # noqa: S607 - git is where the user has it
            cwd=folder,
            input=given,
            capture_output=True,
            check=False,
            env=_environment(folder),
        )
    except FileNotFoundError as error:
        raise UsageError("git is needed for this and is not installed") from error
    if done.returncode:
        complaint = os.fsdecode(done.stderr).strip().partition("\n")[0] or "failed"
        advice = _REFETCH if b"promisor" in done.stderr else ""
        raise UsageError(f"git: {complaint.removeprefix('fatal: ')} (in {folder}){advice}")
    return done.stdout
