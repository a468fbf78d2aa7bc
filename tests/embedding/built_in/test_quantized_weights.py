"""The weights file becomes arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from aligncheck.embedding.built_in.quantized_weights import read_quantized_weights
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path


def test_header(weights: Path) -> None:
    """Sizes, pieces, scores and rules are those that the file says."""
    blob = read_quantized_weights(weights)
    assert (blob.shape.hidden, blob.shape.layers, blob.shape.positions) == (32, 1, 512)
    assert blob.shape.epsilon == pytest.approx(1e-12)
    assert blob.vocabulary.pieces[4:8] == ("▁a", "▁b", "▁", "å")
    assert blob.vocabulary.scores[3:5] == (0.0, -2.0)
    assert blob.vocabulary.rules[0xBD] == "1⁄2"
    assert blob.vocabulary.rules[0xAD] == ""


def test_block_weights(weights: Path) -> None:
    """A weight is its nibble less eight, times its block's scale; low nibbles come first."""
    blob = read_quantized_weights(weights)
    nibbles, scales = blob.read_blocks("l0.q.w")
    rows = blob.read_vector("l0.q.w").reshape(-1, 32)
    for block, scale, row in zip(nibbles, scales, rows, strict=True):
        whole = [*(int(byte) & 15 for byte in block), *(int(byte) >> 4 for byte in block)]
        assert row.tolist() == [np.float32(scale) * (nibble - 8) for nibble in whole]


def test_plain_weights(weights: Path) -> None:
    """A tensor of floats is given as it is held."""
    blob = read_quantized_weights(weights)
    held = np.frombuffer(blob.tensors["emb.ln.b"].raw, "<f4")
    assert blob.read_vector("emb.ln.b").tolist() == held.tolist()


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        (1, None, "not a file of e5 weights"),
        (0, 3, "not a file of e5 weights"),
        (0, 40, "broken file of e5 weights"),
        (0, 200, "broken file of e5 weights"),
        (0, -1, "broken file of e5 weights"),
    ],
)
def test_broken_file(
    weights: Path, tmp_path: Path, start: int, end: int | None, reason: str
) -> None:
    """A file that is something else, or ends early, is an error that names it."""
    path = tmp_path / "cut.bin"
    path.write_bytes(weights.read_bytes()[start:end])
    with pytest.raises(ModelError, match=reason) as caught:
        read_quantized_weights(path)
    assert str(path) in str(caught.value)
