"""What is left out: the configuration's ``exclude`` and every .gitignore that applies."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Layer:
    """Patterns, and the folder that they count from (absolute, with a slash at its end)."""

    folder: str
    spec: GitIgnoreSpec

    def judge(self, path: str) -> bool | None:
        """Tell whether the patterns leave the path out or in, or say nothing of it."""
        if not path.startswith(self.folder) or path == self.folder:
            return None
        return self.spec.check_file(path[len(self.folder) :]).include


@dataclass(frozen=True, slots=True)
class Ignored:
    """Layers of patterns, the deepest last: the last that says anything decides, as in git."""

    excluded: Layer | None = None
    layers: tuple[Layer, ...] = ()

    def enter(self, folder: str) -> Ignored:
        """Add the .gitignore of a folder, if it has one."""
        layer = _read(folder)
        return Ignored(self.excluded, (*self.layers, layer)) if layer else self

    def covers(self, path: str) -> bool:
        """Tell whether a path is left out; one that ends in a slash is a folder."""
        if self.excluded is None and not self.layers:
            return False
        whole = _absolute(path)
        if self.excluded and self.excluded.judge(whole):
            return True
        verdicts = (layer.judge(whole) for layer in reversed(self.layers))
        return next((verdict for verdict in verdicts if verdict is not None), False)


def ignored_from(root: Path, patterns: Iterable[str], folder: str) -> Ignored:
    """Gather what applies to a folder before it is searched.

    ``patterns`` count from ``root``. The .gitignore files of the folders above, up to the root of
    the repository, count as well, unless they leave out the very folder that was asked for.
    ConfigError for a pattern that is none.
    """
    lines = tuple(patterns)
    excluded = (
        Layer(f"{root.as_posix().rstrip('/')}/", _compile("exclude", lines)) if lines else None
    )
    start = Path(_absolute(folder))
    layers = tuple(filter(None, (_read(str(above)) for above in _above(start))))
    inherited = Ignored(None, layers)
    return (
        Ignored(excluded) if inherited.covers(f"{start.as_posix()}/") else Ignored(excluded, layers)
    )


def _above(folder: Path) -> list[Path]:
    """Give the folders above, from the root of the git repository down; none outside of one."""
    if (folder / ".git").exists():
        return []
    parents = list(folder.parents)
    roots = [depth for depth, parent in enumerate(parents) if (parent / ".git").exists()]
    return parents[roots[0] :: -1] if roots else []


def _absolute(path: str) -> str:
    ending = "/" if path.endswith("/") else ""
    return Path(os.path.abspath(path)).as_posix() + ending  # noqa: PTH100  # links stay as they are


def _read(folder: str) -> Layer | None:
    file = Path(folder) / ".gitignore"
    if not file.is_file():
        return None
    lines = file.read_text(encoding="utf-8-sig", errors="surrogateescape").splitlines()
    sound = [line for line in lines if line.strip() not in {"!", "/", "!/"}]  # git skips these
    return Layer(_absolute(f"{folder}/"), _compile(str(file), sound))


def _compile(origin: str, lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # not needed where nothing is ignored

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise ConfigError(f"{origin}: {error}") from error
