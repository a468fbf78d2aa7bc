"""Where a run begins and ends: names at its edges, and wording copied from the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aligncheck.text.tokens import Shape
from aligncheck.untranslated.token_runs import starts_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.text.tokens import Token
    from aligncheck.untranslated.token_runs import TokenRun

NEUTRAL_NATS = (-0.3, 1.0)
"""Nats between which a word may be of either language; chosen with
``tests/untranslated/found.txt``,
which marks the exact words of each case."""
NEUTRAL_NAME_NATS = (-1.2, 5.0)
"""The same of a word that is capitalized like a name, which is weighed for a third: chosen so
that a
name goes with the words beside it."""
LEAST_MAIN_RUN = 4
"""Tokens from which on a run may be most of its sentence; chosen because a shorter one is a
term."""
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[)\]]?[.,;:!?…。，；：！？](?:\s|$)")


def extend_run(
    text: str, tokens: Sequence[Token], run: TokenRun, copies: Sequence[str]
) -> TokenRun:
    """Widen a run by what a copy has too, and by neutral tokens up to an edge.

    The edge is that of the clause, or of the sentence where the run is most of it.
    """
    if not run.evidence:
        return run
    #   sv     Det finns mer: vaccines are safe 2019. Det är bra.
    #   run                   ^^^^^^^^ ^^^ ^^^^          what its words tell
    #   right                 ^^^^^^^^ ^^^ ^^^^ ^^^^     2019 is neutral
    # What was joined counts only where an edge is reached, here the full stop. In "vaccines are
    # safe, 2019" the comma is the edge; "vaccines are safe and work well, 2019" is long enough to
    # be most of its sentence, and goes on to the full stop.
    first, last = _widen_by_copy(text, tokens, run, copies)
    reach = last - first if last - first >= LEAST_MAIN_RUN else 0
    left, right = first, last
    while left > 0 and _may_join(text, tokens, run, left - 1, left, far=first - left < reach):
        left -= 1
    if starts_sentence(text, tokens[left].start):
        first = left
    while right + 1 < len(tokens) and _may_join(
        text, tokens, run, right + 1, right + 1, far=right - last < reach
    ):
        right += 1
    if right + 1 == len(tokens) or _BREAK.match(text, tokens[right].end):
        last = right
    return run._replace(first=first, last=last)


def _may_join(
    text: str, tokens: Sequence[Token], run: TokenRun, at: int, gap: int, *, far: bool
) -> bool:
    """Tell whether the token ``at`` may go on the run across the gap before token ``gap``.

    ``far`` tells that a comma may stand in the gap.
    """
    between = text[tokens[gap - 1].end : tokens[gap].start]
    parted = re.search(r"[.;:!?…()\[\]]" if far else r"[.,;:!?…()\[\]]", between)
    return is_neutral(tokens[at], run.evidence[at:]) and not parted


def is_neutral(token: Token, evidence: Sequence[float]) -> bool:
    """Tell whether a token may be of either language, by the first of the nats given.

    Without evidence, whether it is no word at all.
    """
    if not evidence or token.shape is Shape.OTHER:
        return token.shape in {Shape.NUMBER, Shape.OPAQUE, Shape.ACRONYM}
    low, high = NEUTRAL_NATS if token.shape is Shape.LOWER else NEUTRAL_NAME_NATS
    return low <= evidence[0] <= high


def _widen_by_copy(
    text: str, tokens: Sequence[Token], run: TokenRun, copies: Sequence[str]
) -> tuple[int, int]:
    """Widen a run as long as some copy has the longer wording too."""
    first, last = run.first, run.last
    folded = [fold_words(copy) for copy in copies]

    def has(start: int, end: int) -> bool:
        wording = fold_words(text[tokens[start].start : tokens[end].end])
        return any(wording in copy for copy in folded)

    if not has(first, last):
        return first, last
    # Word by word outwards while the copy has it all. Then, but at an edge of the sentence, back
    # over names and numbers, which a translation would have kept as well.
    while first > 0 and _is_in_latin_letters(tokens[first - 1]) and has(first - 1, last):
        first -= 1
    while (
        last + 1 < len(tokens) and _is_in_latin_letters(tokens[last + 1]) and has(first, last + 1)
    ):
        last += 1
    if not starts_sentence(text, tokens[first].start):
        while first < run.first and not _speaks_foreign(tokens[first], run.evidence[first]):
            first += 1
    if last + 1 < len(tokens) and not _BREAK.match(text, tokens[last].end):
        while last > run.last and not _speaks_foreign(tokens[last], run.evidence[last]):
            last -= 1
    return first, last


def _speaks_foreign(token: Token, nats: float) -> bool:
    """Tell whether a token is a word of the foreign language rather than a name or a number."""
    return token.shape is Shape.LOWER and nats > 0


def _is_in_latin_letters(token: Token) -> bool:
    return token.shape is not Shape.OTHER


def fold_words(text: str) -> str:
    """Give the words of a text in lower case, a blank before, between and after them."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def count_copied_words(wording: str, copy: str) -> int:
    """Count the words of the longest run of ``wording`` that ``copy`` has word for word."""
    words, folded = _WORD.findall(wording.lower()), fold_words(copy)
    longest = 0
    for start in range(len(words)):
        while (
            start + longest < len(words)
            and f" {' '.join(words[start : start + longest + 1])} " in folded
        ):
            longest += 1
    return longest
