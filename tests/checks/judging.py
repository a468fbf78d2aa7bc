"""Comments and what comes of them, the way the pipeline goes about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from aligncheck.config import Config
from aligncheck.engine import Context, Rule, Settings, check_comments, rule_effects, rule_names
from aligncheck.formats import read_document
from aligncheck.model import Bundle, Finding, Place, Severity
from aligncheck.termbase import Termbase
from aligncheck.triage import locate_comments, read_comments, triage_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from aligncheck.model import Document, Suppressed

CONFIG: Final = Config(root=Path.cwd())
BUNDLE: Final = Bundle("tea", "en", {"sv": "sv.md", "en": "en.md"})
NAMES: Final = rule_names()
EFFECTS: Final = rule_effects()


def document(text: str, path: str = "sv.md") -> Document:
    """Read a Markdown text as a version."""
    return read_document(path, path.removesuffix(".md"), text)


def finding(code: str, place: Place, source: Place | None = None) -> Finding:
    """Make a finding of a rule at a place; its fingerprint is made of what it is about."""
    return Finding(
        code=code,
        name=NAMES[code],
        effect=EFFECTS[code],
        severity=Severity.ERROR,
        confidence=0.9,
        message=f"{code} here",
        bundle="tea",
        locale=place.locale,
        path=place.path,
        span=place.span,
        text=place.text,
        source=source,
        suggestion=None,
        fingerprint=f"{code}/{place.text[:20]}",
    )


def judge(
    findings: Iterable[Finding],
    documents: Sequence[Document],
    config: Config = CONFIG,
    *,
    known: Mapping[str, int] | None = None,
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Part what counts from what is silenced, findings on comments among them."""
    found = list(findings)
    settings = Settings(config.rules, config.severity, config.min_confidence)
    located = locate_comments(documents)
    comments = read_comments(found, located, config, NAMES, EFFECTS)
    context = Context(Termbase(()), locales=("sv", "en"))
    everything = check_comments(found, comments, [BUNDLE], context, settings)
    return triage_findings(everything, located, config, known=known)


def raised_by_comments(rule: Rule, body: str, found: str) -> str:
    """Give what a rule on comments raises about one before a segment with a finding of a code."""
    text = document(f"<!-- aligncheck: {body} -->\n\nSome words.\n")
    findings = [finding(code, text.place(text.segments)) for code in found.split()]
    kept, _ = judge(findings, [text])
    return " ".join(f"{one.code} 「{one.text}」" for one in kept if one.code == rule.code)
