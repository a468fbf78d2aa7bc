"""Which language a text is in, from a whole version down to one word: script first, then words."""

from aligncheck.language.names import language_name
from aligncheck.language.passage import Level, Passage
from aligncheck.language.passages import (
    LEAST,
    Query,
    doubtful_segment,
    find_passages,
    reconsider,
)
from aligncheck.language.references import is_reference_heading
from aligncheck.language.variants import Variant, ascii_punctuation, majority, mixtures, rewritten
from aligncheck.language.whole import Verdict, wrong_language

__all__ = [
    "LEAST",
    "Level",
    "Passage",
    "Query",
    "Variant",
    "Verdict",
    "ascii_punctuation",
    "doubtful_segment",
    "find_passages",
    "is_reference_heading",
    "language_name",
    "majority",
    "mixtures",
    "reconsider",
    "rewritten",
    "wrong_language",
]
