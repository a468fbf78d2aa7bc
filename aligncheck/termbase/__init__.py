"""Glossary files, the concepts they hold, and the terms of those found in text."""

from __future__ import annotations

from aligncheck.termbase.files.loading import load_termbase
from aligncheck.termbase.lookup.term_matches import TermMatch, keep_longest
from aligncheck.termbase.lookup.termbase import Termbase, applies_to_path, select_terms
from aligncheck.termbase.lookup.word_forms import MatchKind

__all__ = [
    "MatchKind",
    "TermMatch",
    "Termbase",
    "applies_to_path",
    "keep_longest",
    "load_termbase",
    "select_terms",
]
