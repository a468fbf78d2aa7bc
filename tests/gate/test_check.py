"""Checks that compare: with a revision, with a baseline, with a text that is not saved yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import aligncheck
from aligncheck.config import Config
from aligncheck.errors import ConfigError, UsageError
from aligncheck.gate import check_touching, renew_baseline
from aligncheck.triage import render_baseline
from tests.gate.team import commit, git, write
from tests.test_pipeline import VERSIONS, WARNING, without

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from aligncheck import Run
    from aligncheck.model import Bundle

LOCALES = ("en", "sv", "zh")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Commit two articles, one of which lacks a paragraph in Swedish."""
    folder = tmp_path / "site"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    save(folder, "whole", VERSIONS)
    save(folder, "short", without("sv", WARNING))
    commit(folder, "Two articles")
    return folder


def save(folder: Path, name: str, versions: dict[str, tuple[str, ...]]) -> None:
    """Write the versions of an article."""
    for locale, blocks in versions.items():
        write(folder, name, locale, blocks)


def run(folder: Path, *paths: Path, **since: str) -> Run:
    """Check the articles of a folder."""
    config = Config(root=folder, source="en", locales=LOCALES)
    return aligncheck.check_since([str(path) for path in paths], config, **since)  # type: ignore[arg-type]


def shown(report: Run) -> list[tuple[str, str, str]]:
    """Give the code, the article and the locale of every finding."""
    return [(f.code, f.bundle.rpartition("/")[2], f.locale) for f in report.findings]


def test_what_was_there_before_is_not_new(repository: Path) -> None:
    """Nothing has changed, so nothing is new; what is lived with is still in the report."""
    report = run(repository, new_only="HEAD")
    assert shown(report) == []
    assert [(one.finding.code, one.by) for one in report.suppressed] == [("AC102", "baseline")]
    assert report.notes == ("since HEAD: 0 new, 0 gone, 1 as before",)


def test_each_finding_was_there_as_often_as_it_was(repository: Path) -> None:
    """A second loss in the same article is new, and so is a lost version."""
    save(repository, "whole", without("zh", 1))
    (repository / "articles" / "short" / "zh.md").unlink()
    report = run(repository, new_only="HEAD", changed_from="HEAD")
    assert shown(report) == [("AC002", "short", "zh"), ("AC102", "whole", "zh")]
    assert len(report.suppressed) == 1


def test_an_article_that_was_not_there_is_new(repository: Path) -> None:
    """All that is found in it counts, also where it alone is asked for."""
    save(repository, "third", without("sv", 1))
    new = repository / "articles" / "third"
    assert shown(run(repository, new_only="HEAD")) == [("AC102", "third", "sv")]
    report = run(repository, new, new_only="HEAD")
    assert shown(report) == [("AC102", "third", "sv")]
    assert report.notes[0].startswith("everything counts as new: at HEAD nothing could be checked")


def test_a_comparison_does_not_depend_on_where_one_stands(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From above the repository as from inside of it, by a folder or by files."""
    monkeypatch.chdir(tmp_path)
    short = repository / "articles" / "short"
    files = [short / f"{locale}.md" for locale in LOCALES]
    for root, paths in ((tmp_path, [repository]), (tmp_path, [short]), (short, files)):
        report = run(root, *paths, new_only="HEAD")
        assert (shown(report), len(report.suppressed)) == ([], 1), (root, paths)


def test_nothing_changed_is_said_and_not_passed_over(repository: Path) -> None:
    """No article is looked at, and the run says so."""
    report = run(repository, changed_from="HEAD")
    assert (report.bundles, report.notes) == ((), ("no article has changed since HEAD",))


def test_a_version_that_git_does_not_know_is_a_change(repository: Path) -> None:
    """An article need not be committed to be looked at."""
    save(repository, "third", VERSIONS)
    bundles = run(repository, changed_from="HEAD").bundles
    assert [bundle.name for bundle in bundles] == ["articles/third"]


@pytest.mark.parametrize("since", ["new_only", "changed_from"])
def test_a_path_outside_of_the_repository_is_refused(
    since: str, repository: Path, tmp_path: Path
) -> None:
    """Its past is not known."""
    save(tmp_path, "other", VERSIONS)
    (repository / "articles" / "short" / "zh.md").unlink()
    with pytest.raises(UsageError, match="lies outside of the repository"):
        run(repository, repository / "articles", tmp_path / "articles", **{since: "HEAD"})


def test_a_text_is_checked_against_the_other_versions(repository: Path) -> None:
    """What is on disk under its name does not count, and nothing is written."""
    config = Config(root=repository, source="en", locales=LOCALES)
    path = str(repository / "articles" / "short" / "sv.md")
    assert shown(aligncheck.check_text("\n\n".join(VERSIONS["sv"]), path, config)) == []
    blocks = without("sv", 1)["sv"]
    report = aligncheck.check_text("\n\n".join(blocks), path, config)
    assert [(f.code, f.path, f.span.start_line) for f in report.findings] == [("AC102", path, 3)]
    assert shown(run(repository)) == [("AC102", "short", "sv")]


def test_a_text_without_other_versions_is_refused(repository: Path) -> None:
    """Whether the file is outside of all articles or not there at all."""
    config = Config(root=repository, source="en")
    (repository / "notes.md").write_text("Notes.\n", encoding="utf-8")
    for name in ("notes.md", "articles/none/sv.md"):
        with pytest.raises(UsageError, match=f"{name}: no article is found"):
            aligncheck.check_text("Text.\n", str(repository / name), config)


def test_only_articles_that_a_file_touches_are_checked(repository: Path) -> None:
    """A file of no article touches none."""
    config = Config(root=repository, source="en", locales=LOCALES)
    touched = check_touching({str(repository / "articles" / "short" / "en.md")}, (), config)
    assert [bundle.name for bundle in touched.bundles] == ["articles/short"]
    assert check_touching({str(repository / "x.md")}, (), config).bundles == ()


def test_a_baseline_of_some_articles_keeps_the_others(repository: Path) -> None:
    """A run over some paths leaves alone what it did not look at; one over all drops the rest."""
    file = repository / "known.json"
    config = Config(root=repository, source="en", locales=LOCALES, baseline=file)
    short = repository / "articles" / "short"
    empty, first = renew_baseline((), config)
    assert (empty.count_known().total(), first.count_known().total()) == (0, 1)
    file.write_text(render_baseline(first), encoding="utf-8")
    save(repository, "whole", without("zh", 1))
    _, both = renew_baseline([str(repository / "articles" / "whole")], config)
    assert {entry.bundle for entry in both.entries.values()} == {"articles/short", "articles/whole"}
    file.write_text(render_baseline(both), encoding="utf-8")
    for path in short.iterdir():
        path.unlink()
    old, left = renew_baseline((), config, prune=True)
    assert old == both
    assert [entry.bundle for entry in left.entries.values()] == ["articles/whole"]


@pytest.mark.parametrize("prune", [True, False], ids=["pruned", "made anew"])
def test_a_baseline_keeps_what_is_found_by_rules_that_are_left_out(
    repository: Path, *, prune: bool
) -> None:
    """What nobody asked for is not taken for gone; that no note says so either."""
    file = repository / "known.json"
    config = Config(root=repository, source="en", locales=LOCALES, baseline=file)
    _, first = renew_baseline((), config)
    file.write_text(render_baseline(first), encoding="utf-8")
    assert [entry.code for entry in first.entries.values()] == ["AC102"]
    narrower = replace(config, select=("AC3",))
    assert renew_baseline((), narrower, prune=prune) == (first, first)
    report = aligncheck.check((), narrower)
    assert (report.findings, report.suppressed, report.notes) == ((), (), ())


def test_there_must_be_something_to_prune(repository: Path) -> None:
    """A file that is named wrongly is no empty baseline."""
    config = Config(root=repository, baseline=repository / "none.json")
    with pytest.raises(ConfigError, match=r"none\.json: cannot be read"):
        renew_baseline((), config, prune=True)


@pytest.mark.parametrize(
    ("code", "looked_at"), [("AC102", {"short"}), ("AC304", {"short", "whole"})]
)
def test_the_past_is_looked_at_as_far_as_it_matters(
    code: str, looked_at: set[str], repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where something is found now; everywhere, if by a rule that looks across articles."""
    now = run(repository)
    findings = tuple(replace(finding, code=code) for finding in now.findings)
    asked: list[str] = []

    def check(*_: object, only: Callable[[Bundle], bool] | None, **__: object) -> Run:
        if only is None:
            return replace(now, findings=findings)
        asked.extend(bundle.name for bundle in now.bundles if only(bundle))
        return now

    monkeypatch.setattr("aligncheck.pipeline.check", check)
    run(repository, new_only="HEAD")
    assert {name.rpartition("/")[2] for name in asked} == looked_at
