"""The types that flow through aligncheck: frozen values, standard library only.

Lines and columns are 1-based and count Unicode code points of the file as it is on disk
(a byte order mark is not counted); the end of a span is exclusive. Offsets are 0-based code
points of a segment's text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Kind(StrEnum):
    """What a segment is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    QUOTE = "quote"
    CODE = "code"
    CAPTION = "caption"
    FRONT_MATTER = "front-matter"


class InlineKind(StrEnum):
    """What a stretch inside a segment is."""

    LINK = "link"
    CODE = "code"
    PLACEHOLDER = "placeholder"
    PROTECTED = "protected"
    """Inside ``translate="no"``, or marked with a ``lang`` other than the document's."""


class Severity(StrEnum):
    """How much a finding matters, least first."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file; empty (start equals end) for an insertion point."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int

    @property
    def start(self) -> tuple[int, int]:
        """The line and column of the first code point."""
        return self.start_line, self.start_column

    @property
    def end(self) -> tuple[int, int]:
        """The line and column after the last code point."""
        return self.end_line, self.end_column

    def to(self, other: Span) -> Span:
        """Reach from the start of this span to the end of the other."""
        return Span(*self.start, *other.end)

    def at_start(self) -> Span:
        """Give the empty span where this one begins."""
        return Span(*self.start, *self.start)

    def at_end(self) -> Span:
        """Give the empty span where this one ends."""
        return Span(*self.end, *self.end)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point, or one is a point inside the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.start <= self.end or other.start <= self.start <= other.end
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a segment's text that stands unbroken on one line of the file.

    ``start`` and ``length`` count code points of the text, ``width`` those it takes in the file;
    they differ only where one stands for the other (``&amp;`` for ``&``).
    """

    start: int
    length: int
    line: int
    column: int
    width: int


@dataclass(frozen=True, slots=True)
class Inline:
    """A link, code, placeholder or protected stretch: ``text[start:end]`` of its segment.

    ``value`` is the address of a link, the text of anything else.
    """

    kind: InlineKind
    start: int
    end: int
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Segment:
    """The smallest unit that is aligned: a heading, a paragraph, a list item, a cell.

    ``index`` counts the segments of the document from 0; ``level`` is the heading level or list
    depth (0 elsewhere); ``text`` has its markup stripped and its white space folded; ``raw`` is
    the file's text at ``span``; ``section`` is the path of heading texts above; ``runs`` map
    ``text`` to the file, in order, and may leave out code points that stand for nothing there.
    """

    index: int
    kind: Kind
    level: int
    text: str
    raw: str
    span: Span
    section: tuple[str, ...] = ()
    inline: tuple[Inline, ...] = ()
    runs: tuple[Run, ...] = field(default=(), repr=False)

    def span_of(self, start: int, end: int) -> Span:
        """Locate ``text[start:end]`` in the file; the whole segment where no run covers it."""
        inside = self._runs_within(start, max(end, start + 1))
        if not inside:
            return self.span
        first, last = inside[0], inside[-1]
        column = first.column + (start - first.start if _linear(first) else 0)
        column = column if start >= first.start else first.column
        reach = min(end - last.start, last.length)
        end_column = last.column + (reach if _linear(last) else last.width)
        return Span(first.line, column, last.line, end_column)

    def _runs_within(self, start: int, end: int) -> Sequence[Run]:
        """Give the runs that end after ``start`` and begin before ``end``."""
        first = bisect_right(self.runs, start, key=lambda run: run.start + run.length)
        return self.runs[first : bisect_left(self.runs, end, lo=first, key=lambda run: run.start)]


def _linear(run: Run) -> bool:
    return run.length == run.width


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment in the file that speaks to aligncheck: ``body`` is what follows ``aligncheck:``.

    ``following`` is the index of the first segment after the comment (the number of segments
    where none follows).
    """

    body: str
    span: Span
    following: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the stretch of one version and its text."""

    path: str
    locale: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment that speaks to aligncheck asks for, and what has come of it.

    ``action`` is its first word. ``idle`` are the codes or rule names in it by which nothing was
    silenced, though their rules were run, and an empty string where it is about all rules;
    ``complaint`` says what in it cannot be understood, and is empty where all can.
    """

    place: Place
    action: str
    idle: tuple[str, ...] = ()
    complaint: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One version of an article; ``path`` is as the user gave it, with forward slashes."""

    path: str
    locale: str
    segments: tuple[Segment, ...]
    suppressions: tuple[Suppression, ...] = ()

    def place(self, segments: Sequence[Segment]) -> Place:
        """Locate a stretch of segments, from the first to the last; texts joined by line breaks."""
        text = "\n".join(segment.text for segment in segments)
        return Place(self.path, self.locale, segments[0].span.to(segments[-1].span), text)

    def place_of(self, segment: Segment, start: int, end: int) -> Place:
        """Locate ``segment.text[start:end]``."""
        return Place(self.path, self.locale, segment.span_of(start, end), segment.text[start:end])

    def insertion_point(self, index: int) -> Place:
        """Locate the point before segment ``index``; the end of the last one past the end."""
        if not self.segments:
            return Place(self.path, self.locale, Span(1, 1, 1, 1), "")
        if index < len(self.segments):
            return Place(self.path, self.locale, self.segments[index].span.at_start(), "")
        return Place(self.path, self.locale, self.segments[-1].span.at_end(), "")


@dataclass(frozen=True, slots=True)
class Bundle:
    """The versions of one article, as files: a path per locale.

    ``source`` is the locale the others are translated from, or None where all are peers;
    ``missing`` are the locales that the configuration or the other bundles make expect here.
    """

    name: str
    source: str | None
    paths: Mapping[str, str]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read: why, and where reading failed."""

    path: str
    locale: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Slice:
    """A sentence: ``segment.text[start:end]``."""

    segment: Segment
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.segment.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class SentenceBead:
    """Sentences of a bead that say the same; a side is empty where they have no counterpart.

    ``confidence`` is the probability that the link, or the lack of one, is right.
    """

    source: tuple[Slice, ...]
    target: tuple[Slice, ...]
    similarity: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments that say the same in two versions; a side is empty for a null alignment.

    ``similarity`` is the cosine of the two sides (0 for a null alignment); ``moved`` marks
    counterparts that stand elsewhere in the order; ``confidence`` is the calibrated probability
    that the bead is right: for a null alignment, that it is a true omission or addition;
    ``witnesses`` are the locales of further versions that agree with it; ``sentences`` is filled
    where the sentences of the two sides were aligned.
    """

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    similarity: float
    moved: bool = False
    confidence: float = 1.0
    witnesses: tuple[str, ...] = ()
    sentences: tuple[SentenceBead, ...] = ()


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two aligned versions; every segment of both stands in exactly one bead.

    Beads are in target order; a null alignment of the source stands where it belongs in the
    target. ``confidence`` is the probability that the two are versions of one article. A
    ``complement`` (only among peers) shows what its target lacks or alone has; the pair is in the
    run the other way round too, where everything else is to be judged.
    """

    source: Document
    target: Document
    beads: tuple[Bead, ...]
    confidence: float = 1.0
    complement: bool = False


@dataclass(frozen=True, slots=True)
class Corpus:
    """All the bitexts of a run, for rules that look across articles."""

    bitexts: tuple[Bitext, ...]


class TermStatus(StrEnum):
    """Whether a term is to be used."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Origin:
    """The line of a glossary file where something is defined."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that names a concept in one locale, in its base form.

    ``case_sensitive`` None leaves it to the term: acronyms in capitals are, others are not;
    ``files`` is a pattern, as gitignore writes it, of the articles it applies to (empty for all).
    """

    locale: str
    text: str
    status: TermStatus = TermStatus.PREFERRED
    do_not_translate: bool = False
    case_sensitive: bool | None = None
    part_of_speech: str = ""
    note: str = ""
    files: str = ""
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Concept:
    """What terms of several locales name; the first preferred term of a locale is suggested."""

    id: str
    terms: tuple[Term, ...]
    note: str = ""
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Flag:
    """What a rule yields: something wrong at a place, before triage makes a finding of it.

    ``place`` is in the version at fault; ``source`` its counterpart; ``severity`` overrides the
    rule's own.
    """

    message: str
    place: Place
    source: Place | None = None
    confidence: float = 1.0
    suggestion: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault as it is reported; its ``fingerprint`` survives edits elsewhere in the file."""

    code: str
    name: str
    severity: Severity
    confidence: float
    message: str
    bundle: str
    locale: str
    path: str
    span: Span
    text: str
    source: Place | None
    suggestion: str | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is not counted, and what silenced it: inline, baseline or config."""

    finding: Finding
    by: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a run."""

    bundles: int = 0
    documents: int = 0
    segments: int = 0
    elapsed_seconds: float = 0.0
    embeddings_cached: int = 0
    embeddings_computed: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run: findings in the order of bundle, locale and place.

    ``warnings`` are about the run itself, one line each, such as a cache that cannot be written;
    ``notes`` are about findings that are not there, such as those of a baseline that have gone.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    summary: Summary = field(default_factory=Summary)
    model: str = ""
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def by_code(self) -> dict[str, int]:
        """Count the findings per rule code, in the order of the codes."""
        codes = sorted(finding.code for finding in self.findings)
        return {code: codes.count(code) for code in dict.fromkeys(codes)}

    def worst(self) -> Severity | None:
        """Give the highest severity among the findings."""
        ranked = sorted((finding.severity for finding in self.findings), key=lambda s: s.rank)
        return ranked[-1] if ranked else None


def renumber(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Give the segments numbered from 0 in the order given."""
    return tuple(replace(segment, index=index) for index, segment in enumerate(segments))
