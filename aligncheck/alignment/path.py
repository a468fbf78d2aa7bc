"""The best path through all rectangles of a pair of versions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.gains import SHAPES, gains
from aligncheck.alignment.program import NEVER, Link, Path, Stack, best_paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.alignment.evidence import Parts, Scale
    from aligncheck.alignment.gains import GainModel
    from aligncheck.alignment.rectangles import Rectangle

STEP = 16
"""Rectangles are padded to multiples of this many rows and columns, to be stacked with others."""

CELLS = 1_000_000
"""Cells that a stack may have."""


def whole_path(parts: Parts, pieces: Sequence[Rectangle], scale: Scale, model: GainModel) -> Path:
    """Solve all rectangles and join their paths; indices are those of the documents."""
    source = np.full(len(parts.source), NEVER, dtype=np.float32)
    target = np.full(len(parts.target), NEVER, dtype=np.float32)
    links: list[Link] = []
    for piece, path in _solved(parts, pieces, scale, model):
        source[piece.top : piece.bottom] = path.source
        target[piece.left : piece.right] = path.target
        links += [_shifted(link, piece) for link in path.links]
    return Path(tuple(sorted(links, key=lambda link: link.source)), source, target)


def _solved(
    parts: Parts, pieces: Sequence[Rectangle], scale: Scale, model: GainModel
) -> Iterator[tuple[Rectangle, Path]]:
    for stack_of in _stacks(pieces):
        yield from zip(stack_of, best_paths(_stack(parts, stack_of, scale, model)), strict=True)


def _stacks(pieces: Sequence[Rectangle]) -> Iterator[list[Rectangle]]:
    """Put rectangles of like size together."""
    alike: dict[tuple[int, int], list[Rectangle]] = defaultdict(list)
    for piece in pieces:
        rows, columns = piece.size
        alike[-(-rows // STEP), -(-columns // STEP)].append(piece)
    for (rows, columns), group in alike.items():
        count = max(1, CELLS // max(1, rows * columns * STEP * STEP))
        for start in range(0, len(group), count):
            yield group[start : start + count]


def _stack(parts: Parts, pieces: Sequence[Rectangle], scale: Scale, model: GainModel) -> Stack:
    sizes = np.array([piece.size for piece in pieces], dtype=np.int64)
    shape = (len(pieces), *(sizes.max(axis=0) + 1))
    tables = {each: np.full(shape, NEVER, dtype=np.float32) for each in SHAPES}
    for layer, piece in enumerate(pieces):
        rows, columns = slice(piece.top, piece.bottom), slice(piece.left, piece.right)
        height, width = piece.size
        if height and width:
            for each, table in gains(parts, rows, columns, scale, model).items():
                tables[each][layer, 1 : height + 1, 1 : width + 1] = table
    return Stack(tables, sizes[:, 0], sizes[:, 1])


def _shifted(link: Link, piece: Rectangle) -> Link:
    (a, b), (c, d) = link.source, link.target
    return Link((a + piece.top, b + piece.top), (c + piece.left, d + piece.left))
