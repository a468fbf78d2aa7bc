"""The stages of alignment, driven with an embedder that is asked as they want it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.alignment import (
    TextVectors,
    draft_alignment,
    draft_sentences,
    find_suspects,
    settle_alignment,
    settle_sentences,
    texts_of_segments,
)
from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.segments.article_alignment import (
    cut_segments,
    embed_pieces,
    settle_pairs,
)
from aligncheck.alignment.segments.compare.embedded_version import embed_version
from aligncheck.alignment.segments.decide.pair_alignment import draft_pair
from aligncheck.alignment.segments.search.first_pass import draft_path
from aligncheck.alignment.segments.search.second_pass import find_doubtful_rectangles, revise_path
from benchmarks.cases.articles import LANGS, PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from aligncheck.alignment.fitted_models import BeadModels
    from aligncheck.alignment.segments.article_alignment import EmbeddedBitext
    from aligncheck.alignment.segments.compare.embedded_version import EmbeddedVersion
    from aligncheck.alignment.segments.compare.piece_similarity import SegmentPieces
    from aligncheck.alignment.segments.decide.pair_links import PairLinks
    from aligncheck.alignment.segments.decide.version_pairs import VersionPairs
    from aligncheck.alignment.segments.search.dynamic_program import BeadSpan
    from aligncheck.alignment.segments.search.first_pass import PathDraft
    from aligncheck.alignment.vector_space import VectorSpace
    from aligncheck.model import Bitext, Document
    from benchmarks.cases.articles import Article, Embed, Group

    _Doubtful = tuple[Mapping[int, SegmentPieces], Mapping[int, SegmentPieces]]


def embed_texts(texts: Iterable[str], embed: Embed, model: str = "") -> TextVectors:
    """Embed some texts once each."""
    unique = list(dict.fromkeys(texts))
    return TextVectors(model, dict(zip(unique, embed(unique), strict=True)) if unique else {})


def embed_document(document: Document, embed: Embed, space: VectorSpace) -> EmbeddedVersion:
    """Describe a version as the aligner does, in a space of one's own."""
    return embed_version(document, embed_texts(texts_of_segments([document]), embed), space)


def align_segments(
    documents: Sequence[Document], source: str | None, embed: Embed, model: str
) -> tuple[EmbeddedBitext, ...]:
    """Align the segments of an article's versions."""
    vectors = embed_texts(texts_of_segments(documents), embed, model)
    draft = draft_alignment(documents, source, vectors)
    return settle_alignment(draft, embed_texts(draft.wanted, embed, model))


def align_all_pairs(documents: Sequence[Document], embed: Embed, model: str) -> VersionPairs:
    """Align every version with every other."""
    vectors = embed_texts(texts_of_segments(documents), embed, model)
    draft = draft_alignment(documents, None, vectors)
    return settle_pairs(draft, embed_texts(draft.wanted, embed, model))


def align_whole(
    documents: Sequence[Document], source: str | None, embed: Embed, model: str
) -> tuple[Bitext, ...]:
    """Align the segments of an article's versions, and sentences inside them."""
    suspects = find_suspects(align_segments(documents, source, embed, model))
    draft = draft_sentences(suspects, embed_texts(suspects.wanted, embed, model))
    return settle_sentences(draft, embed_texts(draft.wanted, embed, model))


def align_tables(versions: tuple[EmbeddedVersion, EmbeddedVersion]) -> PairLinks:
    """Align two versions by their segments alone, with the models that ship."""
    tables = versions[0].table, versions[1].table
    return draft_pair(*tables, load_fitted_models()).links


def measure_null_f1(cases: Sequence[Article], embed: Embed, model: str) -> float:
    """Give the F1 of null alignments, source against either target."""
    right = said = gold = 0
    for article in cases:
        pairs = align_all_pairs([article.documents[lang] for lang in LANGS], embed, model)
        for left, other in PAIRS[:2]:
            links = pairs.alignments[LANGS.index(left), LANGS.index(other)].links
            found = {bead for bead in _list_beads(links) if not all(bead)}
            true = {group for group in article.groups(left, other) if not all(group)}
            right, said, gold = right + len(found & true), said + len(found), gold + len(true)
    return 2 * right / (said + gold)


def _list_beads(links: PairLinks) -> set[Group]:
    """Give the links of an alignment and its null alignments, by the indices of their segments."""
    linked = {(tuple(range(*b.source)), tuple(range(*b.target))) for b in _list_spans(links)}
    dropped: set[Group] = {((index,), ()) for index in links.source.unlinked.tolist()}
    added: set[Group] = {((), (index,)) for index in links.target.unlinked.tolist()}
    return linked | dropped | added


def _list_spans(links: PairLinks) -> list[BeadSpan]:
    """Give the beads of an alignment that have both sides."""
    return [link.bead for link in links.links]


def find_path(
    versions: tuple[EmbeddedVersion, EmbeddedVersion],
    embed: Embed,
    models: BeadModels,
    *,
    second_pass: bool = True,
) -> PathDraft:
    """Find the best path of beads, whatever the two texts have to do with each other."""
    draft = draft_path(versions[0].table, versions[1].table, models)
    doubtful = find_doubtful_rectangles(draft.path) if second_pass else []
    if not doubtful:
        return draft
    rows = {row for each in doubtful for row in each.rows}
    columns = {column for each in doubtful for column in each.columns}
    return revise_path(draft, doubtful, take_apart(versions, (rows, columns), embed), models)


def take_apart(
    versions: tuple[EmbeddedVersion, EmbeddedVersion],
    indices: tuple[Iterable[int], Iterable[int]],
    embed: Embed,
) -> _Doubtful:
    """Cut some segments of two versions into pieces, and embed these."""
    cut = [
        cut_segments(version.document, each)
        for version, each in zip(versions, indices, strict=True)
    ]
    texts = (text for some in cut for parts in some.values() for text in parts)
    vectors = embed_texts(texts, embed)
    ours, theirs = (
        embed_pieces(version, some, vectors) for version, some in zip(versions, cut, strict=True)
    )
    return ours, theirs
