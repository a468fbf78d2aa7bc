"""The pages in a real browser: safe from articles, fit for every reader, screen and paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.reporters.html.making import finding, harbour, hostile, in_locales, run

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.reporters.html.conftest import Opened

pytestmark = pytest.mark.slow

WEIGHTS = (0.2126, 0.7152, 0.0722)
CONTRAST = 4.5
AXE_RULES = 25
"""Rules of axe-core that must have had something to look at."""
NARROW = 720
"""Pixels below which versions stand one below the other."""
WIDTHS = (360, 768, 1440, 2560)
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

    made = harbour()
    sv = made.articles[0].documents[1]
    whole = finding("AC902", "uncertain-alignment", sv.place(sv.segments[:1]))
    opened = show(
        run(made.articles, [*made.findings, whole]),
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


def luminance(colour: str) -> float:
    """Give the relative luminance of ``rgb(…)`` as WCAG 2 defines it."""
    shares = [int(number) / 255 for number in re.findall(r"\d+", colour)[:3]]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(weight * part for weight, part in zip(WEIGHTS, linear, strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_of_findings_are_legible(show: Callable[..., Opened], scheme: str) -> None:
    """Numbers have the contrast of WCAG AA wherever they stand; axe leaves out single digits."""
    made = harbour()
    sv = made.articles[0].documents[1]
    whole = finding("AC902", "uncertain-alignment", sv.place(sv.segments[:1]))
    shown = run(made.articles, [*made.findings, whole])
    page = show(shown, "#a-harbour", color_scheme=scheme).page
    colours = page.locator(".ref").evaluate_all(
        "list => list.map(e => getComputedStyle(e)).map(s => [s.color, s.backgroundColor])"
    )
    assert len(colours) == 6
    for pair in colours:
        dark, light = sorted(map(luminance, pair))
        assert (light + 0.05) / (dark + 0.05) >= CONTRAST


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


@pytest.mark.parametrize("width", [1140, 1440])
@pytest.mark.parametrize(
    "targets", [("sv", "da"), ("de", "da", "nb"), ("de", "fr", "ko", "zh", "nb", "sv", "ja")]
)
def test_versions_do_not_cover_the_findings(
    targets: tuple[str, ...], width: int, show: Callable[..., Opened]
) -> None:
    """However many versions there are, the list is free, their heads stay, the last is reached."""
    page = show(in_locales(*targets), "#a-canal", viewport={"width": width, "height": 800}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    free = (
        "e => { const b = e.getBoundingClientRect(); return e.contains(document.elementFromPoint("
        "b.left + 20, b.top + 20)); }"
    )
    assert page.locator(".article.current .findings").evaluate(free)
    page.keyboard.press("p")
    last = page.locator(".article.current .beads tbody tr .ref.current")
    assert last.evaluate(free.replace("+ 20", "+ 2"))
    heads = page.locator(".article.current thead th").last
    assert heads.evaluate(free)


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
