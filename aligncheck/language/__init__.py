"""Which language a text is in, from a whole version down to one word: script first, then words."""

from aligncheck.language.passages import Level, Passage, Query, find_passages

__all__ = ["Level", "Passage", "Query", "find_passages"]
