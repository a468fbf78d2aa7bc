"""What is measured on a run to decide whether it was left untranslated."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.untranslated.word_evidence import MOST_NATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.untranslated.word_counts import WordCounts

FEATURES = (
    "one",
    "evidence",
    "strongest",
    "words",
    "characters",
    "function",
    "title_function",
    "lower",
    "lower_share",
    "capital_share",
    "unknown_share",
    "opaque_share",
    "contrary_share",
    "name",
    "lone_content",
    "whole_name",
    "symbols",
    "quoted",
    "bracketed",
    "whole",
    "whole_words",
    "whole_lower",
    "label",
    "copied",
    "identical",
    "uncopied",
)


class SpanSetting(NamedTuple):
    """Where a run stands, and what the counterpart in its language has of it.

    ``whole`` tells that it is all of its segment, ``label`` that this is a heading or the like;
    ``quoted`` and ``bracketed`` that it stands inside quotation marks or brackets; ``symbols``
    counts the characters in it that formulas and code are made of; ``copied``
    counts the words that the counterpart has in the same order, None where there is no
    counterpart; ``identical`` tells that the counterpart says the very same.
    """

    whole: bool
    label: bool
    quoted: bool
    bracketed: bool
    symbols: int
    copied: int | None
    identical: bool


def measure_candidate(
    counts: WordCounts, nats: Sequence[float], characters: int, setting: SpanSetting
) -> tuple[float, ...]:
    """Give the features of a run in the order of ``FEATURES``.

    ``nats`` is the evidence of its tokens, empty where the script alone tells the language.
    """
    words = max(counts.words, 1)
    lower = math.log1p(counts.lower)
    return (
        1.0,
        math.log1p(max(sum(nats), 0.0)),
        max(nats, default=0.0) / MOST_NATS,
        math.log1p(counts.words),
        math.log1p(characters),
        math.log1p(counts.function),
        math.log1p(counts.title_function),
        lower,
        counts.lower / words,
        counts.capital / words,
        counts.unknown / words,
        counts.opaque / counts.tokens,
        counts.contrary / words,
        float(counts.plain == 0),
        float(counts.words == 1 and counts.function == 0),
        float(counts.plain == 0) * setting.whole,
        math.log1p(setting.symbols),
        float(setting.quoted),
        float(setting.bracketed),
        float(setting.whole),
        math.log1p(counts.words) * setting.whole,
        lower * setting.whole,
        float(setting.label),
        math.log1p(setting.copied or 0),
        float(setting.identical),
        float(setting.copied == 0),
    )
