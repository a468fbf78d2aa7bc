"""Cuts a segment into candidate stretches of another language, before any is believed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.languages import scripts_of
from aligncheck.text.scripts import Script
from aligncheck.text.tokens import Shape
from aligncheck.untranslated.evidence import commonness, word_evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.text.tokens import Token

SWITCH = 1.5
"""Nats a change of language costs, so that a stretch must hold twice as much to be looked at."""
ISLANDS = 5
"""How many words of a language make what stands between them, in another script, theirs."""
CHARACTERS = 1.7
"""Han characters of a word, on the average of running text."""
EDGE = 0.7
"""Nats that the first and the last word of a stretch speak for its language."""
_SENTENCE_START = re.compile(r"(?:^|[.!?…:。！？：]['\"”’»)\]]*\s*|\n)[\s\"“”‘'«(\[*–-]*$")
_HAN_PUNCTUATION = re.compile(r"[，。；：、（）「」『』《》【】]")


class Stretch(NamedTuple):
    """Tokens ``first`` to ``last`` (inclusive) of a segment that may be in ``language``.

    ``evidence`` are the nats of every token in the segment; empty where the script alone decides.
    """

    first: int
    last: int
    language: str
    evidence: tuple[float, ...] = ()


def by_words(text: str, tokens: Sequence[Token], foreign: str, own: str) -> Iterator[Stretch]:
    """Find the stretches whose words speak for the foreign language, both written in one script."""
    evidence = tuple(
        word_evidence(token, foreign, own, initial=_opens(text, token)) for token in tokens
    )
    for first, last in _likeliest(evidence):
        inside = [at for at in range(first, last + 1) if _holds(tokens[at], evidence[at], foreign)]
        if inside:
            yield Stretch(inside[0], inside[-1], foreign, evidence)


def _opens(text: str, token: Token) -> bool:
    return token.shape is Shape.CAPITAL and is_initial(text, token.start)


def _holds(token: Token, nats: float, foreign: str) -> bool:
    """Tell whether a stretch may begin or end with a token: not with an unknown name."""
    return nats > EDGE and (token.shape is Shape.LOWER or commonness(token, foreign) > 0)


def is_initial(text: str, offset: int) -> bool:
    """Tell whether a sentence, a quotation or the whole text starts at the offset."""
    return _SENTENCE_START.search(text[max(0, offset - 8) : offset]) is not None


def _likeliest(evidence: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Give the foreign stretches of the likeliest path through two states, own and foreign."""
    own, foreign = 0.0, -SWITCH
    came: list[tuple[bool, bool]] = []
    for nats in evidence:
        came.append((foreign - SWITCH > own, foreign >= own - SWITCH))
        own, foreign = max(own, foreign - SWITCH), max(foreign, own - SWITCH) + nats
    state = foreign - SWITCH > own
    end = len(evidence) - 1
    stretches = []
    for at in range(len(evidence) - 1, -1, -1):
        before = came[at][1] if state else came[at][0]
        if state and not before:
            stretches.append((at, end))
        if not state and before:
            end = at - 1
        state = before
    if state:
        stretches.append((0, end))
    yield from dict.fromkeys(reversed(stretches))


def by_script(text: str, tokens: Sequence[Token], foreign: str, own: str) -> Iterator[Stretch]:
    """Find the runs of tokens in the foreign language's script, nothing of the own between them."""
    theirs, ours = frozenset(scripts_of(foreign)), frozenset(scripts_of(own))
    if _mostly(tokens, theirs, foreign) > ISLANDS * _mostly(tokens, ours - theirs, own):
        yield Stretch(0, len(tokens) - 1, foreign)
        return
    run: list[int] = []
    for at, token in enumerate(tokens):
        if token.script in ours - theirs or (run and _parted(text, tokens[run[-1]], token)):
            yield from _stretch(tokens, run, theirs, foreign)
            run = []
        if token.script not in ours - theirs:
            run.append(at)
    yield from _stretch(tokens, run, theirs, foreign)


def _mostly(tokens: Sequence[Token], scripts: frozenset[Script], language: str) -> float:
    """Count the words in some scripts: in Latin letters those in lower case that are listed."""
    words = 0.0
    for token in tokens:
        if token.script is Script.LATIN and token.script in scripts:
            words += token.shape is Shape.LOWER and commonness(token, language) > 0
        elif token.script in scripts:
            words += len(token.text) / CHARACTERS
    return words


def _parted(text: str, before: Token, after: Token) -> bool:
    return _HAN_PUNCTUATION.search(text, before.end, after.start) is not None


def _stretch(
    tokens: Sequence[Token], run: Sequence[int], scripts: frozenset[Script], foreign: str
) -> Iterator[Stretch]:
    """Give the run from its first to its last word."""
    words = [at for at in run if tokens[at].script in scripts]
    if words:
        first, last = words[0], words[-1]
        while first > run[0] and tokens[first - 1].shape is Shape.OPAQUE:
            first -= 1
        while last < run[-1] and tokens[last + 1].shape is not Shape.OTHER:
            last += 1
        yield Stretch(first, last, foreign)
