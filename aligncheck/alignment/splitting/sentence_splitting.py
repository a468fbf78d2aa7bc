"""Texts split into sentences."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from aligncheck.languages import find_language
from aligncheck.locales import language
from aligncheck.model import Slice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aligncheck.model import Segment

_REMEMBERED_TEXTS: Final = 4096
"""Texts whose sentences are remembered: they are asked for once to embed and once to align. Chosen
to hold those of a chunk of articles."""

_OPENING: Final = "“„«「『"
_CLOSING: Final = "”»」』"
_QUOTES: Final = _OPENING + _CLOSING + '"'
"""Marks between which the splitter does not look for sentences."""

_UNQUOTED: Final = str.maketrans(_QUOTES, " " * len(_QUOTES))

_FULL_STOPS: Final = ("。", "！", "？")
"""What ends a sentence and nothing else."""

_CLAUSE_ENDS: Final = r"(?<=[，；：、（）])|(?=（)|(?<=——)|(?<=[,;:–—.])\s+|(?<=”)(?=“)"
"""What parts the clauses of a sentence, and sentences that were not told apart, in any language."""

_SHORTEST_CLAUSE: Final = 4
"""Characters of a clause; fewer belong to the one before. Chosen because a word of two ideographs
with its comma says too little to be compared."""

_MISSED_END: Final = re.compile(rf"[{''.join(_FULL_STOPS)}][）)]?|([^\W\d_]+)\.\s+(?=[^\W\d_])")
"""What may end a sentence where the splitter sees no end: surely, or after a function word."""


class _SplittingRules(NamedTuple):
    """What a language adds to what holds for all."""

    function_words: frozenset[str]
    abbreviations: tuple[str, ...]
    parting: re.Pattern[str]


def split_sentences(segments: Iterable[Segment], locale: str) -> tuple[Slice, ...]:
    """Split some segments of a version into sentences."""
    return tuple(
        Slice(segment, start, end)
        for segment in segments
        for start, end in find_sentence_bounds(segment.text, language(locale))
    )


@lru_cache(maxsize=_REMEMBERED_TEXTS)
def find_sentence_bounds(text: str, tongue: str) -> tuple[tuple[int, int], ...]:
    """Give the start and end of each sentence, without the white space around it.

    What is quoted is split too. A piece that goes on in lower case or with a digit belongs to the
    one before: it followed an abbreviation that the splitter does not know. So does one without a
    letter or digit, and one after an abbreviation of the language that the splitter does not know.
    """
    found: list[tuple[int, int]] = []
    # Marks become spaces, one for one: the splitter looks inside, and places stay the same.
    for start, end in _split_coarsely(text.translate(_UNQUOTED), tongue):
        if found and _continues_sentence(text[: found[-1][1]], text[start:end], tongue):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return tuple(_take_in_quotes(text, start, end) for start, end in found)


@lru_cache(maxsize=32)
def _find_rules(tongue: str) -> _SplittingRules:
    known = find_language(tongue)
    conjunctions = "|".join(map(re.escape, known.sentences.conjunctions)) if known else ""
    before = rf"|\s+(?=(?:{conjunctions})\s)" if conjunctions else ""
    return _SplittingRules(
        function_words=known.words.closed_class if known else frozenset(),
        abbreviations=known.sentences.abbreviations if known else (),
        parting=re.compile(_CLAUSE_ENDS + before),
    )


def split_clauses(sentence: str, tongue: str) -> list[str]:
    """Give the clauses of a sentence, as punctuation and conjunctions of its language part them.

    Nothing where there is but one.
    """
    found: list[str] = []
    for piece in _find_rules(tongue).parting.split(sentence):
        if found and len(piece.strip()) < _SHORTEST_CLAUSE:
            found[-1] += piece
        elif piece.strip():
            found.append(piece.strip())
    return found if len(found) > 1 else []


def _split_coarsely(text: str, tongue: str) -> Iterator[tuple[int, int]]:
    """Give what the splitter takes for sentences, parted where it missed a sure end."""
    from sentencex import get_sentence_boundaries  # noqa: PLC0415 - only loaded on suspicion

    function_words = _find_rules(tongue).function_words
    for boundary in get_sentence_boundaries(tongue, text):
        start, end = boundary["start_index"], boundary["end_index"]
        for stop in _MISSED_END.finditer(text, start, end):
            if not stop[1] or stop[1] in function_words:
                yield from _strip_span(text, start, stop.end())
                start = stop.end()
        yield from _strip_span(text, start, end)


def _strip_span(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Leave out the white space at both ends; nothing where there is nothing else."""
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _take_in_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the quotation marks that touch a sentence.

    What opens in one language closes in another, so white space on the far side decides as well.
    """
    while start and _is_mark(text[start - 1], _CLOSING, text[: start - 1][-1:]):
        start -= 1
    while end < len(text) and _is_mark(text[end], _OPENING, text[end + 1 : end + 2]):
        end += 1
    return start, end


def _is_mark(mark: str, facing_away: str, beyond: str) -> bool:
    return mark in _QUOTES and (mark not in facing_away or not beyond.strip())


def _continues_sentence(before: str, piece: str, tongue: str) -> bool:
    """Tell whether a piece belongs to the sentence before it."""
    abbreviated = before.endswith(_find_rules(tongue).abbreviations)
    if not any(character.isalnum() for character in piece) or abbreviated:
        return True
    return not before.endswith(_FULL_STOPS) and (piece[0].islower() or piece[0].isdigit())
