"""What every embedding engine offers, and the types they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VectorArray: TypeAlias = "NDArray[np.float32]"
Progress: TypeAlias = Callable[[str, int, int], None]
"""Is told the step (``"prepare"``, ``"embed"``), how much is done, and of how much."""


class Embedder(Protocol):
    """An engine that turns texts into vectors."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def embed(self, texts: Sequence[str]) -> VectorArray:
        """Give one unit row per text, (n, dimension), in the order of the texts."""
