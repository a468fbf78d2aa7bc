"""What is left of a paragraph, brought together with the paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aligncheck.alignment import find_suspects, texts_of_segments
from aligncheck.alignment.segments.article_alignment import EmbeddedBitext
from aligncheck.alignment.segments.compare.embedded_version import embed_version
from aligncheck.model import Bead, Bitext
from tests.alignment.stages import align_sentences, embed_texts
from tests.alignment.synthetic import MODEL, document, embed

if TYPE_CHECKING:
    from aligncheck.model import Document

    Idea = int | tuple[int, ...] | str

WHOLE: list[Idea] = [1, 2, 3, 4, (5, 6, 7), 8, 9, 10, 11]
LOST = 4


def apart(source: Document, target: Document) -> Bitext:
    """Link two versions segment by segment, but for one of which either is alone."""
    pairs = zip(source.segments, target.segments, strict=True)
    beads = [Bead((left,), (right,), 0.8) for left, right in pairs]
    left, right = beads[LOST].source, beads[LOST].target
    alone = [Bead(left, (), 0.0, confidence=0.9), Bead((), right, 0.0, confidence=0.8)]
    return Bitext(source, target, (*beads[:LOST], *alone, *beads[LOST + 1 :]))


def shapes(bitext: Bitext) -> list[tuple[int, int]]:
    """Give how many segments each bead has."""
    return [(len(bead.source), len(bead.target)) for bead in bitext.beads]


@pytest.mark.parametrize("left", [(6,), (5, 7)])
def test_part_of_a_paragraph(left: tuple[int, ...]) -> None:
    """A part of a paragraph makes a bead with it, in which the rest is missing."""
    source = document("en", WHOLE)
    bitext = apart(source, document("sv", [*WHOLE[:LOST], left, *WHOLE[LOST + 1 :]]))
    found = align_sentences(bitext, embed, MODEL)
    assert shapes(found) == [(1, 1)] * len(WHOLE)
    sentences = found.beads[LOST].sentences
    assert [bool(each.target) for each in sentences] == [each in left for each in (5, 6, 7)]
    assert not any(bead.sentences for bead in found.beads if bead is not found.beads[LOST])


@pytest.mark.parametrize("other", [(20,), (20, 21), (20, 21, 22)])
def test_another_paragraph(other: tuple[int, ...]) -> None:
    """Another paragraph in its place remains one dropped and one added."""
    source = document("en", WHOLE)
    bitext = apart(source, document("sv", [*WHOLE[:LOST], other, *WHOLE[LOST + 1 :]]))
    found = align_sentences(bitext, embed, MODEL)
    assert found == bitext


def test_texts() -> None:
    """The sentences of both are embedded, and no other ones."""
    source = document("en", WHOLE)
    bitext = apart(source, document("sv", [*WHOLE[:LOST], (6,), *WHOLE[LOST + 1 :]]))
    documents = bitext.source, bitext.target
    vectors = embed_texts(texts_of_segments(documents), embed, MODEL)
    versions = (embed_version(each, vectors) for each in documents)
    texts = find_suspects([EmbeddedBitext(bitext, *versions)]).wanted
    assert len(texts) == 4
    assert " ".join(texts[:3]) == source.segments[LOST].text


def split_up(source: Document, target: Document) -> Bitext:
    """Link two versions, but for a target segment that stands after what it was split off from."""
    links = [*range(LOST + 1), *range(LOST + 2, len(target.segments))]
    beads = [
        Bead((left,), (target.segments[right],), 0.8)
        for left, right in zip(source.segments, links, strict=True)
    ]
    alone = Bead((), (target.segments[LOST + 1],), 0.0, confidence=0.9)
    return Bitext(source, target, (*beads[: LOST + 1], alone, *beads[LOST + 1 :]))


def test_split_off() -> None:
    """What stands in a paragraph of its own beside the rest is neither missing nor added."""
    source = document("en", WHOLE)
    target = document("sv", [*WHOLE[:LOST], (5, 6), (7,), *WHOLE[LOST + 1 :]])
    found = align_sentences(split_up(source, target), embed, MODEL)
    assert shapes(found) == [(1, 2) if place == LOST else (1, 1) for place in range(len(WHOLE))]
    assert all(each.target for each in found.beads[LOST].sentences)


def test_added_beside_a_loss() -> None:
    """Another paragraph beside one that lost a sentence remains added, and the sentence lost."""
    source = document("en", WHOLE)
    target = document("sv", [*WHOLE[:LOST], (5, 6), (20,), *WHOLE[LOST + 1 :]])
    bitext = split_up(source, target)
    found = align_sentences(bitext, embed, MODEL)
    assert shapes(found) == shapes(bitext)
    assert [bool(each.target) for each in found.beads[LOST].sentences] == [True, True, False]
