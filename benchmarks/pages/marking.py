"""Compares what is found in a copy with what was planted there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from benchmarks.accuracy.findings import CODES, STRUCTURAL
from benchmarks.cases.gold import same_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.model import Article, Bead, Bitext, Finding, Segment, Span
    from benchmarks.pages.sheets import Copy

MOVED, OMITTED, UNRELATED = "AC105", "AC106", "AC107"
_WATCHED = (*STRUCTURAL, MOVED, OMITTED, UNRELATED)
_QUOTE = 90

Known: TypeAlias = frozenset[tuple[str, str, str, str]]
"""Findings by their code, locale, text and counterpart's text."""


@dataclass(slots=True)
class Mark:
    """What was found in a copy: how much of what there was, and what else.

    ``whole`` tells that all that is missing was reported as one section; ``misjudged`` that
    something was reported as dropped or added that is not.
    """

    copy: Copy
    gold: int = 0
    found: int = 0
    right: int = 0
    whole: bool = False
    wrong: list[Finding] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    @property
    def misjudged(self) -> bool:
        """Whether something that is there was reported as dropped, or as added."""
        return any(finding.code in STRUCTURAL for finding in self.wrong)


def known(findings: Iterable[Finding]) -> Known:
    """Give what tells findings again in a copy of their page."""
    return frozenset(_key(finding) for finding in findings)


def _key(finding: Finding) -> tuple[str, str, str, str]:
    other = finding.source.text if finding.source else ""
    return finding.code, finding.locale, finding.text, other


def mark(copy: Copy, article: Article, findings: Iterable[Finding], standing: Known) -> Mark:
    """Compare the findings in a copy's version, but those of the page as it is, with the gold."""
    (bitext,) = (each for each in article.bitexts if each.target.locale == copy.lang)
    fresh = [
        finding
        for finding in findings
        if finding.locale == copy.lang
        and finding.code in _WATCHED
        and _key(finding) not in standing
    ]
    made = Mark(copy)
    for finding in fresh:
        if _is_right(finding, copy, bitext):
            made.right += 1
        else:
            made.wrong.append(finding)
    _count_blocks(made, bitext, fresh)
    _count_sentence(made, bitext, fresh)
    _count_moved(made, bitext, fresh)
    made.whole = _is_whole(copy, bitext, fresh)
    return made


def _is_right(finding: Finding, copy: Copy, bitext: Bitext) -> bool:
    source, target = bitext.source.segments, bitext.target.segments
    if finding.code in CODES["dropped"]:
        return any(_covers(_source(finding), source[index]) for index in copy.missing)
    if finding.code in CODES["added"]:
        return any(_covers(finding.span, target[index]) for index in copy.added)
    if finding.code == OMITTED:
        text = finding.source.text if finding.source else ""
        return bool(copy.sentence) and same_words(text, copy.sentence)
    moved = copy.kind == "moved" and finding.code == MOVED
    return moved and any(_covers(finding.span, segment) for segment in _touched(copy, bitext))


def _source(finding: Finding) -> Span:
    return finding.source.span if finding.source else finding.span


def _covers(span: Span, segment: Segment) -> bool:
    return span.start <= segment.span.start and segment.span.end <= span.end


def _touched(copy: Copy, bitext: Bitext) -> list[Segment]:
    """Give the blocks of the version that were moved, merged or split."""
    places = [i for i, block in enumerate(copy.blocks) if set(block) & set(copy.touched)]
    return [bitext.target.segments[place] for place in places]


def _count_blocks(made: Mark, bitext: Bitext, findings: Sequence[Finding]) -> None:
    """Count the prose that is missing, and the blocks that were added."""
    copy = made.copy
    dropped = [finding for finding in findings if finding.code in CODES["dropped"]]
    added = [finding for finding in findings if finding.code in CODES["added"]]
    lost = [bitext.source.segments[index] for index in copy.missing if copy.page.prose(index)]
    for segment in lost:
        _count(made, bitext, segment, [_source(finding) for finding in dropped])
    for index in copy.added:
        _count(made, bitext, bitext.target.segments[index], [finding.span for finding in added])


def _count_sentence(made: Mark, bitext: Bitext, findings: Sequence[Finding]) -> None:
    if made.copy.sentence:
        found = any(_is_right(f, made.copy, bitext) for f in findings if f.code == OMITTED)
        segment = bitext.source.segments[made.copy.touched[0]]
        made.gold += 1
        made.found += found
        if not found:
            made.misses.append(_missed(bitext, segment, made.copy.sentence))


def _count_moved(made: Mark, bitext: Bitext, findings: Sequence[Finding]) -> None:
    if made.copy.kind == "moved":
        found = any(_is_right(f, made.copy, bitext) for f in findings if f.code == MOVED)
        made.gold += 1
        made.found += found
        if not found:
            made.misses.append(_missed(bitext, _touched(made.copy, bitext)[0]))


def _count(made: Mark, bitext: Bitext, segment: Segment, spans: Sequence[Span]) -> None:
    found = any(_covers(span, segment) for span in spans)
    made.gold += 1
    made.found += found
    if not found:
        made.misses.append(_missed(bitext, segment))


def _is_whole(copy: Copy, bitext: Bitext, findings: Sequence[Finding]) -> bool:
    dropped = [finding for finding in findings if finding.code in CODES["dropped"]]
    segments = [bitext.source.segments[index] for index in copy.missing]
    return [finding.code for finding in dropped] == ["AC101"] and all(
        _covers(_source(dropped[0]), segment) for segment in segments
    )


def _missed(bitext: Bitext, segment: Segment, text: str = "") -> str:
    """Write where a miss is, and what the block was taken for."""
    document = bitext.source if segment in bitext.source.segments else bitext.target
    where = f"{bitext.target.path} {document.locale}:{segment.span.start_line}"
    bead = next(each for each in bitext.beads if segment in (*each.source, *each.target))
    return f"{where} {_quote(text or segment.text)}\n             {_taken(bead)}"


def _taken(bead: Bead) -> str:
    how = f"similarity {bead.similarity:.2f} confidence {bead.confidence:.2f}"
    sides = (" ¦ ".join(segment.text for segment in side) for side in (bead.source, bead.target))
    source, target = map(_quote, sides)
    return f"{how}{' moved' if bead.moved else ''} {source} ~ {target}"


def listed(finding: Finding) -> str:
    """Write a finding on two lines: where it is and how sure, what it quotes of both sides."""
    head = f"{finding.path}:{finding.span.start_line} {finding.code} {finding.confidence:.2f}"
    if finding.source is None:
        return f"{head} {_quote(finding.text)}"
    source = f"{finding.source.locale}:{finding.source.span.start_line}"
    return f"{head} {_quote(finding.text)}\n             {source} {_quote(finding.source.text)}"


def _quote(text: str) -> str:
    return repr(" ".join(text.split())[:_QUOTE])
