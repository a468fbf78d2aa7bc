"""Versions aligned: segments and sentences that say the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from aligncheck.model.documents import Document, Segment
    from aligncheck.model.places import Place

RELATED_PROBABILITY: Final = 0.5
"""The probability from which two texts are taken for versions of one article: from here on that
is more likely than that they are unrelated, by the model of relations that
training/alignment_models.py fits (benchmarks/accuracy/version_pairs.py measures it)."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A sentence: ``segment.text[start:end]``."""

    segment: Segment
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.segment.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class SentenceBead:
    """Sentences of a bead that say the same; a side is empty where they have no counterpart.

    ``confidence`` is the probability that the link, or the lack of one, is right.
    """

    source: tuple[Slice, ...]
    target: tuple[Slice, ...]
    similarity: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments that say the same in two versions; a side is empty for a null alignment.

    ``similarity`` is the cosine of the two sides (0 for a null alignment); ``moved`` marks
    counterparts that stand elsewhere in the order; ``confidence`` is the calibrated probability
    that the bead is right: for a null alignment, that it is a true omission or addition;
    ``witnesses`` are the locales of further versions that agree with it; ``sentences`` is filled
    where the sentences of the two sides were aligned.
    """

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    similarity: float
    moved: bool = False
    confidence: float = 1.0
    witnesses: tuple[str, ...] = ()
    sentences: tuple[SentenceBead, ...] = ()


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two aligned versions; every segment of both stands in exactly one bead.

    Beads are in target order; a null alignment of the source stands where it belongs in the
    target. ``confidence`` is the probability that the two are versions of one article. A
    ``complement`` (only among peers) shows what its target lacks or alone has; the pair is in the
    run the other way round too, where everything else is to be judged.
    """

    source: Document
    target: Document
    beads: tuple[Bead, ...]
    confidence: float = 1.0
    complement: bool = False

    @property
    def related(self) -> bool:
        """Whether the two are rather versions of one article than not."""
        return self.confidence >= RELATED_PROBABILITY


@dataclass(frozen=True, slots=True)
class Usage:
    """How something is worded in a bitext: where it is first, and how many beads have it so.

    ``wording`` is written as wordings are compared, which need not be as it stands at the place.
    """

    wording: str
    place: Place
    count: int


@dataclass(frozen=True, slots=True)
class Corpus:
    """A bitext of a run, and what a rule has noted of the bitexts before it.

    Rules that look across articles are shown one bitext after the other, in the order of the run,
    and articles are let go once they have been looked at. What a rule will need of this bitext
    later it adds to ``usages``, which is its own, lasts as long as the run and begins empty.
    """

    bitext: Bitext
    usages: dict[tuple[str, ...], Usage] = field(default_factory=dict)
