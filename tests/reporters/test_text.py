"""The report for people: fit for the terminal, and harmless on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from aligncheck import reporters
from aligncheck.model import Place, Run, Span
from tests.sample_report import CLEAN, DROPPED, REPORT, UNTRANSLATED


@pytest.mark.parametrize("width", [48, 80, 120])
def test_lines_fit_the_terminal(width: int) -> None:
    """No line is wider than the terminal, but those that a path stands on."""
    text = reporters.render("text", REPORT, {"width": width})
    wide = [line for line in text.splitlines() if cell_len(line) > width]
    assert all(".md:" in line for line in wide)


def test_wide_characters_count_two_cells() -> None:
    """A long Chinese text is shortened by cells, to three lines of the terminal."""
    source = Place("zh.md", "zh", Span(1, 1, 1, 400), "船" * 400)
    text = reporters.render("text", Run((replace(DROPPED, source=source),)), {"width": 60})
    quoted = [line for line in text.splitlines() if "船" in line]
    assert all(cell_len(line) <= 60 for line in quoted)
    assert 2 <= len(quoted) <= 3
    assert quoted[-1].endswith("…")


def test_colours_only_when_asked_for() -> None:
    """Escapes are written for a terminal with colours, and never otherwise."""
    assert "\x1b[" in reporters.render("text", REPORT, {"colour": True})
    assert "\x1b" not in reporters.render("text", REPORT, {"colour": False})


@pytest.mark.parametrize("name", ["text", "concise", "github", "markdown", "junit", "gitlab"])
def test_controls_of_articles_are_neutralized(name: str) -> None:
    """Escapes, direction overrides and the like never reach a terminal as they are."""
    hostile = "a\x1b[2Jb\x07\x9b\u202ec\u2066\u2028\ufeffd"
    finding = replace(UNTRANSLATED, text=hostile, message=hostile, suggestion=hostile)
    text = reporters.render(name, Run((finding,)), {"colour": False})
    assert not {character for character in hostile if not character.isprintable()} & set(text)
    assert "<U+001B>[2J" in text.replace("&lt;", "<").replace("&gt;", ">").replace("\\", "")


@pytest.mark.parametrize("command", ["::set-output name=x::y", "##[add-path]/tmp"])
@pytest.mark.parametrize("width", range(48, 60))
def test_articles_give_no_commands_to_github_actions(command: str, width: int) -> None:
    """However it is wrapped, no line of the log begins with a workflow command."""
    finding = replace(UNTRANSLATED, text=f"word word {command} " * 20, message=command)
    text = reporters.render("text", Run((finding,)), {"width": width})
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in text


def test_statistics_count_by_rule_instead_of_listing() -> None:
    """Statistics give a line per rule, the most frequent first, and no findings."""
    text = reporters.render("text", REPORT, {"statistics": True})
    rows = [line.split()[:3] for line in text.splitlines()[:4]]
    assert rows == [
        ["2", "AC301", "glossary-mismatch"],
        ["1", "AC102", "dropped-segment"],
        ["1", "AC105", "moved"],
        ["1", "AC203", "untranslated-fragment"],
    ]
    assert ".md:" not in text


def test_quiet_leaves_the_summary_out_and_verbose_adds_what_is_suppressed() -> None:
    """The last line goes with quiet; suppressed findings come with verbose."""
    plain = reporters.render("text", REPORT)
    assert "5 findings (2 errors, 2 warnings, 1 info) in 2 articles" in plain
    assert "by baseline" not in plain
    assert "5 findings" not in reporters.render("text", REPORT, {"quiet": True})
    assert "by baseline" in reporters.render("text", REPORT, {"verbose": True})


def test_clean_run_says_what_was_checked() -> None:
    """Without findings one line says so, and of how much."""
    text = reporters.render("text", CLEAN)
    assert text == "no findings in 2 articles, 5 versions, 83 segments · 2.3 s\n"
    assert reporters.render("text", CLEAN, {"quiet": True}) == ""
