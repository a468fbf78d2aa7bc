"""What a translation says in the place of a term it ought to have, as far as can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from aligncheck.languages import find_language
from aligncheck.model import TermStatus
from aligncheck.termbase.lookup.folding import HAN_CLASS, fold_text, has_han, simplify_han
from aligncheck.termbase.lookup.term_matches import keep_longest
from aligncheck.termbase.lookup.word_forms import MatchKind
from aligncheck.termbase.usage.demands import LABEL_OCCURRENCES, stands_out
from aligncheck.termbase.usage.occurrence_kinds import LATIN_CAPITALS, OccurrenceKind
from aligncheck.termbase.usage.positional_candidates import find_positional_candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.termbase.usage.demands import BeadTerms, TermDemand

_QUOTED: Final = re.compile(
    r"「([^「」]+)」|『([^『』]+)』|“([^“”]+)”|\"([^\"]+)\"|《([^《》]+)》|»([^«»]+)«|”([^”]+)”"
)
_JOINT: Final = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|\s*→\s*")
_JOINT_BEFORE: Final = re.compile(r"(?:\s[-–—]\s*|→\s*)$")
_CHUNK: Final = re.compile(
    rf"(?<!\S)[{HAN_CLASS}][^\s，。；：、,.;:!?！？（）()]*(?![^\s，。；：、,.;:!?！？（）()])"
)
_NAME: Final = re.compile(r"[\w-]+")
_UPPER: Final = rf"(?<![\w-])[{LATIN_CAPITALS}][\w-]*"
_CAPITALIZED: Final = re.compile(rf"{_UPPER}(?: {_UPPER})*")
_PATH: Final = re.compile(
    rf"{_UPPER}(?: [\w-]+){{0,3}}?(?:(?: [-–—] ?| ?[-–—] | ?→ ?){_UPPER}(?: [\w-]+){{0,4}}?)*"
    rf"(?: [-–—] ?| ?[-–—] | ?→ ?){_UPPER}(?:(?: [\w-]+){{1,2}}(?=[.,;:)]|$))?"
)
_SENTENCE_END: Final = re.compile(r"(?:[.!?:…;]|^|\n)[\s\"'“”‘’«»(\[*_-]*$")
_AKIN_LETTERS: Final = 4
"""Letters at its beginning or end that a word shares with the term it may stand for; chosen because
three are shared by chance with most words of a paragraph."""
_AKIN_HAN_SHARE: Final = 0.5
"""Share of the term's Chinese characters that such a wording holds; chosen."""
_MENU_NEIGHBOUR_WEIGHT: Final = 0.2
"""What each of its neighbours on a path of menus adds to a weight of 0 to 1; chosen."""
_HEAD_CHARACTERS: Final = 2
"""Chinese characters of the last part of a term that may stand for it; chosen because one character
alone stands in many words."""
POSITION_WEIGHT: Final = 0.3
"""Weight, of 0 to 1, of a word that nothing but its place speaks for; chosen below all others."""
_DISTANCE_WEIGHT: Final = 0.4
"""What a distance as long as the text takes from a weight of 0 to 1; chosen so that a place decides
only between wordings that as much speaks for otherwise."""


@dataclass(frozen=True, slots=True)
class TermWording:
    """A stretch of the target that may stand for a term, and how much speaks for it (0 to 1).

    ``verbatim`` marks the source term itself.
    """

    start: int
    end: int
    weight: float
    verbatim: bool = False


def find_wording(demand: TermDemand, bead: BeadTerms) -> TermWording | None:
    """Find what the target says in the place of a term that it lacks, or None."""
    # en   Fit a release valve first.          demand: "release valve", expected avlastningsventil
    # sv   Montera först en säkerhetsventil.   akin, as it ends like the term: found by that
    # sv   Montera först en knapp.             nothing is akin: found by its place, if by anything
    found = [each for each in _find_candidates(demand, bead) if _is_free(each, bead)]
    if not found and demand.occurrence is OccurrenceKind.WORD:
        stray = find_positional_candidate(demand, bead)
        found = [TermWording(*stray, POSITION_WEIGHT)] if stray else []
    if not found:
        return None
    return max(found, key=lambda each: each.weight + _weigh_position(each, demand, bead))


def _weigh_position(wording: TermWording, demand: TermDemand, bead: BeadTerms) -> float:
    """Weigh whether a stretch stands where the term stands: in the text, and on a path of menus.

    A term that begins at 10 of 100 code points and a wording at 35 of 100 are 0.25 apart: -0.1.
    Where both have steps of a menu before and after them, 0.4 is added.
    """
    source, target = bead.source.text, bead.target.text
    place = demand.start / max(len(source), 1)
    distance = abs(wording.start / max(len(target), 1) - place)
    own = _on_path(source, demand.start, demand.end)
    there = _on_path(target, wording.start, wording.end)
    same = sum(a == b for a, b in zip(own, there, strict=True)) if any(own) else 0
    return _MENU_NEIGHBOUR_WEIGHT * same - _DISTANCE_WEIGHT * distance


def _on_path(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a step of a menu path comes before a stretch, and whether one comes after."""
    before = _JOINT_BEFORE.search(text[:start]) is not None
    return before, _JOINT.match(text, end) is not None


def _is_free(wording: TermWording, bead: BeadTerms) -> bool:
    """Tell whether a stretch is not the translation of another term of the source."""
    asked = {concept.id for demand in bead.demands for concept in demand.concepts}
    return not any(
        match.concept.id in asked
        and match.term.status is not TermStatus.FORBIDDEN
        and match.kind is not MatchKind.EMBEDDED
        and match.start < wording.end
        and wording.start < match.end
        for match in bead.target_terms
    )


def _find_candidates(demand: TermDemand, bead: BeadTerms) -> Iterator[TermWording]:
    yield from _find_source_term(demand, bead)
    yield from _find_forbidden_terms(demand, bead)
    if demand.occurrence in LABEL_OCCURRENCES:
        has_steps = any(_JOINT.search(term.text) for term in demand.expected)
        # a term that is a path of menus is replaced by another path, not by one of its steps
        yield from _find_menu_paths(bead.target.text) if has_steps else ()
        yield from _find_labels(bead)
    yield from _find_akin(demand, bead.target.text)


def _find_source_term(demand: TermDemand, bead: BeadTerms) -> Iterator[TermWording]:
    """Find the source term itself, left as it is."""
    term = bead.source.text[demand.start : demand.end]
    for found in re.finditer(rf"(?<![\w]){re.escape(term)}(?![^\W{HAN_CLASS}])", bead.target.text):
        yield TermWording(*found.span(), 1.0, verbatim=True)


def _find_forbidden_terms(demand: TermDemand, bead: BeadTerms) -> Iterator[TermWording]:
    names = {concept.id for concept in demand.concepts}
    for match in bead.target_terms:
        if match.concept.id in names and match.term.status is TermStatus.FORBIDDEN:
            yield TermWording(match.start, match.end, 1.0)


def _find_labels(bead: BeadTerms) -> Iterator[TermWording]:
    """Find what stands out as a label: terms nobody asked for, quotes, steps of menus, names."""
    text = bead.target.text
    for match in keep_longest(
        match for match in bead.target_terms if match.kind is not MatchKind.EMBEDDED
    ):
        shown = stands_out(text, match.start, match.end)
        if has_han(match.term.text) or (shown and not _opens_sentence(text, match.start)):
            yield TermWording(match.start, match.end, 0.9 if shown else 0.75)
    for found in _QUOTED.finditer(text):
        group = found.lastindex or 0
        yield from _split_menu_path(text, *found.span(group), 0.7)
    for found in _CHUNK.finditer(text):
        yield TermWording(*found.span(), 0.5)
    yield from _find_capitalized(bead)


def _find_capitalized(bead: BeadTerms) -> Iterator[TermWording]:
    """Find what a capital marks as a name, where not every noun has one."""
    text, language = bead.target.text, find_language(bead.target.document.locale)
    if language and language.capitals.nouns:
        return
    words = set(_NAME.findall(bead.source.text))
    for found in _CAPITALIZED.finditer(text):
        start, end = _skip_first_word(text, *found.span())
        if start < end and not words.issuperset(_NAME.findall(text[start:end])):
            yield TermWording(start, end, 0.6)


def _find_menu_paths(text: str) -> Iterator[TermWording]:
    """Find whole paths of menus, for terms that are such."""
    for found in _QUOTED.finditer(text):
        group = found.lastindex or 0
        if _JOINT.search(found.group(group)):
            yield TermWording(*found.span(group), 1.0)
    for found in _PATH.finditer(text):
        start, end = _skip_first_word(text, *found.span())
        if _JOINT.search(text, start, end):
            yield TermWording(start, end, 0.95)


def _skip_first_word(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the first word of a sentence, whose capital says nothing."""
    if not _opens_sentence(text, start):
        return start, end
    blank = text.find(" ", start, end)
    return (blank + 1, end) if blank >= 0 else (end, end)


def _split_menu_path(text: str, start: int, end: int, weight: float) -> Iterator[TermWording]:
    """Cut a path of menus into its steps."""
    at = start
    for joint in _JOINT.finditer(text, start, end):
        yield TermWording(at, joint.start(), weight)
        at = joint.end()
    yield TermWording(at, end, weight)


def _opens_sentence(text: str, start: int) -> bool:
    return not has_han(text[start : start + 1]) and _SENTENCE_END.search(text[:start]) is not None


def has_short_form(demand: TermDemand, bead: BeadTerms) -> bool:
    """Tell whether the target has the last part of a term, as texts do after its first mention.

    The valves for the heart valves, klaffarna for hjärtklaffarna, 细胞 for 神经细胞.
    """
    text, locale = bead.target.text, bead.target.document.locale
    return any(_has_head(term.text, text, locale) for term in demand.expected)


def _has_head(term: str, text: str, locale: str) -> bool:
    language = find_language(locale)
    if has_han(term):
        heads = (simplify_han(term)[at:] for at in range(1, len(term) - _HEAD_CHARACTERS + 1))
        plain = simplify_han(text)
        before = "".join(sorted(language.words.before_terms)) if language else ""
        edge = f"(?:(?<![{HAN_CLASS}])" + (f"|(?<=[{before}])" if before else "") + ")"
        return any(re.search(edge + head, plain) for head in heads)
    last = fold_text(term).text.split()[-1]
    words = {fold_text(word).text for word in re.findall(r"[^\W\d_]+", text)}
    ends = {last} if " " in term else {last[at:] for at in range(3, len(last) - _AKIN_LETTERS + 1)}
    if language is None or language.inflection is None:
        return not words.isdisjoint(ends)
    forms = language.inflection.forms
    return any(not words.isdisjoint(forms(head, "")) for head in ends)


def _find_akin(demand: TermDemand, text: str) -> Iterator[TermWording]:
    """Find words that share a part with the term: hjärtventil for hjärtklaff, 心瓣 for 心脏瓣膜."""
    for term in demand.expected:
        if has_han(term.text):
            yield from _find_akin_han(simplify_han(term.text), text)
        else:
            yield from _find_akin_words(fold_text(term.text).text.split()[-1], text)


def _find_akin_words(word: str, text: str) -> Iterator[TermWording]:
    for found in re.finditer(r"[^\W\d_]+", text):
        other = fold_text(found.group()).text
        # of "hjärtklaff", "hjärtventil" shares the 5 letters "hjärt": 0.3 + 0.5 * 5 / 11 = 0.53
        shared = max(
            _count_shared_letters(word, other), _count_shared_letters(word[::-1], other[::-1])
        )
        if shared >= max(_AKIN_LETTERS, len(word) / 3):
            yield TermWording(*found.span(), 0.3 + 0.5 * shared / max(len(word), len(other)))


def _count_shared_letters(one: str, other: str) -> int:
    """Count the letters that two words share at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _find_akin_han(term: str, text: str) -> Iterator[TermWording]:
    """Find runs of characters of which most are the term's."""
    plain = simplify_han(text)
    allowed = set(term)
    for found in re.finditer(f"[{HAN_CLASS}]+", plain):
        yield from _find_akin_runs(found.group(), found.start(), term, allowed)


def _find_akin_runs(run: str, offset: int, term: str, allowed: set[str]) -> Iterator[TermWording]:
    # term 心脏瓣膜, run 人工心瓣植入: windows of 2 to 5 characters that begin and end with one of
    # the term's and share half of them. 心瓣 shares 2 of 4: 0.3 + 0.5 * 2 / 4 = 0.55.
    for length in range(2, len(term) + 2):
        for at in range(len(run) - length + 1):
            window = run[at : at + length]
            shared = len(allowed & set(window))
            ends = window[0] in allowed and window[-1] in allowed
            if ends and shared >= max(2, _AKIN_HAN_SHARE * len(allowed)):
                weight = 0.3 + 0.5 * shared / max(len(allowed), length)
                yield TermWording(offset + at, offset + at + length, weight)
