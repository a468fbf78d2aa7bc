"""A paragraph that ends elsewhere in the translation lacks nothing."""

from __future__ import annotations

import pytest

from tests.alignment.stages import align_whole
from tests.alignment.synthetic import MODEL, document, embed

SOURCE: list[int | tuple[int, ...] | str] = [1, 2, (3, 4, 5), (6, 7, 8), 9, 10]


@pytest.mark.parametrize(
    ("target", "omitted"),
    [
        ([1, 2, (3, 4, 5), (6, 7, 8), 9, 10], []),
        ([1, 2, (3, 4), (5, 6, 7, 8), 9, 10], []),
        ([1, 2, (3, 4, 5, 6), (7, 8), 9, 10], []),
        ([1, 2, (3, 4), (6, 7, 8), 9, 10], [2]),
        ([1, 2, (3, 4, 5), (7, 8), 9, 10], [3]),
    ],
)
def test_a_sentence_across_the_break_is_not_missing(
    target: list[int | tuple[int, ...] | str], omitted: list[int]
) -> None:
    """A sentence that stands in the next paragraph is there; one that stands nowhere is omitted."""
    documents = [document("en", SOURCE), document("sv", target)]
    (bitext,) = align_whole(documents, "en", embed, MODEL)
    missing = [
        bead.source[0].index
        for bead in bitext.beads
        for sentence in bead.sentences
        if not sentence.target
    ]
    assert missing == omitted
