"""Judging articles by what is new: since a revision, since a baseline, in an editor's buffer."""

from aligncheck.gate.baseline_renewal import renew_baseline
from aligncheck.gate.chosen_articles import check_text, check_touching
from aligncheck.gate.since_revision import check_since

__all__ = ["check_since", "check_text", "check_touching", "renew_baseline"]
