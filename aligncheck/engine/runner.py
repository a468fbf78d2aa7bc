"""Runs the rules over the articles of a run and makes findings of what they flag."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from aligncheck.engine.cascade import Raised, without_cascades
from aligncheck.engine.registry import Rule, Scope, load_rules
from aligncheck.model import Bitext, Corpus, Effect, Finding, Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from aligncheck.engine.context import Context
    from aligncheck.model import Article, Bundle, Comment, Flag, Segment, Severity

_SEEN_IN_COMPLEMENTS: Final = frozenset({Effect.LOSS, Effect.OMISSION, Effect.SURPLUS})
"""What is judged from both sides of a pair of peers: each may lack what the other one has."""
_FINGERPRINT_LENGTH = 16
"""Hexadecimal digits: 64 bits, so that two findings of a million differ all but surely."""


Usages: TypeAlias = defaultdict[str, dict[tuple[str, ...], Usage]]
"""What every rule that looks across articles has noted so far, by the rule's code."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the rules are run: their options and severities by code, and the least confidence."""

    options: Mapping[str, Mapping[str, object]]
    severity: Mapping[str, Severity]
    min_confidence: float


def check_articles(
    articles: Iterable[Article], context: Context, settings: Settings
) -> list[Finding]:
    """Run every rule on every article; findings come by bundle, file and place."""
    usages: Usages = defaultdict(dict)
    raised = (flag for one in articles for flag in raise_flags(one, context, settings, usages))
    return settle_flags(raised, settings)


def raise_flags(
    article: Article, context: Context, settings: Settings, usages: Usages
) -> list[Raised]:
    """Run every rule on an article, and give the flags that are sure enough.

    ``usages`` carry from one article to the next what rules that look across articles note.
    Nothing else has to be kept of the article to settle its flags.
    """
    own = _raise_in(article, context, settings)
    raised = chain(own, _raise_across(article, context, settings, usages))
    return [one for one in raised if one.flag.confidence >= settings.min_confidence]


def settle_flags(raised: Iterable[Raised], settings: Settings) -> list[Finding]:
    """Make findings of the flags of a run that no other one explains, by bundle, file and place."""
    return _sort_findings(_make_finding(one, settings) for one in without_cascades(raised))


def check_comments(
    findings: Iterable[Finding],
    comments: Iterable[Comment],
    bundles: Iterable[Bundle],
    context: Context,
    settings: Settings,
) -> list[Finding]:
    """Run the rules on comments, which judge what has come of them, once all else is found.

    ``findings`` are given back with theirs, by bundle, file and place.
    """
    names = {path: bundle.name for bundle in bundles for path in bundle.paths.values()}
    about = (
        Raised(rule, flag, names.get(flag.place.path, ""))
        for rule in load_rules()
        if rule.scope is Scope.COMMENT
        for comment in comments
        for flag in _run_rule(rule, comment, context, settings)
    )
    return _sort_findings((*findings, *(_make_finding(one, settings) for one in about)))


def _sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.bundle, f.path, f.span, f.code, f.message))


def _raise_in(article: Article, context: Context, settings: Settings) -> Iterator[Raised]:
    """Run the rules that look at one article."""
    own = replace(
        context,
        bundle=article.bundle.name,
        source=article.bundle.source,
        counterparts=_index_counterparts(article.bitexts),
    )
    subjects: dict[Scope, Sequence[object]] = {
        Scope.BUNDLE: (article.bundle,),
        Scope.FAILURE: article.failures,
        Scope.DOCUMENT: article.documents,
        Scope.BITEXT: article.bitexts,
    }
    for rule in load_rules():
        for subject in subjects.get(rule.scope, ()):
            # Among peers a pair is there twice, en–sv and its complement sv–en: what is missing is
            # looked for both ways, a wrong number would be found twice.
            if _judged_elsewhere(rule, subject):
                continue
            for flag in _run_rule(rule, subject, own, settings):
                yield Raised(rule, flag, article.bundle.name)


def _raise_across(
    article: Article, context: Context, settings: Settings, usages: Usages
) -> Iterator[Raised]:
    """Run the rules that look across articles: on each bitext, with what they noted before."""
    for rule in load_rules():
        if rule.scope is Scope.CORPUS:
            for bitext in article.bitexts:
                if not bitext.complement:
                    corpus = Corpus(bitext, usages[rule.code])
                    for flag in _run_rule(rule, corpus, context, settings):
                        yield Raised(rule, flag, article.bundle.name)


def _judged_elsewhere(rule: Rule, subject: object) -> bool:
    """Tell whether the rule sees the pair the other way round: complements show gaps alone."""
    complement = isinstance(subject, Bitext) and subject.complement
    return complement and rule.effect not in _SEEN_IN_COMPLEMENTS


def _run_rule(rule: Rule, subject: object, context: Context, settings: Settings) -> Iterator[Flag]:
    options = {
        name.replace("-", "_"): value for name, value in settings.options.get(rule.code, {}).items()
    }
    return rule.function(subject, context, **options)


def _index_counterparts(
    bitexts: Iterable[Bitext],
) -> dict[tuple[str, int], tuple[tuple[str, Segment], ...]]:
    """Index, for every aligned segment, what the other versions have in its place."""
    found: dict[tuple[str, int], list[tuple[str, Segment]]] = defaultdict(list)
    for bitext in bitexts:
        source, target = bitext.source, bitext.target
        for bead in bitext.beads:
            for segment in bead.source:
                found[source.path, segment.index] += [(target.locale, s) for s in bead.target]
            for segment in bead.target:
                found[target.path, segment.index] += [(source.locale, s) for s in bead.source]
    return {key: tuple(segments) for key, segments in found.items()}


def _make_finding(one: Raised, settings: Settings) -> Finding:
    rule, flag = one.rule, one.flag
    default = flag.severity or rule.severity
    return Finding(
        code=rule.code,
        name=rule.name,
        effect=rule.effect,
        severity=settings.severity.get(rule.code, default),
        confidence=flag.confidence,
        message=flag.message,
        bundle=one.bundle,
        locale=flag.place.locale,
        path=flag.place.path,
        span=flag.place.span,
        text=flag.place.text,
        source=flag.source,
        suggestion=flag.suggestion,
        fingerprint=fingerprint_flag(one),
        under=flag.place.under,
    )


def fingerprint_flag(one: Raised) -> str:
    """Name a finding by what it is about, not where it stands.

    Hexadecimal digits of the SHA-256 of code, bundle, locale and the texts concerned (folded), so
    that it survives edits elsewhere in the file.
    """
    flag = one.flag
    source = flag.source.text if flag.source else ""
    # Neither line nor message: both change with edits elsewhere and with versions of the tool.
    parts = (
        one.rule.code,
        one.bundle,
        flag.place.locale,
        _fold_text(flag.place.text),
        _fold_text(source),
    )
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:_FINGERPRINT_LENGTH]


def _fold_text(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
