"""Which language a whole version is in, where that is not its own."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.languages import find_language, scripts_of
from aligncheck.languages.identification import (
    identifiable_languages,
    identified_as,
    identify_language,
)
from aligncheck.languages.lexicon.word_frequencies import frequency_class, listed_languages
from aligncheck.text.scripts import Script, script_of
from aligncheck.text.tokens import Shape, Token
from aligncheck.untranslated.contrast import Contrast, find_contrast
from aligncheck.untranslated.foreign_span import LeftoverLevel
from aligncheck.untranslated.segment_analysis import find_foreign_spans, load_rivals
from aligncheck.untranslated.segment_query import tokenize_query
from aligncheck.untranslated.token_runs import starts_sentence
from aligncheck.untranslated.verbatim_copies import LEAST_COPIED, LEAST_FUNCTION_SHARE
from aligncheck.untranslated.word_counts import find_function_words
from aligncheck.untranslated.word_evidence import weigh_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.untranslated.segment_query import SegmentQuery

MOST_OWN_SEGMENTS = 0.02
"""The share of its segments that may be in its own language in a version that is not: set by hand,
as one heading of fifty may be a name that speaks for either. From 0 to 0.2 the tests give the
same."""
LEAST_FOREIGN_TEXT = 0.7
"""The share of the text, in code points, that must then be in another: set by hand, as the rest may
be names, numbers and code. With 0.4 a test of tests/untranslated fails (Norwegian under the code
``no``), with 0.9 two of tests/checks do, which have a short text in another language."""
MOST_OWN_TEXT = 0.1
"""The share of text, in code points, in its own language up to which a version is put to language
detection: set by hand. With 0.02 a Bokmål version in Swedish is missed in the tests, up to 0.3
they give the same. The detector takes most of a second to load, and so is asked
only of what hardly holds its own language."""
LEAST_LETTERS = 40
"""Code points under which a version is too short to be judged as a whole; chosen as a sentence."""
LEAST_DETECTED = 0.99
"""Probability that the detector must give; chosen as near certainty."""
RUN_CONFIDENCE = 0.98
"""Confidence in a version that is by its words in another language throughout: set by hand, not
measured, as the labelled cases have no such version."""
SAMPLED_CHARACTERS = 3000
"""Code points that are enough for detection: on so many, langdetect tells da, de, en, fr, nb and sv
without an error (1.000, measured by benchmarks/peers/identification)."""
OWN_NATS = -4.0
"""Nats under which the words of a segment clearly speak for its own language, 55 times as likely:
set by hand, as near certainty. From -2 to -8 the tests give the same."""
FAMILIAR_CLASS = 35
"""The frequency class from which on a word is in everyday use, about three in a million words; the
shares below are measured with it."""
LEAST_FAMILIAR = 0.8
"""The share of such words under which text is put to the detector though it seems to be its own.

Measured on documentation, of words in lower case: Danish 0.66 to 0.92, and 0.47 to 0.74 where it
passes for Bokmål; Bokmål 0.71 to 0.91, and 0.56 to 0.77 where it passes for Danish; Swedish 0.69 to
0.92, and 0.33 to 0.60 for either. Who is below in his own language is cleared by the detector.
"""
MOST_FOREIGN_FAMILIAR = 0.65
"""The same where nothing but the detector knows the other language; the least of any above is
0.66. German has 0.23 to 0.52 of the words that are familiar in Danish."""
LEAST_WORDS = 30
"""Words in lower case from which on their share tells something; chosen as four lines of text."""
KANA_SHARE = 0.1
"""The share of kana, of all code points, above which text with Han characters is Japanese: set by
hand, far below the half or so of Japanese and above a name or two in Chinese. From 0.03 to 0.3 the
tests give the same."""
_KANA = re.compile("[ぁ-ゖゝ-ゟァ-ヺー-ヿ]+")
"""The letters of the two blocks, without their marks and their middle dot."""


class VersionLanguage(NamedTuple):
    """The language a version is in and the probability of that."""

    language: str
    confidence: float


def find_wrong_language(segments: Sequence[SegmentQuery]) -> VersionLanguage | None:
    """Tell which other language a version is in as a whole; None where it is in its own.

    ``segments`` are all of one version. A version that is partly translated is in its own; so is,
    for all that anybody knows, one in a language without a file whose script is right, unless it
    is a copy of another version.
    """
    size = sum(len(one.text) for one in segments)
    if size < LEAST_LETTERS:
        return None
    text = "\n".join(one.text for one in segments)[:SAMPLED_CHARACTERS]
    # What costs least is asked first:
    #   kana in what should be Chinese         no word is looked up
    #   runs in a language of the run          by their words, as everywhere
    #   the detector, for any language         where hardly a segment speaks for its own
    #   the detector, for a kindred language   where segments seem to speak for their own
    if _has_foreign_kana(text, segments[0].own):
        return _detect_language(text, segments[0])
    own, written = _count_own(segments, size)
    in_run = own <= MOST_OWN_SEGMENTS * len(segments)
    found = _find_language_of_run(segments, size) if in_run else None
    if not found and written <= MOST_OWN_TEXT * size:
        found = _detect_language(text, segments[0])
    return found or _detect_kindred(segments, size)


def _count_own(segments: Sequence[SegmentQuery], size: int) -> tuple[int, int]:
    """Count the segments that speak for their own language and their code points, to enough."""
    own = written = 0
    for one in segments:
        if speaks_own(one):
            own, written = own + 1, written + len(one.text)
        if own > MOST_OWN_SEGMENTS * len(segments) and written > MOST_OWN_TEXT * size:
            break
    return own, written


def _detect_kindred(segments: Sequence[SegmentQuery], size: int) -> VersionLanguage | None:
    """Detect a language that shares so many words with the own one that it passes for it.

    Danish is no English, and so seems to be Bokmål where those two are all that is asked. The
    detector is asked where many words are unfamiliar, and more than in another language, since it
    takes 50 MB and most of a second to load; it is believed where hardly a segment speaks for the
    own language against the one that it names.
    """
    own = segments[0].own
    # Every n-th segment from all over the version: its beginning alone may be a list of names.
    sample = segments[:: 1 + size // SAMPLED_CHARACTERS]
    familiar = _share_familiar_words(sample, own)
    if own not in listed_languages() or familiar >= LEAST_FAMILIAR:
        return None
    others = (_share_familiar_words(sample, one) for one in listed_languages() - {own})
    if familiar >= MOST_FOREIGN_FAMILIAR and all(share < familiar for share in others):
        return None
    text = "\n".join(one.text for one in sample)[:SAMPLED_CHARACTERS]
    language, sure = identify_language(text, identifiable_languages())
    if language in {"", identified_as(own)} or sure < LEAST_DETECTED:
        return None
    if scripts_of(language)[0] is not scripts_of(own)[0]:
        return None
    if language not in listed_languages():
        return VersionLanguage(language, sure) if familiar < MOST_FOREIGN_FAMILIAR else None
    speaking = (
        len(one.text)
        for one in segments
        if _sum_nats(one, tokenize_query(one), language) < OWN_NATS
    )
    return VersionLanguage(language, sure) if sum(speaking) <= MOST_OWN_TEXT * size else None


def _share_familiar_words(sample: Sequence[SegmentQuery], own: str) -> float:
    """Give the share of words that are in everyday use in a language; 1 where there are few."""
    tokens = (token for one in sample for token in tokenize_query(one))
    words = [token.text for token in tokens if token.shape is Shape.LOWER]
    if len(words) < LEAST_WORDS:
        return 1.0
    return sum(frequency_class(word, own) >= FAMILIAR_CLASS for word in words) / len(words)


def _find_language_of_run(segments: Sequence[SegmentQuery], size: int) -> VersionLanguage | None:
    """Give the language of the run that nearly all of the text is in."""
    foreign: Counter[str] = Counter()
    for one in segments:
        for span in find_foreign_spans(one):
            if span.level is LeftoverLevel.SEGMENT:
                foreign[span.language] += len(one.text)
    enough = foreign.total() >= LEAST_FOREIGN_TEXT * size
    return VersionLanguage(foreign.most_common(1)[0][0], RUN_CONFIDENCE) if enough else None


def _detect_language(text: str, query: SegmentQuery) -> VersionLanguage | None:
    """Detect a language that no version of the run is in, in the script of most of the text."""
    letters = Counter(script_of(character) for character in text)
    del letters[Script.OTHER]
    (script, _), *_ = letters.most_common(1) or [(Script.OTHER, 0)]
    if script in scripts_of(query.own) and not find_language(query.own):
        return None
    language, sure = identify_language(text, identifiable_languages())
    if language in {"", *map(identified_as, query.languages)} or sure < LEAST_DETECTED:
        return None
    return VersionLanguage(language, sure) if script in scripts_of(language) else None


def _has_foreign_kana(text: str, own: str) -> bool:
    kana = sum(map(len, _KANA.findall(text)))
    return kana > KANA_SHARE * len(text) and Script.KANA not in scripts_of(own)


def speaks_own(query: SegmentQuery) -> bool:
    """Tell whether the words or the script of a segment clearly are the document's own."""
    tokens = tokenize_query(query)
    ours = scripts_of(query.own)
    if ours[0] is not Script.LATIN:
        return any(token.script in ours for token in tokens)
    foreign = sum(len(token.text) for token in tokens if token.shape is Shape.OTHER)
    if 2 * foreign > len(query.text):
        return False
    if not find_language(query.own):
        return len(tokens) >= LEAST_COPIED and not find_foreign_spans(query)
    rivals = [one for one in query.foreign if find_contrast(one, query.own) is Contrast.WORDS]
    # Where no other version is in the same script (sv beside zh), one language that the weights
    # were fitted beside is held against it: English, and Swedish against English.
    rivals = rivals or sorted(load_rivals() - {query.own})[:1]
    if not all(_sum_nats(query, tokens, rival) < OWN_NATS for rival in rivals):
        return False
    closed = find_function_words(query.own).closed_class
    words = [token.text in closed for token in tokens if token.shape is Shape.LOWER]
    return sum(words) >= LEAST_FUNCTION_SHARE * len(words)


def _sum_nats(query: SegmentQuery, tokens: Sequence[Token], foreign: str) -> float:
    return sum(
        weigh_word(token, foreign, query.own, initial=starts_sentence(query.text, token.start))
        for token in tokens
    )
