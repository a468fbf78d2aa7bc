"""Two versions aligned: links in order, links out of order, and what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment.logistic_model import probability
from aligncheck.alignment.segments.compare.bead_scores import SHAPES
from aligncheck.alignment.segments.compare.link_features import Parts, Scale
from aligncheck.alignment.segments.decide import null_alignments as nulls
from aligncheck.alignment.segments.decide.moved_links import crossing, far, uncrossed
from aligncheck.alignment.segments.search.anchor_rectangles import rectangles
from aligncheck.alignment.segments.search.bead_path import patched, whole_path
from aligncheck.alignment.segments.search.candidate_pairs import TYPICAL, candidates, measure
from aligncheck.alignment.segments.search.second_pass import doubtful, look

if TYPE_CHECKING:
    from aligncheck.alignment.fitted_models import Models
    from aligncheck.alignment.segments.compare.segment_table import FloatArray, Side
    from aligncheck.alignment.segments.decide.moved_links import Crossing
    from aligncheck.alignment.segments.decide.null_alignments import Standing
    from aligncheck.alignment.segments.search.dynamic_program import Link, Path
    from aligncheck.alignment.segments.search.second_pass import Cutters


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


@dataclass(frozen=True, slots=True)
class Draft:
    """The links in order, and what they were found by."""

    parts: Parts
    scale: Scale
    path: Path


def align(source: Side, target: Side, models: Models, pieces: Cutters | None = None) -> Alignment:
    """Align two versions, in order first, then what stands elsewhere.

    With ``pieces``, what cuts the segments of both, whatever is in doubt is looked at more closely.
    """
    if not len(source) or not len(target):
        return _unaligned(source, target)
    return settled(drafted(source, target, models, pieces), models)


def drafted(source: Side, target: Side, models: Models, pieces: Cutters | None = None) -> Draft:
    """Align two versions in order; neither may be empty."""
    pairs = candidates(source, target)
    scale = measure(source, target, pairs)
    parts = Parts(source, target, SHAPES)
    path = whole_path(parts, rectangles(source, target, pairs), scale, models.gain)
    if pieces and (stretches := doubtful(path)):
        near = look((source, target), pieces, stretches)
        path = patched(path, [*near], whole_path(parts, [*near], scale, models.gain, near))
    return Draft(parts, scale, path)


def settled(draft: Draft, models: Models) -> Alignment:
    """Link what stands elsewhere, and tell how the rest stands."""
    path, scale = draft.path, draft.scale
    source, target = draft.parts.source, draft.parts.target
    path = replace(path, links=tuple(uncrossed(path.links, source, target, scale, models.gain)))
    elsewhere = crossing(path.links, source, target, scale, models)
    links = (*path.links, *(each.link for each in elsewhere))
    ours = nulls.standing(
        path.source,
        (link.source for link in links),
        ((each.link.source[0], each.score) for each in elsewhere),
    )
    theirs = nulls.standing(
        path.target,
        (link.target for link in links),
        ((each.link.target[0], each.score) for each in elsewhere),
    )
    features = (
        nulls.null_features((source, target), (ours, theirs), scale, models.gain),
        nulls.null_features((target, source), (theirs, ours), scale.reversed(), models.gain),
    )
    return Alignment(
        _found((source, target), path, elsewhere, models), ours, theirs, features, scale
    )


def _found(
    sides: tuple[Side, Side], path: Path, elsewhere: list[Crossing], models: Models
) -> tuple[Found, ...]:
    """Put all links together, with how sure they are."""
    every = [*path.links, *(each.link for each in elsewhere)]
    support = np.array([path.weakest(link) for link in path.links], dtype=np.float32)
    ordered = probability(models.linked.score(("support",), [support])).tolist()
    sure = [*ordered, *(each.confidence for each in elsewhere)]
    moved = [False] * len(path.links) + [far(each.link, every) for each in elsewhere]
    return tuple(
        Found(link, _similarity(link, sides), away, chance)
        for link, away, chance in zip(every, moved, sure, strict=True)
    )


def _similarity(link: Link, sides: tuple[Side, Side]) -> float:
    left, right = (
        side.centre(*span) for side, span in zip(sides, (link.source, link.target), strict=True)
    )
    return float(left @ right)


def _unaligned(source: Side, target: Side) -> Alignment:
    """Give the outcome where a version has nothing: every segment of the other one is alone."""
    ours, theirs = (
        nulls.standing(np.full(len(side), nulls.LEAST, dtype=np.float32), (), ())
        for side in (source, target)
    )
    features = nulls.utterly_alone(source), nulls.utterly_alone(target)
    return Alignment((), ours, theirs, features, Scale(TYPICAL, 0.0))
