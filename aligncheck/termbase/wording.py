"""What a translation says in the place of a term it ought to have, as far as can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from aligncheck.model import TermStatus
from aligncheck.termbase.demands import STRICT_MANNERS, stands_out
from aligncheck.termbase.folding import HAN, fold, has_han, simplified
from aligncheck.termbase.manners import Manner
from aligncheck.termbase.matching import longest
from aligncheck.termbase.morphology import How
from aligncheck.termbase.strays import stray_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.termbase.demands import Demand, Exchange

_QUOTED: Final = re.compile(
    r"「([^「」]+)」|『([^『』]+)』|“([^“”]+)”|\"([^\"]+)\"|《([^《》]+)》|»([^«»]+)«|”([^”]+)”"
)
_JOINT: Final = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|\s*→\s*")
_JOINT_BEFORE: Final = re.compile(r"(?:\s[-–—]\s*|→\s*)$")
_CHUNK: Final = re.compile(
    rf"(?<!\S)[{HAN}][^\s，。；：、,.;:!?！？（）()]*(?![^\s，。；：、,.;:!?！？（）()])"
)
_NAME: Final = re.compile(r"[\w-]+")
_UPPER: Final = r"(?<![\w-])[A-ZÅÄÖÉ][\w-]*"
_CAPITALIZED: Final = re.compile(rf"{_UPPER}(?: {_UPPER})*")
_PATH: Final = re.compile(
    rf"{_UPPER}(?: [\w-]+){{0,3}}?(?:(?: [-–—] ?| ?[-–—] | ?→ ?){_UPPER}(?: [\w-]+){{0,4}}?)*"
    rf"(?: [-–—] ?| ?[-–—] | ?→ ?){_UPPER}(?:(?: [\w-]+){{1,2}}(?=[.,;:)]|$))?"
)
_SENTENCE_END: Final = re.compile(r"(?:[.!?:…;]|^|\n)[\s\"'“”‘’«»(\[*_-]*$")
LEAST_SHARED: Final = 4
"""Letters at its beginning or end that a word shares with the term it may stand for."""
LEAST_CHARACTERS: Final = 0.5
"""Share of the term's Chinese characters that such a wording holds."""
STEP: Final = 0.2
"""How far each of its neighbours on a path of menus weighs."""
LEAST_HEAD_CHARACTERS: Final = 2
"""Chinese characters of the last part of a term that may stand for it."""
LONGEST_ENDING: Final = 5
"""Letters that inflection adds at most (-ernas)."""
_FUNCTION: Final = "的了和与在是这些该此种个每各将把被对用为从向由其两几"
GUESS: Final = 0.3
"""Weight of a word that nothing but its place speaks for."""
REACH: Final = 0.4
"""How far the place in the sentence weighs against the kind of evidence."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch of the target that may stand for a term, and how much speaks for it (0 to 1).

    ``verbatim`` marks the source term itself.
    """

    start: int
    end: int
    weight: float
    verbatim: bool = False


def wording_for(demand: Demand, exchange: Exchange) -> Wording | None:
    """Find what the target says in the place of a term that it lacks, or None."""
    found = [each for each in _candidates(demand, exchange) if _is_free(each, exchange)]
    if not found and demand.manner is Manner.WORD:
        stray = stray_for(demand, exchange)
        found = [Wording(*stray, GUESS)] if stray else []
    if not found:
        return None
    return max(found, key=lambda each: each.weight + _likeness(each, demand, exchange))


def _likeness(wording: Wording, demand: Demand, exchange: Exchange) -> float:
    """Weigh whether a stretch stands where the term stands: in the text, and on a path of menus."""
    source, target = exchange.source.text, exchange.target.text
    place = demand.start / max(len(source), 1)
    distance = abs(wording.start / max(len(target), 1) - place)
    own = _on_path(source, demand.start, demand.end)
    there = _on_path(target, wording.start, wording.end)
    same = sum(a == b for a, b in zip(own, there, strict=True)) if any(own) else 0
    return STEP * same - REACH * distance


def _on_path(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a step of a menu path comes before a stretch, and whether one comes after."""
    before = _JOINT_BEFORE.search(text[:start]) is not None
    return before, _JOINT.match(text, end) is not None


def _is_free(wording: Wording, exchange: Exchange) -> bool:
    """Tell whether a stretch is not the translation of another term of the source."""
    asked = {concept.id for demand in exchange.demands for concept in demand.concepts}
    return not any(
        match.concept.id in asked
        and match.term.status is not TermStatus.FORBIDDEN
        and match.how is not How.EMBEDDED
        and match.start < wording.end
        and wording.start < match.end
        for match in exchange.offered
    )


def _candidates(demand: Demand, exchange: Exchange) -> Iterator[Wording]:
    yield from _verbatim(demand, exchange)
    yield from _forbidden(demand, exchange)
    if demand.manner in STRICT_MANNERS:
        has_steps = any(_JOINT.search(term.text) for term in demand.expected)
        yield from _paths(exchange.target.text) if has_steps else ()
        yield from _labels(exchange)
    yield from _akin(demand, exchange.target.text)


def _verbatim(demand: Demand, exchange: Exchange) -> Iterator[Wording]:
    """Find the source term itself, left as it is."""
    term = exchange.source.text[demand.start : demand.end]
    for found in re.finditer(rf"(?<![\w]){re.escape(term)}(?![^\W{HAN}])", exchange.target.text):
        yield Wording(*found.span(), 1.0, verbatim=True)


def _forbidden(demand: Demand, exchange: Exchange) -> Iterator[Wording]:
    names = {concept.id for concept in demand.concepts}
    for match in exchange.offered:
        if match.concept.id in names and match.term.status is TermStatus.FORBIDDEN:
            yield Wording(match.start, match.end, 1.0)


def _labels(exchange: Exchange) -> Iterator[Wording]:
    """Find what stands out as a label: terms nobody asked for, quotes, steps of menus, names."""
    text = exchange.target.text
    for match in longest(match for match in exchange.offered if match.how is not How.EMBEDDED):
        shown = stands_out(text, match.start, match.end)
        if has_han(match.term.text) or (shown and not _opens(text, match.start)):
            yield Wording(match.start, match.end, 0.9 if shown else 0.75)
    for found in _QUOTED.finditer(text):
        group = found.lastindex or 0
        yield from _steps(text, *found.span(group), 0.7)
    for found in _CHUNK.finditer(text):
        yield Wording(*found.span(), 0.5)
    words = set(_NAME.findall(exchange.source.text))
    for found in _CAPITALIZED.finditer(text):
        start, end = _without_opening(text, *found.span())
        if start < end and not words.issuperset(_NAME.findall(text[start:end])):
            yield Wording(start, end, 0.6)


def _paths(text: str) -> Iterator[Wording]:
    """Find whole paths of menus, for terms that are such."""
    for found in _QUOTED.finditer(text):
        group = found.lastindex or 0
        if _JOINT.search(found.group(group)):
            yield Wording(*found.span(group), 1.0)
    for found in _PATH.finditer(text):
        start, end = _without_opening(text, *found.span())
        if _JOINT.search(text, start, end):
            yield Wording(start, end, 0.95)


def _without_opening(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the first word of a sentence, whose capital says nothing."""
    if not _opens(text, start):
        return start, end
    blank = text.find(" ", start, end)
    return (blank + 1, end) if blank >= 0 else (end, end)


def _steps(text: str, start: int, end: int, weight: float) -> Iterator[Wording]:
    """Cut a path of menus into its steps."""
    at = start
    for joint in _JOINT.finditer(text, start, end):
        yield Wording(at, joint.start(), weight)
        at = joint.end()
    yield Wording(at, end, weight)


def _opens(text: str, start: int) -> bool:
    return not has_han(text[start : start + 1]) and _SENTENCE_END.search(text[:start]) is not None


def is_short_form(demand: Demand, exchange: Exchange) -> bool:
    """Tell whether the target has the last part of a term, as texts do after its first mention.

    The valves for the heart valves, klaffarna for hjärtklaffarna, 细胞 for 神经细胞.
    """
    text = exchange.target.text
    return any(_has_head(term.text, text) for term in demand.expected)


def _has_head(term: str, text: str) -> bool:
    if has_han(term):
        heads = (simplified(term)[at:] for at in range(1, len(term) - LEAST_HEAD_CHARACTERS + 1))
        plain = simplified(text)
        return any(re.search(f"(?<![{HAN}]){h}|[{_FUNCTION}]{h}", plain) for h in heads)
    last = fold(term).text.split()[-1]
    words = {fold(word).text for word in re.findall(r"[^\W\d_]+", text)}
    ends = {last} if " " in term else {last[at:] for at in range(3, len(last) - LEAST_SHARED + 1)}
    return any(_is_form(word, head) for word in words for head in ends)


def _is_form(word: str, head: str) -> bool:
    """Tell whether a word is a head with no more than an ending."""
    stem = head.rstrip("aeys") if len(head) > LEAST_SHARED + 1 else head
    return word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING


def _akin(demand: Demand, text: str) -> Iterator[Wording]:
    """Find words that share a part with the term: hjärtventil for hjärtklaff, 心瓣 for 心脏瓣膜."""
    for term in demand.expected:
        if has_han(term.text):
            yield from _akin_han(simplified(term.text), text)
        else:
            yield from _akin_words(fold(term.text).text.split()[-1], text)


def _akin_words(word: str, text: str) -> Iterator[Wording]:
    for found in re.finditer(r"[^\W\d_]+", text):
        other = fold(found.group()).text
        shared = max(_shared(word, other), _shared(word[::-1], other[::-1]))
        if shared >= max(LEAST_SHARED, len(word) / 3):
            yield Wording(*found.span(), 0.3 + 0.5 * shared / max(len(word), len(other)))


def _shared(one: str, other: str) -> int:
    """Count the letters that two words share at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _akin_han(term: str, text: str) -> Iterator[Wording]:
    """Find runs of characters of which most are the term's."""
    plain = simplified(text)
    allowed = set(term)
    for found in re.finditer(f"[{HAN}]+", plain):
        yield from _runs(found.group(), found.start(), term, allowed)


def _runs(run: str, offset: int, term: str, allowed: set[str]) -> Iterator[Wording]:
    for length in range(2, len(term) + 2):
        for at in range(len(run) - length + 1):
            window = run[at : at + length]
            shared = len(allowed & set(window))
            ends = window[0] in allowed and window[-1] in allowed
            if ends and shared >= max(2, LEAST_CHARACTERS * len(allowed)):
                weight = 0.3 + 0.5 * shared / max(len(allowed), length)
                yield Wording(offset + at, offset + at + length, weight)
