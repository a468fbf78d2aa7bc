"""All articles of a run: what the overview shows, and the names of their pages."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.model import Article, Bundle, Severity
from aligncheck.reporters.html.article import ArticleView, count_severities, view_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.model import Finding, Run, Suppressed

_LONGEST_SLUG = 80
"""Characters of the name of a page: chosen well below the 255 bytes that file systems take, as a
folder and a digest come to it."""


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures of a run, and what its findings can be filtered by."""

    articles: int
    versions: int
    segments: int
    counts: tuple[tuple[Severity, int], ...]
    rules: tuple[tuple[str, str, int], ...]
    locales: tuple[str, ...]
    warnings: tuple[str, ...]
    model: str


def view_articles(run: Run) -> Iterator[ArticleView]:
    """Make the articles ready, one after the other, in the order of the run."""
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    suppressed: defaultdict[str, list[Suppressed]] = defaultdict(list)
    for finding in run.findings:
        findings[finding.bundle].append(finding)
    for one in run.suppressed:
        suppressed[one.finding.bundle].append(one)
    everything = [*run.articles, *_list_unread(run)]
    slugs = name_pages([article.bundle.name for article in everything])
    taken: Counter[str] = Counter()
    for article, slug in zip(everything, slugs, strict=True):
        name = article.bundle.name
        yield view_article(article, findings[name], suppressed[name], slug, taken)


def sum_up_run(run: Run) -> Totals:
    """Sum up a run."""
    rules = Counter((finding.code, finding.name) for finding in run.findings)
    listed = (locale for bundle in run.bundles for locale in _bundle_locales(bundle))
    concerned = (finding.locale for finding in run.findings)
    return Totals(
        articles=run.summary.bundles,
        versions=run.summary.documents,
        segments=run.summary.segments,
        counts=count_severities(run.findings),
        rules=tuple((code, name, number) for (code, name), number in sorted(rules.items())),
        locales=tuple(dict.fromkeys((*listed, *concerned))),
        warnings=run.warnings,
        model=run.model,
    )


def name_pages(names: Sequence[str]) -> list[str]:
    """Give every article a name for addresses: letters, digits and hyphens, no two alike.

    It depends on the article's own name alone wherever that is possible, so that addresses hold
    from run to run.
    """
    plain = [re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") for name in names]
    often = Counter(plain)
    return [
        slug
        if slug and often[slug] == 1 and len(slug) <= _LONGEST_SLUG
        else f"{slug[:_LONGEST_SLUG]}-{_name_digest(name)}".lstrip("-")
        for name, slug in zip(names, plain, strict=True)
    ]


def _name_digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _bundle_locales(bundle: Bundle) -> Iterator[str]:
    """Give the locales of a bundle, the source first."""
    if bundle.source:
        yield bundle.source
    yield from bundle.paths
    yield from bundle.missing


def _list_unread(run: Run) -> Iterator[Article]:
    """Stand in for what has findings but belongs to no article that was read."""
    known = {article.bundle.name for article in run.articles}
    for name in dict.fromkeys(finding.bundle for finding in run.findings):
        if name not in known:
            yield Article(Bundle(name, None, {}), ())
