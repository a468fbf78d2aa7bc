"""The overview in a real browser: filters, order, many articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.html.overview import totals, views
from aligncheck.html.rendering import renderer
from tests.html.making import many

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.html.conftest import Opened

MANY = 10_000


def test_filters_narrow_articles_and_counts(show: Callable[..., Opened]) -> None:
    """Rule, locale, severity and text each leave what fits, and count it."""
    from playwright.sync_api import expect  # noqa: PLC0415 - only where a browser is

    page = show(many(9)).page
    shown, rows = page.locator("#shown"), page.locator("#articles tr")
    expect(shown).to_have_text("9 of 9 articles, 30 findings")
    page.locator("#filter-rule").select_option("AC401")
    expect(shown).to_have_text("6 of 9 articles, 6 findings")
    assert rows.count() == 6
    page.locator("#filter-rule").select_option("")
    page.locator("#filter-locale").select_option("zh")
    expect(shown).to_have_text("6 of 9 articles, 6 findings")
    assert rows.first.locator("td[data-locale=sv] .count").count() == 0
    page.locator("#filter-severity").select_option("error")
    expect(shown).to_have_text("0 of 9 articles, 0 findings")
    page.get_by_role("button", name="Clear").click()
    expect(shown).to_have_text("9 of 9 articles, 30 findings")
    page.locator("#filter-text").fill("ARTICLES/00007 closed")
    expect(shown).to_have_text("1 of 9 articles, 5 findings")
    assert rows.locator(".path").all_inner_texts() == ["articles/00007"]
    page.get_by_role("button", name="Clear").click()
    expect(shown).to_have_text("9 of 9 articles, 30 findings")


def test_columns_sort(show: Callable[..., Opened]) -> None:
    """A column's head sorts by it, once more the other way round."""
    page = show(many(4)).page
    paths = page.locator("#articles .path")
    page.get_by_role("button", name="Findings").click()
    assert paths.all_inner_texts() == [f"articles/0000{n}" for n in (1, 2, 0, 3)]
    assert page.locator("th[data-sort=findings]").get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="Findings").click()
    assert paths.all_inner_texts() == [f"articles/0000{n}" for n in (0, 3, 1, 2)]


def test_a_folder_has_pages_that_lead_to_each_other(show: Callable[..., Opened]) -> None:
    """Beyond the limit, articles are pages of their own."""
    page = show(many(3), most=2).page
    page.locator("#articles a").nth(1).click()
    page.wait_for_url("**/articles/articles-00001.html")
    assert page.locator(".passage").first.is_visible()
    page.keyboard.press("n")
    assert page.locator(".finding.current .number").inner_text() == "1"
    page.get_by_role("link", name="Next article").click()
    page.wait_for_url("**/articles-00002.html")
    page.keyboard.press("o")
    page.wait_for_url("**/index.html")


def test_an_index_holds_ten_thousand_articles(browser: Browser, tmp_path: Path) -> None:
    """It opens, filters and sorts all of them."""
    made, writer = many(2), renderer()
    figures = totals(made.report)
    *_, shown = views(made.report, made.articles)
    row = writer.row(shown, figures, f"articles/{shown.slug}.html")
    rows = [row.replace("00001", f"{number:05}") for number in range(MANY)]
    file = tmp_path / "index.html"
    file.write_text(writer.page("", [writer.overview(figures, rows)], home=""), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.locator("#shown").inner_text() == "10000 of 10000 articles, 50000 findings"
    page.locator("#filter-text").fill("articles/0777")
    assert page.locator("#shown").inner_text() == "10 of 10000 articles, 50 findings"
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("button", name="Article", exact=True).click()
    page.get_by_role("button", name="Next").click()
    assert page.locator("#articles .path").first.inner_text() == "articles/00100"
    page.close()
