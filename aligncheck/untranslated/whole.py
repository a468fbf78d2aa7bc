"""Which language a whole version is in, where that is not its own."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.languages import scripts_of
from aligncheck.languages.closed_class import closed_class
from aligncheck.languages.identification import (
    identifiable_languages,
    identified_as,
    identify_language,
)
from aligncheck.text.scripts import Script, script_of
from aligncheck.text.tokens import Shape, Token
from aligncheck.untranslated.evidence import word_evidence
from aligncheck.untranslated.modes import Mode, mode_of
from aligncheck.untranslated.passage import Level
from aligncheck.untranslated.passages import find_passages, tokens_of
from aligncheck.untranslated.stretches import is_initial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.untranslated.passages import Query

OWN_MOST = 0.02
"""The share of its segments that may be in its own language in a version that is not."""
FOREIGN_LEAST = 0.7
"""The share of the text that must then be in another; the rest may be names and the like."""
LITTLE = 0.1
"""The share of text in its own language under which a version is put to language detection."""
LETTERS = 40
"""Code points under which a version is too short to be judged as a whole."""
DETECTED = 0.99
SURE = 0.98
"""Confidence in a version without a segment in its own language."""
SAMPLE = 3000
"""Code points that are enough for detection."""
CLEAR = -4.0
"""Nats under which the words of a segment clearly speak for its own language."""
ENGLISH, SWEDISH = "en", "sv"
"""What words are held against where no other version is in the same script."""
CLOSED = 0.12
"""The least share of words of the closed classes in running text."""
KANA = 0.1
"""The share of kana that makes text with Han characters Japanese."""
_KANA = re.compile("[ぁ-ゖゝ-ゟァ-ヺー-ヿ]+")
"""The letters of the two blocks, without their marks and their middle dot."""


class Verdict(NamedTuple):
    """The language a version is in and the probability of that."""

    language: str
    confidence: float


def wrong_language(segments: Sequence[Query]) -> Verdict | None:
    """Tell which other language a version is in as a whole; None where it is in its own.

    ``segments`` are all of one version. A version that is partly translated is in its own.
    """
    size = sum(len(one.text) for one in segments)
    if size < LETTERS:
        return None
    text = "\n".join(one.text for one in segments)[:SAMPLE]
    if _is_kana(text):
        return _detected(text, segments[0])
    own = written = 0
    for one in segments:
        if speaks_own(one):
            own, written = own + 1, written + len(one.text)
        if own > OWN_MOST * len(segments) and written > LITTLE * size:
            return None
    verdict = _of_the_run(segments, size) if own <= OWN_MOST * len(segments) else None
    return verdict or (_detected(text, segments[0]) if written <= LITTLE * size else None)


def _of_the_run(segments: Sequence[Query], size: int) -> Verdict | None:
    """Give the language of the run that nearly all of the text is in."""
    foreign: Counter[str] = Counter()
    for one in segments:
        for passage in find_passages(one):
            if passage.level is Level.SEGMENT:
                foreign[passage.language] += len(one.text)
    enough = foreign.total() >= FOREIGN_LEAST * size
    return Verdict(foreign.most_common(1)[0][0], SURE) if enough else None


def _detected(text: str, query: Query) -> Verdict | None:
    """Detect a language that no version of the run is in, in the script of most of the text."""
    language, sure = identify_language(text, identifiable_languages())
    if language in {"", *map(identified_as, (query.own, *query.foreign))} or sure < DETECTED:
        return None
    letters = Counter(script_of(character) for character in text)
    del letters[Script.OTHER]
    return Verdict(language, sure) if letters.most_common(1)[0][0] in scripts_of(language) else None


def _is_kana(text: str) -> bool:
    return sum(map(len, _KANA.findall(text))) > KANA * len(text)


def speaks_own(query: Query) -> bool:
    """Tell whether the words or the script of a segment clearly are the document's own."""
    tokens = tokens_of(query)
    ours = scripts_of(query.own)
    if ours[0] is not Script.LATIN:
        return any(token.script in ours for token in tokens)
    foreign = sum(len(token.text) for token in tokens if token.shape is Shape.OTHER)
    if 2 * foreign > len(query.text):
        return False
    rivals = [one for one in query.foreign if mode_of(one, query.own) is Mode.WORDS]
    rivals = rivals or [ENGLISH if query.own != ENGLISH else SWEDISH]
    if not all(_nats(query, tokens, rival) < CLEAR for rival in rivals):
        return False
    closed = closed_class(query.own)
    words = [token.text in closed for token in tokens if token.shape is Shape.LOWER]
    return not closed or sum(words) >= CLOSED * len(words)


def _nats(query: Query, tokens: Sequence[Token], foreign: str) -> float:
    return sum(
        word_evidence(token, foreign, query.own, initial=is_initial(query.text, token.start))
        for token in tokens
    )
