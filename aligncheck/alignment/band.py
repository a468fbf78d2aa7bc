"""Which cells of the table are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.program import Band

if TYPE_CHECKING:
    from aligncheck.alignment.sides import FloatArray


def full_band(rows: int, columns: int) -> Band:
    """Look at every cell."""
    return Band(np.zeros(rows + 1, dtype=np.int64), columns + 1)


def spread(gains: FloatArray) -> FloatArray:
    """Lay gains of segment pairs into a table that counts consumed segments."""
    table = np.zeros((gains.shape[0] + 1, gains.shape[1] + 1), dtype=np.float32)
    table[1:, 1:] = gains
    return table
