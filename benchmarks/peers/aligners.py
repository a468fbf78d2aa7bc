"""Other aligners, given the same vectors: each as a function from two versions to links."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aligncheck.alignment.arrays import Float32Array
    from aligncheck.alignment.segments.compare.segment_table import SegmentTable

    Links = set[tuple[tuple[int, ...], tuple[int, ...]]]
    Texts = Sequence[str]
    Aligner = Callable[[tuple[SegmentTable, SegmentTable], tuple[Texts, Texts]], Links]

_LARGEST_BEAD = 5
"""How many segments vecalign and sentweave may put into a bead, both sides together."""


def peers() -> dict[str, Aligner | str]:
    """Give every peer: a function, or the reason why it is left out."""
    known: dict[str, tuple[str, Aligner]] = {
        "sentweave": ("sentweave", sentweave),
        "vecalign": ("vecalign", vecalign),
        "galechurch": ("galechurch", galechurch),
        "bleualign": ("bleualign", bleualign),
    }
    return {
        name: aligner if find_spec(module) else f"no module {module}: see benchmarks/README.md"
        for name, (module, aligner) in known.items()
    }


def sentweave(sides: tuple[SegmentTable, SegmentTable], texts: tuple[Texts, Texts]) -> Links:
    """Run sentweave; a join's vector is the mean of its parts, weighted by length, as in ours."""
    import sentweave as peer  # noqa: PLC0415 - a peer need not be there

    del texts
    names = [[f"{which}{row}" for row in range(len(side))] for which, side in enumerate(sides)]
    result = peer.align(
        *names, lambda joined: _looked_up(joined, sides), alignment_max_size=_LARGEST_BEAD
    )
    return {(tuple(one.src_indices), tuple(one.tgt_indices)) for one in result.alignments}


def _looked_up(joined: Texts, sides: tuple[SegmentTable, SegmentTable]) -> Float32Array:
    """Give the vectors of joins that are written as the names of their parts."""
    rows = [
        _mean(sides[int(text[0])], [int(name[1:]) for name in text.split()])
        if text != "PAD"
        else np.full(sides[0].vectors.shape[1], 1e-6, np.float32)
        for text in joined
    ]
    return np.array(rows, np.float32)


def _mean(side: SegmentTable, rows: Sequence[int]) -> Float32Array:
    return side.average_span(rows[0], rows[-1] + 1)


def vecalign(sides: tuple[SegmentTable, SegmentTable], texts: tuple[Texts, Texts]) -> Links:
    """Run vecalign as its own command does, on the same vectors."""
    from vecalign import dp_utils  # noqa: PLC0415 - a peer need not be there

    del texts
    np.random.seed(42)  # noqa: NPY002 - vecalign draws from the global generator
    stack = dp_utils.vecalign(
        vecs0=_overlaps(sides[0]),
        vecs1=_overlaps(sides[1]),
        final_alignment_types=dp_utils.make_alignment_types(_LARGEST_BEAD),
        del_percentile_frac=0.2,
        width_over2=8,
        max_size_full_dp=300,
        costs_sample_size=20000,
        num_samps_for_norm=100,
    )
    return {(tuple(ours), tuple(theirs)) for ours, theirs in stack[0]["final_alignments"]}


def _overlaps(side: SegmentTable) -> Float32Array:
    """Give the vectors of all joins that end in each segment, by size."""
    from aligncheck.alignment.segments.compare.joined_segments import join_neighbours  # noqa: PLC0415 - beside its use

    return np.stack([join_neighbours(side, size).vectors for size in range(1, _LARGEST_BEAD)])


def galechurch(sides: tuple[SegmentTable, SegmentTable], texts: tuple[Texts, Texts]) -> Links:
    """Run galechurch, which sees lengths alone."""
    import galechurch as peer  # noqa: PLC0415 - a peer need not be there

    del sides
    blocks: Any = peer.align([text or "-" for text in texts[0]], [text or "-" for text in texts[1]])
    found = (block.split(":") for block in blocks.to_pharaoh_lines())
    return {(_numbers(ours), _numbers(theirs)) for ours, theirs in found}


def _numbers(listed: str) -> tuple[int, ...]:
    return tuple(int(number) for number in listed.strip("[]").split(",") if number.strip())


def bleualign(sides: tuple[SegmentTable, SegmentTable], texts: tuple[Texts, Texts]) -> Links:
    """Run bleualign with the cosine for its similarity, where it would score a translation."""
    from bleualign.align import Aligner as Peer  # noqa: PLC0415 - a peer need not be there

    ours, theirs = ([" ".join(text.split()) or "-" for text in side] for side in texts)
    similarity = sides[0].vectors @ sides[1].vectors.T
    options = {
        "srcfile": ours,
        "targetfile": theirs,
        "no_translation_override": True,
        "Nto1": 1,
        "gapfillheuristics": ["galechurch"],
        "verbosity": 0,
    }
    with redirect_stdout(io.StringIO()):
        peer = Peer(options)
        peer.eval_sents = lambda *_: _ranked(similarity, peer.options["maxalternatives"])
        found = peer.process(ours, theirs, [], [])
    return {(tuple(pair[0]), tuple(pair[1])) for pair, _ in found}


def _ranked(similarity: Float32Array, most: int) -> dict[int, list[tuple[float, int, float]]]:
    best = np.argsort(-similarity, axis=1)[:, :most]
    return {
        row: [
            (float(similarity[row, column]), int(column), float(similarity[row, column]))
            for column in columns
            if similarity[row, column] > 0
        ]
        for row, columns in enumerate(best)
    }
