"""The browser that the tests of the pages share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from aligncheck.reporters import html
from tests.reporters.html.browser import chromium, installed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from aligncheck.model import Run


@dataclass(slots=True)
class Opened:
    """A page in the browser, and what it complained about."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start the browser once for all tests here."""
    if installed() is None:
        pytest.skip("no Chromium on the path (apt-get install chromium)")
    with chromium() as started:
        yield started


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Write the page of a run and open it from disk; at the end, nobody must have complained."""
    contexts, opened = [], []

    def show(made: Run, fragment: str = "", most: int = 300, **options: object) -> Opened:
        for path, text in html.render_pages(made, most=most):
            file = tmp_path / path
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        context = browser.new_context(reduced_motion="reduce", **options)  # type: ignore[arg-type]
        contexts.append(context)
        one = Opened(context.new_page())
        opened.append(one)
        one.page.on("console", lambda said: one.complaints.append(said.text))
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.page.on("request", lambda request: one.requests.append(request.url))
        one.page.goto((tmp_path / "index.html").as_uri() + fragment)
        return one

    yield show
    for context in contexts:
        context.close()
    assert [one.complaints for one in opened] == [[]] * len(opened)
