"""The whole way of an article: discover, read, embed, align, judge, triage.

bundles ─┬─▶ chunk: read ─▶ embed ⇄ align ─▶ article ─▶ rules ─▶ flags, small facts ─┐
         ├─▶ chunk …          (the articles of a chunk are let go)                   ├─▶ run
         └─▶ chunk …                                                                 ─┘
"""

from __future__ import annotations

import datetime as dt
import time
from collections import defaultdict
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from aligncheck import engine
from aligncheck.alignment import (
    TextVectors,
    draft_alignment,
    draft_sentences,
    find_suspects,
    settle_alignment,
    settle_sentences,
    texts_of_segments,
)
from aligncheck.discovery import discover_bundles
from aligncheck.discovery.files import absolute_path, typed_path
from aligncheck.discovery.refusing import require_source
from aligncheck.embedding import Memory, open_embedder
from aligncheck.engine import Context, Settings, check_comments, raise_flags, settle_flags
from aligncheck.errors import UnreadableError, UsageError
from aligncheck.formats import read_document
from aligncheck.languages.names import note_unknown_languages
from aligncheck.model import Article, Document, Failure, Run, Span, Summary
from aligncheck.termbase import load_termbase
from aligncheck.triage import (
    Baseline,
    find_source_marks,
    locate_comments,
    mark_sources,
    note_baseline_changes,
    read_baseline,
    read_comments,
    triage_findings,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from aligncheck.alignment import SentenceDraft
    from aligncheck.config import Config
    from aligncheck.embedding import CachedEmbedder
    from aligncheck.embedding.protocol import Progress
    from aligncheck.engine import Raised, Usages
    from aligncheck.model import Bitext, Bundle, Finding, Place, Suppressed
    from aligncheck.triage import CommentReach

_CHUNK: Final = 64
"""Articles that are embedded together: chosen because their texts fill the embedder's batches."""


def check(
    paths: Sequence[str],
    config: Config,
    *,
    locales: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    only: Callable[[Bundle], bool] | None = None,
    texts: Mapping[str, str | bytes] | None = None,
    keep_articles: bool = False,
) -> Run:
    """Check the articles at some paths and tell what is wrong with them.

    ``locales`` maps a file given by hand to its locale where its name does not say it;
    ``progress`` is told a step, how much of it is done, and of how much. ``only`` tells which of
    the articles found are looked at; ``texts`` maps the absolute path of a file to what is read in
    its place. With ``keep_articles`` the run has them, as they were aligned; else each is let go
    once the rules have looked at it, so that memory holds a chunk of articles and the findings.

    What fails is for the caller to decide: ``config.fail_on.reached_by(run.worst())``. Raises
    UsageError where nothing is found, ConfigError, TermbaseError or ModelError where the
    surroundings are not as they must be. A file that cannot be read is a finding.
    """
    start = time.perf_counter()
    config.check_codes(engine.known_options(), engine.rule_names())
    baseline = read_baseline(config.baseline) if config.baseline else Baseline({})
    bundles = discover_bundles(config, paths, locales=locales)
    require_source(config.source, bundles)
    bundles = tuple(filter(only, bundles))
    termbase = load_termbase(config.glossary, cache_dir=config.cache_dir)
    context = Context(termbase, locales=_list_locales(bundles))
    judged = _Judged(context, config, keep_articles=keep_articles)
    with closing(_open_embedder(config, progress)) as embedder:
        for article in _read_and_align(bundles, embedder, progress, texts or {}):
            judged.add(article)
    findings = judged.settle(bundles)
    kept, suppressed, notes = _triage_findings(findings, judged, bundles, baseline)
    summary = Summary(
        bundles=len(bundles),
        documents=judged.documents,
        segments=judged.segments,
        elapsed_seconds=time.perf_counter() - start,
        embeddings_cached=embedder.cached,
        embeddings_computed=embedder.computed,
    )
    return Run(
        findings=kept,
        suppressed=suppressed,
        bundles=bundles,
        summary=summary,
        model=embedder.name,
        warnings=embedder.warnings,
        notes=(*notes, *note_unknown_languages(_list_locales(bundles))),
        articles=tuple(judged.articles),
        found=tuple(findings),
        source_marks=judged.source_marks,
    )


class _Judged:
    """What is kept of the articles that the rules have looked at: small facts, and their flags.

    Articles come one by one; what corpus-wide rules, comments, the baseline and the summary need
    of an article is taken from it at once, and the article is held only where that is asked for.
    """

    def __init__(self, context: Context, config: Config, *, keep_articles: bool) -> None:
        """Begin before the first article."""
        self.config = config
        self.articles: list[Article] = []
        self.documents = self.segments = 0
        self.comments: dict[str, tuple[CommentReach, ...]] = {}
        self.source_marks: dict[Place, str] = {}
        self._context = context
        self._settings = Settings(config.rules, config.severity, config.min_confidence)
        self._flags: list[Raised] = []
        self._usages: Usages = defaultdict(dict)
        self._keep_articles = keep_articles

    def add(self, article: Article) -> None:
        """Run the rules on an article, and take from it what will be needed."""
        raised = raise_flags(article, self._context, self._settings, self._usages)
        sources = [one.flag.source for one in raised if one.flag.source]
        self._flags += raised
        self.source_marks |= mark_sources(sources, article.documents)
        self.comments |= locate_comments(article.documents)
        self.documents += len(article.documents)
        self.segments += sum(len(document.segments) for document in article.documents)
        if self._keep_articles:
            self.articles.append(article)

    def settle(self, bundles: Sequence[Bundle]) -> list[Finding]:
        """Make findings of the flags, then judge the comments, which depend on what was found."""
        findings = settle_flags(self._flags, self._settings)
        names, effects = engine.rule_names(), engine.rule_effects()
        comments = read_comments(findings, self.comments, self.config, names, effects)
        return check_comments(findings, comments, bundles, self._context, self._settings)


def _triage_findings(
    findings: Sequence[Finding], judged: _Judged, bundles: Sequence[Bundle], baseline: Baseline
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...], tuple[str, ...]]:
    """Part the findings that count from the others, and say what the baseline needs no more."""
    config, today = judged.config, dt.datetime.now(tz=dt.UTC).date()
    marks = find_source_marks(findings, judged.source_marks)
    known = baseline.count_allowed(today, marks)
    kept, suppressed = triage_findings(findings, judged.comments, config, known=known)
    notes = note_baseline_changes(
        baseline.find_gone(findings, {bundle.name for bundle in bundles}),
        baseline.find_lapsed([one for one in findings if config.runs_rule(one.code)], today, marks),
    )
    return kept, suppressed, notes


def align_paths(
    paths: Sequence[str], config: Config, *, progress: Progress | None = None
) -> tuple[Bitext, ...]:
    """Align the articles at some paths; a file that cannot be read is left out of its bundle."""
    bundles = discover_bundles(config, paths)
    with closing(_open_embedder(config, progress)) as embedder:
        articles = _read_and_align(bundles, embedder, progress, {})
        return tuple(bitext for article in articles for bitext in article.bitexts)


def align_files(
    source: str,
    target: str,
    config: Config,
    *,
    locales: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Bitext:
    """Align two versions of an article, the first being the source.

    ``locales`` maps a file to its locale where its name does not say it. Raises UsageError where
    a file cannot be read, or the locale of one is not known.
    """
    bundles = discover_bundles(config, [source, target], locales=locales)
    known = {path: locale for bundle in bundles for locale, path in bundle.paths.items()}
    documents = [_read_file(path, known[path]) for path in map(typed_path, (source, target))]
    with closing(_open_embedder(config, progress)) as embedder:
        (draft,), vectors = _draft_together([(documents, documents[0].locale)], embedder)
        (bitext,) = settle_sentences(draft, vectors)
    return bitext


def _read_file(path: str, locale: str) -> Document:
    """Read a file that there is no doing without."""
    try:
        return read_document(path, locale)
    except UnreadableError as error:
        raise UsageError(f"{path}:{error.line}:{error.column}: {error}") from error


def _open_embedder(config: Config, progress: Progress | None) -> CachedEmbedder:
    return open_embedder(
        config.model, backend=config.backend, cache_dir=config.cache_dir, progress=progress
    )


def _list_locales(bundles: Sequence[Bundle]) -> tuple[str, ...]:
    """Give every locale of the run once, in the order met."""
    return tuple(dict.fromkeys(locale for bundle in bundles for locale in bundle.paths))


def _read_and_align(
    bundles: Sequence[Bundle],
    embedder: CachedEmbedder,
    progress: Progress | None,
    texts: Mapping[str, str | bytes],
) -> Iterator[Article]:
    """Read and align bundle after bundle, a chunk of them at once; none is held once it is given.

    ``texts`` maps the absolute path of a file to what is read in its place.
    """
    for start in range(0, len(bundles), _CHUNK):
        read = [_read_versions(bundle, texts) for bundle in bundles[start : start + _CHUNK]]
        for done, article in enumerate(_align_chunk(read, embedder), start + 1):
            if progress:
                progress("align", done, len(bundles))
            yield article
            del article


def _align_chunk(chunk: list[Article], embedder: CachedEmbedder) -> Iterator[Article]:
    """Align the articles of a chunk, embedding the texts of all of them at once at each stage.

    The list is emptied on the way, so that an article and its vectors are not held by it.
    """
    comparable = [(_list_comparable(one), one.bundle.source) for one in chunk]
    drafts, vectors = _draft_together(comparable, embedder)
    del comparable
    chunk.reverse()
    drafts.reverse()
    while chunk:
        yield replace(chunk.pop(), bitexts=settle_sentences(drafts.pop(), vectors))


def _draft_together(
    articles: Sequence[tuple[Sequence[Document], str | None]], embedder: CachedEmbedder
) -> tuple[list[SentenceDraft], TextVectors]:
    """Align the versions of some articles, each with its source locale or none.

    What a stage wants to know of any of them is embedded together, in full batches. All is done
    but the last stage; the vectors that it wants are there.
    """
    memory = Memory(embedder)
    vectors = TextVectors(embedder.name, memory.vectors)
    memory.embed([text for documents, _ in articles for text in texts_of_segments(documents)])
    drafts = [draft_alignment(documents, source, vectors) for documents, source in articles]
    memory.embed([text for draft in drafts for text in draft.wanted])
    suspects = [find_suspects(settle_alignment(draft, vectors)) for draft in drafts]
    memory.embed([text for some in suspects for text in some.wanted])
    sentences = [draft_sentences(some, vectors) for some in suspects]
    memory.embed([text for draft in sentences for text in draft.wanted])
    return sentences, vectors


def _read_versions(bundle: Bundle, texts: Mapping[str, str | bytes]) -> Article:
    """Parse the versions of an article; what cannot be read becomes a failure."""
    documents: list[Document] = []
    failures: list[Failure] = []
    for locale, path in bundle.paths.items():
        try:
            text = texts.get(absolute_path(path))
            documents.append(read_document(path, locale, text, beside=bundle.paths))
        except UnreadableError as error:
            span = Span(error.line, error.column, error.line, error.column)
            failures.append(Failure(path, locale, str(error), span))
    return Article(bundle, tuple(documents), tuple(failures))


def _list_comparable(article: Article) -> tuple[Document, ...]:
    """Give the versions to align: none where the source could not be read or is not there."""
    source, locales = article.bundle.source, {document.locale for document in article.documents}
    return article.documents if not source or source in locales else ()
