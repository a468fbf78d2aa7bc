"""Segments cut into pieces: sentences, or clauses where there is only one sentence."""

from __future__ import annotations

from typing import Final

from aligncheck.alignment.splitting.sentence_splitting import find_sentence_bounds, split_clauses
from aligncheck.locales import language

_MAX_PIECES: Final = 12
"""Pieces of a segment beyond which the rest counts as one. Chosen to bound the work on a very
long paragraph, which grows with the cube of it."""


def cut_segment(text: str, locale: str) -> list[str]:
    """Cut a text into at most ``_MAX_PIECES`` pieces; the text itself where there is but one."""
    tongue = language(locale)
    spans = find_sentence_bounds(text, tongue)
    several = len(spans) > 1
    cut = [text[start:end] for start, end in spans] if several else split_clauses(text, tongue)
    if len(cut) > _MAX_PIECES:
        return [*cut[: _MAX_PIECES - 1], " ".join(cut[_MAX_PIECES - 1 :])]
    return cut or [text]
