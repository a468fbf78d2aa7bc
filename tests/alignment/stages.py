"""The stages of alignment, driven with an embedder, for tests that look at the outcome."""

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
from aligncheck.alignment.segments.article_alignment import EmbeddedBitext
from aligncheck.alignment.segments.compare.embedded_version import embed_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.model import Bitext, Document

    Embed = Callable[[Sequence[str]], Float32Array]


def embed_texts(texts: Iterable[str], embed: Embed, model: str) -> TextVectors:
    """Embed some texts, and nothing else: a stage that needs a text it did not want fails."""
    unique = list(dict.fromkeys(texts))
    return TextVectors(model, dict(zip(unique, embed(unique), strict=True)) if unique else {})


def align_segments(
    documents: Sequence[Document], source: str | None, embed: Embed, model: str
) -> tuple[Bitext, ...]:
    """Align the segments of an article's versions."""
    return tuple(each.bitext for each in _embedded_bitexts(documents, source, embed, model))


def align_whole(
    documents: Sequence[Document], source: str | None, embed: Embed, model: str
) -> tuple[Bitext, ...]:
    """Align the segments of an article's versions, and sentences inside them."""
    return _align_inside(_embedded_bitexts(documents, source, embed, model), embed, model)


def align_sentences(bitext: Bitext, embed: Embed, model: str) -> Bitext:
    """Align the sentences inside a bitext that was made by hand."""
    documents = bitext.source, bitext.target
    vectors = embed_texts(texts_of_segments(documents), embed, model)
    source, target = (embed_version(document, vectors) for document in documents)
    (found,) = _align_inside([EmbeddedBitext(bitext, source, target)], embed, model)
    return found


def _embedded_bitexts(
    documents: Sequence[Document], source: str | None, embed: Embed, model: str
) -> tuple[EmbeddedBitext, ...]:
    vectors = embed_texts(texts_of_segments(documents), embed, model)
    draft = draft_alignment(documents, source, vectors)
    return settle_alignment(draft, embed_texts(draft.wanted, embed, model))


def _align_inside(
    bitexts: Iterable[EmbeddedBitext], embed: Embed, model: str
) -> tuple[Bitext, ...]:
    suspects = find_suspects(bitexts)
    draft = draft_sentences(suspects, embed_texts(suspects.wanted, embed, model))
    return settle_sentences(draft, embed_texts(draft.wanted, embed, model))
