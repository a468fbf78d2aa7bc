"""A scripted team: a pull request on forty articles is judged by what it breaks, however asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from aligncheck.cli import main
from aligncheck.embedding.cache_folder import cache_folder
from tests.gate.team import ROOT, blocks_of, build, commit, git, write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

pytestmark = pytest.mark.slow

LOST: Final = ("als-stem-cells-2", "zh", 2)
"""A paragraph that was missing before; the pull request brings it back."""
LIVED_WITH: Final = ("rye-sourdough-5", "sv", 2)
"""A paragraph that was missing before, and still is; text is inserted above it."""
BROKEN: Final = {
    ("AC101", "articles/electric-ferries-2/sv.md"),
    ("AC201", "articles/rye-sourdough-1/zh.md"),
    ("AC302", "articles/als-stem-cells-7/sv.md"),
}
BASELINE: Final = "known.json"


@dataclass(frozen=True, slots=True)
class Team:
    """The repository, on the branch of the pull request, and the commit that it is based on."""

    repository: Path
    base: str


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Team:
    """Commit forty articles with two known faults and a baseline, and then the pull request."""
    repository = tmp_path_factory.mktemp("team") / "magazine"
    build(repository)
    restored = _take_out(repository, *LOST)
    _take_out(repository, *LIVED_WITH)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(repository)
        assert main(["baseline", "--output", BASELINE]) == 0
    base = commit(repository, "Forty articles")
    git(repository, "switch", "--quiet", "--create", "edits")
    _edit(repository, restored)
    commit(repository, "Edit five articles")
    return Team(repository, base)


def _take_out(repository: Path, name: str, locale: str, index: int) -> str:
    blocks = blocks_of(repository, name, locale)
    block = blocks.pop(index)
    write(repository, name, locale, blocks)
    return block


def _edit(repository: Path, restored: str) -> None:
    """Mend one fault, make three others, and add text to an article in all its versions."""
    name, locale, index = LOST
    blocks = blocks_of(repository, name, locale)
    write(repository, name, locale, [*blocks[:index], restored, *blocks[index:]])
    blocks = blocks_of(repository, "electric-ferries-2", "sv")
    write(repository, "electric-ferries-2", "sv", blocks[:4])
    blocks = blocks_of(repository, "rye-sourdough-1", "zh")
    blocks[4] = blocks_of(repository, "rye-sourdough-1", "en")[4]
    write(repository, "rye-sourdough-1", "zh", blocks)
    blocks = [
        block.replace("placebo", "sockerpiller")
        for block in blocks_of(repository, "als-stem-cells-7", "sv")
    ]
    write(repository, "als-stem-cells-7", "sv", blocks)
    for each in ("en", "sv", "zh"):
        more = blocks_of(repository, "rye-sourdough-2", each)[1]
        blocks = blocks_of(repository, LIVED_WITH[0], each)
        write(repository, LIVED_WITH[0], each, [blocks[0], more, *blocks[1:]])


def _found(findings: Sequence[dict[str, str]]) -> set[tuple[str, str]]:
    assert len({each["fingerprint"] for each in findings}) == len(findings)
    return {(each["code"], each["path"]) for each in findings}


def _known(document: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 - JSON
    keys = ("code", "bundle", "suppressed_by")
    return [tuple(each[key] for key in keys) for each in document["suppressed"]]


def test_the_action_reports_what_the_pull_request_breaks(team: Team, tmp_path: Path) -> None:
    """Its script, in a clone of one commit as GitHub makes it: three annotations, SARIF, code 1."""
    clone, temporary = tmp_path / "clone", tmp_path / "temporary"
    temporary.mkdir()
    cache_folder().mkdir(parents=True, exist_ok=True)
    (temporary / "aligncheck-cache").symlink_to(cache_folder())
    origin = team.repository.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=edits", origin, str(clone))
    done = _action(clone, temporary, BASE_SHA=team.base)
    assert done.returncode == 1, done.stderr
    assert done.stdout.count("::error ") == len(BROKEN)
    assert "3 new, 1 gone, 1 as before" in done.stderr
    outputs = (temporary / "output").read_text(encoding="utf-8")
    sarif = temporary / "aligncheck.sarif"
    assert outputs == f"sarif={sarif}\n"
    (run,) = json.loads(sarif.read_text(encoding="utf-8"))["runs"]
    results = [each for each in run["results"] if not each.get("suppressions")]
    assert {
        (each["ruleId"], each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for each in results
    } == BROKEN
    assert len(results) == len(BROKEN)
    summary = (temporary / "summary").read_text(encoding="utf-8")
    assert summary.startswith("### aligncheck: 3 findings")


def _action(
    repository: Path, temporary: Path, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the script's check as the action does, with the aligncheck of these tests."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    inputs = {f"INPUT_{name}": "" for name in ("PATHS", "BASELINE", "FAIL_ON")}
    cache = os.environ | {"PATH": programs, "RUNNER_TEMP": str(temporary)}
    files = {
        "GITHUB_OUTPUT": str(temporary / "output"),
        "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
    }
    return subprocess.run(
        [ROOT / ".ci" / "action", "check"],
        cwd=repository,
        env={**cache, **files, **inputs, "INPUT_NEW_ONLY": "auto", **variables},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@pytest.fixture
def report(
    team: Team, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, Any, list[str]]]:
    """Run a check in the repository; give its exit code, its JSON and what else it says."""
    monkeypatch.chdir(team.repository)

    def run(*arguments: str) -> tuple[int, Any, list[str]]:
        code = main(["check", "--output-format", "json", *arguments])
        captured = capfd.readouterr()
        return code, json.loads(captured.out), captured.err.splitlines()

    return run


def test_the_baseline_lets_only_new_findings_fail(
    report: Callable[..., tuple[int, Any, list[str]]],
) -> None:
    """What it holds passes, though text was inserted above; what has gone is noted."""
    code, document, notes = report("--baseline", BASELINE)
    assert (code, _found(document["findings"])) == (1, BROKEN)
    assert _known(document) == [("AC102", f"articles/{LIVED_WITH[0]}", "baseline")]
    assert [note.partition(";")[0] for note in notes] == [
        "aligncheck: note: 1 known finding is gone"
    ]


def test_only_the_articles_of_the_pull_request_are_looked_at(
    report: Callable[..., tuple[int, Any, list[str]]],
) -> None:
    """Five were edited; of these the three that were broken have new findings."""
    code, document, notes = report("--changed-from", "main...", "--new-only", "main")
    assert (code, _found(document["findings"])) == (1, BROKEN)
    assert document["summary"]["bundles"] == 5
    assert _known(document) == [("AC102", f"articles/{LIVED_WITH[0]}", "baseline")]
    assert notes == ["aligncheck: note: since main: 3 new, 1 gone, 1 as before"]


def test_the_baseline_shrinks(
    team: Team, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pruning takes out what was mended, says so, and adds nothing of what was broken."""
    monkeypatch.chdir(team.repository)
    assert main(["baseline", "--output", BASELINE, "--prune", f"articles/{LOST[0]}"]) == 0
    first, *_ = capfd.readouterr().out.splitlines()
    assert first.startswith(f"gone: AC102 in articles/{LOST[0]} (zh): ")
    lines = git(team.repository, "diff", "--unified=0", "--", BASELINE).splitlines()[4:]
    assert {line[0] for line in lines} == {"-", "@"}
    left = json.loads(Path(BASELINE).read_text(encoding="utf-8"))["findings"]
    assert [each["bundle"] for each in left] == [f"articles/{LIVED_WITH[0]}"]
    git(team.repository, "checkout", "--quiet", "--", BASELINE)
