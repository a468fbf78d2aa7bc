"""``aligncheck report``, ``aligncheck serve`` and ``check --output-format html``."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import python
from tests.reporters.html.making import harbour, many

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from aligncheck.model import Run
    from tests.cli.conftest import Outcome


class Reviewed:
    """Stands in for the pipeline: gives a run made by hand, or raises."""

    def __init__(self, made: Run) -> None:
        """Give this run."""
        self.made = made
        self.error: Exception | None = None
        self.calls = 0

    def __call__(self, *_: object, **__: object) -> Run:
        """Take whatever ``pipeline.check`` takes."""
        self.calls += 1
        if self.error:
            raise self.error
        return self.made


@pytest.fixture
def reviewed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Reviewed:
    """Put a stand-in in the place of the pipeline, and work in an empty folder."""
    stand_in = Reviewed(harbour())
    monkeypatch.setattr("aligncheck.pipeline.check", stand_in)
    monkeypatch.chdir(tmp_path)
    return stand_in


def test_a_report_is_one_page(
    run: Callable[..., Outcome], reviewed: Reviewed, tmp_path: Path
) -> None:
    """The folder is made where it is missing, and findings are no failure."""
    outcome = run("report", "articles", "-o", "out/report")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "Wrote out/report/index.html: 5 findings in 1 article\n"
    assert reviewed.calls == 1
    written = sorted(path.name for path in (tmp_path / "out/report").iterdir())
    assert written == ["index.html"]
    assert "closed to cars" in (tmp_path / "out/report/index.html").read_text(encoding="utf-8")


def test_a_large_report_has_a_page_per_article(
    run: Callable[..., Outcome],
    reviewed: Reviewed,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The limit is the package's; the pages lie beside the index."""
    reviewed.made = many(3)
    monkeypatch.setattr(
        "aligncheck.reporters.html.render_pages.__kwdefaults__", {"most": 2, "live": None}
    )
    assert run("report", "--quiet").out == ""
    names = sorted(path.name for path in (tmp_path / "report/articles").iterdir())
    assert names == [f"articles-0000{n}.html" for n in range(3)]


def test_pages_of_articles_that_are_no_more_are_removed(
    run: Callable[..., Outcome],
    reviewed: Reviewed,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Those that aligncheck wrote itself; what else lies in the folder stays."""
    folder = tmp_path / "report/articles"
    monkeypatch.setattr(
        "aligncheck.reporters.html.render_pages.__kwdefaults__", {"most": 2, "live": None}
    )
    reviewed.made = many(5)
    assert "Removed" not in run("report").out
    others = {folder / "mine.html", folder / "notes.txt", folder.parent / "other.html"}
    for other in others:
        other.write_text("<title>mine</title>", encoding="utf-8")
    (folder / "folder.html").mkdir()
    reviewed.made = many(3)
    assert run("report").out.splitlines()[1:] == ["Removed 2 pages of an earlier report"]
    ours = {folder / f"articles-0000{n}.html" for n in range(3)}
    index = folder.parent / "index.html"
    assert {path for path in folder.parent.rglob("*.*") if path.is_file()} == ours | others | {
        index
    }
    reviewed.made = harbour()
    assert run("report", "--quiet").out == ""
    assert {path for path in folder.parent.rglob("*.*") if path.is_file()} == others | {index}


def test_the_report_opens_in_the_browser(
    run: Callable[..., Outcome],
    reviewed: Reviewed,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """``--open`` gives the browser the address of the index."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    assert run("report").code == 0
    assert opened == []
    assert run("report", "--open").code == 0
    assert opened == [(tmp_path / "report/index.html").as_uri()]
    assert reviewed.calls == 2


def test_a_folder_that_cannot_be_made_is_said(
    run: Callable[..., Outcome], reviewed: Reviewed, tmp_path: Path
) -> None:
    """A file in the way of the folder is an error in one line."""
    (tmp_path / "report").write_text("", encoding="utf-8")
    outcome = run("report")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "report" in outcome.err
    assert reviewed.calls == 0


def test_check_writes_the_same_page(
    run: Callable[..., Outcome], reviewed: Reviewed, tmp_path: Path
) -> None:
    """As a format of ``check`` the page can stand beside others, and the exit code judges."""
    outcome = run("check", "-f", "html=page.html", "-f", "concise")
    assert outcome.code == 1
    assert outcome.out.count("\n") >= 5
    assert reviewed.calls == 1
    assert run("report", "-q").code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page == (tmp_path / "report/index.html").read_text(encoding="utf-8")


def test_only_pages_pay_for_templates() -> None:
    """A check in another format imports no template engine."""
    code = "import sys; from aligncheck.cli import check; print('jinja2' in sys.modules)"
    assert python("-c", code).stdout == "False\n"


def test_serve_runs_until_interrupted(
    run: Callable[..., Outcome], reviewed: Reviewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says where it serves, on this machine, and Ctrl-C ends it as it ends every command."""

    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    running = set(threading.enumerate())
    monkeypatch.setattr(time, "sleep", interrupt)
    outcome = run("serve", "--port", "0")
    assert outcome.code == 130
    assert outcome.out.startswith("Serving http://127.0.0.1:")
    assert reviewed.calls == 1
    monkeypatch.undo()
    for thread in set(threading.enumerate()) - running:
        thread.join(timeout=5)
        assert not thread.is_alive()
