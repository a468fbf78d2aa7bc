"""Versions of one short article in many languages, aligned line by line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.checks.ac004_wrong_language import wrong_language
from aligncheck.checks.ac201_untranslated_segment import untranslated_segment
from aligncheck.checks.ac202_untranslated_sentence import untranslated_sentence
from aligncheck.checks.ac203_untranslated_fragment import untranslated_fragment
from aligncheck.engine.context import Context
from aligncheck.formats import read_document
from aligncheck.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.model import Flag

RULES = {
    "AC004": wrong_language,
    "AC201": untranslated_segment,
    "AC202": untranslated_sentence,
    "AC203": untranslated_fragment,
}


def _read_versions() -> dict[str, list[str]]:
    versions: dict[str, list[str]] = {}
    path = Path(__file__).with_name("versions.txt")
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("== "):
            versions[line.removeprefix("== ")] = []
        elif line:
            versions[next(reversed(versions))].append(line)
    return versions


ARTICLE = _read_versions()
"""The segments of one article by locale."""


def find_in_version(
    own: str, lines: Sequence[str], others: Mapping[str, Sequence[str]], source: str
) -> list[tuple[str, str]]:
    """Give code and words of all that the rules flag in a version; each line is a segment.

    ``others`` are the other versions of the run, the line of each in the same place.
    """
    return [(code, flag.place.text) for code, flag in _flag_version(own, lines, others, source)]


def find_languages_in_version(
    own: str, lines: Sequence[str], others: Mapping[str, Sequence[str]], source: str
) -> list[tuple[str, str]]:
    """Give code and named language of the same."""
    return [
        (code, flag.message.partition(" in ")[2].partition(",")[0])
        for code, flag in _flag_version(own, lines, others, source)
    ]


def _flag_version(
    own: str, lines: Sequence[str], others: Mapping[str, Sequence[str]], source: str
) -> list[tuple[str, Flag]]:
    document = read_document(f"a/{own}.md", own, _markdown(lines))
    versions = {
        one: read_document(f"a/{one}.md", one, _markdown(text)) for one, text in others.items()
    }
    counterparts = {
        (document.path, segment.index): tuple(
            (locale, other.segments[segment.index]) for locale, other in versions.items()
        )
        for segment in document.segments
    }
    context = Context(Termbase.empty(), (own, *others), source, "a", counterparts)
    return [
        (code, flag)
        for code, rule in RULES.items()
        for flag in rule(document, context)
        if flag.confidence >= 0.5
    ]


def _markdown(lines: Sequence[str]) -> str:
    return "\n\n".join(lines) + "\n"
