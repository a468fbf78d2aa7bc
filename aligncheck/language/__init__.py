"""Which language a text is in, from a whole version down to one word: script first, then words."""

from aligncheck.language.passages import (
    LEAST,
    Level,
    Passage,
    Query,
    doubtful_segment,
    find_passages,
    reconsider,
)

__all__ = ["LEAST", "Level", "Passage", "Query", "doubtful_segment", "find_passages", "reconsider"]
