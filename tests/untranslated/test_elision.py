"""Words that an apostrophe joins, as the evidence for a language takes them."""

from __future__ import annotations

import pytest

from aligncheck.untranslated import SegmentQuery, find_foreign_spans
from aligncheck.untranslated.token_runs import EDGE_NATS
from aligncheck.untranslated.word_evidence import weigh_compound


@pytest.mark.parametrize("own", ["en", "de", "sv", "da", "nb"])
@pytest.mark.parametrize("word", ["l’eau", "d’une", "qu'il", "c’est", "n’avait", "d'hélicoptère"])
def test_elided_words_are_french_as_their_parts_are(word: str, own: str) -> None:
    """What no list has whole speaks for French by both its parts, in either direction."""
    assert weigh_compound(word, "fr", own) > EDGE_NATS
    assert weigh_compound(word, own, "fr") < -EDGE_NATS


@pytest.mark.parametrize("word", ["don’t", "it's", "we’ll", "aren't", "o'clock"])
def test_listed_contractions_are_words_of_their_own(word: str) -> None:
    """English lists its contractions: they speak for it as wholes, t and ll say nothing."""
    assert weigh_compound(word, "en", "fr") > EDGE_NATS
    assert weigh_compound(word, "fr", "en") < -EDGE_NATS


@pytest.mark.parametrize("word", ["l’accent", "d’original", "l'impact"])
def test_the_least_foreign_part_decides(word: str) -> None:
    """An elided article before a word that French shares with English accuses no French text."""
    assert weigh_compound(word, "en", "fr") < 0


@pytest.mark.parametrize(
    ("own", "text", "left"),
    [
        ("en", "The pump failed. L’eau n’arrivait plus jusqu’à l’étage.", 1),
        ("sv", "Pumpen gick sönder. C’est qu’il n’y avait plus d’eau.", 1),
        ("de", "Die Pumpe war kaputt. D’après l’ingénieur, c’était l’usure.", 1),
        ("fr", "D’après l’ingénieur, c’était l’usure qui l’a cassée.", 0),
        ("fr", "L’eau n’y arrive qu’au printemps, jusqu’à l’étage.", 0),
        ("en", "It’s the pump’s fault, and we’ll say so at five o’clock.", 0),
    ],
)
def test_elided_french_is_found_and_spared(own: str, text: str, left: int) -> None:
    """A sentence full of elision is French: found in another language, left alone in its own."""
    foreign = tuple(one for one in ("en", "fr") if one != own)
    spans = find_foreign_spans(SegmentQuery(text, own, foreign, (), ()))
    assert len(spans) == left
    assert all(text[one.start : one.end] == text.split(". ")[1] for one in spans)
