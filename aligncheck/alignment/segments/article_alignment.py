"""All versions of one article, aligned as the rules need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.alignment.segments.decide.peer_bitexts import peer_bitexts
from aligncheck.alignment.segments.version_pairs import Versions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aligncheck.alignment.segments.compare.segment_table import FloatArray
    from aligncheck.model import Bitext, Document

    Embed = Callable[[Sequence[str]], FloatArray]


def align_bundle(
    documents: Sequence[Document], source: str | None, embed: Embed, model: str
) -> tuple[Bitext, ...]:
    """Align the versions of one article.

    With a source locale: one bitext from the source to each other version, in the order given,
    the others being heard on what is missing. Without: the bitexts of ``peer_bitexts``.
    """
    versions = Versions(documents, embed, model)
    locales = [document.locale for document in documents]
    if source not in locales:
        return peer_bitexts(versions)
    pivot = locales.index(source)
    others = [each for each in range(len(documents)) if each != pivot]
    return tuple(versions.bitext(pivot, other) for other in others)
