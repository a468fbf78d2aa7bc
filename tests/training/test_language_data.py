"""The data that ships of each language is what the script makes, and the script counts rightly."""

from __future__ import annotations

import math
import tomllib
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from aligncheck.languages.lexicon.word_frequencies import DATA
from training.language_data import (
    WordFrequencies,
    choose_floor,
    count_trigrams,
    describe_source,
    find_own_letters,
    format_trigrams,
    format_words,
)

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = sorted(DATA.glob("*/source.toml"))
FREQUENCIES = WordFrequencies(
    "xx", "a few words", {"the": 0.05, "then": 0.01, "thin": 0.000001, "of": 0.02, "ofx": 2e-9}
)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.name)
def test_the_files_are_those_that_the_script_wrote(source: Path) -> None:
    """A list that was edited by hand, or made by another state of the script, is told."""
    described = tomllib.loads(source.read_text(encoding="utf-8"))
    language = source.parent.name
    assert described["made-by"] == f"python -m training.language_data {language}"
    assert described["source"].startswith("wordfreq 3.1")
    assert set(described["sha256"]) == {"words.txt", "trigrams.txt"}
    for name, digest in described["sha256"].items():
        assert sha256((source.parent / name).read_bytes()).hexdigest() == digest, name


def test_every_word_list_has_its_source() -> None:
    """There is no list without a file that says where it comes from, and none is large."""
    lists = sorted(DATA.glob("*/words.txt"))
    assert [one.parent.name for one in lists] == [one.parent.name for one in SOURCES]
    assert {one.parent.name for one in lists} >= {"da", "de", "en", "fr", "nb", "sv"}
    assert max(one.stat().st_size for one in lists) < 1_000_000


def test_words_stand_by_their_beginnings() -> None:
    """A line holds the words that share three letters, with their classes; rare words are out."""
    assert format_words(FREQUENCIES, 2.0) == "of =73\nthe =77 n=70\nthi n=30\n"
    assert choose_floor(FREQUENCIES) == 2.0


def test_trigrams_count_as_often_as_their_words() -> None:
    """The trigrams of a frequent word weigh more; the edges of words are theirs, too."""
    shares = count_trigrams(FREQUENCIES)
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["_th"] == pytest.approx(6 * shares["hen"], rel=1e-3)
    assert shares["he_"] == pytest.approx(5 * shares["hen"], rel=1e-3)
    assert "thi" in shares
    lines = dict(line.split() for line in format_trigrams(FREQUENCIES).splitlines())
    assert int(lines["_th"]) == round(-100 * math.log(shares["_th"]))
    assert "ofx" not in lines


@pytest.mark.parametrize(
    ("shares", "letters"),
    [
        ({"cœur": 0.0005, "mer": 0.01}, {"œ"}),
        ({"łódź": 0.0003, "jest": 0.01, "źle": 0.0001}, {"ł", "ź"}),
        ({"haček": 0.00001, "ord": 0.01}, set()),
        ({"weiß": 0.001, "über": 0.01}, set()),
        ({"değil": 0.004, "için": 0.005}, {"ğ"}),
    ],
)
def test_letters_beyond_latin_1_are_found(shares: dict[str, float], letters: set[str]) -> None:
    """A letter that many words have is the language's own, one of a few foreign names is not."""
    assert find_own_letters(shares) == letters


def test_the_source_says_where_a_short_list_ends() -> None:
    """The rarest class is that of the rarest word where the list ends above the floor."""
    short = WordFrequencies("xx", "a few words", {"the": 0.05, "then": 0.000001})
    described = tomllib.loads(describe_source(short, 2.0, {"words.txt": "the =77\n"}))
    assert described["rarest-class"] == 30
    assert tomllib.loads(describe_source(FREQUENCIES, 2.0, {}))["rarest-class"] == 20
    assert described["sha256"]["words.txt"] == sha256(b"the =77\n").hexdigest()
