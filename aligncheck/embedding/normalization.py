"""Brings text into the one form that is tokenized and cached."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_UNREADABLE: Final = re.compile("[\0\ud800-\udfff]")


def normalize_text(text: str) -> str:
    """Compose (NFC), put spaces for NUL and lone surrogates, and fold white space."""
    readable = _UNREADABLE.sub(" ", text)
    return " ".join(unicodedata.normalize("NFC", readable).split())
