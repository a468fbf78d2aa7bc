"""The stages of alignment: what each wants to know next, and that it needs nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aligncheck.alignment import (
    TextVectors,
    draft_alignment,
    draft_sentences,
    find_suspects,
    settle_alignment,
    texts_of_segments,
)
from tests.alignment.stages import align_whole, embed_texts
from tests.alignment.synthetic import MODEL, document, embed, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aligncheck.alignment.segments.article_alignment import AlignmentDraft

Ideas = list[int | tuple[int, ...] | str]

WHOLE: Ideas = ["#0", 1, 2, (3, 4), 5, 6, (7, 8, 9), 10, 11]
OTHER: Ideas = ["#50", 51, 52, (53, 54), 55, 56, 57, 58]


def draft_versions(*versions: Ideas) -> AlignmentDraft:
    """Draft the alignment of versions, the first, English, being the source."""
    documents = [document(lang, v) for lang, v in zip(("en", "sv", "zh"), versions, strict=False)]
    vectors = embed_texts(texts_of_segments(documents), embed, MODEL)
    return draft_alignment(documents, "en", vectors)


def say(lang: str, ideas: Iterable[int]) -> set[str]:
    """Write ideas as sentences of a language."""
    return {text(idea, lang) for idea in ideas}


@pytest.mark.parametrize(
    ("target", "english", "swedish"),
    [
        pytest.param(WHOLE, (), (), id="nothing is in doubt"),
        pytest.param(OTHER, (), (), id="another article is not looked at twice"),
        pytest.param([], (), (), id="an empty version has nothing to look at"),
        pytest.param([*WHOLE[:3], 3, 4, *WHOLE[4:]], (3, 4), (), id="a paragraph that was split"),
        pytest.param(
            [*WHOLE[:4], *WHOLE[5:]], (3, 4), (3, 4), id="a lost paragraph, and those beside it"
        ),
        pytest.param(
            [*WHOLE[:6], (7, 9), *WHOLE[7:]],
            (),
            (),
            id="a sentence lost in a sure pair",
        ),
    ],
)
def test_a_draft_wants_the_pieces_of_what_is_in_doubt(
    target: Ideas, english: tuple[int, ...], swedish: tuple[int, ...]
) -> None:
    """The sentences of doubtful segments are wanted, and no others."""
    wanted = draft_versions(WHOLE, target).wanted
    sentences = {each for each in wanted if each.startswith(("En says", "Sv says"))}
    assert sentences >= say("en", english) | say("sv", swedish)
    assert not sentences & (say("en", {7, 8, 9} - {*english}) | say("sv", {7, 9}))
    assert bool(wanted) == bool(english or swedish)


def test_what_was_not_wanted_is_not_missed() -> None:
    """A stage that lacks the vector of a text it wants says so; it never goes on without."""
    draft = draft_versions(WHOLE, [*WHOLE[:3], 3, 4, *WHOLE[4:]])
    with pytest.raises(KeyError):
        settle_alignment(draft, TextVectors(MODEL, {}))


def test_sentences_are_wanted_where_the_target_is_short() -> None:
    """Only the paragraph that lost a sentence is looked into, in both versions."""
    draft = draft_versions(WHOLE, [*WHOLE[:6], (7, 9), *WHOLE[7:]])
    settled = settle_alignment(draft, embed_texts(draft.wanted, embed, MODEL))
    assert {*find_suspects(settled).wanted} == say("en", (7, 8, 9)) | say("sv", (7, 9))


def test_a_second_look_is_wanted_only_at_what_seems_to_be_missing() -> None:
    """Where a target says all in fewer sentences nothing more is wanted; else what may say it."""
    for target, doubtful in (((7, 9), True), ((7, 8, 9), False)):
        draft = draft_versions(WHOLE, [*WHOLE[:6], target, *WHOLE[7:]])
        settled = settle_alignment(draft, embed_texts(draft.wanted, embed, MODEL))
        suspects = find_suspects(settled)
        wanted = draft_sentences(suspects, embed_texts(suspects.wanted, embed, MODEL)).wanted
        assert bool(wanted) == doubtful
        assert (say("sv", (6, 10)) <= {*wanted}) == doubtful


def test_one_version_has_no_counterpart() -> None:
    """A version alone, or none, gives no bitext, with a source and without."""
    for source in ("en", None):
        assert align_whole([document("en", WHOLE)], source, embed, MODEL) == ()
        assert align_whole([], source, embed, MODEL) == ()


def test_a_draft_is_a_value() -> None:
    """Settled twice, a draft gives the same; nothing of the first time is left in it."""
    draft = draft_versions(WHOLE, [*WHOLE[:3], 3, 4, *WHOLE[5:]], WHOLE)
    vectors = embed_texts(draft.wanted, embed, MODEL)
    first, second = (settle_alignment(draft, vectors) for _ in range(2))
    assert [each.bitext for each in first] == [each.bitext for each in second]
