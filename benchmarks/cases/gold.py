"""Reads the labelled cases that the benchmarks measure on: articles with known faults.

A case is a folder with a file per locale and a ``gold.json``; a suite is a folder of cases.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

SUITES = ("clean", "fault", "multi", "natural")
_Group = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault, or a harmless change: the blocks concerned, by id.

    ``how`` is the way of dropping or adding, or the scope of untranslated text; ``start`` and
    ``end`` are offsets in the text of the target block.
    """

    type: str
    lang: str
    how: str
    en: tuple[str, ...]
    target: tuple[str, ...]
    prose: tuple[str, ...]
    text: str
    start: int
    end: int
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of a version: its kind, level and 1-based first line."""

    id: str
    kind: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class Case:
    """An article with its gold labels.

    ``alignment`` gives, per pair such as ``en-sv``, the groups of block ids that belong together.
    """

    name: str
    suite: str
    origin: str
    document: str
    folder: Path
    blocks: Mapping[str, tuple[_Block, ...]]
    alignment: Mapping[str, tuple[_Group, ...]]
    faults: tuple[Fault, ...]
    benign: tuple[Fault, ...]
    ungraded: frozenset[tuple[str, str]]

    def lines(self, lang: str, ids: tuple[str, ...]) -> set[int]:
        """Give the first lines of some blocks of a version; unknown ids are left out."""
        return {block.line for block in self.blocks[lang] if block.id in ids}


def load_suite(folder: Path, suite: str) -> Iterator[Case]:
    """Read the cases of a suite, in the order of their names."""
    for gold in sorted((folder / "cases" / suite).glob("*/gold.json")):
        yield _case(gold.parent, suite, json.loads(gold.read_text(encoding="utf-8")))


def list_case_files(folder: Path, suites: Iterable[str]) -> list[Path]:
    """Give the files that the cases of some suites are read from: versions and gold labels."""
    every = (path for suite in suites for path in (folder / "cases" / suite).glob("*/*"))
    return sorted(path for path in every if path.suffix in {".md", ".json"})


def _case(folder: Path, suite: str, gold: Mapping[str, Any]) -> Case:
    return Case(
        name=folder.name,
        suite=suite,
        origin=gold["source"],
        document=gold["doc"],
        folder=folder,
        blocks={
            lang: tuple(_Block(b["id"], b["kind"], b["level"], b["line"]) for b in blocks)
            for lang, blocks in gold["blocks"].items()
        },
        alignment={
            pair: tuple((tuple(left), tuple(right)) for left, right in groups)
            for pair, groups in gold["align"].items()
        },
        faults=tuple(_fault(fault) for fault in gold["faults"]),
        benign=tuple(_fault(change) for change in gold["benign"]),
        ungraded=frozenset(_ungraded(gold)),
    )


def _ungraded(gold: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for lang, blocks in gold.get("ungraded", {}).items():
        for block in blocks:
            yield lang, block


def _fault(fault: Mapping[str, Any]) -> Fault:
    return Fault(
        type=fault["type"],
        lang=fault["lang"],
        how=fault.get("how") or fault.get("scope") or "",
        en=tuple(fault.get("en", ())),
        target=tuple(fault.get("target", ())),
        prose=tuple(fault.get("prose", ())),
        text=fault.get("text") or fault.get("en_text") or "",
        start=fault.get("start", 0),
        end=fault.get("end", 0),
        expected=fault.get("expected", ""),
        found=fault.get("found") or fault.get("new") or "",
    )


def same_words(one: str, other: str) -> bool:
    """Tell whether one text is part of the other, whatever markup and quotes it has."""
    ours, theirs = ("".join(filter(str.isalnum, text)) for text in (one, other))
    return ours in theirs or theirs in ours
