"""Versions in languages without a file, beside some that have one."""

from __future__ import annotations

import pytest

from aligncheck.languages import find_language
from tests.untranslated.versions import ARTICLE, find_in_version, find_languages_in_version

UNKNOWN = ("fi", "nl", "es", "pl", "ru", "ar", "th", "ko", "ja", "nn")
PARTS = {
    "AC201": (3, "Visitors may climb the stairs on Sundays."),
    "AC202": (2, "Since then the lamp has been lit by a clock."),
}


def test_these_languages_are_unknown() -> None:
    """None of them has a file; otherwise it belongs into another test."""
    assert [find_language(code) for code in UNKNOWN] == [None] * len(UNKNOWN)


@pytest.mark.parametrize("source", ["en", "sv", "zh"])
@pytest.mark.parametrize("own", UNKNOWN)
def test_a_right_version_in_an_unknown_language_is_left_alone(own: str, source: str) -> None:
    """Nothing is said of its words, whatever the other languages of the run."""
    others = {one: ARTICLE[one] for one in ("en", "sv", "zh")}
    assert find_in_version(own, ARTICLE[own], others, source) == []


@pytest.mark.parametrize("own", ["en", "sv", "zh", "nb"])
@pytest.mark.parametrize("other", UNKNOWN)
def test_an_unknown_language_in_the_run_accuses_no_other(own: str, other: str) -> None:
    """A right version in a known language stays right beside one in an unknown language."""
    others = {other: ARTICLE[other]} | ({"en": ARTICLE["en"]} if own != "en" else {})
    assert find_in_version(own, ARTICLE[own], others, other) == []


@pytest.mark.parametrize("code", sorted(PARTS))
@pytest.mark.parametrize("own", UNKNOWN)
def test_a_verbatim_copy_of_the_source_is_found(own: str, code: str) -> None:
    """A segment or a sentence that stands in the English version word for word was left there."""
    line, wording = PARTS[code]
    left = ARTICLE["en"][line]
    if code == "AC202":
        first = ARTICLE[own][line].split(". ")[0].removesuffix(".")
        left = f"{first}. {wording}"
    lines = [*ARTICLE[own][:line], left, *ARTICLE[own][line + 1 :]]
    found = find_in_version(own, lines, {"en": ARTICLE["en"]}, "en")
    assert [(one, text.strip()) for one, text in found] == [(code, wording)]


@pytest.mark.parametrize("own", [one for one in UNKNOWN if one not in {"nn", "ja"}])
def test_a_copy_of_a_swedish_source_is_found(own: str) -> None:
    """The source may be in any language that has a file."""
    lines = [*ARTICLE[own][:2], ARTICLE["sv"][2], *ARTICLE[own][3:]]
    found = find_in_version(own, lines, {"sv": ARTICLE["sv"]}, "sv")
    assert found == [("AC201", ARTICLE["sv"][2])]


@pytest.mark.parametrize("own", UNKNOWN)
def test_a_copy_of_the_whole_source_is_a_wrong_language(own: str) -> None:
    """The source saved under the name of an unknown language is reported as a whole."""
    codes = [c for c, _ in find_in_version(own, ARTICLE["en"], {"en": ARTICLE["en"]}, "en")]
    assert "AC004" in codes


@pytest.mark.parametrize(
    ("own", "line"),
    [
        ("fi", "# Museum of Modern Art"),
        ("nl", "- Photo: Nordic Press"),
        ("es", "- Rage Against the Machine"),
        ("pl", "- LibreOffice Writer"),
        ("ru", "- Doctors Without Borders"),
        ("th", "- *The Economist*"),
        ("ar", "- NASA"),
        ("pl", '- — Nordic Press, "What every keeper of a lighthouse should know"'),
    ],
)
def test_names_may_be_the_same_in_an_unknown_language(own: str, line: str) -> None:
    """Names and titles that the source has too are no copies of running text."""
    lines = [*ARTICLE[own], line]
    assert find_in_version(own, lines, {"en": [*ARTICLE["en"], line]}, "en") == []


def test_short_sentences_may_be_the_same_in_kindred_languages() -> None:
    """What is right in both Bokmål and Nynorsk is no copy; a long copy is one."""
    nynorsk, bokmal = [*ARTICLE["nn"], "- Han bur der no."], [*ARTICLE["nb"], "- Han bur der no."]
    assert find_in_version("nn", nynorsk, {"nb": bokmal}, "nb") == []


@pytest.mark.parametrize("own", ["zh", "ru", "ar", "th"])
def test_words_in_latin_letters_are_named_by_their_language(own: str) -> None:
    """Of several languages in Latin letters the words tell which one was left."""
    others = {one: ARTICLE[one] for one in ("en", "sv", "nb", "de")}
    lines = [*ARTICLE[own][:4], "- Besucher dürfen die Treppe am Sonntag hinaufgehen."]
    context = {one: [*text[:4], "- X"] for one, text in others.items()}
    assert find_languages_in_version(own, lines, context, "en") == [("AC201", "German")]
    listed = "- The files: der, pem, txt"
    copied = others | {"en": [*others["en"][:4], listed]}
    own_listed = [*lines[:4], f"- {ARTICLE[own][0].removeprefix('# ')}: der, pem, txt"]
    assert find_in_version(own, own_listed, copied, "en") == []


@pytest.mark.parametrize(
    ("own", "foreign", "wording"),
    [
        ("zh", "ko", "등대지기 두 사람이 1969년까지 교대로 일했다."),
        ("zh", "ja", "それ以来、明かりは時計がつけている。"),
        ("sv", "ru", "С тех пор лампу зажигают часы."),
        ("en", "ar", "بنى المنارة عام 1887 رجال كانوا يسكنون الخيام."),
        ("en", "th", "ผู้มาเยือนขึ้นบันไดได้ในวันอาทิตย์"),
    ],
)
def test_an_unknown_language_shows_by_its_script(own: str, foreign: str, wording: str) -> None:
    """A line in a script that the version's language does not use was left, known or not."""
    lines = [*ARTICLE[own][:4], f"- {wording}"]
    found = find_in_version(own, lines, {foreign: ARTICLE[foreign]}, foreign)
    assert found == [("AC201", wording)]
