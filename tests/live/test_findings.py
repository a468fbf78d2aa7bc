"""Which articles are checked again when files change."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from aligncheck.config import load_config
from aligncheck.discovery import discover_bundles
from aligncheck.errors import ConfigError
from aligncheck.live.findings import watch_articles
from aligncheck.model import Run
from tests.sample_report import CLEAN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from aligncheck.config import Config
    from aligncheck.errors import AligncheckError
    from aligncheck.model import Bundle


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with two articles, and a pipeline that finds them and nothing in them."""
    for name in ("milk.sv", "milk.en", "tea.sv", "tea.en"):
        (tmp_path / f"{name}.md").write_text("Text.\n", encoding="utf-8")
    (tmp_path / "aligncheck.toml").write_text('source = "en"\n', encoding="utf-8")

    def check(
        paths: list[str],
        config: Config,
        *,
        only: Callable[[Bundle], bool] | None = None,
        **_: object,
    ) -> Run:
        return replace(CLEAN, bundles=tuple(filter(only, discover_bundles(config, paths))))

    monkeypatch.setattr("aligncheck.pipeline.check", check)
    return tmp_path


def follow(
    project: Path, monkeypatch: pytest.MonkeyPatch, *saves: tuple[str, str | None]
) -> Iterator[Run | AligncheckError]:
    """Watch a project in which one file after the other is written, or removed (None)."""
    left = iter(saves)

    def save(_seconds: float) -> None:
        name, text = next(left)
        if text is None:
            (project / name).unlink()
        else:
            (project / name).write_text(text, encoding="utf-8")

    monkeypatch.setattr("time.sleep", save)
    return watch_articles([str(project)], partial(load_config, None, project), locales={})


def names(run: Run | AligncheckError) -> list[str]:
    """Name the articles of a run; what keeps it from being done in their place."""
    return [bundle.name for bundle in run.bundles] if isinstance(run, Run) else [str(run)]


def test_only_articles_that_changed_are_checked_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed version, a new one, a new article; files of no article are passed over."""
    saves = [
        ("tea.sv.md", "Annan text.\n"),
        ("note.png", "no article"),
        ("milk.zh.md", "文字。\n"),
        ("honey.sv.md", "Honung.\n"),
        ("tea.en.md", None),
        ("tea.en.md", "Text again.\n"),
    ]
    runs = follow(project, monkeypatch, *saves)
    told = [[each.rpartition("/")[2] for each in names(next(runs))] for _ in range(5)]
    assert told == [["milk", "tea"], ["tea"], ["milk"], ["honey"], ["tea"]]


def test_what_all_depend_on_checks_all_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A configuration that is broken for a moment is told, and ends nothing."""
    saves = [("aligncheck.toml", 'sorce = "en"\n'), ("aligncheck.toml", 'source = "sv"\n')]
    runs = follow(project, monkeypatch, *saves)
    assert len(names(next(runs))) == 2
    assert "unknown key; did you mean 'source'?" in names(next(runs))[0]
    assert len(names(next(runs))) == 2


def test_a_configuration_that_is_broken_from_the_start_ends_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is nothing to follow then."""
    (project / "aligncheck.toml").write_text('sorce = "en"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="unknown key"):
        next(follow(project, monkeypatch))
