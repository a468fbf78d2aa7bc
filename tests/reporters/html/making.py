"""Articles made by hand, with findings at words, for pages to show."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, TypeAlias

from aligncheck.engine import rule_effects
from aligncheck.formats import read_document
from aligncheck.model import (
    Article,
    Bead,
    Bitext,
    Bundle,
    Finding,
    Place,
    Run,
    Severity,
    Summary,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.model import Document

EFFECTS: Final = rule_effects()
Pair: TypeAlias = "tuple[Sequence[int], Sequence[int]]"

EN = """\
# News of the harbour

The quay is closed to cars from May.

Boats book the crane at the [office](https://harbour.example/en).

Deliveries are let through until 10 in the morning.

The fish market opens at noon.
"""
SV = """\
# Nytt från hamnen

Kajen är closed to cars från maj, säger hamn&shy;kontoret & [kajvakten](https://kaj.example/).

Leveranser släpps igenom till 11 på förmiddagen.

Fiskmarknaden har **nya bås** i år.

Fiskmarknaden öppnar klockan tolv.
"""
ZH = """\
# 港口新闻

鱼市中午开门。

从五月起，码头禁止汽车通行。

船只在[办公室](https://harbour.example/en)预订起重机。

送货车辆上午10点以前可以通行。
"""


def document(path: str, locale: str, text: str) -> Document:
    """Parse a version that is on no disk."""
    return read_document(path, locale, text)


def bitext(source: Document, target: Document, pairs: Sequence[Pair], moved: int = -1) -> Bitext:
    """Align two versions by the numbers of their segments; `moved` is one of the target's."""
    beads = tuple(
        Bead(
            tuple(source.segments[i] for i in left),
            tuple(target.segments[i] for i in right),
            0.9 if left and right else 0.0,
            moved=moved in right,
        )
        for left, right in pairs
    )
    return Bitext(source, target, beads)


def place(document: Document, words: str) -> Place:
    """Locate words that stand once in a version."""
    (segment,) = (each for each in document.segments if words in each.text)
    start = segment.text.index(words)
    return document.place_of(segment, start, start + len(words))


def finding(  # noqa: PLR0917 - as a row of a table
    code: str,
    name: str,
    at: Place,
    source: Place | None = None,
    severity: Severity = Severity.ERROR,
    message: str = "",
    bundle: str = "harbour",
) -> Finding:
    """Make a finding at a place."""
    about = f"{code} {bundle} {at.locale} {at.span} {at.text}"
    return Finding(
        code=code,
        name=name,
        effect=EFFECTS[code],
        severity=severity,
        confidence=0.9,
        message=message or f"“{at.text}” is wrong",
        bundle=bundle,
        locale=at.locale,
        path=at.path,
        span=at.span,
        text=at.text,
        source=source,
        suggestion="Mend it",
        fingerprint=hashlib.sha256(about.encode()).hexdigest()[:16],
    )


def harbour(name: str = "harbour") -> Run:
    """Make an article in three languages with a fault of every kind that is drawn differently."""
    en, sv, zh = (
        document(f"{name}/{locale}.md", locale, text)
        for locale, text in (("en", EN), ("sv", SV), ("zh", ZH))
    )
    bundle = Bundle(name, "en", {d.locale: d.path for d in (en, sv, zh)})
    to_sv = bitext(en, sv, [([0], [0]), ([1], [1]), ([2], []), ([3], [2]), ([], [3]), ([4], [4])])
    to_zh = bitext(en, zh, [([0], [0]), ([4], [1]), ([1], [2]), ([2], [3]), ([3], [4])], moved=1)
    crane = en.place([en.segments[2]])
    findings = (
        finding("AC203", "untranslated-fragment", place(sv, "closed to cars"), bundle=name),
        finding("AC102", "dropped-segment", sv.insertion_point(2), crane, bundle=name),
        finding("AC401", "number-mismatch", place(sv, "11"), place(en, "10"), bundle=name),
        finding(
            "AC104",
            "added-segment",
            sv.place([sv.segments[3]]),
            severity=Severity.WARNING,
            bundle=name,
        ),
        finding(
            "AC105",
            "moved",
            zh.place([zh.segments[1]]),
            en.place([en.segments[4]]),
            severity=Severity.INFO,
            bundle=name,
        ),
    )
    article = Article(bundle, (en, sv, zh), (), (to_sv, to_zh))
    return run((article,), findings)


def long(paragraphs: int) -> Run:
    """Make an article many windows high, with a finding in every second paragraph."""
    en, sv = (
        document(
            f"long/{locale}.md",
            locale,
            "\n\n".join(f"{words} {number}. " * 20 for number in range(paragraphs)),
        )
        for locale, words in (("en", "The ferry calls at pier"), ("sv", "Färjan angör brygga"))
    )
    pairs = bitext(en, sv, [([each], [each]) for each in range(paragraphs)])
    findings = [
        finding("AC401", "number-mismatch", sv.place([segment]), bundle="long")
        for segment in sv.segments[1::2]
    ]
    bundle = Bundle("long", "en", {"en": en.path, "sv": sv.path})
    return run((Article(bundle, (en, sv), (), (pairs,)),), findings)


def in_locales(*targets: str) -> Run:
    """Make an article with many versions, a finding in the first and in the last target."""
    en, *others = (
        document(f"canal/{each}.md", each, "\n\n".join(f"{each} {n}. " * 20 for n in range(30)))
        for each in ("en", *targets)
    )
    pairs = [([each], [each]) for each in range(30)]
    bundle = Bundle("canal", "en", {each.locale: each.path for each in (en, *others)})
    found = [
        finding("AC201", "untranslated-segment", one.place([one.segments[at]]), bundle="canal")
        for one, at in ((others[0], 2), (others[-1], 25))
    ]
    bitexts = tuple(bitext(en, other, pairs) for other in others)
    return run((Article(bundle, (en, *others), (), bitexts),), found)


def run(articles: Sequence[Article], findings: Sequence[Finding]) -> Run:
    """Make a run of articles and findings."""
    summary = Summary(
        bundles=len(articles),
        documents=sum(len(article.documents) for article in articles),
        segments=sum(len(d.segments) for article in articles for d in article.documents),
    )
    bundles = tuple(article.bundle for article in articles)
    return Run(
        tuple(findings), bundles=bundles, summary=summary, model="e5", articles=tuple(articles)
    )


def many(number: int) -> Run:
    """Make a run of that many articles alike, one in three without findings."""
    made = [harbour(f"articles/{each:05}") for each in range(number)]
    findings = [f for each, one in enumerate(made) if each % 3 for f in one.findings]
    return run([one.articles[0] for one in made], findings)


HOSTILE = (
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 2'>",
    "[click](javascript:window.hacked=3)",
    "</p></td></tr></table></template></script></style><script>window.hacked = 4</script>",
    '" onmouseover="window.hacked = 5" x="',
    "<svg onload='window.hacked = 6'><b>unclosed <i>tags",
    "{{ 7 * 7 }} {% raw %} ${window.hacked = 7}",
    "\u202eevil\u202c \u2066isolated\u2069 \u200bzero\x07 \ufeffmark",
    "<!-- --> <![CDATA[ ]]> &lt;script&gt;window.hacked = 8&lt;/script&gt;",
    "<iframe srcdoc='<script>parent.hacked = 9</script>'></iframe>",
    "<base href='//evil.example/'><meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<a href='data:text/html,<script>1</script>'>data</a> <form action=//evil.example><input>",
)


def hostile() -> Run:
    """Make articles out of everything that must not work, in every place of text."""
    articles, findings = [], []
    for number, attack in enumerate(HOSTILE):
        for suffix in ("md", "html", "txt"):
            name = f"{attack}-{number}.{suffix}"
            text = f"# {attack}\n\nKajen. {attack}\n" if suffix == "md" else f"<p>Kajen. {attack}"
            en, sv = (
                document(f"{name}/{locale}.{suffix}", locale, text) for locale in ("en", "sv")
            )
            bundle = Bundle(name, "en", {"en": en.path, "sv": sv.path})
            shared = min(len(en.segments), len(sv.segments))
            pairs = bitext(en, sv, [([i], [i]) for i in range(shared)])
            articles.append(Article(bundle, (en, sv), (), (pairs,)))
            whole = Place(sv.path, attack if number % 4 == 0 else "sv", sv.segments[0].span, attack)
            findings.append(finding("AC201", attack, whole, whole, message=attack, bundle=name))
    return run(articles, findings)
