"""Rules of inflection as language files declare them, and the tables that are made of them."""

from __future__ import annotations

import pytest

from aligncheck.languages import find_language, known_languages
from aligncheck.languages.forms.form_rules import FormRule, RuleSet, change_vowel, umlaut_plurals
from aligncheck.languages.forms.inflection import InflectionTables, TableInflection


@pytest.mark.parametrize(
    ("rule", "word", "forms"),
    [
        (FormRule("a$", "an or orna"), "flicka", {"flickan", "flickor", "flickorna"}),
        (FormRule("a$", "an or orna"), "hund", set()),
        (FormRule("e$", "- s"), "Klappe", {"Klapp", "Klapps"}),
        (FormRule("e([lr])$", "ar arna", kept=r"\1"), "muskel", {"musklar", "musklarna"}),
        (FormRule(r"([nm])\1e([lr])$", "ar", kept=r"\1\2"), "hammel", {"hamlar"}),
        (FormRule("$", "¨ ¨e"), "zahn", {"zähn", "zähne"}),
        (FormRule("$", "¨e"), "tier", set()),
        (FormRule("^(ein)(.+)en$", r"\1ge\2et"), "einschalten", {"eingeschaltet"}),
    ],
)
def test_a_rule_makes_forms_of_words_with_its_ending(
    rule: FormRule, word: str, forms: set[str]
) -> None:
    """What matched is replaced by each form; a word with another ending has none."""
    assert RuleSet([rule]).apply(word) == forms


@pytest.mark.parametrize(
    ("stem", "changed"),
    [
        ("haus", "häus"),
        ("apfel", "äpfel"),
        ("mutter", "mütter"),
        ("krankenhaus", "krankenhäus"),
        ("leut", None),
        ("häus", None),
        ("tisch", None),
    ],
)
def test_the_last_back_vowel_is_changed(stem: str, changed: str | None) -> None:
    """An umlaut stands in the last syllable that can have one, au as one vowel."""
    assert change_vowel(stem) == changed


def test_nouns_without_a_back_vowel_keep_theirs() -> None:
    """A list of nouns may mix those with and those without an umlaut."""
    assert umlaut_plurals("haus kind", "er") == {"haus": "häuser", "kind": "kinder"}


def test_compounds_share_the_forms_of_an_irregular_head() -> None:
    """A longer word that ends in an irregular one is inflected like it, a lookalike is not."""
    tables = InflectionTables(
        stem="(?!)",
        nouns=(FormRule("$", "s"),),
        irregular={"tooth": "teeth"},
        irregular_nouns=(),
        no_compounds=frozenset({"bluetooth"}),
    )
    forms = TableInflection(tables)
    assert forms.forms("eyetooth", "noun") == {"eyetooth", "eyeteeth"}
    assert forms.forms("bluetooth", "noun") == {"bluetooth", "bluetooths"}


@pytest.mark.parametrize("code", known_languages())
def test_a_language_inflects_as_a_frozen_part_of_it(code: str) -> None:
    """Where a language declares its inflection, a word is one of its own forms, and has its key."""
    language = find_language(code)
    assert language is not None
    for word in ("program", "system", "signal") if language.inflection else ():
        forms = language.inflection.forms(word, "") if language.inflection else frozenset()
        keys = language.inflection.keys(word, "") if language.inflection else ()
        assert word in forms
        assert len(forms) > 1
        assert all(form.startswith(keys) for form in forms)
