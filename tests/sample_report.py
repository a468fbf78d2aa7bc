"""A report made by hand, with all that an output format has to cope with."""

from __future__ import annotations

from aligncheck.model import (
    Bundle,
    Effect,
    Finding,
    Place,
    Run,
    Severity,
    Span,
    Summary,
    Suppressed,
)

EN = "articles/harbour/en.md"
SV = "articles/harbour/sv.md"
ZH = "articles/harbour/zh.md"

DROPPED = Finding(
    code="AC102",
    name="dropped-segment",
    effect=Effect.LOSS,
    severity=Severity.ERROR,
    confidence=0.97,
    message="2 neighbouring segments of the en version: missing here",
    bundle="harbour",
    locale="sv",
    path=SV,
    span=Span(14, 1, 14, 1),
    text="",
    source=Place(
        EN,
        "en",
        Span(12, 1, 14, 62),
        "The quay is closed to cars from May to September, but deliveries are let through before "
        "ten in the morning and boats that need a crane can book one at the harbour office.\n"
        "Bicycles may be left in the rack behind the fish market.",
    ),
    suggestion="Translate and insert before line 14",
    fingerprint="0123456789abcdef",
)
UNTRANSLATED = Finding(
    code="AC203",
    name="untranslated-fragment",
    effect=Effect.FOREIGN,
    severity=Severity.ERROR,
    confidence=0.914,
    message="English text in the zh version",
    bundle="harbour",
    locale="zh",
    path=ZH,
    span=Span(9, 7, 9, 26),
    text="\x1b[31mlow | tide\u202e `now` @mayor #7",
    source=None,
    suggestion=None,
    fingerprint="23456789abcdef01",
)
TERM = Finding(
    code="AC301",
    name="glossary-mismatch",
    effect=Effect.WORDING,
    severity=Severity.WARNING,
    confidence=0.8,
    message="“harbour office” is to be translated as “港务办公室”: not [so] here, 100%",
    bundle="harbour",
    locale="zh",
    path=ZH,
    span=Span(16, 3, 17, 4),
    text="码头办公室",
    source=Place(EN, "en", Span(13, 80, 13, 94), "harbour office"),
    suggestion="Write 港务办公室",
    fingerprint="456789abcdef0123",
)
MOVED = Finding(
    code="AC105",
    name="moved",
    effect=Effect.MOVED,
    severity=Severity.INFO,
    confidence=0.66,
    message="This paragraph stands elsewhere in the en version",
    bundle="tide tables",
    locale="sv",
    path="articles/tide tables/100%,sv.md",
    span=Span(3, 1, 3, 20),
    text="Högvatten klockan sju",
    source=None,
    suggestion=None,
    fingerprint="6789abcdef012345",
)
TWICE = Finding(
    code="AC301",
    name="glossary-mismatch",
    effect=Effect.WORDING,
    severity=Severity.WARNING,
    confidence=0.8,
    message=TERM.message,
    bundle="tide tables",
    locale="sv",
    path="articles/tide tables/100%,sv.md",
    span=Span(5, 1, 5, 4),
    text="kaj",
    source=None,
    suggestion=None,
    fingerprint=TERM.fingerprint,
)
BUNDLES = (
    Bundle("harbour", "en", {"en": EN, "sv": SV, "zh": ZH}),
    Bundle(
        "tide tables",
        None,
        {"en": "articles/tide tables/en.md", "sv": "articles/tide tables/100%,sv.md"},
    ),
)
SUMMARY = Summary(
    bundles=2,
    documents=5,
    segments=83,
    elapsed_seconds=2.345,
    embeddings_cached=70,
    embeddings_computed=13,
)
MODEL = "multilingual-e5-small"

REPORT = Run(
    findings=(DROPPED, UNTRANSLATED, TERM, MOVED, TWICE),
    suppressed=(Suppressed(TERM, "baseline"),),
    bundles=BUNDLES,
    summary=SUMMARY,
    model=MODEL,
)
CLEAN = Run(findings=(), bundles=BUNDLES, summary=SUMMARY, model=MODEL)
