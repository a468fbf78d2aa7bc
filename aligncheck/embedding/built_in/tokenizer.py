"""Builds the model's tokenizer for the ``tokenizers`` library from the weights file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

from aligncheck.embedding.built_in.character_map import precompiled_charsmap

if TYPE_CHECKING:
    from aligncheck.embedding.built_in.quantized_weights import Vocabulary

_NEVER: Final = -1000.0
"""The score of a special piece, so that ``<s>`` written in a text is read as text."""


def build_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """Give a tokenizer that cuts text as SentencePiece does and frames it with start and end."""
    scores = list(vocabulary.scores)
    for piece in _special_pieces(vocabulary):
        scores[piece] = _NEVER
    pieces = list(zip(vocabulary.pieces, scores, strict=True))
    tokenizer = Tokenizer(Unigram(pieces, vocabulary.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([
        normalizers.Precompiled(precompiled_charsmap(vocabulary.rules)),
        normalizers.NFC(),
        normalizers.Replace(Regex(" {2,}"), " "),
        normalizers.Strip(),
    ])  # fmt: skip
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    start, end = vocabulary.pieces[vocabulary.start], vocabulary.pieces[vocabulary.end]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}",
        special_tokens=[(start, vocabulary.start), (end, vocabulary.end)],
    )
    tokenizer.add_special_tokens(
        [vocabulary.pieces[piece] for piece in _special_pieces(vocabulary)]
    )
    return tokenizer


def _special_pieces(vocabulary: Vocabulary) -> list[int]:
    """Give the ids of the pieces that stand for no text, the mask (the last) among them."""
    framing = [vocabulary.start, vocabulary.padding, vocabulary.end, vocabulary.unknown]
    return [*framing, len(vocabulary.pieces) - 1]
