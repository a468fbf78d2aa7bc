"""Finding terms in text: places, overlaps, homonyms, locales and files."""

from __future__ import annotations

import unicodedata

import pytest

from aligncheck.model import Concept, Term, TermStatus
from aligncheck.termbase import MatchKind, Termbase, select_terms


def base(*terms: str, locale: str = "en") -> Termbase:
    """Make a termbase of one concept per term."""
    return Termbase(Concept(text, (Term(locale, text),)) for text in terms)


def found(termbase: Termbase, text: str, locale: str = "en") -> list[tuple[str, str]]:
    """Give the terms found with the text that each stands in."""
    return [(m.term.text, text[m.start : m.end]) for m in termbase.find(text, locale)]


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        (("cell", "stem cell"), "A stem cell is a cell.", ["stem cell", "cell"]),
        (("stem cell", "cell line"), "stem cell line", ["stem cell"]),
        (("heart", "heart valve"), "Heart valves fail.", ["Heart valves"]),
        (("File", "File - Open"), "Choose File – Open, then File.", ["File – Open", "File"]),
    ],
)
def test_longest_match_wins(terms: tuple[str, ...], text: str, expected: list[str]) -> None:
    """A term inside a longer one, or one that overlaps an earlier, is not found."""
    assert [there for _, there in found(base(*terms), text)] == expected


def test_nested_terms_are_found_when_asked_for() -> None:
    """All matches include the terms inside longer ones."""
    matches = base("cell", "stem cell").find_all("stem cell", "en")
    assert [match.term.text for match in matches] == ["stem cell", "cell"]


def test_homonyms_stay_together() -> None:
    """Concepts that share a term are all found."""
    termbase = Termbase(
        [Concept("river", (Term("en", "bank"),)), Concept("money", (Term("en", "bank"),))]
    )
    assert [match.concept.id for match in termbase.find("The bank.", "en")] == ["river", "money"]


def test_better_fit_beats_homonym() -> None:
    """Of two terms on one stretch, the one that is written so is meant."""
    assert found(base("data field", "data fields"), "The data fields.") == [
        ("data fields", "data fields")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (unicodedata.normalize("NFD", "Ett öppet sår läker."), unicodedata.normalize("NFD", "sår")),
        ("Ett\u00a0\u00ads\u00adår.", "s\u00adår"),
        ("😀 sår", "sår"),
    ],
)
def test_places_are_those_of_the_text(text: str, expected: str) -> None:
    """Offsets count code points of the text as it was given, whatever folding did to it."""
    ((_, there),) = found(base("sår", locale="sv"), text, "sv")
    assert there == expected


def test_chinese_places_skip_blanks() -> None:
    """A Chinese match reaches over the blanks in it, in either kind of characters."""
    assert found(base("插入 - 图表", locale="zh"), "選擇「插入 – 圖表」。", "zh-Hant") == [
        ("插入 - 图表", "插入 – 圖表")
    ]


def test_how_tells_the_kind_of_match() -> None:
    """A match says whether the term stands as written, inflected or in a compound."""
    text = "röntgenbild röntgenbilden lungröntgenbild"
    hows = [match.kind for match in base("röntgenbild", locale="sv").find(text, "sv")]
    assert hows == [MatchKind.LITERAL, MatchKind.INFLECTED, MatchKind.COMPOUND]


def test_loose_matches_are_only_given_on_request() -> None:
    """A short word at the end of a longer one counts only where a text is to be spared."""
    termbase = base("kaj", locale="sv")
    assert termbase.find_all("kryssningskajen", "sv") == ()
    (match,) = termbase.find_all("kryssningskajen", "sv", loosest=MatchKind.EMBEDDED)
    assert (match.start, match.end) == (10, 15)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("zh-TW", ["軟體"]),
        ("zh-Hans", ["软件"]),
        ("zh-CN", ["软件"]),
        ("zh", ["软件", "軟體"]),
        ("en-GB", ["software"]),
        ("sv", ["Linux"]),
    ],
)
def test_terms_are_meant_for_locales(locale: str, expected: list[str]) -> None:
    """A script keeps to its own terms; a name to keep serves locales without a term."""
    concept = Concept(
        "software",
        (
            Term("en", "software"),
            Term("zh-Hans", "软件"),
            Term("zh-Hant", "軟體"),
            Term("en-US", "Linux", do_not_translate=True),
        ),
    )
    fitting = [term.text for term in select_terms(concept, locale)]
    assert [text for text in fitting if text != "Linux" or locale == "sv"] == expected


@pytest.mark.parametrize(("path", "count"), [("articles/rye/sv.md", 1), ("articles/als/sv.md", 0)])
def test_terms_keep_to_their_files(path: str, count: int) -> None:
    """A term with a pattern of files is found in those alone."""
    term = Term("en", "starter", files="rye/")
    termbase = Termbase([Concept("starter", (term,))])
    assert len(termbase.find("Feed the starter.", "en", path)) == count


def test_empty_termbase_finds_nothing() -> None:
    """An empty termbase is false and silent."""
    assert not Termbase.empty()
    assert Termbase.empty().find("anything", "sv") == ()


@pytest.mark.parametrize("strict", [True, False])
def test_case_is_as_the_term_says(strict: bool) -> None:  # noqa: FBT001 - both ways
    """A term may say that its case counts, and an acronym that it does not."""
    term = Term("en", "MAC" if not strict else "Mac", TermStatus.PREFERRED, case_sensitive=strict)
    assert bool(Termbase([Concept("mac", (term,))]).find("the mac", "en")) is not strict
