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
    def of(cls, config: Config) -> Self:
        """Read the globs of a configuration; ConfigError for one that is none."""
        entries = config.per_path_ignores.items()
        return cls(config.root, tuple((_compile(glob, config), codes) for glob, codes in entries))

    def cover(self, finding: Finding) -> bool:
        """Tell whether a finding's rule does not count in the finding's file."""
        if not self.globs:
            return False
        whole = os.path.abspath(finding.path)  # noqa: PTH100  # links stay as they are
        relative = Path(os.path.relpath(whole, self.root)).as_posix()
        return any(
            finding.code.startswith(codes) and glob.match_file(relative)
            for glob, codes in self.globs
        )


def _compile(glob: str, config: Config) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # not needed where there are no globs

    try:
        return GitIgnoreSpec.from_lines([glob])
    except ValueError as error:
        raise config.fault(("per-path-ignores", glob), str(error), glob) from error
