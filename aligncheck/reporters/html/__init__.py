"""Pages for editors: the versions of every article side by side, with the findings in place.

As a format it is one page; `render_pages` writes a folder of them, where there are many articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.reporters.html.overview import sum_up_run, view_articles
from aligncheck.reporters.html.rendering import Live, make_renderer
from aligncheck.reporters.html.stale_pages import find_stale_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from aligncheck.model import Run
    from aligncheck.reporters.html.article import ArticleView
    from aligncheck.reporters.html.rendering import Renderer

__all__ = [
    "INDEX",
    "MOST_IN_ONE_FILE",
    "NEEDS_ARTICLES",
    "Live",
    "find_stale_pages",
    "render",
    "render_pages",
]

NEEDS_ARTICLES = True
"""The run must have kept its articles: they are what is shown."""
INDEX = "index.html"
"""The name of the page to open."""
MOST_IN_ONE_FILE = 300
"""Articles that one page holds; with more, each gets a page of its own. Chosen so
that a browser opens and searches the page without a wait."""
_TITLE = "aligncheck: versions side by side"


def render(run: Run, *, live: Live | None = None) -> str:
    """Write everything as one page that needs neither network nor other files."""
    writer, figures = make_renderer(), sum_up_run(run)
    shown = list(view_articles(run))
    addresses = [f"#a-{view.slug}" for view in shown]
    around = zip(shown, addresses, ["", *addresses], [*addresses[1:], ""], strict=False)
    sections: list[Markup] = []
    rows: list[Markup] = []
    for view, href, before, after in around:
        rows.append(writer.render_row(view, figures, href))
        sections.append(writer.render_article(view, home="#overview", before=before, after=after))
    everything = [writer.render_overview(figures, rows), *sections]
    return writer.render_page(_TITLE, everything, home="#overview", live=live)


def render_pages(
    run: Run, *, most: int = MOST_IN_ONE_FILE, live: Live | None = None
) -> Iterator[tuple[str, str]]:
    """Write a folder: relative paths with forward slashes, each with its page, the index last.

    Up to ``most`` articles are one page; with more, the index has a page per article beside it.
    """
    if len(run.articles) <= most:
        yield INDEX, render(run, live=live)
        return
    writer, figures = make_renderer(), sum_up_run(run)
    rows: list[Markup] = []
    for before, view, after in _with_neighbours(view_articles(run)):
        path = f"articles/{view.slug}.html"
        rows.append(writer.render_row(view, figures, path))
        yield path, _article_page(writer, view, before, after, live)
    yield (
        INDEX,
        writer.render_page(_TITLE, [writer.render_overview(figures, rows)], home=INDEX, live=live),
    )


def _article_page(
    writer: Renderer,
    view: ArticleView,
    before: ArticleView | None,
    after: ArticleView | None,
    live: Live | None,
) -> str:
    home = f"../{INDEX}"
    section = writer.render_article(
        view, home=home, before=_neighbour_address(before), after=_neighbour_address(after)
    )
    return writer.render_page(f"{view.title} – aligncheck", [section], home=home, live=live)


def _neighbour_address(view: ArticleView | None) -> str:
    return f"{view.slug}.html" if view else ""


def _with_neighbours(
    shown: Iterator[ArticleView],
) -> Iterator[tuple[ArticleView | None, ArticleView, ArticleView | None]]:
    """Give every article with the one before and the one after it."""
    before: ArticleView | None = None
    current = next(shown, None)
    while current is not None:
        after = next(shown, None)
        yield before, current, after
        before, current = current, after
