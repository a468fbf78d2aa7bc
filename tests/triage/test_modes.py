"""Versions that may leave out, and versions that may not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aligncheck.config import Config
from aligncheck.engine import rule_effects
from aligncheck.errors import ConfigError
from aligncheck.model import Effect, Finding, Place, Severity, Span
from aligncheck.triage import triage_findings

EFFECTS = rule_effects()
CONFIG = Config(root=Path.cwd(), source="en")
HERE = Span(3, 1, 3, 1)


def found(code: str, path: str, source: str | None = "en.md") -> Finding:
    """Make a finding of a rule in a file, with a place in its source."""
    locale = Path(path).stem
    other = Place(source, Path(source).stem, HERE, "words") if source else None
    kind = code, "name", EFFECTS[code], Severity.ERROR
    parts = *kind, 0.9, "message", "tea", locale, path, HERE, "text"
    return Finding(*parts, source=other, suggestion=None, fingerprint=f"{code}{path}")


def kept(modes: dict[str, str], findings: list[Finding], source: str | None = "en") -> list[str]:
    """Give the findings that count under some modes; the others are the configuration's."""
    config = replace(CONFIG, translation_mode=modes, source=source)
    left, suppressed = triage_findings(findings, {}, config)
    assert {each.by for each in suppressed} <= {"config"}
    assert len(left) + len(suppressed) == len(findings)
    return [f"{one.code} {one.path}" for one in left]


LOSSES = ("AC101", "AC102", "AC106")
OTHERS = ("AC002", "AC103", "AC104", "AC107", "AC201", "AC301", "AC401")


@pytest.mark.parametrize("key", ["zh", "zh-CN", "news/zh.md", "*.md", "news/"])
def test_an_abridged_version_may_leave_out_but_not_add(key: str) -> None:
    """Lost sections, segments and sentences do not count; everything else does."""
    findings = [found(code, "news/zh.md") for code in (*LOSSES, *OTHERS)]
    assert kept({key: "abridged"}, findings) == [f"{code} news/zh.md" for code in OTHERS]


@pytest.mark.parametrize("path", ["news/zh.md", "law/sv.md", "tea/de.html", "a/fr.docx", "ja.txt"])
def test_a_new_rule_is_allowed_by_what_its_findings_mean(path: str) -> None:
    """A rule of any code and family that finds a loss is silent in an abridged version."""
    findings = [replace(found("AC102", path), code="AC777", effect=effect) for effect in Effect]
    left, suppressed = triage_findings(
        findings, {}, replace(CONFIG, translation_mode={Path(path).stem: "abridged"})
    )
    assert {one.finding.effect for one in suppressed} == {Effect.LOSS, Effect.OMISSION}
    assert [one.effect for one in left] == [
        effect for effect in Effect if effect not in {Effect.LOSS, Effect.OMISSION}
    ]


@pytest.mark.parametrize("modes", [{}, {"zh": "mirror"}, {"sv": "abridged"}, {"old/": "abridged"}])
def test_a_mirror_must_say_everything(modes: dict[str, str]) -> None:
    """That is what holds where nothing is said, or something of other versions."""
    findings = [found(code, "news/zh.md") for code in LOSSES]
    assert kept(modes, findings) == [f"{code} news/zh.md" for code in LOSSES]


def test_files_go_before_locales_and_the_last_glob_wins() -> None:
    """As in .gitignore, so that one article of an abridged locale can be a mirror."""
    modes = {"zh": "abridged", "*/zh.md": "abridged", "law/": "mirror"}
    findings = [found("AC102", path) for path in ("news/zh.md", "law/zh.md", "law/sv.md")]
    assert kept(modes, findings) == ["AC102 law/zh.md", "AC102 law/sv.md"]


def test_what_a_peer_lacks_is_no_surplus_of_the_other() -> None:
    """Without a source, a loss may be reported at the version that has the text."""
    findings = [found("AC104", "sv.md", "zh.md"), found("AC104", "zh.md", "sv.md")]
    assert kept({"zh": "abridged"}, findings, source=None) == ["AC104 zh.md"]
    assert kept({"zh": "abridged"}, findings, source="zh") == ["AC104 sv.md", "AC104 zh.md"]


@pytest.mark.parametrize("key", ["news", "!", "sv_"])
def test_a_key_that_is_neither_locale_nor_glob_is_refused(key: str) -> None:
    """It is named, with what a key may be."""
    with pytest.raises(ConfigError, match=rf"translation-mode\.{key}: is neither a locale nor a"):
        kept({key: "abridged"}, [])
