"""Two versions aligned: links in order, links out of order, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.band import full_band, spread
from aligncheck.alignment.evidence import Parts, Scale
from aligncheck.alignment.gains import SHAPES, gains
from aligncheck.alignment.moves import crossing, far
from aligncheck.alignment.program import best_path
from aligncheck.alignment.scale import TYPICAL, measure, mutual

if TYPE_CHECKING:
    from aligncheck.alignment.gains import GainModel
    from aligncheck.alignment.program import Link
    from aligncheck.alignment.sides import FloatArray, Side


@dataclass(frozen=True, slots=True)
class Alignment:
    """The outcome for two versions.

    ``links`` stand where they belong, ``moved`` stand elsewhere in the target; ``scores`` are
    the log-odds of all pairs of single segments, (source, target).
    """

    links: tuple[Link, ...]
    moved: tuple[Link, ...]
    scores: FloatArray
    similarity: FloatArray
    scale: Scale


def align(source: Side, target: Side, model: GainModel) -> Alignment:
    """Align two versions, in order first, then what stands elsewhere."""
    if not len(source) or not len(target):
        nothing = np.zeros((len(source), len(target)), dtype=np.float32)
        return Alignment((), (), nothing, nothing, Scale(TYPICAL, 0.0))
    similarity = source.vectors @ target.vectors.T
    scale = measure(source, target, *mutual(similarity))
    everywhere = slice(0, None)
    table = gains(Parts(source, target, SHAPES), everywhere, everywhere, scale, model)
    band = full_band(len(source), len(target))
    links = best_path(band, {s: spread(g) for s, g in table.items()}, len(target))
    found = crossing(links, table[1, 1])
    moved = tuple(link for link in found if far(link, [*links, *found]))
    near = [link for link in found if link not in moved]
    return Alignment((*links, *near), moved, table[1, 1], similarity, scale)
