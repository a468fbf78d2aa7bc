"""Text is cut into pieces as the weights' own normalizer and vocabulary say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tokenizers import normalizers

from aligncheck.embedding.built_in.character_map import precompiled_charsmap
from aligncheck.embedding.built_in.quantized_weights import read_quantized_weights
from aligncheck.embedding.built_in.tokenizer import build_tokenizer

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("a b", ["▁a", "▁b"]),
        ("  a \u00a0 b ", ["▁a", "▁b"]),
        ("a\u200bb", ["▁a", "▁b"]),
        ("å", ["▁", "å"]),
        ("a\u030a", ["▁", "å"]),
        ("<s>", ["▁", "<", "s", ">"]),
        ("</s>", ["▁", "<", "/", "s", ">"]),
        ("語", ["▁", "<unk>"]),
        ("", []),
    ],
)
def test_pieces(weights: Path, text: str, pieces: list[str]) -> None:
    """A text becomes these pieces, framed; what looks like a special piece is text."""
    tokenizer = build_tokenizer(read_quantized_weights(weights).vocabulary)
    tokenizer.encode_special_tokens = True
    names = [tokenizer.id_to_token(piece) for piece in tokenizer.encode(text).ids]
    assert names == ["<s>", *pieces, "</s>"]


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("½", "1⁄2"),
        ("\u00ad", ""),
        ("x½\u00adＡy", "x1⁄2Ay"),
        ("Ｂ", "Ｂ"),
        ("\U0001f600½", "\U0001f6001⁄2"),
        ("plain åäö 中文", "plain åäö 中文"),
        ("", ""),
    ],
)
def test_charsmap(text: str, replaced: str) -> None:
    """Code points with a rule are replaced, and no others."""
    rules = {0xBD: "1⁄2", 0xAD: "", 0xFF21: "A", 0x1F601: "no"}
    assert normalizers.Precompiled(precompiled_charsmap(rules)).normalize_str(text) == replaced


def test_charsmap_of_many_rules() -> None:
    """Every one of thousands of rules takes effect, and its neighbours are left alone."""
    rules = {code_point: f"[{code_point}]" for code_point in range(0x3400, 0x4400, 2)}
    normalizer = normalizers.Precompiled(precompiled_charsmap(rules))
    for code_point, text in rules.items():
        assert normalizer.normalize_str(chr(code_point)) == text
        assert normalizer.normalize_str(chr(code_point + 1)) == chr(code_point + 1)
