"""Text that stands word for word in another version, where words and script cannot tell.

In a language without a file nobody knows whether a sentence is foreign. But running text that the
version in a known language has too, word for word, was copied from there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aligncheck.languages import find_language
from aligncheck.languages.lexicon.word_frequencies import frequency_class
from aligncheck.text.quotation import is_enclosed
from aligncheck.text.scripts import Script
from aligncheck.text.tokens import Shape
from aligncheck.untranslated.contrast import find_contrast
from aligncheck.untranslated.foreign_span import ForeignSpan, LeftoverLevel
from aligncheck.untranslated.run_edges import fold_words
from aligncheck.untranslated.segment_query import tokenize_query
from aligncheck.untranslated.word_counts import find_function_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.text.tokens import Token
    from aligncheck.untranslated.segment_query import SegmentQuery

COPY_CONFIDENCE = 0.95
"""Probability that such text was left: chosen, not measured, as so many words are no
coincidence."""
LEAST_COPIED = 4
"""Words of a copy; chosen because fewer may be a name, a title or a label."""
LEAST_COPIED_OF_KIN = 12
"""The same between languages that share much of their vocabulary, where a short sentence may be
right in both (Bokmål and Nynorsk: "Han er her."): set by hand, as a sentence of ordinary length.
From 5 to 16 the tests give the same."""
KIN_SHARE = 0.4
"""The share of a version's words that are everyday words of the other language, from which the two
are kin: measured on the articles of the tests, Nynorsk and Bokmål 0.62, Danish and Bokmål 0.60,
Nynorsk and Swedish 0.48; Dutch and English 0.32, French and English 0.33, Finnish 0.06."""
KIN_CLASS = 40
"""The frequency class of such a word; of all that is listed, English has half of the French
words."""
LEAST_LISTED = 0.7
"""The share of a copy's words that its language lists; chosen to leave room for rare words."""
LEAST_FUNCTION_SHARE = 0.12
"""The share of words of the closed classes that running text has at least; chosen so that German is
not Swedish (``tests/checks/test_untranslated.py``)."""
LEAST_PLAIN_SHARE = 0.5
"""The share of words that are not written like names; chosen as the greater part."""
LEAST_COPIED_CHARACTERS = 10
"""The same as ``LEAST_COPIED`` in a script that does not part words."""
SAMPLED_WORDS = 2000
"""Words of a version that are enough to tell kin; chosen as four pages."""
_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[”』」）]*|$)", re.DOTALL)


def find_verbatim_copies(query: SegmentQuery) -> tuple[ForeignSpan, ...]:
    """Find the sentences that a counterpart in a known language has word for word.

    Only for languages of which no other contrast tells anything. Sentences beside each other are
    one span; where they are the whole text, it is the segment.
    """
    for language in dict.fromkeys(language for language, _ in query.copies):
        if find_language(language) and find_contrast(language, query.own) is None:
            copies = [fold_words(text) for other, text in query.copies if other == language]
            found = tuple(_join_copied(query, language, copies))
            if found:
                return found
    return ()


def _join_copied(
    query: SegmentQuery, language: str, copies: Sequence[str]
) -> Iterator[ForeignSpan]:
    """Join the copied sentences that stand beside each other, and judge what comes of it."""
    # The end of the text closes the last run, as a sentence that is no copy does:
    #   sentences   own  copied  copied  own  copied  None
    #   runs             └──── 1 ─────┘       └─ 2 ─┘
    run: list[re.Match[str]] = []
    for sentence in [*_SENTENCE.finditer(query.text), None]:
        if sentence and _is_copied(sentence.group(), copies):
            run.append(sentence)
            continue
        if run and is_running_text(query, run[0].start(), run[-1].end(), language):
            start, end = run[0].start(), run[-1].end()
            rest = fold_words(query.text[:start] + query.text[end:]).strip()
            level = LeftoverLevel.SENTENCE if rest else LeftoverLevel.SEGMENT
            start, end = (start, end) if rest else (0, len(query.text))
            yield ForeignSpan(start, end, language, level, COPY_CONFIDENCE)
        run = []


def _is_copied(sentence: str, copies: Sequence[str]) -> bool:
    folded = fold_words(sentence)
    return bool(folded.strip()) and any(folded in copy for copy in copies)


def is_running_text(query: SegmentQuery, start: int, end: int, language: str) -> bool:
    """Tell whether a part of a text is running text in a language, by its words.

    ``Museum of Modern Art`` is none: too few of its words are in lower case. What is quoted does
    not count: titles of books stay as they are.
    """
    tokens = [
        one
        for one in tokenize_query(query)
        if start <= one.start and one.end <= end and not _is_quoted(query.text, one)
    ]
    closed = find_function_words(language).closed_class
    han = "".join(one.text for one in tokens if one.script is Script.HAN)
    if han:
        told = sum(character in closed for character in han)
        return len(han) >= LEAST_COPIED_CHARACTERS and told >= LEAST_FUNCTION_SHARE * len(han)
    words = [one for one in tokens if one.shape in {Shape.LOWER, Shape.CAPITAL}]
    plain = [one.text.lower() for one in words if _is_plain(one, language)]
    if len(words) < query.least_copied or len(plain) < LEAST_PLAIN_SHARE * len(words):
        return False
    listed = sum(frequency_class(word, language) > 0 for word in plain)
    functions = sum(word in closed for word in plain)
    enough = listed >= LEAST_LISTED * len(plain)
    return enough and functions >= max(1, LEAST_FUNCTION_SHARE * len(plain))


def _is_quoted(text: str, token: Token) -> bool:
    """Tell whether a word stands in quotation marks, as a title does that stays as it is."""
    return is_enclosed(text, token.start, token.end, quotes=True)


def _is_plain(token: Token, language: str) -> bool:
    """Tell whether a word is no name: in lower case, or a listed noun where nouns have capitals."""
    if token.shape is Shape.LOWER:
        return True
    known = find_language(language)
    nouns = known is not None and known.capitals.nouns
    return nouns and frequency_class(token.text.lower(), language) > 0


def count_least_copied(queries: Sequence[SegmentQuery]) -> int:
    """Tell how many words a copy must have in a version, given the queries of all its segments.

    More where the version's own words are mostly words of the other language too.
    """
    kin = any(_share_words(queries, language) for language in _find_untold(queries))
    return LEAST_COPIED_OF_KIN if kin else LEAST_COPIED


def _find_untold(queries: Sequence[SegmentQuery]) -> Iterator[str]:
    """Give the known languages of the run that nothing tells from the version's own."""
    for query in queries[:1]:
        for language in query.foreign:
            if find_language(language) and find_contrast(language, query.own) is None:
                yield language


def _share_words(queries: Sequence[SegmentQuery], language: str) -> bool:
    """Tell whether two languages share much, by the words of sentences that are no copies."""
    words: list[str] = []
    for query in queries:
        if len(words) < SAMPLED_WORDS:
            copies = [fold_words(text) for other, text in query.copies if other == language]
            # the version's own sentences alone: a left one would make any two languages kin
            own = [s.span() for s in _SENTENCE.finditer(query.text) if not _is_copied(s[0], copies)]
            words += [
                one.text
                for one in tokenize_query(query)
                if one.shape is Shape.LOWER and any(a <= one.start < b for a, b in own)
            ]
    everyday = sum(frequency_class(word, language) >= KIN_CLASS for word in words)
    return everyday > KIN_SHARE * len(words)
