"""The whole way of an article: discover, parse, embed, align, check, triage."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeAlias

from aligncheck import engine
from aligncheck.alignment import align_bundle, align_sentences, sentence_texts
from aligncheck.discovery import discover
from aligncheck.discovery.files import absolute, typed
from aligncheck.embedding import Memory, open_embedder
from aligncheck.engine import Context, Settings
from aligncheck.errors import UnreadableError, UsageError
from aligncheck.formats import read_document
from aligncheck.languages.names import note_unknown_languages
from aligncheck.model import Article, Bitext, Document, Failure, Report, Span, Summary
from aligncheck.termbase import load_termbase
from aligncheck.triage import (
    Baseline,
    baseline_notes,
    read_baseline,
    read_comments,
    source_marks,
    triage,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from aligncheck.config import Config
    from aligncheck.embedding import CachedEmbedder
    from aligncheck.model import Bundle, Finding, Suppressed

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told the step, how much of it is done, and of how much."""

CHUNK = 64
"""Articles that are embedded together: large enough for full batches, small enough for memory."""


@dataclass(frozen=True, slots=True)
class Review:
    """A report with what it was made from: the articles, as they were aligned.

    ``found`` are all findings, silenced ones and those of rules that were not asked for as well.
    """

    report: Report
    articles: tuple[Article, ...]
    found: tuple[Finding, ...] = ()


def check(
    paths: Sequence[str],
    config: Config,
    *,
    locales: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check the articles at some paths and report what is wrong with them.

    ``locales`` maps a file given by hand to its locale where its name does not say it. Raises
    UsageError where nothing is found, ConfigError, TermbaseError or ModelError where the
    surroundings are not as they must be. A file that cannot be read is a finding.
    """
    return review(paths, config, locales=locales, progress=progress).report


def review(
    paths: Sequence[str],
    config: Config,
    *,
    locales: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    only: Callable[[Bundle], bool] | None = None,
    texts: Mapping[str, str] | None = None,
) -> Review:
    """Check the articles at some paths as `check` does, and keep how they were aligned.

    ``only`` tells which of the articles found there are looked at; ``texts`` maps the absolute
    path of a file to what is read in its place.
    """
    start = time.perf_counter()
    config.check_codes(engine.known_options(), engine.rule_names())
    baseline = read_baseline(config.baseline) if config.baseline else Baseline({})
    bundles = _with_source(discover(config, paths, locales=locales), config)
    bundles = tuple(filter(only, bundles))
    termbase = load_termbase(config.glossary, cache_dir=config.cache_dir)
    with closing(_embedder(config, progress)) as embedder:
        articles = tuple(_articles(bundles, embedder, progress, texts or {}))
    context = Context(termbase, locales=_locales(bundles))
    documents = [document for article in articles for document in article.documents]
    findings = _judge(articles, documents, bundles, context, config)
    kept, suppressed, notes = _triage(findings, documents, bundles, config, baseline)
    summary = Summary(
        bundles=len(bundles),
        documents=len(documents),
        segments=sum(len(document.segments) for document in documents),
        elapsed_seconds=time.perf_counter() - start,
        embeddings_cached=embedder.cached,
        embeddings_computed=embedder.computed,
    )
    report = Report(
        findings=kept,
        suppressed=suppressed,
        bundles=bundles,
        summary=summary,
        model=embedder.name,
        warnings=embedder.warnings,
        notes=(*notes, *note_unknown_languages(_locales(bundles))),
    )
    return Review(report, articles, tuple(findings))


def _with_source(bundles: tuple[Bundle, ...], config: Config) -> tuple[Bundle, ...]:
    """Refuse a source that no article has: every version would be an orphan, nothing compared."""
    sources = {bundle.source for bundle in bundles}
    found = list(_locales(bundles))
    if found and None not in sources and not sources & set(found):
        near = get_close_matches(str(config.source), found, n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise UsageError(
            f"no article has a version in the source locale {config.source!r}; "
            f"found: {', '.join(found)}{hint}"
        )
    return bundles


def align_paths(
    paths: Sequence[str], config: Config, *, progress: Progress | None = None
) -> tuple[Bitext, ...]:
    """Align the articles at some paths; a file that cannot be read is left out of its bundle."""
    bundles = discover(config, paths)
    with closing(_embedder(config, progress)) as embedder:
        articles = _articles(bundles, embedder, progress, {})
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
    bundles = discover(config, [source, target], locales=locales)
    known = {path: locale for bundle in bundles for locale, path in bundle.paths.items()}
    documents = [_parse(path, known[path]) for path in map(typed, (source, target))]
    with closing(_embedder(config, progress)) as embedder:
        aligned = align_bundle(documents, documents[0].locale, embedder.embed, embedder.name)
        (bitext,) = align_sentences(aligned, embedder.embed, embedder.name)
    return bitext


def _parse(path: str, locale: str) -> Document:
    """Read a file that there is no doing without."""
    try:
        return read_document(path, locale)
    except UnreadableError as error:
        raise UsageError(f"{path}:{error.line}:{error.column}: {error}") from error


def _embedder(config: Config, progress: Progress | None) -> CachedEmbedder:
    return open_embedder(
        config.model, backend=config.backend, cache_dir=config.cache_dir, progress=progress
    )


def _judge(
    articles: Sequence[Article],
    documents: Sequence[Document],
    bundles: Sequence[Bundle],
    context: Context,
    config: Config,
) -> list[Finding]:
    """Run the rules on the text, then those on the comments, which depend on what was found."""
    settings = Settings(config.rules, config.severity, config.min_confidence)
    findings = engine.check(articles, context, settings)
    names, effects = engine.rule_names(), engine.rule_effects()
    comments = read_comments(findings, documents, config, names, effects)
    return engine.check_comments(findings, comments, bundles, context, settings)


def _triage(
    findings: Sequence[Finding],
    documents: Sequence[Document],
    bundles: Sequence[Bundle],
    config: Config,
    baseline: Baseline,
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...], tuple[str, ...]]:
    """Part the findings that count from the others, and say what the baseline needs no more."""
    marks, today = source_marks(findings, documents), dt.datetime.now(tz=dt.UTC).date()
    known = baseline.allowance(today, marks)
    kept, suppressed = triage(findings, documents, config, known=known)
    notes = baseline_notes(
        baseline.gone(findings, {bundle.name for bundle in bundles}),
        baseline.lapsed([one for one in findings if config.runs(one.code)], today, marks),
    )
    return kept, suppressed, notes


def _locales(bundles: Sequence[Bundle]) -> tuple[str, ...]:
    """Give every locale of the run once, in the order met."""
    return tuple(dict.fromkeys(locale for bundle in bundles for locale in bundle.paths))


def _articles(
    bundles: Sequence[Bundle],
    embedder: CachedEmbedder,
    progress: Progress | None,
    texts: Mapping[str, str],
) -> Iterator[Article]:
    """Read and align bundle after bundle, embedding the texts of a chunk of them at once."""
    for start in range(0, len(bundles), CHUNK):
        read = [_read(bundle, texts) for bundle in bundles[start : start + CHUNK]]
        memory = Memory(embedder)
        memory.embed([s.text for one in read for d in one.documents for s in d.segments])
        aligned = [_aligned(one, memory, embedder.name) for one in read]
        memory.embed([text for one in aligned for text in sentence_texts(one.bitexts)])
        for done, one in enumerate(aligned, start + 1):
            if progress:
                progress("align", done, len(bundles))
            bitexts = align_sentences(one.bitexts, memory.embed, embedder.name)
            yield Article(one.bundle, one.documents, one.failures, bitexts)


def _read(bundle: Bundle, texts: Mapping[str, str]) -> Article:
    """Parse the versions of an article; what cannot be read becomes a failure."""
    documents: list[Document] = []
    failures: list[Failure] = []
    for locale, path in bundle.paths.items():
        try:
            documents.append(read_document(path, locale, texts.get(absolute(path))))
        except UnreadableError as error:
            span = Span(error.line, error.column, error.line, error.column)
            failures.append(Failure(path, locale, str(error), span))
    return Article(bundle, tuple(documents), tuple(failures))


def _aligned(article: Article, memory: Memory, model: str) -> Article:
    """Align the versions that could be read; a version alone has nothing to be aligned with."""
    bundle, documents = article.bundle, article.documents
    source = bundle.source
    if len(documents) < 2 or (source and source not in {d.locale for d in documents}):  # noqa: PLR2004 - a pair
        return article
    bitexts = align_bundle(documents, source, memory.embed, model)
    return Article(bundle, documents, article.failures, bitexts)
