"""The versions of one article aligned, in two stages with a wish for vectors between them.

texts_of_segments(documents)          the texts that the first stage needs
draft_alignment(documents, ...)       every pair aligned once; ``wanted``: pieces in doubt
settle_alignment(draft, vectors)      what was in doubt solved again: bitexts
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.segments.compare.embedded_version import EmbeddedVersion, embed_version
from aligncheck.alignment.segments.compare.piece_similarity import SegmentPieces
from aligncheck.alignment.segments.compare.text_length import measure_lengths
from aligncheck.alignment.segments.decide.pair_alignment import (
    PairDraft,
    draft_pair,
    settle_pair,
)
from aligncheck.alignment.segments.decide.peer_bitexts import build_peer_bitexts
from aligncheck.alignment.segments.decide.version_pairs import (
    VersionPair,
    VersionPairs,
    build_bitext,
    collect_pairs,
    list_needed_pairs,
)
from aligncheck.alignment.splitting.segment_pieces import cut_segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from aligncheck.alignment.text_vectors import TextVectors
    from aligncheck.model import Bitext, Document


@dataclass(frozen=True, slots=True)
class AlignmentDraft:
    """The versions of an article after the first pass.

    ``pivot`` is the position of the source, None among peers. ``pieces`` are the texts that the
    segments in doubt were cut into, per version and by index.
    """

    versions: tuple[EmbeddedVersion, ...]
    pivot: int | None
    pairs: Mapping[VersionPair, PairDraft]
    pieces: tuple[Mapping[int, tuple[str, ...]], ...]

    @property
    def wanted(self) -> tuple[str, ...]:
        """The texts whose vectors are needed to settle what is in doubt."""
        parted = (texts for cut in self.pieces for texts in cut.values() if len(texts) > 1)
        return tuple(dict.fromkeys(text for texts in parted for text in texts))


@dataclass(frozen=True, slots=True)
class EmbeddedBitext:
    """Two aligned versions, and what maps further texts of them like their segments."""

    bitext: Bitext
    source: EmbeddedVersion
    target: EmbeddedVersion


def texts_of_segments(documents: Iterable[Document]) -> list[str]:
    """Give the texts that must have vectors to draft an alignment."""
    return [segment.text for document in documents for segment in document.segments]


def draft_alignment(
    documents: Sequence[Document], source: str | None, vectors: TextVectors
) -> AlignmentDraft:
    """Align the versions of one article by their segments; ``source`` is a locale or None."""
    versions = tuple(embed_version(document, vectors) for document in documents)
    locales = [document.locale for document in documents]
    pivot = locales.index(source) if source in locales else None
    models = load_fitted_models()
    pairs = {
        (one, other): draft_pair(versions[one].table, versions[other].table, models)
        for one, other in list_needed_pairs(len(versions), pivot)
    }
    return AlignmentDraft(versions, pivot, pairs, _cut_doubtful(documents, pairs))


def _cut_doubtful(
    documents: Sequence[Document], pairs: Mapping[VersionPair, PairDraft]
) -> tuple[dict[int, tuple[str, ...]], ...]:
    """Cut the segments that are in doubt in some pair into pieces, per version."""
    indices: list[set[int]] = [set() for _ in documents]
    for (one, other), pair in pairs.items():
        for doubtful in pair.doubtful:
            indices[one].update(doubtful.rows)
            indices[other].update(doubtful.columns)
    return tuple(map(cut_segments, documents, indices))


def cut_segments(document: Document, indices: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Cut some segments of a version into pieces, by index."""
    texts = {index: document.segments[index].text for index in sorted(indices)}
    return {index: tuple(cut_segment(text, document.locale)) for index, text in texts.items()}


def settle_alignment(draft: AlignmentDraft, vectors: TextVectors) -> tuple[EmbeddedBitext, ...]:
    """Solve what is in doubt again, and make bitexts; ``vectors`` has what the draft wanted.

    With a source: one bitext from the source to each other version, in the order given, third
    versions being asked about what is missing. Without: those of ``build_peer_bitexts``.
    """
    pairs = settle_pairs(draft, vectors)
    if draft.pivot is None:
        found = build_peer_bitexts(pairs)
    else:
        others = [each for each in range(len(draft.versions)) if each != draft.pivot]
        ends = [(draft.pivot, other) for other in others]
        found = [(pair, build_bitext(pairs, *pair)) for pair in ends]
    return tuple(
        EmbeddedBitext(bitext, draft.versions[one], draft.versions[other])
        for (one, other), bitext in found
    )


def settle_pairs(draft: AlignmentDraft, vectors: TextVectors) -> VersionPairs:
    """Solve what is in doubt again in every pair of a draft."""
    models = load_fitted_models()
    # Once a version, not once a pair: a paragraph in doubt is often so against every other version.
    pieces = [
        embed_pieces(version, cut, vectors)
        for version, cut in zip(draft.versions, draft.pieces, strict=True)
    ]
    aligned = {
        (one, other): settle_pair(pair, (pieces[one], pieces[other]), models)
        for (one, other), pair in draft.pairs.items()
    }
    return collect_pairs([version.document for version in draft.versions], aligned)


def embed_pieces(
    version: EmbeddedVersion, cut: Mapping[int, tuple[str, ...]], vectors: TextVectors
) -> dict[int, SegmentPieces]:
    """Give the vectors of pieces, by segment; a segment of one piece is its own."""
    return {
        index: SegmentPieces(
            version.map_texts(texts, vectors)
            if len(texts) > 1
            else version.table.vectors[index : index + 1],
            measure_lengths(texts),
        )
        for index, texts in cut.items()
    }
