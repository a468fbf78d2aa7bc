"""The best path through all rectangles of a pair of versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.segments.compare.bead_scores import SHAPES, gains
from aligncheck.alignment.segments.compare.piece_similarity import Nearness
from aligncheck.alignment.segments.search.anchor_rectangles import Rectangle
from aligncheck.alignment.segments.search.dynamic_program import (
    NEVER,
    Link,
    Path,
    Stack,
    best_paths,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.alignment.segments.compare.bead_scores import GainModel
    from aligncheck.alignment.segments.compare.link_features import Parts, Scale

STEP = 16
"""Rectangles are padded to multiples of this many rows and columns, to be stacked with others."""

CELLS = 1_000_000
"""Cells that a stack may have."""


Near = Mapping[Rectangle, Nearness]


def whole_path(
    parts: Parts,
    pieces: Sequence[Rectangle],
    scale: Scale,
    model: GainModel,
    near: Near = MappingProxyType({}),
) -> Path:
    """Solve all rectangles and join their paths; indices are those of the documents.

    ``near`` says what a closer look has shown of some of them.
    """
    source = np.full(len(parts.source), NEVER, dtype=np.float32)
    target = np.full(len(parts.target), NEVER, dtype=np.float32)
    links: list[Link] = []
    for piece, path in _solved(parts, pieces, scale, model, near):
        source[piece.top : piece.bottom] = path.source
        target[piece.left : piece.right] = path.target
        links += [_shifted(link, piece) for link in path.links]
    return Path(tuple(sorted(links, key=lambda link: link.source)), source, target)


def _solved(
    parts: Parts, pieces: Sequence[Rectangle], scale: Scale, model: GainModel, near: Near
) -> Iterator[tuple[Rectangle, Path]]:
    for stack_of in _stacks(pieces):
        stack = _stack(parts, stack_of, scale, model, near)
        yield from zip(stack_of, best_paths(stack), strict=True)


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


def _stack(
    parts: Parts, pieces: Sequence[Rectangle], scale: Scale, model: GainModel, near: Near
) -> Stack:
    sizes = np.array([piece.size for piece in pieces], dtype=np.int64)
    shape = (len(pieces), *(sizes.max(axis=0) + 1))
    tables = {each: np.full(shape, NEVER, dtype=np.float32) for each in SHAPES}
    for layer, piece in enumerate(pieces):
        rows, columns = slice(piece.top, piece.bottom), slice(piece.left, piece.right)
        height, width = piece.size
        if height and width:
            found = gains(parts, (rows, columns), scale, model, near.get(piece))
            for each, table in found.items():
                tables[each][layer, 1 : height + 1, 1 : width + 1] = table
    return Stack(tables, sizes[:, 0], sizes[:, 1])


def patched(path: Path, pieces: Sequence[Rectangle], fresh: Path) -> Path:
    """Put what was found anew for some rectangles in the place of what was found before."""
    source, target = path.source.copy(), path.target.copy()
    kept = np.ones(len(path.source), dtype=bool)
    for piece in pieces:
        rows, columns = slice(piece.top, piece.bottom), slice(piece.left, piece.right)
        source[rows], target[columns], kept[rows] = fresh.source[rows], fresh.target[columns], False
    links = [link for link in path.links if kept[link.source[0]]]
    return Path(tuple(sorted([*links, *fresh.links], key=lambda link: link.source)), source, target)


def _shifted(link: Link, piece: Rectangle) -> Link:
    (a, b), (c, d) = link.source, link.target
    return Link((a + piece.top, b + piece.top), (c + piece.left, d + piece.left))
