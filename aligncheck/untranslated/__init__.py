"""Which language a text is in, from a whole version down to one word: script first, then words."""

from aligncheck.languages.han_variants import (
    Variant,
    ascii_punctuation,
    majority,
    mixtures,
    rewritten,
)
from aligncheck.languages.names import language_name
from aligncheck.untranslated.passage import Level, Passage
from aligncheck.untranslated.passages import (
    LEAST,
    Query,
    doubtful_segment,
    find_passages,
    reconsider,
)
from aligncheck.untranslated.references import is_reference_heading
from aligncheck.untranslated.whole import Verdict, wrong_language

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
