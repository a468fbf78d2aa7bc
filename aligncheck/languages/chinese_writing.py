"""How Chinese is written: simplified and traditional characters, and full-width marks."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from aligncheck.languages.language import VariantMixture, WritingVariants
from aligncheck.text.quotation import is_enclosed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Variant(StrEnum):
    """The two ways of writing Chinese, as scripts of a locale name them."""

    SIMPLIFIED = "Hans"
    TRADITIONAL = "Hant"


_CONVERSION: Final = {Variant.SIMPLIFIED: "t2s", Variant.TRADITIONAL: "s2t"}
"""The table of OpenCC that rewrites text in a variant."""
_CHARACTER_SETS = {Variant.SIMPLIFIED: "gb2312", Variant.TRADITIONAL: "big5"}
"""The character set that holds the variant's everyday characters and few of the other's.

A character of both, such as 后 or 里, is a word of either and tells nothing.
"""
_SURNAMES = frozenset(
    "陳劉張楊黃趙吳鄭馮鄧許蕭葉蘇盧鍾譚陸龍萬錢嚴賴龔孫馬羅韓謝呂蔣賈閻範"
    "陈刘张杨黄赵吴郑冯邓许萧叶苏卢钟谭陆龙万钱严赖龚孙马罗韩谢吕蒋贾阎范"
)
_NAME_LENGTH = 3
"""Characters of a Chinese name, surname included: nearly all have two or three."""
_ASCII_MARK = r"(?<=[㐀-鿿])(?:(?:,|\.(?!\.))(?=\s?[㐀-鿿])|\.$)"
_CLAUSE = r"[㐀-鿿]+"
"""Compiled by ``re`` when first used: ranges of 20,000 characters take it a millisecond each."""


@lru_cache(maxsize=16384)
def _find_variant(character: str) -> Variant | None:
    """Tell which variant alone a character seems to belong to, by the character sets.

    None where it is of both or of neither. Rare characters of names are in the larger set only;
    ``_is_written_otherwise`` tells them apart.
    """
    simplified, traditional = (_encodes(character, name) for name in _CHARACTER_SETS.values())
    if simplified == traditional:
        return None
    return Variant.SIMPLIFIED if simplified else Variant.TRADITIONAL


def _is_written_otherwise(character: str, variant: str) -> bool:
    """Tell whether a variant writes another character for this one."""
    return rewrite_in_variant(character, variant) != character


def _encodes(character: str, character_set: str) -> bool:
    try:
        character.encode(character_set)
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=4096)
def rewrite_in_variant(text: str, variant: str) -> str:
    """Rewrite text in a variant, by OpenCC's tables."""
    return str(_load_converter(Variant(variant)).convert(text))


@lru_cache(maxsize=2)
def _load_converter(variant: Variant):  # type: ignore[no-untyped-def]  # noqa: ANN202 - OpenCC has no types
    from opencc import OpenCC  # noqa: PLC0415 - its tables load only where a mixture is suspected

    return OpenCC(_CONVERSION[variant])


def find_main_variant(texts: Iterable[str]) -> Variant | None:
    """Tell which variant most of the telling characters are of; None where there are none."""
    counts = Counter(_find_variant(character) for text in texts for character in text)
    counts.pop(None, None)
    return counts.most_common(1)[0][0] if counts else None


def find_mixtures(text: str, wanted: str) -> Iterator[VariantMixture]:
    """Find the wordings that hold characters of the other variant, clause by clause.

    What stands in quotation marks is spared: titles and quotations keep their writing.
    """
    for clause in re.finditer(_CLAUSE, text):
        wrong = [
            at
            for at in range(clause.start(), clause.end())
            if _find_variant(text[at]) not in {None, wanted}
            and _is_written_otherwise(text[at], wanted)
        ]
        if wrong and not is_enclosed(text, wrong[0], wrong[-1] + 1, quotes=True):
            start, end = wrong[0], wrong[-1] + 1
            name = text[start] in _SURNAMES and end - start <= _NAME_LENGTH
            yield VariantMixture(start, end, len(wrong), name)


def find_ascii_marks(text: str) -> list[tuple[int, int]]:
    """Find ASCII commas and full stops between Han characters or after the last."""
    return [match.span() for match in re.finditer(_ASCII_MARK, text)]


WRITING: Final = WritingVariants(
    names={Variant.SIMPLIFIED: "Simplified", Variant.TRADITIONAL: "Traditional"},
    find_main_variant=find_main_variant,
    find_mixtures=find_mixtures,
    rewrite=rewrite_in_variant,
    find_ascii_marks=find_ascii_marks,
    full_width={",": "，", ".": "。"},
)
