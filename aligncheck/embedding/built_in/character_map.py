"""Writes a table of replaced code points in the form that the ``tokenizers`` library reads.

The form is SentencePiece's precompiled character map: the size of a double-array trie in bytes
(u32), the trie as u32 units, then the replacements, each ended by NUL. A unit holds its label in
bits 0-7 (and 31), whether a value follows in bit 8, and in bits 10-30 what its position is XORed
with to reach its children (shifted by eight more bits where bit 9 is set); a value is the offset
of a replacement.
"""

from __future__ import annotations

import struct
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_FAN_OUT: Final = 256
"""Units of a block, one for each byte. Chosen: every inner node gets a block of its own, which is
larger than need be, and simple."""
_HAS_VALUE: Final = 1 << 8
_OFFSET_SHIFT: Final = 10
_IS_VALUE: Final = 1 << 31
"""The bits of a unit, as the format above has them."""


def precompiled_charsmap(rules: Mapping[int, str]) -> bytes:
    """Encode replacements by code point; NUL can be neither replaced nor put in."""
    keys = {chr(code_point).encode(): text for code_point, text in rules.items() if code_point}
    texts = dict.fromkeys(keys.values(), 0)
    pool = bytearray()
    for text in texts:
        texts[text] = len(pool)
        pool += text.encode() + b"\0"
    units = _Trie({key: texts[text] for key, text in keys.items()}).units
    trie = struct.pack(f"<{len(units)}I", *units)
    return struct.pack("<I", len(trie)) + trie + bytes(pool)


class _Trie:
    """A double array in which a key may not be the beginning of another."""

    def __init__(self, values: Mapping[bytes, int]) -> None:
        self.values = values
        self.units = [0] * _FAN_OUT
        self._fill_node(0, sorted(values), 0)

    def _add_block(self) -> int:
        """Make room for the children of a node, and give where it starts."""
        start = len(self.units)
        self.units += [0] * _FAN_OUT
        return start

    def _fill_node(self, node: int, keys: list[bytes], depth: int) -> None:
        """Write the children of ``node``, whose keys agree in their first ``depth`` bytes."""
        #   For the keys C2 A0 (no-break space, becomes a space) and C2 AD (soft hyphen, becomes
        #   nothing), whose replacements lie in the pool as "20 00 00":
        #   root --C2--> node --A0--> end --> value 0, where " " starts
        #                     --AD--> end --> value 2, where "" starts
        base = self._add_block()
        self.units[node] |= (base ^ node) << _OFFSET_SHIFT
        for label, group in groupby(keys, key=lambda key: key[depth]):
            child, below = base ^ label, list(group)
            self.units[child] = label
            if len(below[0]) == depth + 1:
                self._end_key(child, below[0])
            else:
                self._fill_node(child, below, depth + 1)

    def _end_key(self, node: int, key: bytes) -> None:
        """Write the value of a key that ends at ``node``."""
        position = len(self.units)
        self.units.append(self.values[key] | _IS_VALUE)
        self.units[node] |= _HAS_VALUE | (position ^ node) << _OFFSET_SHIFT
