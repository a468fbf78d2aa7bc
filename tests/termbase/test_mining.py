"""Mining recurring phrases, for suggestions and for terms translated in two ways."""

from __future__ import annotations

import pytest

from aligncheck.checks.ac304_inconsistent_term import inconsistent_term
from aligncheck.engine.context import Context
from aligncheck.model import Corpus, Usage
from aligncheck.termbase import Termbase
from aligncheck.termbase.mining.suggestions import suggest_concepts
from tests.termbase.bitexts import bitext, concept

SOURCE = [
    "Choose a place for the sensor.",
    "Mount the sensor below the pier.",
    "Hold the button on the sensor.",
    "Water must not touch the sensor.",
    "Clean the sensor once a year.",
    "Send us the sensor.",
    "How many boxes fit?",
]
CHINESE = [
    "为传感器选一个位置。",
    "将传感器安装在栈桥下。",
    "按住传感器上的按钮。",
    "水不能碰到传感器。",
    "每年清洁一次{}。",
    "请把{}寄给我们。",
    "能装多少个箱子？",
]


def chinese(other: str) -> list[str]:
    """Give the Chinese version with another rendering in two sentences."""
    return [line.format(other) for line in CHINESE]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("感应器", ["感应器"]),
        ("传感器", []),
        ("它", []),
        ("传感器组件", []),
    ],
)
def test_second_rendering_is_found(other: str, found: list[str]) -> None:
    """A rendering that looks like the usual one and recurs is flagged, at its first place."""
    pair = bitext(SOURCE, chinese(other), ("en", "zh"))
    flags = inconsistent_term(Corpus(pair), Context(Termbase.empty(), ("en", "zh")))
    assert [flag.place.text for flag in flags] == found


FINNISH = [
    "Valitse paikka tunnistimen vierestä.",
    "Kiinnitä alle tunnistimen jalka.",
    "Pidä painettuna tunnistimen nappia.",
    "Vesi ei saa koskea tunnistimen pintaan.",
    "Puhdista kerran vuodessa tunnistinta.",
    "Älä lähetä meille tunnistinta.",
    "Kuinka monta laatikkoa mahtuu?",
]


@pytest.mark.parametrize("locale", ["fi", "et", "hu"])
def test_forms_of_an_unknown_language_are_no_renderings(locale: str) -> None:
    """Where a language has no file, its words in two forms would be taken for two renderings."""
    pair = bitext(SOURCE, FINNISH, ("en", locale))
    context = Context(Termbase.empty(), ("en", locale))
    assert list(inconsistent_term(Corpus(pair), context)) == []
    assert suggest_concepts([pair], Termbase.empty()) == ()


def test_message_has_both_places() -> None:
    """The finding stands at the rarer rendering and names the first place of the usual one."""
    pair = bitext(SOURCE, chinese("感应器"), ("en", "zh"))
    (flag,) = inconsistent_term(Corpus(pair), Context(Termbase.empty(), ("en", "zh")))
    assert (flag.place.span.start_line, flag.suggestion) == (5, "传感器")
    assert "article/zh.md:1" in flag.message
    assert flag.source is not None
    assert flag.source.text == "sensor"


def test_terms_of_the_glossary_are_left_to_it() -> None:
    """A phrase that the glossary has is no matter for counting."""
    pair = bitext(SOURCE, chinese("感应器"), ("en", "zh"))
    context = Context(Termbase([concept("sensor", "传感器", "zh")]), ("en", "zh"))
    assert list(inconsistent_term(Corpus(pair), context)) == []


def test_untranslated_segments_do_not_count() -> None:
    """Segments left in the source language are no rendering."""
    target = [*chinese("感应器")[:4], *SOURCE[4:6], "能装多少个箱子？"]
    pair = bitext(SOURCE, target, ("en", "zh"))
    flags = inconsistent_term(Corpus(pair), Context(Termbase.empty(), ("en", "zh")))
    assert list(flags) == []


def test_two_articles_may_differ() -> None:
    """The usual renderings of two articles are compared."""
    one = bitext(SOURCE, chinese("传感器"), ("en", "zh"))
    replaced = [line.replace("传感器", "感应器") for line in chinese("传感器")]
    other = bitext(SOURCE, replaced, ("en", "zh"))
    context, usages = Context(Termbase.empty(), ("en", "zh")), dict[tuple[str, ...], Usage]()
    assert list(inconsistent_term(Corpus(one, usages), context)) == []
    flags = inconsistent_term(Corpus(other, usages), context)
    assert [flag.place.text for flag in flags] == ["感应器"]


def test_suggestions_tell_what_wavers() -> None:
    """A recurring phrase is proposed with its usual rendering; known ones are not."""
    pair = bitext(SOURCE, chinese("传感器"), ("en", "zh"))
    (found,) = suggest_concepts([pair], Termbase.empty())
    assert [term.text for term in found.terms] == ["sensor", "传感器"]
    assert found.note == "6 times"
    assert suggest_concepts([pair], Termbase([concept("sensor", "x", "zh")])) == ()


FRENCH = [
    "Choisissez un emplacement pour {}.",
    "Montez {} sous la jetée.",
    "Nettoyez {} une fois par an.",
    "L’eau ne doit pas toucher {}.",
    "Envoyez-nous {}.",
    "Combien de boîtes tiennent ?",
]
OF_FRENCH = [
    "Choose a place for {}.",
    "Mount {} below the pier.",
    "Clean {} once a year.",
    "Water must not touch {}.",
    "Send us {}.",
    "How many boxes fit?",
]


@pytest.mark.parametrize(
    ("french", "english", "found"),
    [
        ("la sonde", "the probe", [("sonde", "probe")]),
        ("l’aiguille", "the needle", [("aiguille", "needle")]),
        ("l'échelle", "the ladder", [("échelle", "ladder")]),
        ("l’ancienne horloge", "the old clock", [("ancienne horloge", "clock")]),
        ("Arthur", "Arthur", []),
        ("qu’Arthur", "only Arthur", []),
    ],
)
def test_an_elided_article_shows_a_noun(
    french: str, english: str, found: list[tuple[str, str]]
) -> None:
    """A noun after l’ may be a term, as after la; what stands after no article is none."""
    source = [line.format(french) for line in FRENCH]
    target = [line.format(english) for line in OF_FRENCH]
    concepts = suggest_concepts([bitext(source, target, ("fr", "en"))], Termbase.empty())
    assert [tuple(term.text for term in one.terms) for one in concepts] == found
