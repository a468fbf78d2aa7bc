"""Vectors are kept on disk, and nothing broken is believed."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
import pytest

from aligncheck.embedding.vector_cache import VectorCache

if TYPE_CHECKING:
    from pathlib import Path

    from aligncheck.embedding.protocol import VectorArray


def vector(seed: int, dimension: int = 384) -> VectorArray:
    """Give a random vector of length one."""
    values = np.random.default_rng(seed).standard_normal(dimension).astype(np.float32)
    return values / np.linalg.norm(values)


def opened(path: Path, model: str = "m", revision: str = "1") -> VectorCache:
    """Open the cache for a model."""
    return VectorCache(path, model, revision)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a cache that is not there yet, in a folder that is not there either."""
    return tmp_path / "new" / "vectors.sqlite"


@pytest.fixture
def filled(path: Path) -> Path:
    """Give the path of a cache with the vectors of 200 texts."""
    with closing(opened(path)) as cache:
        cache.store_vectors({f"text {n}": vector(n) for n in range(200)})
    return path


def test_what_is_kept_is_found(filled: Path) -> None:
    """A later run gets the vectors of the texts it asks for, and no others."""
    with closing(opened(filled)) as cache:
        found = cache.find_vectors(["text 3", "text 199", "text 200"])
    assert list(found) == ["text 3", "text 199"]
    assert found["text 3"] @ vector(3) == pytest.approx(1, abs=1e-6)
    assert cache.warnings == []


def test_first_and_later_runs_agree(path: Path) -> None:
    """What ``put`` gives back is exactly what ``get`` gives."""
    with closing(opened(path)) as cache:
        given = cache.store_vectors({str(n): vector(n) for n in range(50)})
    with closing(opened(path)) as cache:
        together = cache.find_vectors(given)
        assert all(np.array_equal(together[text], given[text]) for text in given)
        assert all(np.array_equal(cache.find_vectors([text])[text], given[text]) for text in given)


def test_rounding_changes_no_cosine_by_much(path: Path) -> None:
    """Vectors kept as float16 have the cosines of the originals within .0005, and length one."""
    originals = {str(n): vector(n) for n in range(300)}
    with closing(opened(path)) as cache:
        kept = np.stack(list(cache.store_vectors(originals).values()))
    exact = np.stack(list(originals.values()))
    assert np.abs(kept @ kept.T - exact @ exact.T).max() < 5e-4
    assert np.abs(np.linalg.norm(kept, axis=1) - 1).max() < 1e-6


@pytest.mark.parametrize(("model", "revision"), [("n", "1"), ("m", "2"), ("m1", "")])
def test_models_are_kept_apart(filled: Path, model: str, revision: str) -> None:
    """Another model, or another revision of the same, finds nothing."""
    with closing(opened(filled, model, revision)) as cache:
        assert cache.find_vectors(["text 3"]) == {}


def test_many_texts_at_once(path: Path) -> None:
    """Thousands of texts are kept and found in one call."""
    vectors = {str(n): vector(n, 8) for n in range(10_000)}
    with closing(opened(path)) as cache:
        cache.store_vectors(vectors)
        assert list(cache.find_vectors(vectors)) == list(vectors)


@pytest.mark.parametrize(
    ("kept", "filling"),
    [(0, b"no database at all "), (100, None), (4096, b"\0"), (20_000, b""), (1000, b"")],
    ids=["text", "noise", "zeros", "half", "head"],
)
def test_a_broken_file_is_replaced(filled: Path, kept: int, filling: bytes | None) -> None:
    """The cache starts afresh, says so once, and works again; no wrong vector is given."""
    whole = filled.read_bytes()
    noise = np.random.default_rng(0).bytes(len(whole))
    filling = noise if filling is None else filling * len(whole)
    filled.write_bytes((whole[:kept] + filling)[: len(whole)])
    with closing(opened(filled)) as cache:
        for text, found in cache.find_vectors(f"text {n}" for n in range(200)).items():
            assert found @ vector(int(text.split()[1])) == pytest.approx(1, abs=1e-6)
        cache.store_vectors({"new": vector(7)})
        assert len(cache.warnings) == 1
        assert "broken" in cache.warnings[0]
    with closing(opened(filled)) as cache:
        assert list(cache.find_vectors(["new"])) == ["new"]
        assert cache.warnings == []


@pytest.mark.parametrize(
    "table",
    ["CREATE TABLE vectors(a, b)", "CREATE VIEW vectors AS SELECT 1 AS key"],
)
def test_a_strange_database_is_replaced(path: Path, table: str) -> None:
    """A database that is not a cache of ours is no reason to stop."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(table)
    with closing(opened(path)) as cache:
        cache.store_vectors({"a": vector(1)})
        assert list(cache.find_vectors(["a"])) == ["a"]
    assert len(cache.warnings) == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE vectors SET vector = substr(vector, 3)",
        "UPDATE vectors SET vector = zeroblob(768)",
        "UPDATE vectors SET vector = 'text'",
        "UPDATE vectors SET checksum = checksum + 1",
        "UPDATE vectors SET vector = (SELECT vector FROM vectors LIMIT 1) || x'00'",
    ],
)
def test_a_changed_row_is_not_believed(filled: Path, change: str) -> None:
    """A row whose checksum is not that of its vector counts as absent, and can be written anew."""
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute(change)
    with closing(opened(filled)) as cache:
        assert cache.find_vectors(["text 5"]) == {}
        cache.store_vectors({"text 5": vector(5)})
        assert list(cache.find_vectors(["text 5", "text 6"])) == ["text 5"]


@pytest.mark.parametrize("blocked", ["", "/vectors.sqlite"])
def test_without_a_place_to_write(tmp_path: Path, blocked: str) -> None:
    """Where there can be no file, vectors live as long as the run, and one warning says so."""
    (tmp_path / "file").write_text("in the way")
    path = tmp_path / "file" / "vectors.sqlite" if blocked else tmp_path
    with closing(opened(path)) as cache:
        cache.store_vectors({"a": vector(1)})
        cache.store_vectors({"b": vector(2)})
        assert sorted(cache.find_vectors(["a", "b", "c"])) == ["a", "b"]
        assert len(cache.warnings) == 1
        assert "not kept" in cache.warnings[0]
    with closing(opened(path)) as cache:
        assert cache.find_vectors(["a"]) == {}


def run(code: str, path: Path) -> subprocess.Popen[str]:
    """Start another process that runs code, with ``path`` as its argument."""
    return subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    )


WRITER = """
import sys
from pathlib import Path
import numpy as np
from aligncheck.embedding.vector_cache import VectorCache
cache = VectorCache(Path(sys.argv[1]), "m", "1")
vector = lambda n: np.full(384, n + 1, np.float32)
for n in range(40):
    cache.store_vectors({f"text {n}": vector(n)})
    assert len(cache.find_vectors(f"text {m}" for m in range(n + 1))) == n + 1
assert cache.warnings == [], cache.warnings
"""


def test_runs_at_once(path: Path) -> None:
    """Several runs that begin on the same missing file all keep and find their vectors."""
    runs = [run(WRITER, path) for _ in range(3)]
    for process in runs:
        with process:
            process.communicate()
        assert process.returncode == 0
    with closing(opened(path)) as cache:
        assert len(cache.find_vectors(f"text {n}" for n in range(40))) == 40
        assert cache.warnings == []


KILLED = """
import sys, time
from pathlib import Path
import numpy as np
from aligncheck.embedding.vector_cache import VectorCache
cache = VectorCache(Path(sys.argv[1]), "m", "1")
vector = lambda n: np.full(384, n + 1, np.float32)
cache.store_vectors({"whole": vector(1)})
connection = cache._connection
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
for n in range(500):
    connection.execute("INSERT INTO vectors VALUES (?, zeroblob(768), 0)", (str(n).encode(),))
print("now", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_run(path: Path) -> None:
    """A run that is killed in the middle of writing leaves what was whole before."""
    with run(KILLED, path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "now\n"
        assert path.with_name("vectors.sqlite-journal").exists()
        process.send_signal(signal.SIGKILL)
    with closing(opened(path)) as cache:
        assert list(cache.find_vectors(["whole"])) == ["whole"]
        assert cache.warnings == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM vectors").fetchone() == (1,)


FULL = """
import resource, sys
from pathlib import Path
import numpy as np
from aligncheck.embedding.vector_cache import VectorCache
cache = VectorCache(Path(sys.argv[1]), "m", "1")
vector = lambda n: np.full(384, n + 1, np.float32)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
cache.store_vectors({str(n): vector(n) for n in range(200)})
assert len(cache.find_vectors(map(str, range(200)))) == 200
print(len(cache.warnings), "not kept" in cache.warnings[0])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file size limits")
def test_a_full_disk(path: Path) -> None:
    """Where there is no room, the run goes on with a warning, and the file stays sound."""
    with run(FULL, path) as process:
        assert process.communicate()[0] == "1 True\n"
    with closing(opened(path)) as cache:
        assert cache.find_vectors(["0"]) == {}
        assert cache.warnings == []


@pytest.mark.parametrize("filling", [np.nan, np.inf, -np.inf, 0.0])
def test_a_row_without_a_direction_is_not_believed(path: Path, filling: float) -> None:
    """However well it is signed: it would be as near to one text as to any other."""
    with closing(opened(path)) as cache:
        cache.store_vectors({"good": vector(1), "bad": np.full(384, filling, np.float32)})
    with closing(opened(path)) as cache:
        assert set(cache.find_vectors(["good", "bad"])) == {"good"}


def test_a_row_of_another_size_is_not_believed(path: Path) -> None:
    """A model's vectors have one length; the others are found all the same."""
    with closing(opened(path)) as cache:
        cache.store_vectors({"one": vector(1), "two": vector(2)})
        cache.store_vectors({"short": vector(3, 100)})
    with closing(opened(path)) as cache:
        assert set(cache.find_vectors(["short", "one", "two"])) == {"one", "two"}
