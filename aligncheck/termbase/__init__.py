"""Glossary files, the concepts they hold, and the terms of those found in text."""

from __future__ import annotations

from aligncheck.termbase.base import Termbase, applies, terms_in
from aligncheck.termbase.loading import load_termbase
from aligncheck.termbase.matching import TermMatch, longest
from aligncheck.termbase.morphology import How

__all__ = ["How", "TermMatch", "Termbase", "applies", "load_termbase", "longest", "terms_in"]
