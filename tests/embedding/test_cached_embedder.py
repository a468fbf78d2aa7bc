"""An embedder asks the cache first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from aligncheck.embedding.cached_embedder import CachedEmbedder, Model
from aligncheck.embedding.vector_cache import VectorCache
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from aligncheck.embedding import Embedder, VectorArray

    Embed = Callable[[Sequence[str]], VectorArray]


class Engine:
    """Counts what it is asked for."""

    dimension = 64

    def __init__(self, embed: Embed) -> None:
        """Hold what computes the vectors."""
        self.asked: list[str] = []
        self._embed = embed

    def embed(self, texts: Sequence[str]) -> VectorArray:
        """Give the vectors of the stand-in."""
        self.asked += texts
        return self._embed(texts)


@pytest.fixture
def engine(fake_embed: Embed) -> Engine:
    """Give an engine that counts."""
    return Engine(fake_embed)


def opened(folder: Path, engine: Embedder | None, told: list[int] | None = None) -> CachedEmbedder:
    """Give an embedder with an engine, or with one that must not be loaded."""

    def load() -> Embedder:
        assert engine is not None, "the engine was loaded"
        return engine

    def progress(_step: str, done: int, _total: int) -> None:
        if told is not None:
            told.append(done)

    model = Model("m", "1", 64, load)
    return CachedEmbedder(model, VectorCache(folder / "v.sqlite", "m", "1"), progress)


def test_rows_are_in_the_order_of_the_texts(tmp_path: Path, engine: Engine) -> None:
    """Each text has its row, equal texts have equal rows, and each is computed once."""
    embedder = opened(tmp_path, engine)
    rows = embedder.embed(["one two", "three", "one  two", "three four"])
    assert engine.asked == ["one two", "three", "three four"]
    assert rows.shape == (4, 64)
    assert np.array_equal(rows[0], rows[2])
    assert rows[1] @ rows[3] > rows[1] @ rows[0]
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-6)
    assert (embedder.cached, embedder.computed) == (0, 3)


def test_a_cached_run_loads_no_engine(tmp_path: Path, engine: Engine) -> None:
    """A run whose texts are all cached gives the same rows without an engine."""
    first = opened(tmp_path, engine).embed(["one", "two"])
    again = opened(tmp_path, None)
    assert np.array_equal(again.embed(["two", "one"]), first[::-1])
    assert (again.cached, again.computed) == (2, 0)


def test_only_new_texts_are_computed(tmp_path: Path, engine: Engine) -> None:
    """Where some texts are cached, the engine is asked for the others."""
    opened(tmp_path, engine).embed(["one", "two"])
    embedder = opened(tmp_path, engine)
    embedder.embed(["two", "three", "one"])
    assert engine.asked == ["one", "two", "three"]
    assert (embedder.cached, embedder.computed) == (2, 1)


def test_nothing_to_embed(tmp_path: Path) -> None:
    """No texts have no rows, of the model's length, and need no engine."""
    assert opened(tmp_path, None).embed([]).shape == (0, 64)


def test_progress(tmp_path: Path, engine: Engine) -> None:
    """Progress counts the new texts from none to all, and is silent for cached ones."""
    told: list[int] = []
    embedder = opened(tmp_path, engine, told)
    embedder.embed([str(n) for n in range(300)])
    assert told == [0, 128, 256, 300]
    embedder.embed([str(n) for n in range(300)])
    assert told == [0, 128, 256, 300]


def test_what_was_computed_survives_an_interruption(tmp_path: Path, fake_embed: Embed) -> None:
    """A run that stops half-way leaves what it has done to the next one."""

    class Stopping(Engine):
        """Is interrupted when asked a second time."""

        def embed(self, texts: Sequence[str]) -> VectorArray:
            """Give vectors once."""
            if self.asked:
                raise KeyboardInterrupt
            return super().embed(texts)

    texts = [str(n) for n in range(200)]
    with pytest.raises(KeyboardInterrupt):
        opened(tmp_path, Stopping(fake_embed)).embed(texts)
    embedder = opened(tmp_path, Engine(fake_embed))
    embedder.embed(texts)
    assert (embedder.cached, embedder.computed) == (128, 72)


def test_warnings_are_passed_on(tmp_path: Path, engine: Engine) -> None:
    """Trouble with the cache reaches the caller, and does not stop the run."""
    (tmp_path / "v.sqlite").mkdir()
    embedder = opened(tmp_path, engine)
    assert embedder.embed(["one"]).shape == (1, 64)
    assert [str(tmp_path / "v.sqlite") in warning for warning in embedder.warnings] == [True]


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda rows: rows * np.nan, "has the length nan instead of 1"),
        (lambda rows: rows * np.inf, "has the length"),
        (lambda rows: rows * 0, "has the length 0 instead of 1"),
        (lambda rows: rows * 7, "has the length 7 instead of 1"),
        (lambda rows: rows[:-1], "2 texts gave an array of shape (1, 64)"),
        (lambda rows: rows[0], "2 texts gave an array of shape (64,)"),
    ],
    ids=["nan", "infinite", "zero", "long", "too few", "flat"],
)
def test_a_broken_model_is_an_error(
    tmp_path: Path,
    fake_embed: Embed,
    spoil: Callable[[VectorArray], VectorArray],
    complaint: str,
) -> None:
    """What it gives is not taken for vectors, and not kept: the run ends, none of it passes."""
    with np.errstate(invalid="ignore"), pytest.raises(ModelError) as raised:
        opened(tmp_path, Engine(lambda texts: spoil(fake_embed(texts)))).embed(["ett", "två"])
    assert str(raised.value).startswith("model m: ")
    assert complaint in str(raised.value)
    assert opened(tmp_path, Engine(fake_embed)).embed(["ett"]).shape == (1, 64)


def test_one_broken_vector_among_many_is_an_error(tmp_path: Path, fake_embed: Embed) -> None:
    """The text is named, so that it can be looked at."""

    def embed(texts: Sequence[str]) -> VectorArray:
        rows = fake_embed(texts).copy()
        rows[texts.index("tre")] = 0
        return rows

    with pytest.raises(ModelError, match="the vector of 'tre' has the length 0"):
        opened(tmp_path, Engine(embed)).embed(["ett", "två", "tre", "fyra"])
