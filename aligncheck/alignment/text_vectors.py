"""The vectors of texts, as they are handed to every stage of alignment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.alignment.arrays import Float32Array


@dataclass(frozen=True, slots=True)
class TextVectors:
    """The name of an embedding model, and what it made of texts: one unit vector per text."""

    model: str
    by_text: Mapping[str, Float32Array]

    def look_up(self, texts: Sequence[str]) -> Float32Array:
        """Give a row per text, (texts, dimension); there must be one text at least.

        Raises KeyError for a text that the stage before did not ask for.
        """
        return np.stack([self.by_text[text] for text in texts])
