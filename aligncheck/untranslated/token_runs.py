"""Runs of tokens that may be in another language, before any is believed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.languages import scripts_of
from aligncheck.text.scripts import Script
from aligncheck.text.tokens import Shape
from aligncheck.untranslated.word_evidence import find_frequency_class, weigh_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.text.tokens import Token

SWITCH_NATS = 1.5
"""Nats a change of language costs, so that a run must hold twice as much to be looked at. Chosen:
what is believed of what is looked at, the fitted weights decide."""
WORDS_PER_ISLAND = 5
"""How many words of a language make what stands between them, in another script, theirs: chosen so
that a term in brackets does not part an English paragraph in two."""
HAN_PER_WORD = 1.7
"""Han characters of a word, on the average of running text. Chosen: only what is several times
as much as another script decides anything."""
EDGE_NATS = 0.7
"""Nats that the first and the last word of a run speak for its language; chosen with
``tests/untranslated/found.txt``."""
TELLING_SHARE = 0.1
"""The share of letters in a telling script above which a run is foreign: of kana beside Han, above
which it is Japanese. Set by hand, not measured; Japanese has several times as much."""
TELLING_SHARE_OF_WHOLE = 0.3
"""The same of a text that is Japanese throughout, chosen because about half of it is kana."""
_SENTENCE_START = re.compile(r"(?:^|[.!?…:。！？：]['\"”’»)\]]*\s*|\n)[\s\"“”‘'«(\[*–-]*$")
_HAN_PUNCTUATION = re.compile(r"[，。；：、（）「」『』《》【】]")


class TokenRun(NamedTuple):
    """Tokens ``first`` to ``last`` (inclusive) of a segment that may be in ``language``.

    ``evidence`` are the nats of every token in the segment; empty where the script alone decides.
    """

    first: int
    last: int
    language: str
    evidence: tuple[float, ...] = ()


def find_runs_by_words(
    text: str, tokens: Sequence[Token], foreign: str, own: str
) -> Iterator[TokenRun]:
    """Find the runs whose words speak for the foreign language, both written in one script."""
    evidence = tuple(
        weigh_word(token, foreign, own, initial=_may_open_sentence(text, token)) for token in tokens
    )
    for first, last in _find_likeliest_runs(evidence):
        inside = [
            at for at in range(first, last + 1) if _may_be_edge(tokens[at], evidence[at], foreign)
        ]
        if inside:
            yield TokenRun(inside[0], inside[-1], foreign, evidence)


def _may_open_sentence(text: str, token: Token) -> bool:
    return token.shape is Shape.CAPITAL and starts_sentence(text, token.start)


def _may_be_edge(token: Token, nats: float, foreign: str) -> bool:
    """Tell whether a run may begin or end with a token: not with an unknown name."""
    return nats > EDGE_NATS and (
        token.shape is Shape.LOWER or find_frequency_class(token, foreign) > 0
    )


def starts_sentence(text: str, offset: int) -> bool:
    """Tell whether a sentence, a quotation or the whole text starts at the offset."""
    return _SENTENCE_START.search(text[max(0, offset - 8) : offset]) is not None


def _find_likeliest_runs(evidence: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Give the foreign runs of the likeliest path through two states, own and foreign.

    With 1.5 nats for a change, ``-2 -1 +3 +2 -1`` has a run of two: own 0, to foreign -1.5, +3 +2
    and back -1.5 is 2 in all, more than 0 for staying in the own language throughout.
    """
    # ``came`` keeps for every token whether the best path to it was foreign before, asked of the
    # path that is in the own language there and of the one that is foreign there:
    #   nats            -2     -1     +3     +2     -1
    #   own        0     0      0      0      0      2.0     3.5 - 1.5: back from foreign
    #   foreign -1.5  -3.5   -2.5    1.5    3.5      2.5     1.5 = 0 - 1.5 + 3: over to it
    # Read backwards from the better end (2.0 against 2.5 - 1.5), the path is o o F F o.
    own, foreign = 0.0, -SWITCH_NATS
    came: list[tuple[bool, bool]] = []
    for nats in evidence:
        came.append((foreign - SWITCH_NATS > own, foreign >= own - SWITCH_NATS))
        own, foreign = max(own, foreign - SWITCH_NATS), max(foreign, own - SWITCH_NATS) + nats
    state = foreign - SWITCH_NATS > own
    end = len(evidence) - 1
    runs = []
    for at in range(len(evidence) - 1, -1, -1):
        before = came[at][1] if state else came[at][0]
        if state and not before:
            runs.append((at, end))
        if not state and before:
            end = at - 1
        state = before
    if state:
        runs.append((0, end))
    yield from dict.fromkeys(reversed(runs))


def find_runs_by_script(
    text: str, tokens: Sequence[Token], foreign: str, own: str
) -> Iterator[TokenRun]:
    """Find the runs of tokens in the foreign language's script, nothing of the own between them.

    Scripts that both languages use tell nothing, but go with those that tell::

        own zh, foreign ja:  他说：これは素晴らしい作品です。   kana tells, 素晴 goes with it
        own sv, foreign zh:  Han tells; own zh, foreign sv: Latin letters do
    """
    theirs, ours = frozenset(scripts_of(foreign)), frozenset(scripts_of(own))
    # ja in zh:  telling {kana}, excluded {}        Han may stand in a run, but alone makes none
    # sv in zh:  telling {Latin}, excluded {Han}    Han ends a run
    telling, excluded = theirs - ours, ours - theirs
    in_theirs = _count_words(tokens, telling, foreign)
    if excluded:
        is_whole = in_theirs > WORDS_PER_ISLAND * _count_words(tokens, excluded, own)
    else:
        shared = _count_words(tokens, theirs - telling, foreign)
        is_whole = in_theirs > TELLING_SHARE_OF_WHOLE * (in_theirs + shared)
    if is_whole:
        yield TokenRun(0, len(tokens) - 1, foreign)
        return
    run: list[int] = []
    for at, token in enumerate(tokens):
        if token.script in excluded or (run and _is_parted(text, tokens[run[-1]], token)):
            yield from _trim_run(text, tokens, run, theirs=theirs, telling=telling, foreign=foreign)
            run = []
        if token.script not in excluded:
            run.append(at)
    yield from _trim_run(text, tokens, run, theirs=theirs, telling=telling, foreign=foreign)


def _count_words(tokens: Sequence[Token], scripts: frozenset[Script], language: str) -> float:
    """Count the words in some scripts: in Latin letters those in lower case that are listed."""
    words = 0.0
    for token in tokens:
        if token.script is Script.LATIN and token.script in scripts:
            words += token.shape is Shape.LOWER and find_frequency_class(token, language) > 0
        elif token.script in scripts:
            words += len(token.text) / HAN_PER_WORD
    return words


def _is_parted(text: str, before: Token, after: Token) -> bool:
    return _HAN_PUNCTUATION.search(text, before.end, after.start) is not None


def _trim_run(
    text: str,
    tokens: Sequence[Token],
    run: Sequence[int],
    *,
    theirs: frozenset[Script],
    telling: frozenset[Script],
    foreign: str,
) -> Iterator[TokenRun]:
    """Give the run from its first to its last word, where enough of it is in a telling script."""
    words = [at for at in run if tokens[at].script in theirs]
    letters = sum(len(tokens[at].text) for at in words)
    told = sum(len(tokens[at].text) for at in words if tokens[at].script in telling)
    if words and told > TELLING_SHARE * letters:
        first, last = words[0], words[-1]
        while first > run[0] and _may_precede(text, tokens, first):
            first -= 1
        while last < run[-1] and tokens[last + 1].shape is not Shape.OTHER:
            last += 1
        yield TokenRun(first, last, foreign)


def _may_precede(text: str, tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the token before a run belongs to it: code in the same sentence."""
    opaque = tokens[first - 1].shape is Shape.OPAQUE
    return opaque and not starts_sentence(text, tokens[first].start)
