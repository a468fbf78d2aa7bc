"""What is rightly the same in every language by its form: addresses, paths, code, placeholders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Range: TypeAlias = tuple[int, int]
"""Offsets of the first code point and of the one after the last."""

_UNIT = (
    r"[kMGTµmcdhn]?(?:g|m|l|L|s|Hz|W|Wh|V|A|B|Pa|bit|byte|mol|cal|J|Sv|Bq|eV)"
    r"|bpm|ppm|rpm|fps|dpi|mmHg|mm Hg|kcal|kr|px|pt|min|h|kB|IE|IU|CI|KI"
)
_PATTERNS = (
    r"(?:https?|ftp|file|mailto|ssh|git)(?:://|:)[^\s<>「」，。；]+",
    r"\bwww\.[^\s<>，。；]+",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"\b(?:doi|DOI|PMID|ISBN|ISSN|arXiv)\b:?\s?[\d.][\w./()-]*",
    r"\b10\.\d{4,9}/[^\s，。；]+",
    r"\b(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|info|io|dev|se|nu|cn|eu|uk|de)\b(?:/[^\s，。；]*)?",
    r"(?<![\w<])~?/[\w.+-]+(?:/[\w.+*{},-]*)*",
    r"\b[A-Za-z]:\\[^\s，。；]*",
    r"\b[\w+-]+(?:/[\w.+-]+){2,}",
    r"\b[\w-]+/[\w-]*[\d_.][\w-]*",
    r"(?<![\w.])\.?[A-Za-z_][\w-]*(?:\.[\w-]+)*\.(?:[a-z]{2,4}\d?|html|json|yaml|toml|conf)\b",
    r"\b\w*[A-Za-z]\w*_\w+|\b_\w+",
    r"(?<![\w-])--?[a-z][\w-]*(?:=\S+)?",
    r"\$\{?\w+\}?|%\(\w+\)[sd]|%\d*\$?[sdif]\b|%[A-Z_]+%|\{\{?\s*[\w.:]*\s*\}?\}",
    r"</?[A-Za-z][^<>]{0,80}>|&\w+;",
    r"(?<!\w)[@#][A-Za-z]\w+",
    r"\b[A-Za-z]+\((?!(?:e?s|e?n|e?r|a)\))[^()]*\)",
    rf"\b\d[\d.,]*\s?(?:{_UNIT})(?:[/·][A-Za-zµ]{{1,5}}\d?)*\b",
    r"\b[kMGTµmc]?[A-Za-z]{1,4}/(?:[smhgldL]|kg|min|dl|ml|mol)\b",
    r"\b[A-Z]&[A-Z]\b",
    r"\b\d+:[a-zß-öø-ÿ]{1,4}\b",
    r"\b\w+\(\)|\b[A-Za-z]*\d[\w-]*|\b\d+[A-Za-z]+\b",
)
_SUSPICIOUS = re.compile(r"[\d@/\\_$%<&#{]|\w\(|--?[a-z]|\w\.\w|\.\w|mailto|file:")
"""What every one of them holds: most text has none of it, and one search is cheap."""
_PROTECTED = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))


def find_opaque_ranges(text: str, marked: Iterable[Range]) -> tuple[Range, ...]:
    """Give the stretches of a text that no language owns, in order, without overlaps.

    ``marked`` are those that the markup or the termbase protects.
    """
    suspicious = _SUSPICIOUS.search(text) is not None
    found = [match.span() for match in _PROTECTED.finditer(text)] if suspicious else []
    return _unite_ranges([*found, *marked])


def _unite_ranges(ranges: Iterable[Range]) -> tuple[Range, ...]:
    united: list[Range] = []
    for start, end in sorted(ranges):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        elif start < end:
            united.append((start, end))
    return tuple(united)
