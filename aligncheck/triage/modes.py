"""Versions that are meant to be shorter than their source: ``[translation-mode]``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from aligncheck.config import ABRIDGED
from aligncheck.errors import UsageError
from aligncheck.locales import match, normalize
from aligncheck.model import Effect
from aligncheck.triage.paths import compile_glob, counted_from

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pathspec import GitIgnoreSpec

    from aligncheck.config import Config
    from aligncheck.model import Finding, Place

_LACKING: Final = frozenset({Effect.LOSS, Effect.OMISSION})
"""What an abridged version may do: lack sections, segments and sentences."""
_KEY: Final = "translation-mode"


@dataclass(frozen=True, slots=True)
class TranslationModes:
    """Which versions are abridged: by globs of their files, else by their locales."""

    root: Path
    source: str | None
    globs: tuple[tuple[GitIgnoreSpec, str], ...]
    locales: Mapping[str, str]

    @classmethod
    def from_config(cls, config: Config) -> Self:
        """Read the modes of a configuration; ConfigError for a key that is no locale or glob."""
        globs = {key: mode for key, mode in config.translation_mode.items() if _is_glob(key)}
        return cls(
            config.root,
            config.source,
            tuple((compile_glob(key, _KEY, config), mode) for key, mode in globs.items()),
            {
                _read_locale(key, config): mode
                for key, mode in config.translation_mode.items()
                if key not in globs
            },
        )

    def allows_finding(self, finding: Finding) -> bool:
        """Tell whether a finding is a loss in a version that is abridged."""
        if finding.effect in _LACKING:
            return self._is_abridged(finding.path, finding.locale)
        # Between peers, what one lacks may be reported as what the other has too much.
        between_peers = self.source is None and finding.effect is Effect.SURPLUS
        return between_peers and self._lacks_text(finding.source)

    def _lacks_text(self, place: Place | None) -> bool:
        return place is not None and self._is_abridged(place.path, place.locale)

    def _is_abridged(self, path: str, locale: str) -> bool:
        """Look a version up: the last glob that matches decides, then the locale."""
        relative = counted_from(self.root, path) if self.globs else ""
        said = [mode for glob, mode in self.globs if glob.match_file(relative)]
        named = match(locale, self.locales) if self.locales else None
        return (said or [self.locales[named] if named else ""])[-1] == ABRIDGED


def _is_glob(key: str) -> bool:
    return bool(set("/*.?[") & set(key))


def _read_locale(key: str, config: Config) -> str:
    try:
        return normalize(key)
    except UsageError as error:
        complaint = "is neither a locale nor a glob of files such as 'articles/news/*/sv.md'"
        raise config.make_fault((_KEY, key), complaint, key) from error
