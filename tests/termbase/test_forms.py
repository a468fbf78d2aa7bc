"""The forms that a term is found in, and those it must not be taken for."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from aligncheck.model import Concept, Term
from aligncheck.termbase import Termbase

TABLE = Path(__file__).with_name("forms.tsv")
"""English, Swedish and Chinese; other languages have a table of their own, forms_xx.tsv."""
OWN_TABLES = sorted(TABLE.parent.glob("forms_*.tsv"))
LEAST_RIGHT = {TABLE: 0.97}
LEAST_RIGHT_OF_OWN = 0.96
STUDENT = Concept("student", (Term("zh-Hans", "大学生"),))


def rows(table: Path = TABLE) -> list[dict[str, str]]:
    """Read a table: locale, term, text, whether the term is found there, and why."""
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def is_found(row: dict[str, str]) -> bool:
    """Tell whether the term of a row is found in its text, in a termbase that has 大学生 too."""
    termbase = Termbase([Concept("asked", (Term(row["locale"], row["term"]),)), STUDENT])
    found = termbase.find(row["text"], row["locale"])
    return any(match.concept.id == "asked" for match in found)


@pytest.mark.parametrize("table", [TABLE, *OWN_TABLES], ids=lambda table: table.stem)
def test_forms_are_told_from_traps(table: Path) -> None:
    """Almost all forms are found where the table says so and nowhere else: 96 or 97 in 100."""
    wrong = [row for row in rows(table) if is_found(row) != (row["found"] == "yes")]
    assert len(wrong) <= (1 - LEAST_RIGHT.get(table, LEAST_RIGHT_OF_OWN)) * len(rows(table)), wrong


@pytest.mark.parametrize("table", OWN_TABLES, ids=lambda table: table.stem)
def test_own_table_is_large_enough(table: Path) -> None:
    """A table of one language has forms and lookalikes of it alone, no row twice."""
    own = rows(table)
    assert {row["locale"] for row in own} == {table.stem.removeprefix("forms_")}
    assert len(own) >= 80
    assert sum(row["found"] == "no" for row in own) >= len(own) / 3
    assert len({(row["term"], row["text"]) for row in own}) == len(own)
    assert all(row["reason"] for row in own)


@pytest.mark.parametrize("locale", ["en", "sv", "zh-Hans", "zh-Hant"])
def test_table_is_balanced(locale: str) -> None:
    """Every language has forms and traps, no row twice, and each row its reason."""
    own = [row for row in rows() if row["locale"] == locale]
    traps = sum(row["found"] == "no" for row in own)
    assert len(own) >= 40
    assert 0.4 <= traps / len(own) <= 0.7
    assert len({(row["term"], row["text"]) for row in own}) == len(own)
    assert all(row["reason"] for row in own)


@pytest.mark.parametrize(
    ("speech", "text", "found"),
    [
        ("verb", "It was scanned twice.", True),
        ("verb", "Scanning takes a minute.", True),
        ("noun", "It was scanned twice.", False),
        ("noun", "Two scans were lost.", True),
        ("", "Two scans were lost.", True),
    ],
)
def test_part_of_speech_decides_on_forms(speech: str, text: str, found: bool) -> None:  # noqa: FBT001 - a column of the table
    """A verb is found in its verb forms, a noun is not."""
    term = Term("en", "scan", part_of_speech=speech)
    assert bool(Termbase([Concept("scan", (term,))]).find(text, "en")) is found


@pytest.mark.parametrize(
    ("locale", "term", "text", "found"),
    [
        ("fi", "sydänläppä", "Sydänläppä avautuu.", True),
        ("fi", "sydänläppä", "Sydänläpän toiminta.", False),
        ("pl", "lek", "Ten lek pomaga.", True),
        ("pl", "lek", "Nie ma leku.", False),
        ("ru", "клапан", "Клапан закрыт.", True),
        ("ru", "клапан", "Два клапана закрыты.", False),
        ("tr", "kapak", "Kapak açılır.", True),
        ("tr", "kapak", "Kapaklar açılır.", False),
        ("ko", "심장 판막", "심장 판막", True),
    ],
)
def test_unknown_languages_go_by_the_written_form(
    locale: str,
    term: str,
    text: str,
    found: bool,  # noqa: FBT001 - as above
) -> None:
    """In a language without a file a term is found as it is written, whatever its case."""
    termbase = Termbase([Concept("asked", (Term(locale, term),))])
    assert bool(termbase.find(text, locale)) is found
