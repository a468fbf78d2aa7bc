"""Training rows for what a bead gains, from the labelled cases."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.segments.compare.bead_scores import BEAD_SHAPES, ONE_TO_ONE
from aligncheck.alignment.segments.compare.join_features import compute_join_features
from aligncheck.alignment.segments.compare.link_features import compute_link_features
from aligncheck.alignment.segments.compare.piece_similarity import compare_pieces
from aligncheck.alignment.segments.compare.span_comparison import compare_versions
from aligncheck.alignment.segments.search.candidate_pairs import find_candidate_pairs
from aligncheck.alignment.segments.search.first_pass import scale_candidates
from aligncheck.alignment.vector_space import load_vector_space
from benchmarks.cases.alignments import embed_document, take_apart
from benchmarks.cases.articles import PAIRS
from training.logistic_regression import TrainingRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.segments.compare.joined_segments import BeadShape
    from aligncheck.alignment.segments.compare.piece_similarity import PieceSimilarity
    from aligncheck.alignment.segments.compare.span_comparison import PairComparison
    from aligncheck.model import Document
    from benchmarks.cases.articles import Article, Embed, Group

_LOST = 0.1
"""The share of segments that is taken out of each version of a clean article."""

_FOREIGN = 0.1
"""The share of segments in whose place one of another article of the same source is put."""

_DISTURBED = 2
"""How often each article without faults is disturbed, every time differently."""

_SHORTENED = 2
"""How much a pair counts that lost a sentence."""

_NEAR = 3
"""How far from its place a wrong partner of a lost segment is looked for."""


def link_rows(articles: Sequence[Article], embed: Embed, model: str) -> TrainingRows:
    """Give right and wrong pairs as they meet, every source counting the same.

    Articles without faults are disturbed here; of those with faults, only what the faults concern
    is taken: what was lost or added beside what is near, and paragraphs that lost a sentence,
    which are right nevertheless.
    """
    rows, rng = TrainingRows(), random.Random(3)  # noqa: S311 - a fixed seed is the point
    clean = [article for article in articles if article.case.suite == "clean"]
    for article in articles:
        origin = article.case.origin
        for left, right in PAIRS:
            if article.case.suite == "clean":
                for _ in range(_DISTURBED):
                    disturbed = _Disturbed.of(article, clean, rng)
                    seen = _seen(disturbed.documents, (left, right), embed, model)
                    groups = disturbed.groups(left, right)
                    _add_links(rows, seen, groups, _single(groups), origin)
            elif shortened := _shortened(article, left, right):
                seen = _seen(article.documents, (left, right), embed, model)
                _add_links(rows, seen, article.groups(left, right), shortened, origin)
    rows.balance_sources()
    return rows


def _single(groups: Sequence[Group]) -> list[tuple[int, int]]:
    return [(a[0], b[0]) for a, b in groups if len(a) == len(b) == 1]


def _shortened(article: Article, left: str, right: str) -> list[tuple[int, int]]:
    """Give the links whose target or source lost a sentence, each as often as it shall count."""
    lost = {
        (lang, index)
        for lang in (left, right)
        for fault in article.faults("omitted_sentence", lang)
        for index in article.segments(lang, fault.target)
    }
    pairs = _single(article.groups(left, right))
    return [(i, j) for i, j in pairs if (left, i) in lost or (right, j) in lost] * _SHORTENED


@dataclass(frozen=True, slots=True)
class _Disturbed:
    """A clean article from which segments were taken, and others put in the place of some.

    ``origins`` give, per language, what each segment was in the article: its index, or None.
    """

    documents: dict[str, Document]
    origins: dict[str, list[int | None]]

    @classmethod
    def of(cls, article: Article, others: Sequence[Article], rng: random.Random) -> _Disturbed:
        """Disturb every version of an article by itself."""
        kin = [each for each in others if each.case.origin == article.case.origin]
        documents: dict[str, Document] = {}
        origins: dict[str, list[int | None]] = {}
        for lang, document in article.documents.items():
            kept = [i for i in range(len(document.segments)) if rng.random() >= _LOST]
            segments = [document.segments[i] for i in kept]
            origins[lang] = list(kept)
            for place, segment in enumerate(segments):
                if rng.random() < _FOREIGN:
                    other = rng.choice(kin).documents[lang].segments
                    alike = [each for each in other if each.kind == segment.kind]
                    if alike and other is not document.segments:
                        segments[place], origins[lang][place] = rng.choice(alike), None
            documents[lang] = replace(document, segments=tuple(segments))
        return cls(documents, origins)

    def groups(self, left: str, right: str) -> list[Group]:
        """Give the gold links that are left of two versions."""
        ours, theirs = self.origins[left], self.origins[right]
        places = {origin: j for j, origin in enumerate(theirs) if origin is not None}
        linked = [(i, places[origin]) for i, origin in enumerate(ours) if origin in places]
        pairs: list[Group] = [((i,), (j,)) for i, j in linked]
        gone = set(range(len(ours))) - {i for i, _ in linked}
        new = set(range(len(theirs))) - {j for _, j in linked}
        return [*pairs, *(((i,), ()) for i in sorted(gone)), *(((), (j,)) for j in sorted(new))]


@dataclass(frozen=True, slots=True)
class _Seen:
    """Two versions as the aligner sees them with the pieces of all their segments."""

    comparison: PairComparison
    pieces: PieceSimilarity

    @property
    def whole(self) -> tuple[slice, slice]:
        """All rows and columns."""
        return slice(0, None), slice(0, None)


def _seen(
    documents: Mapping[str, Document], pair: tuple[str, str], embed: Embed, model: str
) -> _Seen:
    """Look at two versions closely."""
    space = load_vector_space(model)
    one, other = (embed_document(documents[lang], embed, space) for lang in pair)
    both = one.table, other.table
    rows, columns = range(len(both[0])), range(len(both[1]))
    pieces = compare_pieces(both, take_apart((one, other), (rows, columns), embed), rows, columns)
    scale = scale_candidates(*both, find_candidate_pairs(*both))
    return _Seen(compare_versions(*both, scale, BEAD_SHAPES), pieces)


def _add_links(
    rows: TrainingRows,
    seen: _Seen,
    groups: Sequence[Group],
    right: Sequence[tuple[int, int]],
    origin: str,
) -> None:
    """Add the pairs that are right, what is beside them, and what is beside lost segments."""
    single = seen.comparison.compare_spans(ONE_TO_ONE, *seen.whole)
    raised = single.raise_similarity(seen.pieces.partial / seen.comparison.scale.similarity)
    table = np.stack(compute_link_features(raised, seen.comparison, *seen.whole), axis=-1)
    true = {(i, j) for a, b in groups for i in a for j in b}
    lost = [a[0] for a, b in groups if not b], [b[0] for a, b in groups if not a]
    wrong = set(_near_misses(set(right), lost, table.shape[:2])) - true
    for cell in right:
        rows.add_row(table[cell].tolist(), right=True, origin=origin)
    for cell in sorted(wrong):
        rows.add_row(table[cell].tolist(), right=False, origin=origin)


def _near_misses(
    single: set[tuple[int, int]], lost: tuple[list[int], list[int]], size: Sequence[int]
) -> Iterator[tuple[int, int]]:
    height, width = size
    for i, j in single:
        yield from ((i + d, j + 1 - d) for d in (0, 1) if i + d < height and j + 1 - d < width)
    for i in lost[0]:
        yield from ((i, j) for j in range(max(0, i - _NEAR), min(width, i + _NEAR + 1)))
    for j in lost[1]:
        yield from ((i, j) for i in range(max(0, j - _NEAR), min(height, j + _NEAR + 1)))


def join_rows(articles: Sequence[Article], embed: Embed, model: str) -> TrainingRows:
    """Give neighbours that were merged or split, and neighbours of what was lost or added."""
    rows = TrainingRows()
    for article in articles:
        for left, right in PAIRS:
            groups = article.groups(left, right)
            if any(len(a) != 1 or len(b) != 1 for a, b in groups):
                seen = _seen(article.documents, (left, right), embed, model)
                tables = {shape: _join_table(seen, shape) for shape in ((1, 2), (2, 1))}
                for shape, end, merged in _joins(groups):
                    features = tables[shape][end].tolist()
                    rows.add_row(features, right=merged, origin=article.case.origin)
    return rows


def _join_table(seen: _Seen, shape: BeadShape) -> Float32Array:
    table = {each: seen.comparison.compare_spans(each, *seen.whole) for each in BEAD_SHAPES}
    ordered = seen.pieces.ordered[shape] / seen.comparison.scale.similarity
    return np.stack(compute_join_features(shape, table, ordered), axis=-1)


def _joins(groups: Sequence[Group]) -> Iterator[tuple[BeadShape, tuple[int, int], bool]]:
    """Give joins of two with one: shape, the cell where it ends, whether it is right."""
    lost = {a[0] for a, b in groups if not b}, {b[0] for a, b in groups if not a}
    for a, b in groups:
        if (len(a), len(b)) in {(1, 2), (2, 1)} and a[-1] - a[0] == len(a) - 1:
            yield (len(a), len(b)), (a[-1], b[-1]), True
        if len(a) == len(b) == 1:
            yield from (
                ((2, 1), (max(a[0], n), b[0]), False) for n in (a[0] - 1, a[0] + 1) if n in lost[0]
            )
            yield from (
                ((1, 2), (a[0], max(b[0], n)), False) for n in (b[0] - 1, b[0] + 1) if n in lost[1]
            )
