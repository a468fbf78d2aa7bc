"""Sentences of whole documents with published gold links (Text+Berg, de-fr), peers beside ours."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.segments.compare.segment_table import tabulate_segments
from aligncheck.alignment.segments.decide.pair_alignment import draft_pair
from aligncheck.alignment.vector_space import load_vector_space, map_document
from aligncheck.model import Kind, Segment, Span
from benchmarks.peers.aligners import peers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from aligncheck.alignment.segments.compare.segment_table import SegmentTable
    from benchmarks.cases.articles import Embed
    from benchmarks.peers.aligners import Aligner, Links, Texts


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A document with its gold links; null links are left out."""

    sides: tuple[SegmentTable, SegmentTable]
    texts: tuple[Texts, Texts]
    gold: Links


def print_sentences(path: Path, embed: Embed, model: str) -> None:
    """Print strict and lax precision, recall and F1; nothing was fitted on these languages."""
    documents = list(_documents(path, embed, model))
    print("\nText+Berg: strict F1 (precision, recall), lax F1")
    own = {"own": lambda both, _: _links(both)}
    for name, aligner in {**own, **peers()}.items():
        if isinstance(aligner, str):
            print(f"{name:12}left out: {aligner}")
        else:
            print(f"{name:12}{_figures(documents, aligner)}")


def _links(both: tuple[SegmentTable, SegmentTable]) -> Links:
    found = draft_pair(*both, load_fitted_models()).links.links
    return {(tuple(range(*f.bead.source)), tuple(range(*f.bead.target))) for f in found}


def _documents(path: Path, embed: Embed, model: str) -> Iterator[_Labelled]:
    space = load_vector_space(model)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts = row["src"], row["tgt"]
        segments = [[_segment(i, text) for i, text in enumerate(each)] for each in texts]
        sides = [
            tabulate_segments(each, map_document(embed([s.text for s in each]), locale, space))
            for each, locale in zip(segments, (row["src_lang"], row["tgt_lang"]), strict=True)
        ]
        gold = {(tuple(a), tuple(b)) for a, b in row["gold"] if a and b}
        yield _Labelled((sides[0], sides[1]), texts, gold)


def _segment(index: int, text: str) -> Segment:
    return Segment(index, Kind.PARAGRAPH, 0, text.strip(), text, Span(index + 1, 1, index + 1, 1))


def _figures(documents: Sequence[_Labelled], aligner: Aligner) -> str:
    """Count as Sennrich and Volk (2010) do: strict = the same link, lax = they overlap."""
    strict = lax_said = lax_gold = said = gold = 0
    for document in documents:
        found = {(a, b) for a, b in aligner(document.sides, document.texts) if a and b}
        strict += len(found & document.gold)
        lax_said += sum(_overlaps(link, document.gold) for link in found)
        lax_gold += sum(_overlaps(link, found) for link in document.gold)
        said, gold = said + len(found), gold + len(document.gold)
    lax = 2 * (lax_said / said) * (lax_gold / gold) / (lax_said / said + lax_gold / gold)
    precision, recall = strict / said, strict / gold
    return f"{2 * strict / (said + gold):.3f} ({precision:.3f}, {recall:.3f}), {lax:.3f}"


def _overlaps(link: tuple[tuple[int, ...], tuple[int, ...]], others: Links) -> bool:
    """Tell whether another link shares a source and a target sentence with this one."""
    return any(set(link[0]) & set(a) and set(link[1]) & set(b) for a, b in others)
