"""Pages that follow the files: nothing is done until something changes, then all is new."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from aligncheck.config import load_config
from aligncheck.errors import ConfigError
from aligncheck.live.pages import LivePages
from tests.reporters.html.making import harbour

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from aligncheck.model import Run


class Checked:
    """Stands in for the pipeline: gives a run made by hand, or raises."""

    def __init__(self) -> None:
        """Begin with nothing checked."""
        self.error: Exception | None = None
        self.calls = 0

    def __call__(self, *_: object, keep_articles: bool, **__: object) -> Run:
        """Take whatever ``pipeline.check`` takes."""
        assert keep_articles
        self.calls += 1
        if self.error:
            raise self.error
        return harbour()


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Checked:
    """Put a stand-in in the place of the pipeline."""
    stand_in = Checked()
    monkeypatch.setattr("aligncheck.pipeline.check", stand_in)
    return stand_in


@pytest.fixture
def pages(checked: Checked, tmp_path: Path) -> Iterator[LivePages]:
    """Make pages of a folder with one article, checked once."""
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / "sv.md").write_text("ett", encoding="utf-8")
    yield LivePages((), partial(load_config, None, tmp_path), locales={})
    assert checked.calls


def test_serving_follows_the_files(checked: Checked, pages: LivePages, tmp_path: Path) -> None:
    """Nothing is checked again until a file changes or comes; then the pages are new."""
    assert pages.refresh() == ""
    assert (checked.calls, pages.editions.number) == (1, 1)
    (tmp_path / "harbour" / "sv.md").write_text("ett och två", encoding="utf-8")
    assert (pages.refresh(), pages.refresh()) == ("", "")
    assert (checked.calls, pages.editions.number) == (2, 2)
    (tmp_path / "harbour" / "en.md").write_text("one and two", encoding="utf-8")
    assert (pages.refresh(), pages.refresh()) == ("", "")
    assert (checked.calls, pages.editions.number) == (3, 3)


def test_what_cannot_be_checked_now_is_shown_on_the_page(
    checked: Checked, pages: LivePages, tmp_path: Path
) -> None:
    """A configuration that is broken for a moment leaves the last pages, with a notice."""
    (tmp_path / "aligncheck.toml").write_text('source = "en"\n', encoding="utf-8")
    checked.error = ConfigError("aligncheck.toml:1: <what> is this")
    assert pages.refresh() == "Not up to date: aligncheck.toml:1: <what> is this"
    assert pages.refresh() == ""
    assert (checked.calls, pages.editions.number) == (2, 2)
    page = (pages.editions.find_page("index.html") or b"").decode()
    assert "Not up to date: aligncheck.toml:1: &lt;what&gt; is this" in page
    assert "closed to cars" in page
    checked.error = None
    (tmp_path / "aligncheck.toml").write_text('source = "en"  \n', encoding="utf-8")
    assert pages.refresh() == ""
    assert b"Not up to date" not in (pages.editions.find_page("index.html") or b"")


def test_a_notice_is_told_as_it_comes(
    checked: Checked, pages: LivePages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who follows the files hears of what is wrong, and of nothing else."""
    notices = pages.follow_files()
    waited: list[float] = []

    def save(seconds: float) -> None:
        waited.append(seconds)
        checked.error = ConfigError("no") if len(waited) > 1 else None
        (tmp_path / "harbour" / "sv.md").write_text("ett " * len(waited), encoding="utf-8")

    monkeypatch.setattr("time.sleep", save)
    assert next(notices) == "Not up to date: no"
    assert (len(waited), checked.calls, pages.editions.number) == (2, 3, 3)
    assert min(waited) >= 0.5
