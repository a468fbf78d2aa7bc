"""The pages in a real browser: what a reader sees, clicks and types."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from aligncheck import html
from aligncheck.html.overview import totals, views
from aligncheck.html.rendering import renderer
from aligncheck.html.serving import Editions, Server
from tests.html.browser import chromium, installed
from tests.html.making import harbour, hostile, many, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from tests.html.making import Made

pytestmark = pytest.mark.skipif(
    installed() is None, reason="no Chromium on the path (apt-get install chromium)"
)
QUICK = 8.0
"""Seconds that 10,000 articles may take to open, and to filter and sort, on a busy machine."""
MANY = 10_000
AXE_RULES = 25
"""Rules of axe-core that must have had something to look at."""
NARROW = 720
"""Pixels below which versions stand one below the other."""
WIDTHS = (360, 768, 1440, 2560)


@dataclass(slots=True)
class Opened:
    """A page in the browser, and what it complained about."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser once for all tests here."""
    with chromium() as started:
        yield started


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Write the page of a run and open it from disk; at the end, nobody must have complained."""
    contexts, opened = [], []

    def show(made: Made, fragment: str = "", most: int = 300, **options: object) -> Opened:
        for path, text in html.pages(made.report, made.articles, most=most):
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


EVERYTHING = """
for (const article of document.querySelectorAll("#articles a")) {
  article.click();
  for (const element of document.querySelectorAll(".article.current :is(p, h1, .link, code)")) {
    for (const kind of ["mouseover", "mouseenter", "focus", "load", "error", "toggle"])
      element.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
  }
  document.querySelectorAll(".article.current .link").forEach((link) => link.click());
}
"""
"""Does to everything on the page whatever could set off a handler."""


def key_of(made: Made, code: str) -> str:
    """Give the name in addresses of the finding of a rule."""
    (found,) = (f.fingerprint for f in made.report.findings if f.code == code)
    return found


def in_sight(locator: Locator) -> bool:
    """Tell whether an element is within the window."""
    seen: bool = locator.evaluate(
        "e => { const b = e.getBoundingClientRect();"
        " return b.top >= 0 && b.bottom <= innerHeight && b.width > 0; }"
    )
    return seen


def test_from_the_overview_to_the_words_and_back(show: Callable[..., Opened]) -> None:
    """An article opens from the overview; a click on words finds their finding, and back."""
    made = harbour()
    page = show(made).page
    assert page.locator(".article").is_hidden()
    page.get_by_role("link", name="News of the harbour").click()
    assert page.locator("#overview").is_hidden()
    assert page.title() == "News of the harbour – aligncheck"
    page.locator("mark", has_text="closed to cars").click()
    assert page.locator(".finding.current .code").inner_text().startswith("AC203")
    page.locator(".finding", has_text="AC401").locator("a").click()
    assert page.locator("mark.current").all_inner_texts() == ["10", "11"]
    assert page.evaluate("document.activeElement.id") == f"m-{key_of(made, 'AC401')}"
    page.go_back()
    page.locator(".brand").click()
    assert page.locator("#overview").is_visible()


def test_highlights_cover_the_exact_words(show: Callable[..., Opened]) -> None:
    """The box that is drawn holds the words at fault and no others."""
    page = show(harbour(), "#a-harbour").page
    drawn = page.locator("mark.fault")
    assert drawn.all_inner_texts() == ["closed to cars", "11"]
    around = drawn.first.evaluate("e => e.previousSibling.textContent + '|' + e.textContent")
    assert around == "Kajen är |closed to cars"
    colours = {e.evaluate("e => getComputedStyle(e).backgroundColor") for e in drawn.all()}
    assert colours == {"rgb(253, 227, 223)"}
    assert page.locator(".gap.error").inner_text() == "2 missing in sv"


def test_rows_are_level(show: Callable[..., Opened]) -> None:
    """The versions of a paragraph begin at the same height, on a wide screen."""
    page = show(harbour(), "#a-harbour", viewport={"width": 1440, "height": 900}).page
    for row in page.locator("tbody tr:not(.banner)").all()[2:5]:
        tops = {round(cell.bounding_box()["y"]) for cell in row.locator("td").all()}  # type: ignore[index]
        assert len(tops) == 1


def test_keys_walk_through_the_findings(show: Callable[..., Opened]) -> None:
    """N and p go round the findings, f between text and list, h hides what is right, o leaves."""
    page = show(harbour(), "#a-harbour", viewport={"width": 1200, "height": 400}).page
    position = page.locator(".article.current .position")
    seen = []
    for key in "nnnnnnpp":
        page.keyboard.press(key)
        seen.append(position.inner_text())
        assert in_sight(page.locator(".ref.current"))
    assert seen == [f"{n} of 5" for n in (1, 2, 3, 4, 5, 1, 5, 4)]
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.closest('.finding') !== null")
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.classList.contains('ref')")
    page.keyboard.press("h")
    assert page.locator("tr.right").first.is_hidden()
    assert page.locator(".hide").get_attribute("aria-pressed") == "true"
    page.keyboard.press("h")
    assert page.locator("tr.right").first.is_visible()
    page.keyboard.press("o")
    assert page.locator("#overview").is_visible()


def test_keys_can_be_switched_off(show: Callable[..., Opened]) -> None:
    """Whoever speaks to the computer can switch single keys off, for good."""
    page = show(harbour(), "#a-harbour").page
    page.keyboard.press("?")
    page.get_by_label("Single keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert page.locator(".ref.current").count() == 0
    page.reload()
    page.keyboard.press("n")
    assert page.locator(".ref.current").count() == 0


def test_an_address_leads_to_a_finding(show: Callable[..., Opened]) -> None:
    """A deep link opens the article, at the finding, wherever it was hidden."""
    made = harbour()
    page = show(made, f"#m-{key_of(made, 'AC104')}").page
    assert page.locator(".article.current h1").inner_text() == "News of the harbour"
    assert in_sight(page.locator(".ref.current"))
    assert page.locator(".finding.current .number").inner_text() == "4"


def test_what_was_moved_is_linked_both_ways(show: Callable[..., Opened]) -> None:
    """From the place in the file to the counterpart, and back."""
    page = show(harbour(), "#a-harbour").page
    page.get_by_role("link", name="1 moved segment").click()
    row = page.locator("tr", has_text="The fish market")
    assert page.evaluate("location.hash") == "#" + (row.get_attribute("id") or "")
    assert in_sight(row)
    row.get_by_role("link", name="its place in zh").click()
    assert page.evaluate("location.hash") == "#" + (
        page.locator("tr:has(.elsewhere)").get_attribute("id") or ""
    )


def test_filters_narrow_articles_and_counts(show: Callable[..., Opened]) -> None:
    """Rule, locale, severity and text each leave what fits, and count it."""
    page = show(many(9)).page
    shown, rows = page.locator("#shown"), page.locator("#articles tr")
    assert shown.inner_text() == "9 of 9 articles, 30 findings"
    page.locator("#filter-rule").select_option("AC401")
    assert (shown.inner_text(), rows.count()) == ("6 of 9 articles, 6 findings", 6)
    page.locator("#filter-rule").select_option("")
    page.locator("#filter-locale").select_option("zh")
    assert shown.inner_text() == "6 of 9 articles, 6 findings"
    assert rows.first.locator("td[data-locale=sv] .count").count() == 0
    page.locator("#filter-severity").select_option("error")
    assert shown.inner_text() == "0 of 9 articles, 0 findings"
    page.get_by_role("button", name="Clear").click()
    page.locator("#filter-text").fill("ARTICLES/00007 closed")
    assert shown.inner_text() == "1 of 9 articles, 5 findings"
    assert rows.locator(".path").all_inner_texts() == ["articles/00007"]
    page.get_by_role("button", name="Clear").click()
    assert shown.inner_text() == "9 of 9 articles, 30 findings"


def test_columns_sort(show: Callable[..., Opened]) -> None:
    """A column's head sorts by it, once more the other way round."""
    page = show(many(4)).page
    paths = page.locator("#articles .path")
    page.get_by_role("button", name="Findings").click()
    assert paths.all_inner_texts() == [f"articles/0000{n}" for n in (1, 2, 0, 3)]
    assert page.locator("th[data-sort=findings]").get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="Findings").click()
    assert paths.all_inner_texts() == [f"articles/0000{n}" for n in (0, 3, 1, 2)]


def test_hostile_articles_run_nothing(show: Callable[..., Opened]) -> None:
    """No script, handler or address of an article does anything, and nothing is asked for."""
    made = hostile()
    opened = show(made)
    page = opened.page
    assert page.locator(".article").count() == len(made.articles)
    page.evaluate(EVERYTHING)
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.querySelectorAll('form').length") == 1
    assert [url for url in opened.requests if not url.startswith("file:")] == []
    assert page.locator(".hidden-character").first.text_content() == "U+202E"


def test_markup_cannot_be_written_even_by_mistake(show: Callable[..., Opened]) -> None:
    """The policy of the page refuses inline scripts, and text where markup is wanted."""
    opened = show(harbour())
    refused = opened.page.evaluate(
        "(() => { try { document.body.innerHTML = '<img src=x onerror=hacked=1>'; return false; }"
        " catch (error) { return error instanceof TypeError; } })()"
    )
    opened.page.evaluate(
        "(() => { const s = document.createElement('style'); s.textContent = 'body{color:red}';"
        " document.head.append(s); })()"
    )
    assert refused
    assert opened.page.evaluate("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
    assert len(opened.complaints) == 2
    opened.complaints.clear()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_axe_finds_nothing(show: Callable[..., Opened], scheme: str, width: int) -> None:
    """WCAG 2.2 A and AA and best practices hold, in both schemes, on a phone and a desk."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - only with a browser

    opened = show(
        harbour(),
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
        bypass_csp=True,
    )
    for step in ("#overview", "#a-harbour"):
        opened.page.goto(opened.page.url.partition("#")[0] + step)
        opened.page.keyboard.press("n")
        results = Axe().run(opened.page).response
        assert len(results["passes"]) > AXE_RULES
        assert [(each["id"], each["nodes"]) for each in results["violations"]] == []


def test_nothing_is_cut_off_from_phone_to_wide(show: Callable[..., Opened]) -> None:
    """The page never scrolls sideways as a whole, and columns stand side by side on a desk."""
    page = show(harbour()).page
    cells = page.locator("tr", has_text="Deliveries").locator("td")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for step in ("#overview", "#a-harbour"):
            page.goto(page.url.partition("#")[0] + step)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        tops = cells.evaluate_all("list => list.map(e => Math.round(e.getBoundingClientRect().y))")
        assert len(set(tops)) == (3 if width < NARROW else 1)


def test_the_theme_is_the_readers_choice(show: Callable[..., Opened]) -> None:
    """Light and dark follow the system until the reader chooses, and the choice stays."""
    page = show(harbour(), color_scheme="dark").page
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.get_by_role("button", name="Theme").click()
    light = page.evaluate(background)
    assert (dark, light) == ("rgb(22, 23, 26)", "rgb(253, 252, 250)")
    page.reload()
    assert page.evaluate(background) == light


def test_print_shows_everything_on_paper(show: Callable[..., Opened]) -> None:
    """On paper: the text, the findings and their numbers; no buttons, no dark background."""
    page = show(harbour(), "#a-harbour", color_scheme="dark").page
    page.emulate_media(media="print")
    assert page.locator(".tool:visible").count() == 0
    assert page.locator(".finding:visible").count() == 5
    assert page.locator(".passage:visible").count() == 15
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(28, 27, 25)"


def test_everything_can_be_read_without_the_script(show: Callable[..., Opened]) -> None:
    """Where scripts are forbidden, the overview and every article are on the page."""
    page = show(harbour(), java_script_enabled=False).page
    assert page.locator(".matrix").is_visible()
    assert page.locator(".passage").first.is_visible()
    assert page.locator(".filters").is_hidden()


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


def test_the_page_follows_the_files(browser: Browser) -> None:
    """A new edition appears by itself, and the reader stays where the reader was."""
    made, editions = harbour(), Editions()
    fewer = run(made.articles, made.report.findings[:3])

    def publish(edition: int, shown: Made) -> None:
        live = html.Live(edition)
        editions.publish({"index.html": html.page(shown.report, shown.articles, live=live)})

    publish(1, made)
    with Server(editions, 0) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        page = browser.new_page()
        page.goto(server.address + "#a-harbour")
        assert page.locator(".finding").count() == 5
        publish(2, fewer)
        page.wait_for_function("document.querySelectorAll('.finding').length === 3")
        assert page.locator(".article.current").is_visible()
        page.close()
        server.shutdown()
        thread.join()


def test_an_index_of_ten_thousand_articles_stays_quick(browser: Browser, tmp_path: Path) -> None:
    """It opens, filters and sorts while nobody waits."""
    made, writer = many(2), renderer()
    figures = totals(made.report)
    *_, shown = views(made.report, made.articles)
    row = writer.row(shown, figures, f"articles/{shown.slug}.html")
    rows = [row.replace("00001", f"{number:05}") for number in range(MANY)]
    file = tmp_path / "index.html"
    file.write_text(writer.page("", [writer.overview(figures, rows)], home=""), encoding="utf-8")
    page = browser.new_page()
    start = time.perf_counter()
    page.goto(file.as_uri())
    assert page.locator("#shown").inner_text() == "10000 of 10000 articles, 50000 findings"
    opened = time.perf_counter()
    page.locator("#filter-text").fill("articles/0777")
    assert page.locator("#shown").inner_text() == "10 of 10000 articles, 50 findings"
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("button", name="Article", exact=True).click()
    page.get_by_role("button", name="Next").click()
    assert page.locator("#articles .path").first.inner_text() == "articles/00100"
    used = time.perf_counter()
    page.close()
    assert opened - start < QUICK
    assert used - opened < QUICK
