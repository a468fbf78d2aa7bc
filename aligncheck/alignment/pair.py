"""Two versions aligned: links in order, links out of order, and what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment import nulls
from aligncheck.alignment.evidence import Parts, Scale
from aligncheck.alignment.gains import SHAPES
from aligncheck.alignment.logistic import probability
from aligncheck.alignment.moves import crossing, far, uncrossed
from aligncheck.alignment.path import whole_path
from aligncheck.alignment.rectangles import rectangles
from aligncheck.alignment.scale import TYPICAL, candidates, measure

if TYPE_CHECKING:
    from aligncheck.alignment.nulls import Standing
    from aligncheck.alignment.parameters import Models
    from aligncheck.alignment.program import Link, Path
    from aligncheck.alignment.sides import FloatArray, Side


@dataclass(frozen=True, slots=True)
class Found:
    """A link, the cosine of its two sides, and the probability that it is right.

    ``moved`` tells that it stands elsewhere in the target.
    """

    link: Link
    similarity: float
    moved: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The outcome for two versions.

    ``source`` and ``target`` say how each side stands; ``features`` are those of the segments
    alone, per side, and what ``nulls.confidence`` takes.
    """

    links: tuple[Found, ...]
    source: Standing
    target: Standing
    features: tuple[list[FloatArray], list[FloatArray]]
    scale: Scale

    def reversed(self) -> Alignment:
        """Look from the other side."""
        links = tuple(replace(found, link=found.link.reversed()) for found in self.links)
        ours, theirs = self.features
        return Alignment(links, self.target, self.source, (theirs, ours), self.scale.reversed())


def align(source: Side, target: Side, models: Models) -> Alignment:
    """Align two versions, in order first, then what stands elsewhere."""
    if not len(source) or not len(target):
        return _unaligned(source, target)
    pairs = candidates(source, target)
    scale = measure(source, target, pairs)
    pieces = rectangles(source, target, pairs)
    path = whole_path(Parts(source, target, SHAPES), pieces, scale, models.gain)
    path = replace(path, links=tuple(uncrossed(path.links, source, target, scale, models.gain)))
    elsewhere = crossing(path.links, source, target, scale, models.gain)
    links = (*path.links, *(link for link, _ in elsewhere))
    ours = nulls.standing(
        path.source,
        (link.source for link in links),
        ((link.source[0], score) for link, score in elsewhere),
    )
    theirs = nulls.standing(
        path.target,
        (link.target for link in links),
        ((link.target[0], score) for link, score in elsewhere),
    )
    features = (
        nulls.null_features((source, target), (ours, theirs), scale, models.gain),
        nulls.null_features((target, source), (theirs, ours), scale.reversed(), models.gain),
    )
    return Alignment(
        _found((source, target), path, elsewhere, models), ours, theirs, features, scale
    )


def _found(
    sides: tuple[Side, Side], path: Path, elsewhere: list[tuple[Link, float]], models: Models
) -> tuple[Found, ...]:
    """Put all links together, with how sure they are."""
    every = [*path.links, *(link for link, _ in elsewhere)]
    support = np.array([_weakest(link, path) for link in path.links], dtype=np.float32)
    scores = np.array([score for _, score in elsewhere], dtype=np.float32)
    sure = np.concatenate(
        [
            probability(models.linked.score(("support",), [support])),
            probability(models.moved.score(("score",), [scores])),
        ]
    )
    moved = [False] * len(path.links) + [far(link, every) for link, _ in elsewhere]
    return tuple(
        Found(link, _similarity(link, sides), away, float(chance))
        for link, away, chance in zip(every, moved, sure, strict=True)
    )


def _similarity(link: Link, sides: tuple[Side, Side]) -> float:
    left, right = (
        side.centre(*span) for side, span in zip(sides, (link.source, link.target), strict=True)
    )
    return float(left @ right)


def _weakest(link: Link, path: Path) -> float:
    return float(
        min(path.source[slice(*link.source)].min(), path.target[slice(*link.target)].min())
    )


def _unaligned(source: Side, target: Side) -> Alignment:
    """Give the outcome where a version has nothing: every segment of the other one is alone."""
    ours, theirs = (
        nulls.standing(np.full(len(side), nulls.LEAST, dtype=np.float32), (), ())
        for side in (source, target)
    )
    features = nulls.utterly_alone(source), nulls.utterly_alone(target)
    return Alignment((), ours, theirs, features, Scale(TYPICAL, 0.0))
