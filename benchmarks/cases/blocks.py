"""Reads cases with gold labels of untranslated text as documents, block by block."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aligncheck.engine.context import Context
from aligncheck.model import Document, Inline, InlineKind, Kind, Segment, SourceRun, Span
from aligncheck.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = {
    "li": Kind.LIST_ITEM,
    "para": Kind.PARAGRAPH,
    "heading": Kind.HEADING,
    "code": Kind.CODE,
    "caption": Kind.CAPTION,
}
REVIEWED = Path(__file__).with_name("reviewed_untranslated.txt")
_CODE = re.compile(r"`[^`]+`")


@dataclass(frozen=True, slots=True)
class _Gold:
    """A stretch that is untranslated: offsets in the text of a block."""

    lang: str
    scope: str
    block: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """One article in several versions, with what is untranslated in it.

    ``align`` holds per pair of languages the groups of block ids on either side.
    """

    name: str
    doc: str
    source: str
    blocks: Mapping[str, list[dict[str, Any]]]
    align: Mapping[str, list[list[list[str]]]]
    gold: tuple[_Gold, ...]
    ungraded: frozenset[tuple[str, str]]


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Give the intersection over union of two ranges of characters."""
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / max(1, one[1] - one[0] + other[1] - other[0] - shared)


@lru_cache(maxsize=1)
def read_reviewed() -> frozenset[tuple[str, str, str]]:
    """Read which blocks of the clean articles were looked at and are untranslated after all.

    Article, language and block id.
    """
    lines = REVIEWED.read_text(encoding="utf-8").splitlines()
    rows = (line.split()[:3] for line in lines if line and not line.startswith("#"))
    return frozenset((doc, lang, block) for doc, lang, block in rows)


def read_cases(path: Path) -> list[Case]:
    """Read one suite."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_case(json.loads(line)) for line in lines]


def _case(row: dict[str, Any]) -> Case:
    gold = (
        _Gold(f["lang"], f["scope"], block, f["start"], f["end"], f["text"])
        for f in row["faults"]
        if f["type"] == "untranslated"
        for block in f["target"]
    )
    ungraded = frozenset(
        (lang, block) for lang, blocks in row.get("ungraded", {}).items() for block in blocks
    )
    return Case(
        row["case"], row["doc"], row["source"], row["blocks"], row["align"], tuple(gold), ungraded
    )


def documents(case: Case) -> tuple[list[Document], Context]:
    """Make a document of every version, a line a block, and the context with their alignment."""
    versions = {
        lang: Document(f"{lang}.md", lang, tuple(map(_segment, range(len(blocks)), blocks)))
        for lang, blocks in case.blocks.items()
    }
    context = Context(
        Termbase.empty(), tuple(versions), "en", case.name, _counterparts(case, versions)
    )
    return list(versions.values()), context


def _segment(index: int, block: dict[str, Any]) -> Segment:
    text = block["text"]
    inline = tuple(
        Inline(InlineKind.CODE, m.start(), m.end(), _span(index, m.start(), m.end()), m.group())
        for m in _CODE.finditer(text)
    )
    return Segment(
        index,
        _KINDS[block["kind"]],
        block["level"],
        text,
        text,
        _span(index, 0, len(text)),
        inline=inline,
        runs=(SourceRun(0, len(text), index + 1, 1, len(text)),),
    )


def _span(index: int, start: int, end: int) -> Span:
    return Span(index + 1, start + 1, index + 1, end + 1)


def _counterparts(
    case: Case, versions: Mapping[str, Document]
) -> dict[tuple[str, int], tuple[tuple[str, Segment], ...]]:
    places = {
        (lang, block["id"]): versions[lang].segments[index]
        for lang, blocks in case.blocks.items()
        for index, block in enumerate(blocks)
    }
    found: dict[tuple[str, int], list[tuple[str, Segment]]] = defaultdict(list)
    for pair, groups in case.align.items():
        one, other = pair.split("-")
        for left, right in groups:
            for a in left:
                for b in right:
                    first, second = places[one, a], places[other, b]
                    found[f"{one}.md", first.index].append((other, second))
                    found[f"{other}.md", second.index].append((one, first))
    return {key: tuple(segments) for key, segments in found.items()}
