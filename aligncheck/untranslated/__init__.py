"""Which language a text is in, from a whole version down to one word: script first, then words."""

from aligncheck.untranslated.fixed_lines import is_reference_heading
from aligncheck.untranslated.foreign_span import ForeignSpan, LeftoverLevel
from aligncheck.untranslated.leftovers import Leftover, build_segment_queries, find_leftovers
from aligncheck.untranslated.segment_analysis import find_foreign_spans
from aligncheck.untranslated.segment_query import SegmentQuery
from aligncheck.untranslated.version_language import VersionLanguage, find_wrong_language

__all__ = [
    "ForeignSpan",
    "Leftover",
    "LeftoverLevel",
    "SegmentQuery",
    "VersionLanguage",
    "build_segment_queries",
    "find_foreign_spans",
    "find_leftovers",
    "find_wrong_language",
    "is_reference_heading",
]
