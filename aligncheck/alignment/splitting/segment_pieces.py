"""Segments cut into pieces: sentences, or clauses where there is only one sentence."""

from __future__ import annotations

from typing import Final

from aligncheck.alignment.splitting.sentence_splitting import boundaries, clauses
from aligncheck.locales import language

MOST: Final = 12
"""Pieces of a segment beyond which the rest counts as one."""


def pieces(text: str, locale: str) -> list[str]:
    """Cut a text into at most ``MOST`` pieces; the text itself where there is but one."""
    tongue = language(locale)
    spans = boundaries(text, tongue)
    cut = [text[start:end] for start, end in spans] if len(spans) > 1 else clauses(text, tongue)
    return [*cut[: MOST - 1], " ".join(cut[MOST - 1 :])] if len(cut) > MOST else cut or [text]
