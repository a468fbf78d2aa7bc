"""What the terms of the source ask for, how they are meant, and what stands there instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aligncheck.checks.ac301_glossary_mismatch import glossary_mismatch
from aligncheck.engine.context import Context
from aligncheck.model import Bead, Bitext, Concept, Inline, InlineKind, Kind, Span, Term
from aligncheck.termbase import Termbase
from aligncheck.termbase.lookup.glossary_style import GlossaryStyle
from aligncheck.termbase.usage.demands import find_bead_terms, is_demand_met
from aligncheck.termbase.usage.occurrence_kinds import OccurrenceKind
from tests.termbase.bitexts import bitext, concept, document

LABELS = Termbase(
    [
        concept("Open", "Öppna"),
        concept("Save", "Spara"),
        concept("Remove", "Ta bort"),
        concept("Data Fields", "Datafält"),
        concept("Rate", "Ränta"),
    ]
)
WORDS = Termbase([concept("heart valve", "hjärtklaff"), concept("control group", "kontrollgrupp")])
CHINESE = Termbase(
    [
        concept("Save", "保存", "zh"),
        concept("Open", "打开", "zh"),
        concept("heart valve", "心脏瓣膜", "zh"),
    ]
)

MANNERS = [
    ("Click Open to go on.", OccurrenceKind.LABEL),
    ("Click the Open button.", OccurrenceKind.LABEL),
    ("Open", OccurrenceKind.LABEL),
    ("Open the file.", OccurrenceKind.OPENING),
    ("Do it. Open the file.", OccurrenceKind.OPENING),
    ("Rate is the interest per year.", OccurrenceKind.NAMED),
    ("You can open the file.", OccurrenceKind.COMMON),
    ("It opens the file.", OccurrenceKind.COMMON),
    ("Choose the Open Document format.", OccurrenceKind.PART),
    ("Drag it into the Data Fields area.", OccurrenceKind.LABEL),
    ("The name of the data field.", OccurrenceKind.PHRASE),
]


@pytest.mark.parametrize(("text", "expected"), MANNERS)
def test_manner_of_a_label(text: str, expected: OccurrenceKind) -> None:
    """Capitals and their surroundings tell labels from words."""
    (bead,) = find_bead_terms(bitext([text], ["Något annat."]), LABELS)
    assert [demand.occurrence for demand in bead.demands] == [expected]


def test_title_case_says_nothing() -> None:
    """In a heading in title case, a capital does not make a label."""
    source = document("en", ["How You Can Open Your Files"], Kind.HEADING)
    target = document("sv", ["Så öppnar du filerna"], Kind.HEADING)
    pair = Bitext(source, target, (Bead(source.segments, target.segments, 0.9),))
    (bead,) = find_bead_terms(pair, LABELS)
    assert [demand.occurrence for demand in bead.demands] == [OccurrenceKind.PART]


@pytest.mark.parametrize(
    ("terms", "style"),
    [
        (("heart valve", "cell", "Alzheimer's disease"), GlossaryStyle.WORDS),
        (
            ("Heart valve", "Stem cell", "Side effect", "Blood test", "Spinal cord"),
            GlossaryStyle.SHEET,
        ),
        (("Open", "Save As", "Data Fields"), GlossaryStyle.LABELS),
        (("WHO", "DNA"), GlossaryStyle.WORDS),
    ],
)
def test_style_of_a_glossary(terms: tuple[str, ...], style: GlossaryStyle) -> None:
    """A spreadsheet that capitalizes its cells is told from one of labels."""
    termbase = Termbase(Concept(text, (Term("en", text),)) for text in terms)
    assert termbase.find_style("en") is style


MET = [
    (LABELS, "Click Save.", "Klicka på Spara.", True),
    (LABELS, "Click Save.", "Klicka på Sök.", False),
    (LABELS, "Click Save to save it.", "Klicka på Sök för att spara det.", False),
    (LABELS, "Click Save to save it.", "Klicka på Spara för att spara det.", True),
    (LABELS, "To remove it, click Remove.", "Klicka på Namn för att ta bort den.", False),
    (LABELS, "The Data Fields area.", "Datafältsområdet.", True),
    (WORDS, "Two heart valves.", "Två hjärtklaffar.", True),
    (WORDS, "Two heart valves.", "Två hjärtventiler.", False),
    (WORDS, "A heart-valve operation.", "En hjärtklaffsoperation.", True),
]


@pytest.mark.parametrize(("termbase", "source", "target", "expected"), MET)
def test_demand_is_met(termbase: Termbase, source: str, target: str, expected: bool) -> None:  # noqa: FBT001 - a column
    """A word is met by any form, a label by what the text has beyond the common word."""
    (bead,) = find_bead_terms(bitext([source], [target]), termbase)
    strict = [
        d for d in bead.demands if d.occurrence in {OccurrenceKind.LABEL, OccurrenceKind.WORD}
    ]
    assert [is_demand_met(demand, bead) for demand in strict] == [expected]


def test_neighbour_sentence_meets_a_demand() -> None:
    """A bead is taken whole: another of its segments may hold the term."""
    source = document("en", ["A heart valve opens and closes."])
    target = document("sv", ["Den öppnas.", "Sedan stängs denna hjärtklaff."])
    whole = Bitext(source, target, (Bead(source.segments, target.segments, 0.9),))
    assert list(glossary_mismatch(whole, Context(WORDS, ("en", "sv")))) == []


def test_nothing_is_asked_of_what_is_missing() -> None:
    """A dropped segment, code and a copy of the source ask for no term."""
    dropped = bitext(["A heart valve."], ["En hjärtventil."])
    alone = replace(dropped, beads=(Bead(dropped.source.segments, (), 0.0),))
    copied = bitext(["A heart valve."], ["A heart valve."])
    source, target = document("en", ["heart valve"], Kind.CODE), document("sv", ["x"], Kind.CODE)
    code = Bitext(source, target, (Bead(source.segments, target.segments, 0.9),))
    assert [list(find_bead_terms(pair, WORDS)) for pair in (alone, copied, code)] == [[], [], []]


def test_protected_stretches_ask_for_nothing() -> None:
    """A term in inline code is no term."""
    pair = bitext(["Type heart valve here."], ["Skriv heart valve här."])
    (bead,) = pair.beads
    inline = Inline(InlineKind.CODE, 5, 16, Span(1, 6, 1, 17), "heart valve")
    marked = replace(bead, source=(replace(bead.source[0], inline=(inline,)),))
    (terms,) = find_bead_terms(replace(pair, beads=(marked,)), WORDS)
    assert terms.demands == ()


UNKNOWN = [
    ("fi", "sydänläppä", "Sydänläpän toiminta on heikko.", []),
    ("ru", "клапан", "Два клапана протекают.", []),
    ("tr", "kalp kapağı", "Kalp kapakları sızdırıyor.", []),
    ("ko", "심장 판막", "심장판막이 새고 있다.", []),
    ("ja", "心臓弁", "心臓のバルブが漏れる。", ["心臓弁"]),
    ("ja", "心臓弁", "心臓弁が漏れる。", []),
    ("sv", "hjärtklaff", "Hjärtventilerna läcker.", ["hjärtklaff"]),
    ("sv", "hjärtklaff", "Hjärtklaffarna läcker.", []),
]


@pytest.mark.parametrize(("locale", "term", "text", "wanted"), UNKNOWN)
def test_no_language_is_accused_whose_forms_are_unknown(
    locale: str, term: str, text: str, wanted: list[str]
) -> None:
    """A term that may stand there inflected is not said to lack; one that has one form is."""
    termbase = Termbase([concept("heart valve", term, locale)])
    pair = bitext(["The heart valves leak."], [text], ("en", locale))
    flags = glossary_mismatch(pair, Context(termbase, ("en", locale)))
    assert [flag.suggestion for flag in flags] == wanted


WORDINGS = [
    (LABELS, "Click Save, please.", "Klicka på Sök, tack.", "Sök"),
    (LABELS, "Choose File → Save → Now.", "Välj Arkiv → Öppna → Nu.", "Öppna"),
    (LABELS, "Click Remove at once.", "Klicka på ”Kasta” genast.", "Kasta"),
    (WORDS, "Two heart valves leak.", "Två hjärtventiler läcker.", "hjärtventiler"),
    (WORDS, "Is there a control group?", "Finns det en jämförelsegrupp?", "jämförelsegrupp"),
    (CHINESE, "Click Save to go on.", "点击「搜索」以继续。", "搜索"),
    (CHINESE, "A heart valve leaks.", "一个心瓣漏了。", "心瓣"),
    (CHINESE, "A heart valve leaks.", "它漏了。", "它漏了。"),
]


@pytest.mark.parametrize(("termbase", "source", "target", "expected"), WORDINGS)
def test_wording_used_instead(termbase: Termbase, source: str, target: str, expected: str) -> None:
    """The finding stands on the wording that is there for the term, else on the whole segment."""
    locale = "zh" if termbase is CHINESE else "sv"
    pair = bitext([source], [target], ("en", locale))
    (flag,) = glossary_mismatch(pair, Context(termbase, ("en", locale)))
    assert flag.place.text == expected
    assert flag.source is not None
    assert flag.suggestion


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The heart valves are sore.", "Klaffarna är ömma."),
        ("He had heart valve surgery.", "Han opererades i hjärtat och fick en ny klaff."),
    ],
)
def test_short_forms_are_doubtful(source: str, target: str) -> None:
    """The last part of a name stands for it often enough that it is not reported by default."""
    (flag,) = glossary_mismatch(bitext([source], [target]), Context(WORDS, ("en", "sv")))
    assert flag.confidence < 0.5


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        ("Start heart-valve.sh now.", "Starta heart-valve.sh nu.", 0),
        ("See /opt/heart-valve now.", "Se /opt/heart-valve nu.", 0),
        ("Start heart-valve now.", "Starta ventilen nu.", 1),
    ],
)
def test_names_that_are_kept_ask_for_nothing(source: str, target: str, count: int) -> None:
    """A term in a longer name or a path that the target has too is no term."""
    flags = glossary_mismatch(bitext([source], [target]), Context(WORDS, ("en", "sv")))
    assert len(list(flags)) == count


STRAYS = [
    ("It rose above the heart valve for a day.", "Det steg över gränsen en dag.", "gränsen"),
    ("It rose above a heart valve for a day.", "Det steg över gränsen en dag.", None),
    ("It rose above the heart valve for a day.", "Det steg över en gräns en dag.", None),
]


@pytest.mark.parametrize(("source", "target", "expected"), STRAYS)
def test_guess_by_place(source: str, target: str, expected: str | None) -> None:
    """A definite noun in the place of a definite term is named, as a guess; nothing else is."""
    (flag,) = glossary_mismatch(bitext([source], [target]), Context(WORDS, ("en", "sv")))
    assert flag.place.text == (expected or target)
    assert ("seems to stand for it" in flag.message) is (expected is not None)


def test_homonyms_are_met_by_either() -> None:
    """A term of two concepts is met by the translation of one."""
    termbase = Termbase(
        [concept("bank", "strand"), Concept("money", (Term("en", "bank"), Term("sv", "bank")))]
    )
    pair = bitext(["The bank.", "The bank."], ["Stranden.", "Banken."])
    assert list(glossary_mismatch(pair, Context(termbase, ("en", "sv")))) == []


def test_head_of_a_longer_chinese_term_counts() -> None:
    """A more specific Chinese term still names the general one; a mere beginning does not."""
    termbase = Termbase(
        [
            concept("flour", "粉", "zh"),
            concept("rye flour", "黑麦粉", "zh"),
            concept("university", "大学", "zh"),
            concept("student", "大学生", "zh"),
        ]
    )
    pair = bitext(["The flour.", "The university."], ["黑麦粉。", "大学生。"], ("en", "zh"))
    flags = glossary_mismatch(pair, Context(termbase, ("en", "zh")))
    assert [flag.source.text for flag in flags if flag.source] == ["university"]
