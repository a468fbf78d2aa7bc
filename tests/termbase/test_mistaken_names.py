"""Acronyms and names that a careless translation takes for the words they look like."""

from __future__ import annotations

import pytest

from aligncheck.checks.ac303_do_not_translate import do_not_translate
from aligncheck.engine.context import Context
from aligncheck.termbase import Termbase
from tests.termbase.bitexts import bitext


@pytest.mark.parametrize(
    ("locale", "source", "target", "found"),
    [
        ("de", "The WHO recommends it.", "Wer empfiehlt es.", ["Wer"]),
        ("da", "The WHO recommends it.", "Hvem anbefaler det.", ["Hvem"]),
        ("nb", "Flights from the US resumed.", "Flyene fra oss er tilbake.", ["oss"]),
        ("sv", "Flights from the US resumed.", "Flygen från oss har återupptagits.", ["oss"]),
        ("fr", "The WHO recommends it.", "Qui le recommande.", ["Qui"]),
        ("fr", "The WHO recommends it.", "L’OMS le recommande.", []),
        ("fr", "Who recommends the WHO?", "Qui recommande l’OMS ?", []),
        ("zh", "The WHO recommends it.", "谁推荐它。", ["谁"]),
        ("de", "The WHO recommends it.", "Die WHO empfiehlt es.", []),
        ("de", "Who recommends the WHO?", "Wer empfiehlt die Organisation?", []),
        ("da", "The US told us to wait.", "Amerika bad os vente.", []),
        ("fi", "The WHO recommends it.", "Kuka suosittelee sitä.", []),
        ("sv", "The WHO recommends it.", "Världshälsoorganisationen rekommenderar det.", []),
    ],
)
def test_acronyms_taken_for_words(locale: str, source: str, target: str, found: list[str]) -> None:
    """The word of the target's language is flagged, unless the source has that word, too."""
    pair = bitext([source], [target], ("en", locale))
    flags = do_not_translate(pair, Context(Termbase.empty(), ("en", locale)))
    assert [flag.place.text for flag in flags] == found
