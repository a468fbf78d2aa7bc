"""The labelled cases as the aligner sees them: documents, their vectors, gold links by index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.formats import read_document
from benchmarks.cases.gold import load_suite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.model import Document
    from benchmarks.cases.gold import Case, Fault

    Embed = Callable[[Sequence[str]], Float32Array]
    Group = tuple[tuple[int, ...], tuple[int, ...]]

LANGS = ("en", "sv", "zh")
PAIRS = (("en", "sv"), ("en", "zh"), ("sv", "zh"))
_SUITES = ("clean", "multi", "fault")


@dataclass(frozen=True, slots=True)
class Article:
    """A case with its parsed versions; ``indices`` give each version's segments by block id."""

    case: Case
    documents: dict[str, Document]
    indices: dict[str, dict[str, int]]

    def groups(self, left: str, right: str) -> list[Group]:
        """Give the gold links of two versions, by the indices of their segments."""
        forth = self.case.alignment.get(f"{left}-{right}")
        pairs = forth or [(a, b) for b, a in self.case.alignment[f"{right}-{left}"]]
        return [(self.segments(left, ours), self.segments(right, theirs)) for ours, theirs in pairs]

    def segments(self, lang: str, ids: Sequence[str]) -> tuple[int, ...]:
        """Give the indices of some blocks of a version."""
        return tuple(self.indices[lang][each] for each in ids)

    def faults(self, kind: str, lang: str) -> list[Fault]:
        """Give the planted faults of a kind in a version."""
        return [fault for fault in self.case.faults if (fault.type, fault.lang) == (kind, lang)]

    @property
    def planted(self) -> str:
        """What was planted here, as the case's name says; empty for nothing."""
        return self.case.name.partition("--")[2].rpartition("-")[0]


def remembering(embed: Embed) -> Embed:
    """Keep vectors in memory: the cases share most of their texts."""
    known: dict[str, Float32Array] = {}

    def look_up(texts: Sequence[str]) -> Float32Array:
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        if fresh:
            known.update(zip(fresh, embed(fresh), strict=True))
        return np.stack([known[text] for text in texts])

    return look_up


def articles(folder: Path, suites: Sequence[str] = _SUITES) -> Iterator[Article]:
    """Read the cases whose every block was parsed as one segment (all, when this was written)."""
    for suite in suites:
        for case in load_suite(folder, suite):
            documents = {
                lang: read_document(str(case.folder / f"{lang}.md"), lang) for lang in LANGS
            }
            counts = {lang: len(document.segments) for lang, document in documents.items()}
            if counts == {lang: len(blocks) for lang, blocks in case.blocks.items()}:
                indices = {
                    lang: {block.id: index for index, block in enumerate(blocks)}
                    for lang, blocks in case.blocks.items()
                }
                yield Article(case, documents, indices)
