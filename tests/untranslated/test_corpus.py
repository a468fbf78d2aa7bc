"""The analysis on two tables of text: what it must spare, and what it must find."""

from __future__ import annotations

import pytest

from aligncheck.untranslated import find_foreign_spans
from tests.untranslated.corpus import Row, read_corpus

SPARED = list(read_corpus("spared"))
FOUND = list(read_corpus("found"))
ENOUGH = 300


def test_the_spared_corpus_is_large_and_has_no_text_twice() -> None:
    """At least three hundred different cases stand for what is the same in every language."""
    assert len({(row.locale, row.text) for row in SPARED}) == len(SPARED) >= ENOUGH


@pytest.mark.parametrize("row", SPARED, ids=lambda row: f"{row.locale}:{row.text[:40]}")
@pytest.mark.parametrize("copied", [False, True], ids=["alone", "copied"])
def test_spares_what_is_rightly_the_same(row: Row, copied: bool) -> None:  # noqa: FBT001
    """Nothing is found in text that is right as it is, whether the source has the same or not."""
    passages = find_foreign_spans(row.query(copied=copied))
    assert [row.text[one.start : one.end] for one in passages] == [], row.heading


@pytest.mark.parametrize("row", FOUND, ids=lambda row: f"{row.locale}:{row.text[:40]}")
def test_finds_exactly_what_is_left(row: Row) -> None:
    """Exactly the words in another language are found, at the right level, and nothing else."""
    passages = find_foreign_spans(row.query())
    assert [(one.start, one.end) for one in passages] == list(row.marks)
    assert {one.level.value for one in passages} == {row.heading}


@pytest.mark.parametrize("row", FOUND, ids=lambda row: f"{row.locale}:{row.text[:40]}")
def test_says_which_language_it_is(row: Row) -> None:
    """A passage names a language of the run that is not the document's."""
    languages = {one.language for one in find_foreign_spans(row.query())}
    assert languages <= {"en", "sv", "zh"} - {row.locale}
    assert languages
