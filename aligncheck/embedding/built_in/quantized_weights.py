"""Reads the weights file of multilingual-e5-small in 4-bit blocks (``E5S1``) into numpy arrays."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from aligncheck.embedding.protocol import VectorArray

_MAGIC: Final = b"E5S1"
_VERSION_SIZE: Final = 4
"""Bytes of the number that follows ``_MAGIC``, as the file has it."""
BLOCK_WEIGHTS: Final = 32
"""Weights that share a scale, as the file has them; one that says otherwise is refused."""
_BLOCK_TYPE: Final = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK_WEIGHTS // 2,))])
_ZERO: Final = 8
"""A nibble of 8 stands for the weight 0."""


@dataclass(frozen=True, slots=True)
class TransformerShape:
    """The sizes of the transformer."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """SentencePiece's unigram pieces with their log-probabilities, and the special pieces' ids.

    ``rules`` give the replacement of a code point before text is cut into pieces.
    """

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    start: int
    end: int
    padding: int
    unknown: int
    rules: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class StoredTensor:
    """One named tensor as it lies in the file."""

    blocks: bool
    count: int
    raw: memoryview


@dataclass(frozen=True, slots=True)
class QuantizedWeights:
    """The weights file, parsed; tensors are decoded when asked for."""

    shape: TransformerShape
    vocabulary: Vocabulary
    tensors: Mapping[str, StoredTensor]

    def read_vector(self, name: str) -> VectorArray:
        """Give a tensor as a flat float32 array, dequantized where it is held in blocks."""
        tensor = self.tensors[name]
        if not tensor.blocks:
            return np.frombuffer(tensor.raw, dtype="<f4", count=tensor.count).astype(np.float32)
        nibbles, scales = self.read_blocks(name)
        low, high = nibbles & 15, nibbles >> 4
        weights = np.concatenate((low, high), axis=1).astype(np.float32) - _ZERO
        return (weights * scales[:, None].astype(np.float32)).reshape(-1)

    def read_matrix(self, name: str, columns: int) -> VectorArray:
        """Give a tensor as a float32 matrix of that many columns."""
        return self.read_vector(name).reshape(-1, columns)

    def read_blocks(self, name: str) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
        """Give a 4-bit tensor as it is held: (n, 16) bytes of two nibbles, (n,) scales.

        Byte j of a block holds weight j in its low nibble and weight 16 + j in its high one, each
        plus 8.
        """
        #   18 bytes of a block, 32 weights w:
        #   | scale (2 bytes) | w16 w0 | w17 w1 | … | w31 w15 |
        #   scale .02, first byte 0x5B: low nibble 11, high 5, so w0 = (11 - 8) * .02 = .06 and
        #   w16 = (5 - 8) * .02 = -.06.
        tensor = self.tensors[name]
        held = np.frombuffer(tensor.raw, dtype=_BLOCK_TYPE, count=tensor.count // BLOCK_WEIGHTS)
        return np.ascontiguousarray(held["nibbles"]), held["scale"].astype(np.float16)


class _Reader:
    """Walks through the bytes of the file."""

    def __init__(self, raw: memoryview) -> None:
        self.raw = raw
        self.offset = 0

    def take_bytes(self, size: int) -> memoryview:
        """Give the next bytes."""
        start, self.offset = self.offset, self.offset + size
        return self.raw[start : self.offset]

    def unpack_values(self, layout: str) -> tuple[float, ...]:
        """Give the next values in the little-endian layout."""
        return struct.unpack("<" + layout, self.take_bytes(struct.calcsize("<" + layout)))

    def unpack_integers(self, layout: str) -> tuple[int, ...]:
        """Give the next values of a layout that holds integers only."""
        return tuple(int(value) for value in self.unpack_values(layout))


def read_quantized_weights(path: Path) -> QuantizedWeights:
    """Parse the weights file; ModelError where it is not one."""
    reader = _Reader(memoryview(path.read_bytes()))
    if bytes(reader.take_bytes(len(_MAGIC))) != _MAGIC:
        raise ModelError(f"{path}: not a file of e5 weights")
    try:
        return _read_sections(reader)
    except (struct.error, ValueError, UnicodeDecodeError) as error:
        raise ModelError(f"{path}: broken file of e5 weights ({error})") from error


def _read_sections(reader: _Reader) -> QuantizedWeights:
    reader.take_bytes(_VERSION_SIZE)
    shape = TransformerShape(*reader.unpack_integers("7i"), *reader.unpack_values("f"))
    (block,) = reader.unpack_integers("i")
    if block != BLOCK_WEIGHTS:
        raise ValueError(f"blocks of {block} weights")
    vocabulary = _read_vocabulary(reader)
    tensors = _read_tensors(reader)
    return QuantizedWeights(shape, vocabulary, tensors)


def _read_vocabulary(reader: _Reader) -> Vocabulary:
    count, start, end, padding, unknown = reader.unpack_integers("5i")
    (size,) = reader.unpack_integers("Q")
    bounds = reader.unpack_integers(f"{count + 1}I")
    scores = reader.unpack_values(f"{count}f")
    text = bytes(reader.take_bytes(size))
    pieces = tuple(text[a:b].decode("utf-8") for a, b in pairwise(bounds))
    return Vocabulary(pieces, scores, start, end, padding, unknown, _read_rules(reader))


def _read_rules(reader: _Reader) -> dict[int, str]:
    count, _size = reader.unpack_integers("iI")
    rules = {}
    for _ in range(count):
        code_point, length = reader.unpack_integers("IB")
        rules[code_point] = "".join(map(chr, reader.unpack_integers(f"{length}I")))
    return rules


def _read_tensors(reader: _Reader) -> dict[str, StoredTensor]:
    (count,) = reader.unpack_integers("i")
    tensors = {}
    for _ in range(count):
        (length,) = reader.unpack_integers("H")
        name = bytes(reader.take_bytes(length)).decode("ascii")
        kind, size, offset, stored = reader.unpack_integers("BIQQ")
        raw = reader.raw[offset : offset + stored]
        if len(raw) != stored:
            raise ValueError(f"{name} ends early")
        tensors[name] = StoredTensor(kind != 0, size, raw)
    return tensors
