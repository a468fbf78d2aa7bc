"""An article made ready to be shown: its rows, its findings, and what the overview says of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aligncheck.model import Kind
from aligncheck.reporters.html.entries import Entry, Silenced, numbered, silenced
from aligncheck.reporters.html.grouping import Elsewhere, Group, grouped
from aligncheck.reporters.html.locating import ABOUT_A_VERSION, Located, located
from aligncheck.reporters.html.pieces import visible
from aligncheck.reporters.html.rows import Row, laid_out
from aligncheck.reporters.html.strips import Strip, coverage, strip

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
    heads: tuple[Entry, ...]
    coverage: int | None = None
    strip: Strip | None = None


@dataclass(frozen=True, slots=True)
class View:
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
    entries: tuple[Entry, ...]
    silenced: tuple[Silenced, ...]

    @property
    def counts(self) -> tuple[tuple[Severity, int], ...]:
        """Count the findings by severity, worst first."""
        return counted(entry.finding for entry in self.entries)

    @property
    def heads(self) -> list[Entry]:
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


def view(
    article: Article,
    findings: Sequence[Finding],
    suppressed: Iterable[Suppressed],
    slug: str,
    taken: Counter[str],
) -> View:
    """Make an article ready; ``taken`` counts the addresses of findings given so far."""
    documents = _in_order(article)
    ordered = grouped(documents, article.bitexts) if documents else []
    groups = [one for one in ordered if isinstance(one, Group)]
    entries = numbered(_by_row(findings, documents, ordered), taken)
    found = located(entries, documents, groups)
    title, locale = _title(documents, article.bundle.name)
    return View(
        slug=slug,
        name=visible(article.bundle.name),
        title=visible(title),
        title_locale=locale,
        first=documents[0].locale if documents else "",
        has_source=bool(documents) and documents[0].locale == article.bundle.source,
        versions=tuple(_versions(article.bundle, documents, groups, entries, found)),
        rows=laid_out(ordered, documents, found, f"r-{slug}"),
        entries=entries,
        silenced=tuple(silenced(suppressed)),
    )


def counted(findings: Iterable[Finding]) -> tuple[tuple[Severity, int], ...]:
    """Count findings by severity, worst first; severities without any are left out."""
    counts = Counter(finding.severity for finding in findings)
    return tuple(sorted(counts.items(), key=lambda pair: -pair[0].rank))


def _in_order(article: Article) -> list[Document]:
    """Give the versions, the source first."""
    source = article.bundle.source
    return sorted(article.documents, key=lambda document: document.locale != source)


def _title(documents: Sequence[Document], name: str) -> tuple[str, str]:
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
    ordered: Sequence[Group | Elsewhere],
) -> list[Finding]:
    """Sort findings in the order of the rows, those about whole versions first."""
    rows = {
        (path, segment.index): number
        for number, one in enumerate(ordered, 1)
        if isinstance(one, Group)
        for path, segments in one.segments.items()
        for segment in segments
    }
    by_path = {document.path: document for document in documents}

    def row(finding: Finding) -> int:
        lacking = finding.source if finding.span.start == finding.span.end else None
        place = lacking or finding
        document = by_path.get(place.path)
        segments = document.segments if document else ()
        touched = (s.index for s in segments if s.span.overlaps(place.span))
        return min((rows[place.path, index] for index in touched), default=0)

    return sorted(findings, key=row)


def _versions(
    bundle: Bundle,
    documents: Sequence[Document],
    groups: Sequence[Group],
    entries: Sequence[Entry],
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
            path=visible(bundle.paths.get(locale, "")),
            counts=counted(entry.finding for entry in own),
            heads=heads,
        )
        yield _compared(known, documents, groups, found) if locale in read[1:] else known


def _compared(
    version: Version, documents: Sequence[Document], groups: Sequence[Group], found: Located
) -> Version:
    """Add how a version compares with the first one."""
    first = documents[0]
    document = next(each for each in documents if each.locale == version.locale)
    meaningless = any(entry.finding.effect in ABOUT_A_VERSION for entry in version.heads)
    return replace(
        version,
        coverage=None if meaningless else coverage(groups, first.path, document.path),
        strip=strip(groups, first, document, found),
    )
