"""An article made ready to be shown: its rows, its findings, and what the overview says of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aligncheck.model import Kind
from aligncheck.reporters.html.entries import (
    FindingEntry,
    SuppressedEntry,
    number_findings,
    word_suppressed,
)
from aligncheck.reporters.html.grouping import MovedSegments, SegmentGroup, group_segments
from aligncheck.reporters.html.locating import ABOUT_A_VERSION, Located, locate_findings
from aligncheck.reporters.html.rows import Row, lay_out_rows
from aligncheck.reporters.html.strips import Strip, draw_strip, measure_version_coverage
from aligncheck.reporters.html.text_pieces import show_hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aligncheck.model import Article, Bundle, Document, Finding, Severity, Suppressed


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an article, or the lack of one (``path`` is empty).

    ``counts`` are the findings by severity, worst first; ``heads`` those about the version as a
    whole; ``coverage`` is in percent, None for the first version and where it means nothing.
    """

    locale: str
    path: str
    counts: tuple[tuple[Severity, int], ...]
    heads: tuple[FindingEntry, ...]
    coverage: int | None = None
    strip: Strip | None = None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as its page shows it; ``slug`` names it in addresses, unique in the run.

    ``first`` is the locale that the others are shown beside: the source, where it could be read.
    """

    slug: str
    name: str
    title: str
    title_locale: str
    first: str
    has_source: bool
    versions: tuple[Version, ...]
    rows: tuple[Row, ...]
    entries: tuple[FindingEntry, ...]
    silenced: tuple[SuppressedEntry, ...]

    @property
    def counts(self) -> tuple[tuple[Severity, int], ...]:
        """Count the findings by severity, worst first."""
        return count_severities(entry.finding for entry in self.entries)

    @property
    def heads(self) -> list[FindingEntry]:
        """Give the findings about versions as a whole, by number."""
        found = (entry for version in self.versions for entry in version.heads)
        return sorted(found, key=lambda entry: entry.number)

    @property
    def tally(self) -> str:
        """Count the findings by locale, rule and severity: ``sv:AC102:error:2 zh:…``."""
        counts = Counter((e.finding.locale, e.finding.code, e.severity) for e in self.entries)
        return " ".join(f"{':'.join(key)}:{number}" for key, number in sorted(counts.items()))

    @property
    def words(self) -> str:
        """Give what a search of the overview looks at: names, files and messages."""
        paths = (version.path for version in self.versions)
        messages = (f"{entry.message} {entry.text}"[:200] for entry in self.entries)
        return " ".join((self.name, self.title, *paths, *messages)).lower()


def view_article(
    article: Article,
    findings: Sequence[Finding],
    suppressed: Iterable[Suppressed],
    slug: str,
    taken: Counter[str],
) -> ArticleView:
    """Make an article ready; ``taken`` counts the addresses of findings given so far."""
    documents = _in_order(article)
    ordered = group_segments(documents, article.bitexts) if documents else []
    groups = [one for one in ordered if isinstance(one, SegmentGroup)]
    entries = number_findings(_by_row(findings, documents, ordered), taken)
    found = locate_findings(entries, documents, groups)
    title, locale = _find_title(documents, article.bundle.name)
    return ArticleView(
        slug=slug,
        name=show_hidden(article.bundle.name),
        title=show_hidden(title),
        title_locale=locale,
        first=documents[0].locale if documents else "",
        has_source=bool(documents) and documents[0].locale == article.bundle.source,
        versions=tuple(_sum_up_versions(article.bundle, documents, groups, entries, found)),
        rows=lay_out_rows(ordered, documents, found, f"r-{slug}"),
        entries=entries,
        silenced=tuple(word_suppressed(suppressed)),
    )


def count_severities(findings: Iterable[Finding]) -> tuple[tuple[Severity, int], ...]:
    """Count findings by severity, worst first; severities without any are left out."""
    counts = Counter(finding.severity for finding in findings)
    return tuple(sorted(counts.items(), key=lambda pair: -pair[0].rank))


def _in_order(article: Article) -> list[Document]:
    """Give the versions, the source first."""
    source = article.bundle.source
    return sorted(article.documents, key=lambda document: document.locale != source)


def _find_title(documents: Sequence[Document], name: str) -> tuple[str, str]:
    """Give the first heading, else the title of the front matter, else the name."""
    for kind in (Kind.FRONT_MATTER, Kind.HEADING):
        for document in documents[:1]:
            for segment in document.segments:
                if segment.kind is kind and segment.text.strip():
                    return segment.text, document.locale
    return name, ""


def _by_row(
    findings: Iterable[Finding],
    documents: Sequence[Document],
    ordered: Sequence[SegmentGroup | MovedSegments],
) -> list[Finding]:
    """Sort findings in the order of the rows, those about whole versions first."""
    rows = {
        (path, segment.index): number
        for number, one in enumerate(ordered, 1)
        if isinstance(one, SegmentGroup)
        for path, segments in one.segments.items()
        for segment in segments
    }
    by_path = {document.path: document for document in documents}

    def row(finding: Finding) -> int:
        # what a version lacks is shown in the row of the source that it lacks
        lacking = finding.source if finding.span.start == finding.span.end else None
        place = lacking or finding
        document = by_path.get(place.path)
        segments = document.segments if document else ()
        touched = (s.index for s in segments if s.span.overlaps(place.span))
        return min((rows[place.path, index] for index in touched), default=0)

    return sorted(findings, key=row)


def _sum_up_versions(
    bundle: Bundle,
    documents: Sequence[Document],
    groups: Sequence[SegmentGroup],
    entries: Sequence[FindingEntry],
    found: Located,
) -> Iterator[Version]:
    """Sum up what is known of each version, those that could not be read or are missing last."""
    read = [document.locale for document in documents]
    concerned = (entry.finding.locale for entry in entries)
    for locale in dict.fromkeys((*read, *bundle.paths, *bundle.missing, *concerned)):
        own = [entry for entry in entries if entry.finding.locale == locale]
        heads = tuple(found.heads.get(locale, ()))
        known = Version(
            locale=locale,
            path=show_hidden(bundle.paths.get(locale, "")),
            counts=count_severities(entry.finding for entry in own),
            heads=heads,
        )
        yield _compare_version(known, documents, groups, found) if locale in read[1:] else known


def _compare_version(
    version: Version, documents: Sequence[Document], groups: Sequence[SegmentGroup], found: Located
) -> Version:
    """Add how a version compares with the first one."""
    first = documents[0]
    document = next(each for each in documents if each.locale == version.locale)
    meaningless = any(entry.finding.effect in ABOUT_A_VERSION for entry in version.heads)
    return replace(
        version,
        coverage=None
        if meaningless
        else measure_version_coverage(groups, first.path, document.path),
        strip=draw_strip(groups, first, document, found),
    )
