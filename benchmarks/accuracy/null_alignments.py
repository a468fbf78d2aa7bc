"""What the aligner would have reported as dropped, added or moved, on the labelled cases."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from aligncheck.alignment.vector_space import load_vector_space
from benchmarks.accuracy.version_pairs import relation_outcomes
from benchmarks.cases.alignments import align_whole
from benchmarks.cases.articles import LANGS
from benchmarks.cases.gold import SUITES, same_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.model import Bead, Bitext
    from benchmarks.cases.articles import Article, Embed
    from benchmarks.cases.gold import Fault

_SURE = 0.5
"""The confidence from which a null alignment is reported, as min-confidence has it."""


def print_findings(cases: Sequence[Article], embed: Embed, model: str) -> None:
    """Print recall, precision and false alarms, with the source and among peers."""
    for suite in SUITES:
        some = [article for article in cases if article.case.suite == suite]
        if some:
            print(f"\n{suite}, {len(some)} articles, source en")
            print(_told(_counted(some, embed, model)))
    print("\nversions of one article taken for unrelated, different articles taken for versions:")
    for name, (wrong, total) in relation_outcomes(cases, embed, load_vector_space(model)).items():
        print(f"  {name:28} {wrong} of {total}")


def _counted(cases: Sequence[Article], embed: Embed, model: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for article in cases:
        documents = [article.documents[lang] for lang in LANGS]
        for bitext in align_whole(documents, "en", embed, model):
            counts.update(_nulls(article, bitext))
            counts.update(_sections(article, bitext))
            counts.update(_benign(article, bitext))
            counts.update(_omissions(article, bitext))
        counts["articles"] += 1
    return counts


def _reported(bitext: Bitext) -> Iterator[Bead]:
    for bead in bitext.beads:
        if not (bead.source and bead.target) and bead.confidence >= _SURE:
            yield bead


def _nulls(article: Article, bitext: Bitext) -> Counter[str]:
    lang = bitext.target.locale
    groups = article.groups("en", lang)
    gone = {a[0] for a, b in groups if not b}, {b[0] for a, b in groups if not a}
    said = (
        {bead.source[0].index for bead in _reported(bitext) if bead.source},
        {bead.target[0].index for bead in _reported(bitext) if bead.target},
    )
    prose = {i for f in article.faults("dropped", lang) for i in article.segments("en", f.prose)}
    return Counter(
        {
            "prose": len(prose),
            "prose found": len(prose & said[0]),
            "dropped": len(said[0]),
            "dropped right": len(said[0] & gone[0]),
            "added gold": len(gone[1]),
            "added": len(said[1]),
            "added right": len(said[1] & gone[1]),
        }
    )


def _sections(article: Article, bitext: Bitext) -> Counter[str]:
    """Count dropped sections whose prose is all null, with no link in between."""
    linked = {s.index for bead in bitext.beads if bead.target for s in bead.source}
    said = {bead.source[0].index for bead in _reported(bitext) if bead.source}
    counts: Counter[str] = Counter()
    for fault in article.faults("dropped", bitext.target.locale):
        if fault.how == "section":
            whole = set(article.segments("en", fault.en))
            counts.update(
                {"sections": 1, "sections whole": not whole & linked and bool(whole & said)}
            )
    return counts


def _benign(article: Article, bitext: Bitext) -> Counter[str]:
    lang = bitext.target.locale
    changes = [change for change in article.case.benign if change.lang == lang]
    wrong = sum(_misjudged(article, change, bitext) for change in changes)
    return Counter({"benign": len(changes), "benign reported": wrong})


def _misjudged(article: Article, change: Fault, bitext: Bitext) -> bool:
    ours = set(article.segments("en", change.en))
    theirs = set(article.segments(bitext.target.locale, change.target))
    return any(
        {s.index for s in bead.source} & ours or {s.index for s in bead.target} & theirs
        for bead in _reported(bitext)
    )


def _omissions(article: Article, bitext: Bitext) -> Counter[str]:
    lang = bitext.target.locale
    faults = article.faults("omitted_sentence", lang)
    gold = {index: f.text for f in faults for index in article.segments("en", f.en)}
    said = [
        sentence.source[0]
        for bead in bitext.beads
        for sentence in bead.sentences
        if sentence.source and not sentence.target and sentence.confidence >= _SURE
    ]
    right = [
        s.segment.index
        for s in said
        if (text := gold.get(s.segment.index)) and same_words(s.text, text)
    ]
    return Counter(
        {
            "omitted": len(gold),
            "omitted found": len(set(right)),
            "sentences": len(said),
            "sentences right": len(right),
        }
    )


def _told(counts: Counter[str]) -> str:
    def share(part: str, whole: str) -> str:
        return f"{counts[part] / counts[whole]:.3f} of {counts[whole]}" if counts[whole] else "none"

    false = counts["dropped"] + counts["added"] - counts["dropped right"] - counts["added right"]
    return "\n".join(
        [
            f"  dropped prose: recall {share('prose found', 'prose')}",
            f"  dropped: precision {share('dropped right', 'dropped')}",
            (
                f"  added: recall {share('added right', 'added gold')}, "
                f"precision {share('added right', 'added')}"
            ),
            f"  false dropped or added segments per article: {false / counts['articles']:.3f}",
            f"  dropped sections in one piece: {share('sections whole', 'sections')}",
            f"  moved, swapped, merged, split reported: {share('benign reported', 'benign')}",
            (
                f"  omitted sentences: recall {share('omitted found', 'omitted')}, "
                f"precision {share('sentences right', 'sentences')}"
            ),
        ]
    )
