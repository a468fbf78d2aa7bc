"""Pairs of texts that are versions of one article, and pairs that are not, for AC107."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from aligncheck.alignment.splitting.sentence_splitting import split_sentences
from aligncheck.model import Kind
from benchmarks.cases.articles import LANGS, PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.model import Document, Segment
    from benchmarks.cases.articles import Article, Embed

    _Documents = tuple[Document, Document]
    _Means = dict[tuple[str, str], Float32Array]

_HALF = 0.5
_SHORT = (1, 2, 3, 5, 8)
"""Lengths of the pieces that stand for short documents."""

_CUT = 0.3
"""What is left of a version that was cut short."""

_THINNED = 1 / 3
"""What a version lacks that was thinned, in stretches of up to ``_STRETCH`` segments."""

_STRETCH = 5

_SUMMARY = 0.15
"""The share of an article's text that its summary has."""

_FEWEST = 5
"""Paragraphs that an article must have to be summed up."""

_WORDY = 60.0
"""Letters of a paragraph that a summary takes its first sentence from."""

_HEADINGS = 3
"""Headings that an article must have to be a template."""

_RIVALS = 4
"""Other articles of the same source that each article is set beside: the nearest ones."""


@dataclass(frozen=True, slots=True)
class Couple:
    """Two texts, what kind of pair they are, where from, and whether they are versions of one."""

    kind: str
    pair: _Documents
    origin: str
    versions: bool


def couples(articles: Sequence[Article], embed: Embed) -> Iterator[Couple]:
    """Give pairs of documents: versions of one article and not, whole, short, cut and edited."""
    rng = random.Random(7)  # noqa: S311 - a fixed seed is the point
    clean = [article for article in articles if article.case.suite == "clean"]
    means = {(each.case.name, lang): _mean(each, lang, embed) for each in clean for lang in LANGS}
    for article in articles:
        if article.case.suite != "clean":
            for left, right in PAIRS[:2]:
                pair = article.documents[left], article.documents[right]
                yield Couple("with faults", pair, article.case.origin, versions=True)
            continue
        for left, right in PAIRS:
            rivals = _rivals(article, clean, right, means)
            yield from _versions(article, (left, right), rivals, rng)
            yield from _different(article, (left, right), rivals, rng)


def _versions(
    article: Article, langs: tuple[str, str], rivals: Sequence[Article], rng: random.Random
) -> Iterator[Couple]:
    """Give two versions of an article, and what may become of the second of them."""
    one, other = (article.documents[lang] for lang in langs)
    origin = article.case.origin
    made = [("thinned", _of(other, _thinned(other, _THINNED, rng)))]
    made += (
        [("edited", _edited(other, rng.choice(rivals).documents[langs[1]], rng))] if rivals else []
    )
    if langs[0] == "en":
        made += [("partly English", _of(other, _mixed(one, other, rng)))]
        made += [("English", _of(other, one.segments))]
    pieces = _pieces(one, other, rng, apart=False)
    for kind, pair in chain(pieces, ((kind, (one, document)) for kind, document in made)):
        yield Couple(kind, pair, origin, versions=True)


def _different(
    article: Article, langs: tuple[str, str], rivals: Sequence[Article], rng: random.Random
) -> Iterator[Couple]:
    """Give a version beside its summary, and beside other articles on the same subject."""
    one, other = (article.documents[lang] for lang in langs)
    origin = article.case.origin
    summary = _summary(other, rng)
    if summary:
        yield Couple("summary", (one, _of(other, summary)), origin, versions=False)
    for rival in rivals:
        theirs = rival.documents[langs[1]]
        for kind, pair in _pieces(one, theirs, rng, apart=True):
            yield Couple(kind, pair, origin, versions=False)
        if langs[0] == "en":
            english = _of(theirs, rival.documents["en"].segments)
            yield Couple("English", (one, english), origin, versions=False)
        alike = _headed(other, theirs)
        if alike:
            yield Couple("headings alike", (one, _of(other, alike)), origin, versions=False)


def _pieces(
    one: Document, other: Document, rng: random.Random, *, apart: bool
) -> Iterator[tuple[str, _Documents]]:
    """Give two documents whole, then short pieces of them, then with the second cut short.

    The short pieces are from the same place, or from anywhere where the documents are ``apart``.
    """
    yield "whole", (one, other)
    for size in _SHORT:
        start = rng.randrange(max(1, len(one.segments) - size + 1))
        place = rng.randrange(max(1, len(other.segments) - size + 1)) if apart else start
        yield f"{size} segments", (_piece(one, start, size), _piece(other, place, size))
    yield "cut short", (one, _piece(other, 0, max(2, int(_CUT * len(other.segments)))))


def _thinned(document: Document, share: float, rng: random.Random) -> list[Segment]:
    """Take stretches out of a document until about this share of it has gone."""
    kept = set(range(len(document.segments)))
    goal = int((1 - share) * len(kept))
    while len(kept) > max(goal, 2):
        start = rng.randrange(len(document.segments))
        kept -= set(range(start, start + rng.randint(1, min(_STRETCH, len(kept) - goal))))
    return [document.segments[index] for index in sorted(kept)]


def _edited(document: Document, rival: Document, rng: random.Random) -> Document:
    """Take out half of a document, move its end to the front, and put in part of another."""
    kept = _thinned(document, _HALF, rng)
    start = rng.randrange(len(kept))
    first = rng.randrange(len(rival.segments))
    fresh = rival.segments[first : first + max(1, len(kept) // 2)]
    place = rng.randrange(len(kept) + 1)
    turned = kept[start:] + kept[:start]
    return _of(document, [*turned[:place], *fresh, *turned[place:]])


def _mixed(one: Document, other: Document, rng: random.Random) -> list[Segment]:
    """Leave every other segment as it stands in the first version, where both count the same."""
    if len(one.segments) != len(other.segments):
        return list(other.segments)
    both = zip(one.segments, other.segments, strict=True)
    return [ours if rng.random() < _HALF else theirs for ours, theirs in both]


def _summary(document: Document, rng: random.Random) -> list[Segment]:
    """Sum a document up by its title and first sentences of paragraphs from all over it."""
    prose = [
        segment
        for segment in document.segments
        if segment.kind not in {Kind.HEADING, Kind.CODE} and _long(segment, document.locale)
    ]
    if len(prose) < _FEWEST:
        return []
    firsts = [split_sentences([segment], document.locale)[0].text for segment in prose]
    goal = _SUMMARY * sum(len(segment.text) for segment in document.segments)
    chosen: list[int] = []
    for place in rng.sample(range(len(prose)), len(prose)):
        chosen.append(place)
        if sum(len(firsts[each]) for each in chosen) >= goal:
            break
    texts = [firsts[place] for place in sorted(chosen)]
    size = rng.choice((1, 3, len(texts)))
    gap = "" if document.locale == "zh" else " "
    joined = [gap.join(texts[start : start + size]) for start in range(0, len(texts), size)]
    title = [segment for segment in document.segments[:1] if segment.kind is Kind.HEADING]
    return title + [replace(prose[0], text=text, raw=text) for text in joined]


def _long(segment: Segment, locale: str) -> bool:
    return len(segment.text) * (3 if locale == "zh" else 1) >= _WORDY


def _headed(document: Document, rival: Document) -> list[Segment]:
    """Keep a document's headings and put the text of another below them."""
    rest = [segment for segment in rival.segments if segment.kind is not Kind.HEADING]
    heads = sum(segment.kind is Kind.HEADING for segment in document.segments)
    if heads < _HEADINGS or len(rest) < heads:
        return []
    supply = iter(rest)
    filled = (
        segment if segment.kind is Kind.HEADING else next(supply, None)
        for segment in document.segments
    )
    return [segment for segment in filled if segment]


def _piece(document: Document, start: int, size: int) -> Document:
    return _of(document, document.segments[start : start + size])


def _of(document: Document, segments: Sequence[Segment]) -> Document:
    return replace(document, segments=tuple(segments))


def _mean(article: Article, lang: str, embed: Embed) -> Float32Array:
    mean: Float32Array = embed([s.text for s in article.documents[lang].segments]).mean(axis=0)
    return mean


def _rivals(article: Article, clean: Sequence[Article], lang: str, means: _Means) -> list[Article]:
    """Give the articles of the same source whose mean vector is the nearest."""
    own = means[article.case.name, lang]
    others = [
        each
        for each in clean
        if each.case.origin == article.case.origin and each.case.document != article.case.document
    ]
    nearest = sorted(others, key=lambda each: -float(own @ means[each.case.name, lang]))
    return nearest[:_RIVALS]
