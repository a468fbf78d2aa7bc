"""Articles made of numbered ideas, and an embedder that sees the ideas in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.model import Document, Kind, Segment, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

DIMENSION = 96
MODEL = "made-up"
NOISE = 0.5
"""How far what a language says is from the idea: true pairs' cosine is about .8."""


def text(idea: int, lang: str, sentences: int = 1) -> str:
    """Write an idea in a language: no word is shared with another language."""
    words = " ".join(f"{lang}{'abcdefgh'[n]}" * 2 for n in range(8)) * (2 + idea % 3)
    return " ".join(f"{lang.title()} says i{idea}p{part} {words}." for part in range(sentences))


def document(lang: str, ideas: Sequence[int | tuple[int, ...] | str]) -> Document:
    """Make a version: an idea is a paragraph, a tuple one of several, ``#7`` a heading."""
    segments = []
    for index, idea in enumerate(ideas):
        kind, level = (Kind.HEADING, 2) if isinstance(idea, str) else (Kind.PARAGRAPH, 0)
        parts = (int(idea[1:]),) if isinstance(idea, str) else _several(idea)
        written = " ".join(text(part, lang) for part in parts)
        span = Span(index + 1, 1, index + 1, len(written) + 1)
        segments.append(Segment(index, kind, level, written, written, span))
    return Document(f"{lang}.md", lang, tuple(segments))


def _several(idea: int | tuple[int, ...]) -> tuple[int, ...]:
    return idea if isinstance(idea, tuple) else (idea,)


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Give the mean direction of a text's ideas, and a little that is the text's own."""
    return np.array([_vector(each) for each in texts], np.float32).reshape(-1, DIMENSION)


def _vector(each: str) -> NDArray[np.float64]:
    ideas = re.findall(r"i(\d+)p(\d+)", each)
    mean = np.mean([_direction(int(i) + 1 + 5000 * int(p)) for i, p in ideas], axis=0)
    own = _direction(sum(each.encode()) + 100_000 * len(each)) * NOISE / np.sqrt(len(ideas))
    vector: NDArray[np.float64] = mean + own
    return vector / np.linalg.norm(vector)


def _direction(seed: int) -> NDArray[np.float64]:
    direction = np.random.default_rng(seed).standard_normal(DIMENSION)
    return direction / np.linalg.norm(direction)
