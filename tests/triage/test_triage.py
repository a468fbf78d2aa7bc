"""What silences a finding first: a comment, the configuration, the baseline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aligncheck.errors import ConfigError
from aligncheck.model import Finding, Place, Span
from aligncheck.triage import (
    locate_comments,
    triage_findings,
)
from tests.checks.judging import document, finding
from tests.triage.outcomes import CONFIG, on_words


@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        ({}, ["AC201 a/sv.md", "AC102 a/sv.md", "AC201 b/sv.md"]),
        ({"per_path_ignores": {"a/": ("AC2",)}}, ["AC102 a/sv.md", "AC201 b/sv.md"]),
        (
            {"per_path_ignores": {"/sv.md": ("AC2",)}},
            ["AC201 a/sv.md", "AC102 a/sv.md", "AC201 b/sv.md"],
        ),
        ({"per_path_ignores": {"*.md": ("AC1",), "b/**": ("AC",)}}, ["AC201 a/sv.md"]),
    ],
)
def test_the_configuration_silences_rules_in_paths(
    settings: dict[str, object], kept: list[str]
) -> None:
    """Globs count from the folder of the configuration, wherever one works."""
    findings, config = in_two_files(), replace(CONFIG, **settings)  # type: ignore[arg-type]
    left, suppressed = triage_findings(findings, {}, config)
    assert [f"{one.code} {one.path}" for one in left] == kept
    assert {each.by for each in suppressed} <= {"config"}
    assert len(left) + len(suppressed) == len(findings)


def in_two_files() -> list[Finding]:
    """Make findings of two rules in two files."""
    spots = [("AC201", "a/sv.md"), ("AC102", "a/sv.md"), ("AC201", "b/sv.md")]
    return [finding(code, Place(path, "sv", Span(1, 1, 1, 5), "Text")) for code, path in spots]


@pytest.mark.parametrize("settings", [{"select": ("AC1",)}, {"ignore": ("AC201",)}])
def test_what_nobody_asked_for_is_not_called_suppressed(settings: dict[str, object]) -> None:
    """Findings of rules that are left out count nowhere, not even where the baseline has them."""
    config = replace(CONFIG, **settings)  # type: ignore[arg-type]
    findings = in_two_files()
    for known in ({}, {findings[0].fingerprint: 2}):
        left, suppressed = triage_findings(findings, {}, config, known=known)
        assert ([f"{one.code} {one.path}" for one in left], suppressed) == (["AC102 a/sv.md"], ())


def test_a_glob_that_is_none_is_refused() -> None:
    """It is named."""
    with pytest.raises(ConfigError, match=r"per-path-ignores\.!: Invalid"):
        triage_findings([], {}, replace(CONFIG, per_path_ignores={"!": ("AC1",)}))


def test_comments_come_before_the_configuration_and_the_baseline() -> None:
    """A comment that silences something is in use, even where the baseline would as well."""
    text = document("<!-- aligncheck: ignore AC201 -->\n\nEtt bad.\n")
    (one,) = on_words(text, "bad.")
    config = replace(CONFIG, per_path_ignores={"*.md": ("AC2",)})
    for settings in (CONFIG, config):
        kept, suppressed = triage_findings(
            [one], locate_comments([text]), settings, known={one.fingerprint: 1}
        )
        assert (kept, [each.by for each in suppressed]) == ((), ["inline"])
