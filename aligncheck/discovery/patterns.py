"""Layouts given as patterns: ``articles/{article}/{locale}.md``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.discovery.readings import Family, File, Marker, Reading
from aligncheck.formats import has_known_suffix, known_suffixes, split_suffix
from aligncheck.locales import parse_locale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aligncheck.config import Config

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_MARKER: Final = re.compile(r"[/._-]?\{locale\}")
_LOCALE: Final = r"(?i:[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?(?:@[a-z]+)?)"


class Pattern(NamedTuple):
    """A pattern in two forms, with the shortest and the longest article.

    ``name`` is the pattern of the source without locale and suffix: it names the article.
    """

    short: re.Pattern[str]
    long: re.Pattern[str]
    name: str
    has_locale: bool

    def read_path(self, relative: str) -> Reading | None:
        """Read a path by the pattern, or give None where it does not fit."""
        for form in (self.short, self.long):
            fit = form.fullmatch(relative)
            if fit is None:
                continue
            locale = parse_locale(fit["locale"]) if self.has_locale else None
            if locale or not self.has_locale:
                return self._make_reading(fit, relative, locale)
        return None

    def _make_reading(self, fit: re.Match[str], relative: str, locale: str | None) -> Reading:
        article = self.name.replace("{article}", fit.groupdict().get("article", ""))
        family = Family(Marker.PATTERN, self.name, "")
        return Reading(article, split_suffix(relative)[1], locale, family)


def compile_patterns(config: Config) -> tuple[Pattern, ...]:
    """Turn the patterns of a configuration into what reads paths, those with a locale first.

    A pattern without ``{locale}`` is that of the source of the patterns that follow it, up to the
    next one without; if it is the last one, of those before it. ConfigError for what is no
    pattern.
    """
    patterns = config.pattern
    for pattern in patterns:
        if complaint := _find_complaint(pattern):
            raise config.make_fault(("pattern",), complaint, pattern)
    bare = [place for place, pattern in enumerate(patterns) if "{locale}" not in pattern]
    if patterns and len(bare) == len(patterns):
        raise config.make_fault(
            ("pattern",), f"{patterns[0]!r} does not say where the {{locale}} is", ""
        )
    head = patterns[bare[0]] if bare == [len(patterns) - 1] else None
    compiled: list[Pattern] = []
    for place, pattern in enumerate(patterns):
        head = pattern if place in bare else head
        compiled.append(_compile_pattern(pattern, head or pattern))
    return tuple(sorted(compiled, key=lambda each: not each.has_locale))


def read_by_patterns(
    files: Iterable[File], patterns: Sequence[Pattern]
) -> Iterator[tuple[File, Reading]]:
    """Give the files that fit a pattern, each with the reading of the first that it fits."""
    for file in files:
        fits = (pattern.read_path(file.relative) for pattern in patterns)
        reading = next((fit for fit in fits if fit is not None), None)
        if reading is not None:
            yield file, reading


def _find_complaint(pattern: str) -> str:
    """Say what is wrong with a pattern, or nothing."""
    if "*" in pattern:
        return f"{pattern!r} holds *; write {{article}} for any path"
    unknown = [name for name in _PLACEHOLDER.findall(pattern) if name not in {"article", "locale"}]
    if unknown:
        return f"{pattern!r} holds {{{unknown[0]}}}; there are only {{article}} and {{locale}}"
    return ""


def _compile_pattern(pattern: str, head: str) -> Pattern:
    pattern = pattern.removeprefix("./")
    name = _MARKER.sub("", split_suffix(head.removeprefix("./"))[0]).strip("/")
    short, long = (re.compile(_write_expression(pattern, article)) for article in (".+?", ".+"))
    return Pattern(short, long, name, "{locale}" in pattern)


def _write_expression(pattern: str, article: str) -> str:
    """Write a pattern as a regular expression; a placeholder that returns must say the same."""
    parts: list[str] = []
    seen: set[str] = set()
    for place, part in enumerate(_PLACEHOLDER.split(pattern)):
        if place % 2 == 0:
            parts.append(re.escape(part))
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            parts.append(f"(?P<{part}>{article if part == 'article' else _LOCALE})")
            seen.add(part)
    if not has_known_suffix(pattern):
        parts.append(f"(?i:{'|'.join(map(re.escape, known_suffixes()))})")
    return "".join(parts)
