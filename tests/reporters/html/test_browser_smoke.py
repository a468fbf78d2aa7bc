"""The page opens in a real browser; what else works there is tested with ``pytest -m slow``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reporters.html.making import harbour

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.reporters.html.conftest import Opened


def test_a_page_opens_without_complaint(show: Callable[..., Opened]) -> None:
    """The article and its findings are there, and nothing is asked of the network."""
    opened = show(harbour(), "#a-harbour")
    assert opened.page.locator(".article").count() == 1
    assert "closed to cars" in opened.page.locator(".article").inner_text()
    assert [url for url in opened.requests if not url.startswith("file:")] == []
