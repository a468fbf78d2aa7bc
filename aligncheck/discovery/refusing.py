"""What to say where no article is found, or none in the source: what was looked for, and where."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from aligncheck.discovery.patterns import compile_patterns, read_by_patterns
from aligncheck.discovery.readings import File, Marker, list_readings
from aligncheck.errors import UsageError
from aligncheck.formats import known_suffixes
from aligncheck.locales import is_word, match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.config import Config
    from aligncheck.model import Bundle

_SHOWN_NAMES: Final = 3
"""Files that an error names; chosen because it is one line."""
_ADVICE: Final = (
    "name versions like articles/intro/sv.md, sv/intro.md or intro.sv.md, "
    "or set `pattern` in aligncheck.toml"
)


def require_source(source: str | None, bundles: Sequence[Bundle]) -> None:
    """Refuse a source that no article has: every version would be an orphan, nothing compared.

    Raises UsageError, with the locales that there are.
    """
    found = list(dict.fromkeys(locale for bundle in bundles for locale in bundle.paths))
    sources = {bundle.source for bundle in bundles}
    if not found or None in sources or sources & set(found):
        return
    near = get_close_matches(str(source), found, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise UsageError(
        f"no article has a version in the source locale {source!r}; found: {', '.join(found)}{hint}"
    )


def explain_nothing_found(config: Config, paths: Sequence[str], files: Sequence[File]) -> str:
    """Explain in one line why there is nothing to check."""
    where = ", ".join(paths)
    if not files:
        return (
            f"no articles in {where}: it holds no file that ends in {', '.join(known_suffixes())}"
        )
    seen = f"{len(files)} file{'s' * (len(files) > 1)} looked at: {_name_some(files)}"
    if config.pattern and not any(read_by_patterns(files, compile_patterns(config))):
        patterns = " or ".join(map(repr, config.pattern))
        return f"no articles in {where}: nothing fits the pattern {patterns} ({seen})"
    found = _find_locales(files)
    if config.locales and not any(match(locale, config.locales) for locale in found):
        wanted = ", ".join(config.locales)
        return f"no articles in {where} in the configured locales {wanted} ({seen})"
    if len(found) == 1:
        only = f"only {found.pop()} versions ({seen})"
        return f"nothing to compare in {where}: {only}; give the folder above, or {_ADVICE}"
    return f"no article in two languages in {where} ({seen}); {_ADVICE}"


def _find_locales(files: Sequence[File]) -> set[str]:
    """Give the locales that names speak of beyond doubt."""
    found = (reading for file in files for reading in list_readings(file.relative))
    clear = (each.locale for each in found if each.family.marker <= Marker.FOLDER)
    return {locale for locale in clear if locale is not None and not is_word(locale)}


def _name_some(files: Sequence[File]) -> str:
    names = [file.path for file in files[:_SHOWN_NAMES]]
    return ", ".join([*names, "…"] if len(files) > _SHOWN_NAMES else names)
