"""The rules on text in another language, on whole documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aligncheck.checks.ac004_wrong_language import wrong_language
from aligncheck.checks.ac201_untranslated_segment import untranslated_segment
from aligncheck.checks.ac202_untranslated_sentence import untranslated_sentence
from aligncheck.checks.ac203_untranslated_fragment import untranslated_fragment
from aligncheck.checks.ac205_script_mix import script_mix
from aligncheck.engine.context import Context
from aligncheck.formats import read_document
from aligncheck.model import Concept, Term
from aligncheck.termbase import Termbase

if TYPE_CHECKING:
    from aligncheck.model import Document

RULES = {
    "AC004": wrong_language,
    "AC201": untranslated_segment,
    "AC202": untranslated_sentence,
    "AC203": untranslated_fragment,
    "AC205": script_mix,
}
LOCALES = ("en", "sv", "zh")


def found(
    document: Document, termbase: Termbase | None = None, locales: tuple[str, ...] = LOCALES
) -> list[tuple[str, int, int]]:
    """Give code, first and last line of all that the rules flag."""
    context = Context(termbase or Termbase.empty(), locales)
    return [
        (code, flag.place.span.start_line, flag.place.span.end_line)
        for code, rule in RULES.items()
        for flag in rule(document, context)
        if flag.confidence >= 0.5
    ]


def swedish(text: str) -> Document:
    """Parse a Swedish version."""
    return read_document("a/sv.md", "sv", text)


OWN = "Färjan går klockan tolv varje dag utom måndag.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            OWN + "Bring your own food and water.\n\nDogs must be kept on a lead.\n\n" + OWN,
            [("AC201", 3, 5)],
            id="neighbours are one finding",
        ),
        pytest.param(
            OWN + "Bring your own food.\n\n```\nrun it\n```\n\nDogs must be kept on a lead.\n",
            [("AC201", 3, 3), ("AC201", 9, 9)],
            id="code is not part of it",
        ),
        pytest.param(
            OWN + "## Opening hours\n\nThe museum is open every day.\n\n## Tickets\n\n"
            "Children get in for free.\n\n" + OWN,
            [("AC201", 3, 9)],
            id="a doubtful heading goes with its neighbours",
        ),
        pytest.param(OWN + "## Tickets\n\n" + OWN, [], id="a doubtful heading alone is spared"),
        pytest.param(
            OWN + '<p lang="en">Bring your own food and water.</p>\n\n' + OWN,
            [],
            id="text marked with its language",
        ),
        pytest.param(
            OWN + "Skriv `bring your own food` och tryck på Enter.\n", [], id="inline code"
        ),
        pytest.param(
            OWN + "## Referenser\n\n- World Health Organization: Run on water, 2021\n",
            [],
            id="an entry of a list of references",
        ),
        pytest.param(
            OWN + "| Mat | Pris |\n| --- | --- |\n| Bring your own food | 20 kr |\n",
            [("AC201", 5, 5)],
            id="a table cell",
        ),
        pytest.param(
            "---\ntitle: What Parents Should Know\n---\n\n" + OWN,
            [("AC201", 2, 2)],
            id="the title in the front matter",
        ),
        pytest.param(
            OWN + "![A child who plays by the water](x.png)\n", [("AC201", 3, 3)], id="alt text"
        ),
    ],
)
def test_flags_segments_of_a_document(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Whole segments are flagged from the first line to the last, and what is right is not."""
    assert found(swedish(text)) == expected


def test_a_segment_is_reported_at_one_level() -> None:
    """A segment with a sentence and a fragment left is not also a segment left."""
    text = "I mars the WHO:s grupp enades. The sample was small. Det är allt som står här nu.\n"
    assert [code for code, *_ in found(swedish(OWN + text))] == ["AC202", "AC203"]


def test_spares_terms_that_are_not_to_be_translated() -> None:
    """What the termbase lets a version have is not foreign there."""
    term = Term(locale="en", text="peer review of everything", do_not_translate=True)
    termbase = Termbase([Concept(id="peer", terms=(term,))])
    document = swedish(OWN + "Tidskriften har infört peer review of everything sedan 2019.\n")
    assert found(document) != []
    assert found(document, termbase) == []


def test_looks_only_for_the_languages_of_the_run() -> None:
    """Swedish in an English version is found where the run has Swedish, and not otherwise."""
    document = read_document("a/en.md", "en", "The ferry leaves at noon. Ta med egen mat.\n")
    assert found(document) == [("AC202", 1, 1)]
    assert found(document, locales=("en", "zh")) == []


ENGLISH = "# The museum\n\nThe museum is open every day.\n\nChildren get in for free, Monday too.\n"


@pytest.mark.parametrize(
    ("locale", "text", "flagged"),
    [
        ("sv", ENGLISH, True),
        ("zh", ENGLISH, True),
        ("en", ENGLISH, False),
        ("sv", ENGLISH + "\n" + OWN, False),
        ("sv", "Das Museum ist jeden Tag geöffnet, und Kinder kommen umsonst hinein.\n", True),
        (
            "zh",
            "この博物館は毎日開いています。子供は無料で入れます。とても楽しい場所です。\n" * 2,
            True,
        ),
        ("sv", "OK\n", False),
    ],
)
def test_flags_a_version_in_the_wrong_language(locale: str, text: str, flagged: bool) -> None:  # noqa: FBT001
    """A version is flagged only where nothing of it is in its language, whatever it is in."""
    codes = {code for code, *_ in found(read_document(f"a/{locale}.md", locale, text))}
    assert ("AC004" in codes) is flagged


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("sv", "Swedish"),
        ("zh-Hant-TW", "Chinese"),
        ("no", "Norwegian Bokmål"),
        ("cy", "Welsh"),
        ("pt-BR", "Portuguese"),
        ("eo", "Esperanto"),
    ],
)
def test_names_the_language_that_a_version_should_be_in(locale: str, name: str) -> None:
    """Both languages are named in words, whether aligncheck knows them or not."""
    document = read_document(f"a/{locale}.md", locale, ENGLISH * 2)
    source = read_document("a/en.md", "en", ENGLISH * 2)
    beside = {
        (document.path, one.index): (("en", source.segments[one.index]),)
        for one in document.segments
    }
    context = Context(Termbase.empty(), ("en", locale), "en", "a", beside)
    (flag,) = wrong_language(document, context)
    assert flag.message == f"This whole version is in English, not in {name}"


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("zh", "这个问题很简单，儿童參觀免费。\n", ["參觀"]),
        ("zh", "這個問題很簡單，兒童參觀免費。\n", []),
        ("zh-Hans", "這個問題很簡單，兒童參觀免費。\n", ["這個問題很簡單"]),
        ("zh-Hant", "這個問題很簡單，兒童参观免費。\n", ["参观"]),
        ("zh", "这个问题很简单，陳水扁也来了。\n", []),
        ("zh", "这个问题很简单，他读过《紅樓夢》。\n", []),
        ("zh", "他来了,我走了。价格是3,000元。见图1.2。\n", [","]),
        ("zh", "他来了。\n\n" + "他来了,我走了。\n" * 11, [","]),
        ("en", "He came,he saw.\n", []),
    ],
)
def test_flags_mixed_scripts(locale: str, text: str, expected: list[str]) -> None:
    """Exactly the wording in the other script is flagged, with names and titles spared."""
    document = read_document(f"a/{locale}.md", locale, text)
    flags = script_mix(document, Context(Termbase.empty(), (locale,)))
    assert [flag.place.text for flag in flags if flag.confidence >= 0.5] == expected


def test_punctuation_can_be_left_out() -> None:
    """The option silences ASCII punctuation and nothing else."""
    document = read_document("a/zh.md", "zh", "他来了,我走了。这个问题很简单，儿童參觀免费。\n")
    flags = script_mix(document, Context(Termbase.empty(), ("zh",)), punctuation=False)
    assert [flag.place.text for flag in flags] == ["參觀"]


def test_suggests_the_right_characters() -> None:
    """The suggestion is the same wording in the right script."""
    document = read_document("a/zh.md", "zh", "这个问题很简单，儿童參觀免费。\n")
    flags = list(script_mix(document, Context(Termbase.empty(), ("zh",))))
    assert [flag.suggestion for flag in flags] == ["参观"]


def test_each_version_is_asked_about_by_itself() -> None:
    """A context that is put to two states of one file judges each by its own text."""
    context = Context(Termbase.empty(), LOCALES)
    left = swedish(OWN + "Bring your own food and water.\n\n" + OWN)
    assert len(list(untranslated_segment(left, context))) == 1
    assert list(untranslated_segment(swedish(OWN), context)) == []
    assert len(list(untranslated_segment(left, context))) == 1
