"""All pairs of versions of one article that are needed, each judged with third versions' help."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.segments.decide.null_alignments import estimate_null_confidence
from aligncheck.alignment.segments.decide.segment_beads import JudgedNulls, build_beads
from aligncheck.alignment.segments.decide.third_versions import (
    ask_third_version,
    average_answers,
    find_counterparts,
)
from aligncheck.model import Bitext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.alignment.arrays import Float32Array, Int64Array
    from aligncheck.alignment.segments.decide.pair_alignment import PairAlignment
    from aligncheck.model import Document

_MAX_THIRD_VERSIONS: Final = 2
"""Third versions that are asked about a pair. Chosen because more would cost time and say little
new: the work grows with it for every pair."""

VersionPair = tuple[int, int]
"""Two versions of an article by their positions, the first as the source."""


@dataclass(frozen=True, slots=True)
class VersionPairs:
    """The versions of one article and their alignments, which are there in both directions.

    ``counterparts`` gives, for each segment of the first version, its counterpart in the second.
    """

    documents: tuple[Document, ...]
    alignments: Mapping[VersionPair, PairAlignment]
    counterparts: Mapping[VersionPair, Int64Array]


def list_needed_pairs(count: int, pivot: int | None) -> list[VersionPair]:
    """Give the pairs that must be aligned, the lower position first.

    With a pivot: each other version with it, and what the third versions need. Without: all.
    """
    every = list(combinations(range(count), 2))
    if pivot is None:
        return every
    # All that will be asked for is known beforehand, so that one wish for vectors serves all pairs.
    needed: set[VersionPair] = set()
    for other in range(count):
        if other != pivot:
            ends = [(pivot, other)]
            for third in _list_third_versions(count, pivot, other):
                ends += [(pivot, third), (third, other)]
            needed |= {(min(pair), max(pair)) for pair in ends}
    return [pair for pair in every if pair in needed]


def collect_pairs(
    documents: Sequence[Document], aligned: Mapping[VersionPair, PairAlignment]
) -> VersionPairs:
    """Put aligned pairs together; each is looked at from the other side, too."""
    alignments = {**aligned, **{(b, a): each.reversed() for (a, b), each in aligned.items()}}
    counterparts = {
        (one, other): find_counterparts(each.links, len(documents[one].segments))
        for (one, other), each in alignments.items()
    }
    return VersionPairs(tuple(documents), alignments, counterparts)


def build_bitext(versions: VersionPairs, one: int, other: int) -> Bitext:
    """Make the bitext of two versions, asking third ones about what is missing."""
    alignment = versions.alignments[one, other]
    links = alignment.links
    nulls = (
        _judge_nulls(versions, (one, other), links.source.unlinked, alignment.null_features[0]),
        _judge_nulls(versions, (other, one), links.target.unlinked, alignment.null_features[1]),
    )
    documents = versions.documents[one], versions.documents[other]
    return Bitext(*documents, build_beads(documents, links, nulls), alignment.confidence)


def _list_third_versions(count: int, one: int, other: int) -> list[int]:
    """Give the versions that are asked about a pair."""
    rest = [each for each in range(count) if each not in {one, other}]
    return rest[:_MAX_THIRD_VERSIONS]


def _judge_nulls(
    versions: VersionPairs, pair: VersionPair, alone: Int64Array, features: list[Float32Array]
) -> JudgedNulls:
    """Judge the segments of one version that are alone against the other."""
    one, other = pair
    thirds = _list_third_versions(len(versions.documents), one, other)
    answers = [
        ask_third_version(
            alone, versions.counterparts[one, third], versions.counterparts[third, other]
        )
        for third in thirds
    ]
    witness = average_answers(answers, len(alone))
    sure = estimate_null_confidence([*features, witness], load_fitted_models().null)
    agreeing = tuple(
        tuple(
            versions.documents[third].locale
            for third, answer in zip(thirds, answers, strict=True)
            if answer[place] > 0
        )
        for place in range(len(alone))
    )
    return JudgedNulls(sure, agreeing)
