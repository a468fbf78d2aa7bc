"""An article in a real browser: what a reader sees, clicks and types."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Literal

import pytest

from aligncheck.live.page_server import Editions, PageServer
from aligncheck.reporters import html
from tests.reporters.html.making import harbour, long, run

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Locator, Page

    from aligncheck.model import Run
    from tests.reporters.html.conftest import Opened

pytestmark = pytest.mark.slow


def key_of(made: Run, code: str) -> str:
    """Give the name in addresses of the finding of a rule."""
    (found,) = (f.fingerprint for f in made.findings if f.code == code)
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


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
@pytest.mark.parametrize("number", [3, 30])
def test_an_address_of_the_list_leads_to_the_words_as_well(
    number: int, motion: Literal["reduce", "no-preference"], show: Callable[..., Opened]
) -> None:
    """Beside the text, the list shows the finding of the address and the text its words."""
    made = long(80)
    key = made.findings[number].fingerprint
    page = show(made, viewport={"width": 1440, "height": 900}).page
    page.emulate_media(reduced_motion=motion)
    address = page.url
    page.goto("about:blank")
    page.goto(f"{address}#f-{key}")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert page.locator(".finding.current").get_attribute("id") == f"f-{key}"
    assert in_sight(page.locator(f"#m-{key}"))
    assert in_sight(page.locator(f"#f-{key}"))
    before = page.evaluate("scrollY")
    page.locator(f"#m-{key}").click()
    assert page.evaluate("scrollY") == before > 0


PHONE = {"width": 390, "height": 800}


def uncovered(page: Page, key: str) -> bool:
    """Tell whether the number of a finding in the text is what is seen at its place."""
    seen: bool = page.locator(f"#m-{key}").evaluate(
        "e => { const b = e.getBoundingClientRect();"
        " return document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2) === e; }"
    )
    return seen


@pytest.mark.parametrize("number", [0, 3, 39])
def test_on_a_phone_an_address_of_the_list_leads_to_the_words(
    number: int, show: Callable[..., Opened]
) -> None:
    """The text shows the words, and the bar below it says what is wrong with them."""
    made = long(80)
    one = made.findings[number]
    page = show(made, f"#f-{one.fingerprint}", viewport=PHONE).page
    page.wait_for_selector(":root.arrived")
    assert uncovered(page, one.fingerprint)
    said = page.locator(".article.current .said")
    assert in_sight(said)
    assert one.message[:40] in said.inner_text()
    assert page.locator(".position").first.inner_text() == f"{number + 1} of 40"


def test_on_a_phone_words_say_what_is_wrong_with_them(show: Callable[..., Opened]) -> None:
    """A touch on words explains them where they are; F goes to the list; the bar can be closed."""
    made = harbour()
    page = show(made, "#a-harbour", viewport=PHONE).page
    said = page.locator(".said")
    assert said.is_hidden()
    page.locator("mark.fault", has_text="11").click()
    assert "AC401 number-mismatch" in said.inner_text()
    assert uncovered(page, key_of(made, "AC401"))
    page.locator("mark.fault", has_text="closed to cars").click()
    assert "AC203" in said.inner_text()
    assert "AC401" not in said.inner_text()
    page.keyboard.press("f")
    assert in_sight(page.locator(f"#f-{key_of(made, 'AC203')}"))
    page.keyboard.press("f")
    assert uncovered(page, key_of(made, "AC203"))
    page.get_by_role("button", name="Close the finding").click()
    assert said.is_hidden()
    assert page.locator(".article.current .current").count() == 0
    page.set_viewport_size({"width": 1440, "height": 800})
    page.keyboard.press("n")
    assert page.locator(".finding.current").is_visible()
    assert said.is_hidden()


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


def test_the_page_follows_the_files(browser: Browser) -> None:
    """A new edition appears by itself, and the reader stays where the reader was."""
    from playwright.sync_api import expect  # noqa: PLC0415 - only where a browser is

    made, editions = harbour(), Editions()
    fewer = run(made.articles, made.findings[:3])

    def publish(edition: int, shown: Run) -> None:
        live = html.Live(edition)
        editions.publish({"index.html": html.render(shown, live=live)})

    publish(1, made)
    with PageServer(editions, 0) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        page = browser.new_page()
        page.goto(server.address + "#a-harbour")
        assert page.locator(".finding").count() == 5
        publish(2, fewer)
        expect(page.locator(".finding")).to_have_count(3)
        assert page.locator(".article.current").is_visible()
        page.close()
        server.shutdown()
        thread.join()
