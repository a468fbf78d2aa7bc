"""One fault is one finding: higher-ranked findings silence what they explain."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from aligncheck.engine.cascade import RANKS, Raised, without_cascades
from aligncheck.engine.registry import Rule, load_rules
from aligncheck.model import Effect, Flag, Place, Span

RULES = {rule.code: rule for rule in load_rules()}


def raised(code: str, span: Span, path: str = "sv.md", source: str = "en.md") -> Raised:
    """Make a flag of a rule at a stretch of a file."""
    counterpart = Place(source, "en", Span(1, 1, 1, 2), "x")
    return Raised(RULES[code], Flag("", Place(path, "sv", span, ""), counterpart), "article")


LINE_3 = Span(3, 1, 3, 40)
WORDS_ON_3 = Span(3, 10, 3, 20)
INSIDE_3 = Span(3, 15, 3, 15)
BEFORE_3 = Span(3, 1, 3, 1)
LINE_9 = Span(9, 1, 9, 40)
LINES_3_TO_9 = Span(3, 1, 9, 40)
BEFORE_9 = Span(9, 1, 9, 1)


@pytest.mark.parametrize(
    ("above", "below", "kept"),
    [
        (raised("AC201", LINE_3), raised("AC401", WORDS_ON_3), ["AC201"]),
        (raised("AC201", LINE_3), raised("AC106", INSIDE_3), ["AC201"]),
        (raised("AC201", LINE_3), raised("AC104", LINE_3), ["AC201"]),
        (raised("AC201", LINE_3), raised("AC102", BEFORE_3), ["AC102", "AC201"]),
        (raised("AC201", LINES_3_TO_9), raised("AC102", BEFORE_9), ["AC102", "AC201"]),
        (raised("AC201", LINES_3_TO_9), raised("AC101", BEFORE_9), ["AC101", "AC201"]),
        (raised("AC201", LINES_3_TO_9), raised("AC106", BEFORE_9), ["AC201"]),
        (raised("AC201", LINES_3_TO_9), raised("AC104", LINE_9), ["AC201"]),
        (raised("AC201", LINE_3), raised("AC401", LINE_9), ["AC201", "AC401"]),
        (raised("AC201", LINE_3), raised("AC401", LINE_3, path="zh.md"), ["AC201", "AC401"]),
        (raised("AC107", LINE_3), raised("AC102", Span(50, 1, 50, 1)), ["AC107"]),
        (raised("AC107", LINE_3), raised("AC102", LINE_9, path="zh.md"), ["AC102", "AC107"]),
        (raised("AC102", BEFORE_3), raised("AC401", WORDS_ON_3), ["AC102", "AC401"]),
        (raised("AC203", WORDS_ON_3), raised("AC301", LINE_3), ["AC203"]),
        (raised("AC203", WORDS_ON_3), raised("AC104", LINE_3), ["AC104", "AC203"]),
        (raised("AC203", WORDS_ON_3), raised("AC105", LINE_3), ["AC105", "AC203"]),
        (raised("AC105", LINE_3), raised("AC401", WORDS_ON_3), ["AC105", "AC401"]),
        (raised("AC104", LINE_3), raised("AC401", WORDS_ON_3), ["AC104"]),
        (raised("AC306", WORDS_ON_3), raised("AC303", LINE_3), ["AC306"]),
        (raised("AC301", WORDS_ON_3), raised("AC302", WORDS_ON_3), ["AC301"]),
        (raised("AC301", LINE_3), raised("AC401", WORDS_ON_3), ["AC301", "AC401"]),
    ],
)
def test_what_a_higher_ranked_finding_explains_is_silent(
    above: Raised, below: Raised, kept: list[str]
) -> None:
    """A flag inside the place of a higher-ranked one goes; one elsewhere stays, in any order."""
    for order in ([above, below], [below, above]):
        assert sorted(one.rule.code for one in without_cascades(order)) == kept


FIRST = Span(1, 1, 1, 20)


@pytest.mark.parametrize("code", ["AC201", "AC203", "AC104", "AC103", "AC302", "AC306"])
@pytest.mark.parametrize("whole", ["AC107", "AC902", "AC002", "AC003"])
def test_words_explain_nothing_about_a_whole_file_or_pair(whole: str, code: str) -> None:
    """The first segment is only where such a finding is shown: it stays, and so do its words."""
    about, words = raised(whole, FIRST), raised(code, Span(1, 1, 3, 40))
    of_pair = words.rule.scope in {"Bitext", "Corpus"}
    left = [whole] if whole == "AC107" and of_pair else sorted([whole, code])
    for order in ([about, words], [words, about]):
        assert sorted(one.rule.code for one in without_cascades(order)) == left


def test_an_absent_version_is_told_beside_a_file_of_the_wrong_language() -> None:
    """It is missing all the same; what the wrong file holds is not told."""
    whole = Raised(RULES["AC004"], Flag("", Place("sv.md", "sv", LINE_3, "")), "article")
    absent = raised("AC002", Span(1, 1, 1, 1))
    inside = raised("AC203", WORDS_ON_3)
    kept = without_cascades([inside, absent, whole])
    assert [one.rule.code for one in kept] == ["AC004", "AC002"]


def renamed(one: Raised, code: str) -> Raised:
    """Raise the same by a rule of another code, which means the same."""
    return one._replace(rule=replace(one.rule, code=code, name="new"))


@pytest.mark.parametrize("code", ["AC000", "AC099", "AC501", "AC777", "AC998"])
def test_a_new_code_takes_part_by_its_effect(code: str) -> None:
    """Silenced or kept like any other rule with its effect, whichever family its code is of."""
    foreign, number = raised("AC201", LINE_3), raised("AC401", WORDS_ON_3)
    assert without_cascades([foreign, renamed(number, code)]) == [foreign]
    assert without_cascades([renamed(foreign, code), number]) == [renamed(foreign, code)]
    elsewhere = renamed(raised("AC401", LINE_9), code)
    assert without_cascades([foreign, elsewhere]) == [foreign, elsewhere]
    lost = renamed(raised("AC102", BEFORE_3), code)
    assert without_cascades([lost, foreign]) == [foreign, lost]


@pytest.mark.parametrize("effect", list(Effect))
def test_every_effect_has_its_rank(effect: Effect) -> None:
    """No rule can declare what the cascade does not know, and its finding alone is kept."""
    assert RANKS.count(effect) == 1
    alone = raised("AC401", LINE_3)
    alone = alone._replace(rule=replace(alone.rule, effect=effect))
    assert without_cascades([alone]) == [alone]


def test_a_file_in_the_wrong_language_is_one_finding() -> None:
    """Nothing else is said of a file that is not to be judged, not even of a pair with it."""
    whole = Raised(RULES["AC004"], Flag("", Place("sv.md", "sv", LINE_3, "")), "article")
    others = [raised("AC102", LINE_9), raised("AC201", LINE_9)]
    assert [one.rule.code for one in without_cascades([*others, whole])] == ["AC004"]


def test_what_a_version_shows_by_itself_is_kept_beside_an_unrelated_pair() -> None:
    """A rule that looks at one document does not depend on the pair."""

    def nothing(_document: object, _context: object) -> Iterator[Flag]:
        yield from ()

    rule: Rule = replace(RULES["AC201"], function=nothing)
    shown = Raised(rule, Flag("", Place("sv.md", "sv", LINE_9, "")), "article")
    kept = without_cascades([shown, raised("AC107", LINE_3)])
    assert {one.rule.code for one in kept} == {"AC107", "AC201"}
