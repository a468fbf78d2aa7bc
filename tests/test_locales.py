"""BCP 47 locales as layouts write them; langcodes, which knows the registry, is the oracle."""

from __future__ import annotations

import subprocess
import sys

import langcodes
import pytest

from aligncheck import locales
from aligncheck.errors import UsageError

CANONICAL = {
    "sv": "sv",
    "SV": "sv",
    "zh_CN": "zh-CN",
    "zh-hans": "zh-Hans",
    "zh_hans_cn": "zh-Hans-CN",
    "pt_br": "pt-BR",
    "es-419": "es-419",
    "sr@latin": "sr-Latn",
    "iw": "he",
    "cmn-Hans": "zh-Hans",
    "yue-HK": "yue-HK",
}


@pytest.mark.parametrize(("name", "tag"), CANONICAL.items())
def test_locales_are_written_as_bcp_47_does(name: str, tag: str) -> None:
    """Case, separators and old codes are put right."""
    assert locales.parse_locale(name) == tag
    assert locales.normalize(name) == tag


@pytest.mark.parametrize(
    "name",
    [
        *("readme", "docs", "src", "lib", "man", "doc", "api", "log", "bin", "test", "in", "cn"),
        *("qq", "english", "sv-XX", "sv-SE-FI", "v1", "1", "zh_", "sv.", "sv@euro", "@"),
        *("zh-Zzzz", "", "sv SE", "瑞典语"),
    ],
)
def test_other_names_are_no_locales(name: str) -> None:
    """Words, folders of software and malformed tags are not taken for locales."""
    assert locales.parse_locale(name) is None
    with pytest.raises(UsageError, match="is no locale"):
        locales.normalize(name)


@pytest.mark.parametrize(
    ("locale", "language", "script"),
    [
        ("sv", "sv", "Latn"),
        ("en-GB", "en", "Latn"),
        ("zh", "zh", None),
        ("zh-CN", "zh", "Hans"),
        ("zh_TW", "zh", "Hant"),
        ("zh-Hant-HK", "zh", "Hant"),
        ("sr", "sr", None),
        ("sr-Cyrl", "sr", "Cyrl"),
        ("ja", "ja", "Jpan"),
        ("ru-RU", "ru", "Cyrl"),
        ("ckb", "ckb", "Arab"),
    ],
)
def test_language_and_script(locale: str, language: str, script: str | None) -> None:
    """The script is as written or implied; it is open where regions differ."""
    assert locales.language(locale) == language
    assert locales.script(locale) == script


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sv", "sv-SE", True),
        ("en-GB", "en-US", True),
        ("zh", "zh-CN", True),
        ("zh", "zh-TW", True),
        ("zh-Hans", "zh_CN", True),
        ("zh-Hans-CN", "zh-SG", True),
        ("zh-Hans", "zh-TW", False),
        ("zh-Hant", "zh-HK", True),
        ("nb", "nn", False),
        ("sv", "en", False),
    ],
)
def test_aliases_are_the_same_language(one: str, other: str, *, same: bool) -> None:
    """Regions do not count, scripts do where both are known."""
    assert locales.same_language(one, other) is same
    assert locales.same_language(other, one) is same


@pytest.mark.parametrize(
    ("locale", "candidates", "found"),
    [
        ("zh-CN", ["en", "zh"], "zh"),
        ("zh-CN", ["zh", "zh_CN"], "zh_CN"),
        ("zh", ["zh-TW", "zh-CN"], "zh-TW"),
        ("zh-TW", ["zh-Hans"], None),
        ("sv", [], None),
    ],
)
def test_match_prefers_the_very_tag(locale: str, candidates: list[str], found: str | None) -> None:
    """The same tag comes before the same language, which comes before nothing."""
    assert locales.match(locale, candidates) == found


@pytest.mark.parametrize(
    ("name", "word"),
    [("it", True), ("no", True), ("to-do", True), ("sv", False), ("en-GB", False), ("zh", False)],
)
def test_words_that_are_languages_too(name: str, *, word: bool) -> None:
    """They are told from codes that mean nothing else."""
    assert locales.is_word(name) is word


def test_every_code_is_in_the_registry() -> None:
    """Languages, scripts and regions are valid, and scripts are what langcodes expects."""
    for code in locales._LANGUAGES:  # noqa: SLF001 - the tables themselves
        assert langcodes.Language.get(code).is_valid(), code
        script = locales.script(code)
        assert script in {None, langcodes.Language.get(code).maximize().script}, code
    for tag in [f"en-{script}" for script in locales._SCRIPTS]:  # noqa: SLF001 - the tables themselves
        assert langcodes.Language.get(tag).is_valid(), tag
    for tag in [f"en-{region}" for region in locales._REGIONS]:  # noqa: SLF001 - the tables themselves
        assert langcodes.Language.get(tag).is_valid(), tag
    for (language, region), script in locales._OPEN_SCRIPT.items():  # noqa: SLF001 - the tables themselves
        expected = langcodes.Language.get(f"{language}-{region}").maximize().script
        assert script == expected, (language, region)


def test_no_table_of_the_whole_registry_is_loaded() -> None:
    """Importing locales, configuration and discovery stays light."""
    program = (
        "import sys, aligncheck.discovery, aligncheck.triage;"
        "print(sorted({'langcodes', 'tomlkit', 'pathspec'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
