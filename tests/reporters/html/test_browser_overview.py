"""The overview in a real browser: filters, order, many articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aligncheck.reporters.html.overview import sum_up_run, view_articles
from aligncheck.reporters.html.rendering import make_renderer
from tests.reporters.html.making import many

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.reporters.html.conftest import Opened

pytestmark = pytest.mark.slow

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


def test_what_is_chosen_stands_in_the_address(show: Callable[..., Opened]) -> None:
    """A colleague who is sent the address sees the same articles, in the same order."""
    page = show(many(9)).page
    start = page.url
    assert "#" not in start
    page.locator("#filter-rule").select_option("AC401")
    page.locator("#filter-locale").select_option("sv")
    page.locator("#filter-text").fill("closed & 50% ? å")
    assert page.locator("#articles tr").count() == 0
    page.locator("#filter-text").fill("articles/0000 closed")
    for _ in range(2):
        page.locator("th[data-sort=name] button").click()
    address, paths = page.url, page.locator("#articles .path").all_inner_texts()
    assert paths == [f"articles/0000{n}" for n in (1, 2, 4, 5, 7, 8)]
    colleague = show(many(9), address.removeprefix(start)).page
    assert colleague.locator("#articles .path").all_inner_texts() == paths
    assert colleague.locator("[aria-sort]").get_attribute("aria-sort") == "descending"
    chosen = {
        name: colleague.locator(f"#{name}").input_value()
        for name in ("filter-text", "filter-rule", "filter-locale", "filter-severity", "sort")
    }
    assert list(chosen.values()) == ["articles/0000 closed", "AC401", "sv", "", "name"]
    colleague.get_by_role("button", name="Clear").click()
    colleague.wait_for_url("**/index.html#overview")
    assert colleague.locator("#articles tr").count() == 9


def test_the_filters_stay_on_the_way_to_an_article_and_back(show: Callable[..., Opened]) -> None:
    """Whether the reader comes back by the browser, by a link or by a key; each has its address."""
    page = show(many(9)).page
    rows = page.locator("#articles tr")
    page.locator("#filter-locale").select_option("zh")
    page.locator("#filter-rule").select_option("AC105")
    filtered = page.url
    assert filtered.endswith("#overview?rule=AC105&locale=zh")
    for way in (page.go_back, page.locator(".brand").click, lambda: page.keyboard.press("o")):
        rows.locator("a").first.click()
        assert page.locator("#overview").is_hidden()
        way()
        assert page.locator("#overview").is_visible()
        assert (page.url, rows.count()) == (filtered, 6)
    page.reload()
    assert (page.url, rows.count()) == (filtered, 6)
    assert page.locator("#filter-rule").input_value() == "AC105"


def test_an_address_that_asks_for_what_is_not_there_shows_all(show: Callable[..., Opened]) -> None:
    """A rule that finds nothing any more is not in the list, nor a column that is none."""
    page = show(many(3), "#overview?rule=AC999&sort=constructor..down&page=77&text=%").page
    page.locator("#filter-text").fill("")
    assert page.locator("#articles tr").count() == 3
    assert page.locator("#filter-rule").input_value() == ""
    assert page.locator("#sort").input_value() == "order"
    assert page.evaluate("location.hash") == "#overview"


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


def test_the_way_back_from_a_page_leads_to_the_overview_as_it_was(
    show: Callable[..., Opened],
) -> None:
    """By a link or by a key; whoever comes from elsewhere finds no filters of anybody's."""
    page = show(many(4), most=2).page
    page.locator("#filter-rule").select_option("AC401")
    for by_key in (False, True):
        page.locator("#articles a").first.click()
        page.wait_for_url("**/articles/articles-00001.html")
        article = page.url
        if by_key:
            page.keyboard.press("o")
        else:
            page.locator(".brand").click()
        page.wait_for_url("**/index.html#overview?rule=AC401")
        assert page.locator("#articles tr").count() == 2
    elsewhere = page.context.new_page()
    elsewhere.goto(article)
    elsewhere.keyboard.press("o")
    elsewhere.wait_for_url("**/index.html")
    assert elsewhere.locator("#articles tr").count() == 4


def test_an_index_holds_ten_thousand_articles(browser: Browser, tmp_path: Path) -> None:
    """It opens, filters and sorts all of them."""
    from playwright.sync_api import expect  # noqa: PLC0415 - only where a browser is

    made, writer = many(2), make_renderer()
    figures = sum_up_run(made)
    *_, shown = view_articles(made)
    row = writer.render_row(shown, figures, f"articles/{shown.slug}.html")
    rows = [row.replace("00001", f"{number:05}") for number in range(MANY)]
    file = tmp_path / "index.html"
    file.write_text(
        writer.render_page("", [writer.render_overview(figures, rows)], home=""), encoding="utf-8"
    )
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.locator("#shown").inner_text() == "10000 of 10000 articles, 50000 findings"
    page.locator("#filter-text").fill("articles/0777")
    assert page.locator("#shown").inner_text() == "10 of 10000 articles, 50 findings"
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("button", name="Article", exact=True).click()
    page.get_by_role("button", name="Next").click()
    assert page.locator("#articles .path").first.inner_text() == "articles/00100"
    assert page.evaluate("location.hash") == "#overview?sort=name..up&page=2"
    page.evaluate("location.hash = '#overview?sort=name..down&page=3'")
    expect(page.locator("#page-number")).to_have_text("page 3 of 100")
    assert page.locator("#articles .path").first.inner_text() == "articles/00200"
    page.close()
