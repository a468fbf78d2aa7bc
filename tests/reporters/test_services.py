"""The formats of CI services, checked with what others wrote for them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import github_action_utils
import pytest
from junitparser import Failure, JUnitXml, Skipped

from aligncheck import reporters
from tests.sample_report import CLEAN, REPORT, TWICE

if TYPE_CHECKING:
    from pathlib import Path

GITHUB = {
    "error": github_action_utils.error,
    "warning": github_action_utils.warning,
    "notice": github_action_utils.notice,
}


def _ruff(folder: Path, output_format: str) -> Any:  # noqa: ANN401 - parsed JSON
    """Let ruff, whose reports these services are known to read, report an unused import."""
    source = folder / "faulty.py"
    source.write_text("import os\n", encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select=F"]
    options = ["--exit-zero", f"--output-format={output_format}", source.name]
    done = subprocess.run(
        [*command, *options], cwd=folder, capture_output=True, check=True, encoding="utf-8"
    )
    return json.loads(done.stdout)


def _shape(value: object, path: str = "") -> dict[str, str]:
    """Flatten parsed JSON to its paths and the types there; lists count by their first element."""
    if isinstance(value, dict):
        return {k: v for key, one in value.items() for k, v in _shape(one, f"{path}/{key}").items()}
    if isinstance(value, list) and value:
        return _shape(value[0], f"{path}/0")
    return {path: type(value).__name__}


def test_gitlab_entries_have_the_shape_of_ruffs(tmp_path: Path) -> None:
    """Every field that ruff writes for GitLab is there, with its type, and no other."""
    assert _shape(json.loads(reporters.render("gitlab", REPORT))) == _shape(
        _ruff(tmp_path, "gitlab")
    )


def test_gitlab_fingerprints_are_unique_and_stable() -> None:
    """Findings that share a fingerprint are told apart, the first of them by its own."""
    entries = json.loads(reporters.render("gitlab", REPORT))
    prints = [entry["fingerprint"] for entry in entries]
    assert len(set(prints)) == len(prints) == len(REPORT.findings)
    assert prints[:4] == [finding.fingerprint for finding in REPORT.findings[:4]]
    assert prints[4] != TWICE.fingerprint
    assert json.loads(reporters.render("gitlab", CLEAN)) == []


def test_rdjson_has_the_shape_of_ruffs_but_columns(tmp_path: Path) -> None:
    """What ruff writes for reviewdog is there, but what we do not have: columns, fixes, links."""
    ours = _shape(json.loads(reporters.render("rdjson", REPORT)))
    theirs = _shape(_ruff(tmp_path, "rdjson"))
    left_out = ("/url", "/column", "/severity", "/suggestions")
    expected = {
        path: kind
        for path, kind in theirs.items()
        if not path.endswith(left_out[:3]) and left_out[3] not in path
    }
    assert expected.items() <= ours.items()
    assert not any(path.endswith("/column") for path in ours)


@pytest.mark.parametrize("index", range(len(REPORT.findings)))
def test_annotations_are_those_of_github_action_utils(index: int) -> None:
    """An annotation means what an independent writer of workflow commands writes for it."""
    finding = REPORT.findings[index]
    line = reporters.render("github", REPORT).splitlines()[index]
    level, properties, message = _parse(line)
    with redirect_stdout(io.StringIO()) as written:
        GITHUB[level](
            message,
            title=properties["title"],
            file=finding.path,
            line=finding.span.start_line,
            end_line=finding.span.end_line,
            col=int(properties["col"]) if "col" in properties else None,
            end_column=int(properties["endColumn"]) if "endColumn" in properties else None,
            use_subprocess=False,
        )
    assert _parse(written.getvalue().strip()) == (level, properties, message)
    assert ("col" in properties) == (finding.span.start_line == finding.span.end_line)


def _parse(line: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as the runner of GitHub Actions does."""
    head, message = line.removeprefix("::").split("::", 1)
    level, listed = head.split(" ", 1)
    pairs = [pair.split("=", 1) for pair in listed.split(",")]
    return level, {key: _unescape(value) for key, value in pairs}, _unescape(message)


def _unescape(text: str) -> str:
    for escape, character in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(escape, character)
    return text.replace("%25", "%")


def test_junit_counts_findings_and_clean_versions() -> None:
    """A reader of JUnit finds a failed case per fault and a passed one per clean version."""
    xml = JUnitXml.fromstring(reporters.render("junit", REPORT).encode())
    assert [suite.name for suite in xml] == ["harbour", "tide tables"]
    cases = [case for suite in xml for case in suite]
    failed = [case for case in cases if any(isinstance(r, Failure) for r in case.result)]
    skipped = [case for case in cases if any(isinstance(r, Skipped) for r in case.result)]
    passed = [case.name for case in cases if not case.result]
    assert (xml.tests, xml.failures, xml.skipped) == (7, len(failed), len(skipped)) == (7, 4, 1)
    assert passed == ["articles/harbour/en.md (en)", "articles/tide tables/en.md (en)"]


def test_junit_of_a_clean_run_has_no_failures() -> None:
    """Without findings all versions pass."""
    xml = JUnitXml.fromstring(reporters.render("junit", CLEAN).encode())
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == (5, 0, 0, 0)
