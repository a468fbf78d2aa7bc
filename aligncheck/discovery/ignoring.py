"""What is left out: the configuration's ``exclude`` and every .gitignore that applies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathspec import GitIgnoreSpec

    from aligncheck.config import Config


class Layer(NamedTuple):
    """Patterns, and the folder that they count from (absolute, with a slash at its end)."""

    folder: str
    spec: GitIgnoreSpec

    def is_excluded(self, path: str) -> bool | None:
        """Tell whether the patterns leave the path out or in, or say nothing of it."""
        if not path.startswith(self.folder) or path == self.folder:
            return None
        return self.spec.check_file(path[len(self.folder) :]).include


class Ignored(NamedTuple):
    """Layers of patterns, the deepest last: the last that says anything decides, as in git."""

    excluded: Layer | None = None
    layers: tuple[Layer, ...] = ()

    def enter_folder(self, folder: str) -> Ignored:
        """Add the .gitignore of a folder (absolute), if it has one."""
        layer = _read_layer(folder)
        return Ignored(self.excluded, (*self.layers, layer)) if layer else self

    def covers_path(self, path: str) -> bool:
        """Tell whether an absolute path is left out; one that ends in a slash is a folder."""
        if self.excluded and self.excluded.is_excluded(path):
            return True
        verdicts = (layer.is_excluded(path) for layer in reversed(self.layers))
        return next((verdict for verdict in verdicts if verdict is not None), False)


def ignored_from(config: Config, folder: str) -> Ignored:
    """Gather what applies to an absolute folder before it is searched.

    The .gitignore files of the folders above, up to the root of the repository, count as well,
    unless they leave out the very folder that was asked for. ConfigError for an exclude pattern
    that is none.
    """
    excluded = _read_excludes(config) if config.exclude else None
    start = Path(folder)
    layers = tuple(filter(None, (_read_layer(above.as_posix()) for above in _folders_above(start))))
    if Ignored(None, layers).covers_path(f"{start.as_posix()}/"):
        return Ignored(excluded)
    return Ignored(excluded, layers)


def _read_excludes(config: Config) -> Layer:
    for pattern in config.exclude:
        try:
            _compile_layer([pattern])
        except ValueError as error:
            raise config.make_fault(("exclude",), str(error), pattern) from error
    return Layer(f"{config.root.as_posix().rstrip('/')}/", _compile_layer(config.exclude))


def _folders_above(folder: Path) -> list[Path]:
    """Give the folders above, from the root of the git repository down; none outside of one."""
    if (folder / ".git").exists():
        return []
    parents = list(folder.parents)
    roots = [depth for depth, parent in enumerate(parents) if (parent / ".git").exists()]
    return parents[roots[0] :: -1] if roots else []


def _read_layer(folder: str) -> Layer | None:
    file = Path(folder) / ".gitignore"
    if not file.is_file():
        return None
    lines = file.read_text(encoding="utf-8-sig", errors="surrogateescape").splitlines()
    sound = [line for line in lines if line.strip() not in {"!", "/", "!/"}]  # git skips these
    return Layer(f"{folder.rstrip('/')}/", _compile_layer(sound))


def _compile_layer(lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # not needed where nothing is ignored

    return GitIgnoreSpec.from_lines(lines)
