"""Rules that do not count in some files: ``[per-path-ignores]``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from aligncheck.config import Config
    from aligncheck.model import Finding


@dataclass(frozen=True, slots=True)
class PathIgnores:
    """Globs with the codes that do not count in the files which they match."""

    root: Path
    globs: tuple[tuple[GitIgnoreSpec, tuple[str, ...]], ...]

    @classmethod
    def from_config(cls, config: Config) -> Self:
        """Read the globs of a configuration; ConfigError for one that is none."""
        key, entries = "per-path-ignores", config.per_path_ignores.items()
        globs = ((compile_glob(glob, key, config), codes) for glob, codes in entries)
        return cls(config.root, tuple(globs))

    def covers_finding(self, finding: Finding) -> bool:
        """Tell whether a finding's rule does not count in the finding's file."""
        if not self.globs:
            return False
        relative = counted_from(self.root, finding.path)
        return any(
            finding.code.startswith(codes) and glob.match_file(relative)
            for glob, codes in self.globs
        )


def counted_from(root: Path, path: str) -> str:
    """Write a path as seen from a folder, with forward slashes; links stay as they are."""
    return Path(os.path.relpath(os.path.abspath(path), root)).as_posix()  # noqa: PTH100


def compile_glob(glob: str, key: str, config: Config) -> GitIgnoreSpec:
    """Read a glob of the table ``key``, written as in .gitignore; ConfigError where it is none."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # not needed where there are no globs

    try:
        return GitIgnoreSpec.from_lines([glob])
    except ValueError as error:
        raise config.make_fault((key, glob), str(error), glob) from error
