"""``aligncheck check``: options, formats, files and exit codes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from aligncheck.config import FailOn
from tests.cli.conftest import python
from tests.sample_report import CLEAN, MOVED, REPORT, TERM

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from aligncheck.embedding import CachedEmbedder
    from tests.cli.conftest import Checked, Outcome

WARNINGS = replace(REPORT, findings=(TERM, MOVED))
INFOS = replace(REPORT, findings=(MOVED,))
ENGINES = ("torch", "onnxruntime", "onnx", "tokenizers", "sentence_transformers")
IDLE = (
    "aligncheck.formats.markup.fragments",
    "aligncheck.formats.plain.paragraphs",
    "aligncheck.termbase.files.tbx",
    "defusedxml",
    "langdetect",
    "lxml",
    "rich",
    "selectolax",
    "xml.sax",
    "yaml",
)
"""What plain Markdown without terms and without findings does not need."""


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder without configuration."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("report", "arguments", "code"),
    [
        (REPORT, [], 1),
        (REPORT, ["--fail-on", "never"], 0),
        (REPORT, ["--exit-zero"], 0),
        (WARNINGS, [], 0),
        (WARNINGS, ["--fail-on", "warning"], 1),
        (INFOS, ["--fail-on", "warning"], 0),
        (INFOS, ["--fail-on", "info"], 1),
        (CLEAN, ["--fail-on", "info"], 0),
    ],
)
def test_exit_code_is_the_verdict(
    report: object, arguments: list[str], code: int, run: Callable[..., Outcome], checked: Checked
) -> None:
    """Findings at or above ``fail-on`` give 1, anything less 0, whatever is printed."""
    checked.report = report  # type: ignore[assignment]
    outcome = run("check", *arguments)
    assert (outcome.code, outcome.err) == (code, "")
    assert "in 2 articles" in outcome.out


def test_options_change_the_configuration(
    run: Callable[..., Outcome], checked: Checked, tmp_path: Path
) -> None:
    """What is given on the command line wins over the file; the rest of the file holds."""
    (tmp_path / "aligncheck.toml").write_text(
        'source = "sv"\nselect = ["AC4"]\nlocales = ["sv", "en"]\nmin-confidence = 0.7\n',
        encoding="utf-8",
    )
    (tmp_path / "terms.toml").write_text("", encoding="utf-8")
    arguments = "a b --select ac1,AC201 --select AC3 --ignore AC105 --source en_GB --glossary"
    more = "terms.toml --min-confidence 0 --model m --backend torch --cache-dir c"
    last = "--locale a.txt=zh_CN --locale b=c.txt=sv --fail-on warning"
    assert run("check", *f"{arguments} {more} {last}".split()).code == 1
    config = checked.config
    assert config is not None
    assert checked.paths == ("a", "b")
    assert checked.locales == {"a.txt": "zh-CN", "b=c.txt": "sv"}
    assert (config.source, config.locales) == ("en-GB", ("sv", "en"))
    assert (config.select, config.ignore) == (("AC1", "AC201", "AC3"), ("AC105",))
    assert [path.name for path in config.glossary] == ["terms.toml"]
    assert (config.min_confidence, config.fail_on) == (0, FailOn.WARNING)
    assert (config.model, config.backend, str(config.cache_dir)) == ("m", "torch", "c")


def test_configuration_holds_where_no_option_is_given(
    run: Callable[..., Outcome], checked: Checked, tmp_path: Path
) -> None:
    """Options that are not given leave the file's values, and ``--config`` names the file."""
    elsewhere = tmp_path / "other.toml"
    elsewhere.write_text('select = ["AC4"]\nfail-on = "never"\n', encoding="utf-8")
    assert run("check", "--config", elsewhere).code == 0
    assert checked.config is not None
    assert checked.config.select == ("AC4",)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--source", "english please"], "'english please' is not a locale"),
        (["--select", "AC1,,AC2"], "is not a list of rule codes"),
        (
            ["--select", "AC1,AC103x"],
            "'--select': there is no rule 'AC103x'; did you mean 'AC103'?",
        ),
        (
            ["--ignore", "number-mismatch"],
            "'--ignore': there is no rule 'number-mismatch'; did you",
        ),
        (["--ignore", "AC99"], "there is no rule 'AC99'; 'aligncheck rules' lists all"),
        (["--locale", "a.txt"], "is not written FILE=LOCALE"),
        (["--min-confidence", "2"], "2.0 is not in the range 0<=x<=1"),
        (["--fail-on", "maybe"], "'maybe' is not one of"),
        (["--config", "none.toml"], "'none.toml' does not exist"),
        (["-f", "xml"], "'xml' is none of concise, github, gitlab, html, json"),
        (["-f", "json", "-f", "text"], "json and text cannot share one output"),
    ],
)
def test_wrong_values_are_one_line_and_exit_with_2(
    arguments: list[str], message: str, run: Callable[..., Outcome], checked: Checked
) -> None:
    """A value that cannot be used is named in one line, and nothing is checked."""
    outcome = run("check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert outcome.err.count("\n") == 1
    assert checked.config is None


def test_warnings_of_the_run_are_told_apart_from_findings(
    run: Callable[..., Outcome], checked: Checked
) -> None:
    """What the run has to say about itself is on standard error, and is no finding."""
    checked.report = replace(CLEAN, warnings=("the cache was\nbroken \x1b",))
    outcome = run("check", "-f", "json-lines")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "aligncheck: warning: the cache was broken <U+001B>\n"


def test_several_formats_at_once(
    run: Callable[..., Outcome], checked: Checked, tmp_path: Path
) -> None:
    """Each format goes to its file, the one without to standard output."""
    assert checked.report is REPORT
    outcome = run("check", "-f", "sarif=out.sarif", "-f", "json=out.json", "-f", "concise")
    assert outcome.code == 1
    assert outcome.out.startswith("articles/harbour/sv.md:14:1: error AC102")
    assert json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["findings"]) == 5


def test_github_writes_the_job_summary(
    run: Callable[..., Outcome],
    checked: Checked,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On GitHub the summary is added to the file of the job, which other steps write to as well."""
    assert checked.report is REPORT
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run("check", "-f", "text").code == 1
    assert summary.read_text(encoding="utf-8") == "# Before\n"
    assert run("check", "-f", "github").out.startswith("::error title=AC102")
    assert summary.read_text(encoding="utf-8").startswith("# Before\n### aligncheck: 5 findings")


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colours_follow_the_environment(
    variables: dict[str, str],
    coloured: bool,  # noqa: FBT001 - a column of the table
    run: Callable[..., Outcome],
    checked: Checked,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A pipe gets no colours unless FORCE_COLOR asks for them, and NO_COLOR always wins."""
    assert checked.report is REPORT
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check").out) is coloured


def test_file_gets_no_colours(
    run: Callable[..., Outcome], checked: Checked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report in a file is plain, whatever the terminal can show."""
    assert checked.report is REPORT
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("check", "-o", "report.txt").out == ""
    assert "\x1b" not in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_width_of_the_terminal_is_respected(
    run: Callable[..., Outcome], checked: Checked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``COLUMNS`` sets the width of the text, down to what holds words."""
    assert checked.report is REPORT
    monkeypatch.setenv("COLUMNS", "60")
    assert max(len(line) for line in run("check").out.splitlines() if "│" in line) <= 60


def test_cached_run_loads_no_engine(
    embedder: CachedEmbedder, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    """A second check of an article computes nothing and imports no engine and no idle parser."""
    del embedder
    (tmp_path / "a.en.md").write_text("# Ferry\n\nThe ferry leaves at nine.\n", encoding="utf-8")
    (tmp_path / "a.sv.md").write_text("# Färja\n\nFärjan går klockan nio.\n", encoding="utf-8")
    code = """
import sys
from aligncheck.cli import main
main(["check", ".", "-f", "json", "-f", "text=report.txt"])
print(*sys.modules, file=sys.stderr)
"""
    first = json.loads(run("check", ".", "-f", "json").out)
    done = python("-c", code, cwd=tmp_path)
    second = json.loads(done.stdout)
    assert second["summary"]["embeddings"]["computed"] == 0
    assert second["summary"]["embeddings"]["cached"] > 0
    assert (tmp_path / "report.txt").read_text(encoding="utf-8").startswith("no findings")
    assert "markdown_it" in done.stderr.split()
    assert {*ENGINES, *IDLE} & {*done.stderr.split()} == set()
    assert first["findings"] == second["findings"] == []
