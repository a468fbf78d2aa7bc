"""Templates, style and script put together into pages that can do nothing but what they say."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from aligncheck.reporters.html.strips import LANES, STATES
from aligncheck.reporters.html.text_pieces import show_hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.reporters.html.article import ArticleView
    from aligncheck.reporters.html.overview import Totals

_PAGE_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src {style}; "
    "script-src {script}; connect-src {connect}; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)
"""Nothing is loaded, nothing is sent, and no script runs but ours, known by its hash."""
_EARLY_SCRIPT = 'document.documentElement.classList.add("js");'
"""Run before anything is drawn, so that nothing flickers."""
_ROWS_SHOWN = 100
"""Rows of the overview that are shown at once: chosen as a few screens full."""
_MEANINGS = {
    "aligned": "aligned",
    "untranslated": "untranslated",
    "moved": "moved",
    "dropped": "dropped",
    "added": "added",
    "unmatched": "no counterpart, too doubtful to report",
}


@dataclass(frozen=True, slots=True)
class Live:
    """A page that follows the files; ``edition`` numbers what it shows, from 1.

    ``notice`` is what keeps the files from being checked now, empty where nothing does.
    """

    edition: int
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Turns views into pages; made once for all pages of a run."""

    templates: Environment
    style: str
    script: str
    follower: str

    def render_row(self, view: ArticleView, totals: Totals, href: str) -> Markup:
        """Write the row of an article in the overview."""
        return self._render_fragment(
            "overview_row.html",
            view=view,
            by_locale={each.locale: each for each in view.versions},
            locales=totals.locales,
            href=href,
        )

    def render_overview(self, totals: Totals, rows: Sequence[Markup]) -> Markup:
        """Write the overview of the rows given."""
        return self._render_fragment(
            "overview.html",
            totals=totals,
            rows=rows,
            eager=_ROWS_SHOWN,
            page_size=_ROWS_SHOWN,
            states=STATES,
            lanes=LANES,
            meanings=_MEANINGS,
        )

    def render_article(
        self, view: ArticleView, *, home: str, before: str = "", after: str = ""
    ) -> Markup:
        """Write an article; the addresses lead to the overview and to its neighbours."""
        read = [cell.locale for cell in view.rows[0].cells] if view.rows else []
        return self._render_fragment(
            "article.html", view=view, read=read, home=home, before=before, after=after
        )

    def render_page(
        self, title: str, sections: Sequence[Markup], *, home: str, live: Live | None = None
    ) -> str:
        """Write a whole page round its sections, with a policy that allows our scripts only."""
        follower = f"const EDITION = {live.edition};\n{self.follower}" if live else ""
        scripts = [_EARLY_SCRIPT, self.script, *([follower] if live else [])]
        policy = _PAGE_POLICY.format(
            style=hash_for_policy(self.style),
            script=" ".join(hash_for_policy(script) for script in scripts),
            connect="'self'" if live else "'none'",
        )
        return self.templates.get_template("shell.html").render(
            title=title,
            sections=sections,
            home=home,
            policy=policy,
            version=version("aligncheck"),
            style=_trust_markup(self.style),
            early=_trust_markup(_EARLY_SCRIPT),
            script=_trust_markup(self.script),
            live=_trust_markup(follower),
            notice=live.notice if live else "",
        )

    def _render_fragment(self, template: str, **values: object) -> Markup:
        return _trust_markup(self.templates.get_template(template).render(values))


def make_renderer() -> Renderer:
    """Read the templates, the style and the scripts that come with the package."""
    environment = Environment(
        loader=PackageLoader("aligncheck.reporters.html"),
        autoescape=True,
        finalize=_show_value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    assets = files("aligncheck.reporters.html") / "assets"
    style, overview, page, follower = (
        (assets / name).read_text(encoding="utf-8")
        for name in ("page.css", "overview.js", "page.js", "live.js")
    )
    script = f'"use strict";\n(() => {{\n{overview}\n{page}}})();\n'
    return Renderer(environment, style, script, follower)


def hash_for_policy(text: str) -> str:
    """Name a script or style as a Content-Security-Policy does, by its SHA-256."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _show_value(value: object) -> object:
    """Let no text through, wherever it comes from, that a browser would obey or hide."""
    return show_hidden(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _trust_markup(text: str) -> Markup:
    """Let markup through that a template has escaped already, or that comes with the package."""
    return Markup(text)  # noqa: S704 - never text of an article
