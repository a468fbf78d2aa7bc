"""Keeps vectors on disk, so that a text is embedded once.

SQLite with its rollback journal: transactions survive a killed run, runs at once wait for each
other, and a folder that cannot be written can still be read.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from aligncheck.embedding.protocol import VectorArray

_T = TypeVar("_T")
CACHE_FILE: Final = "vectors-1.sqlite"
"""Holds the version of the table, so that another version starts another file."""
_BUSY_SECONDS: Final = 30
"""How long to wait for another run; chosen far above what writing ``_AT_ONCE`` vectors takes, so
that only a run that hangs is given up."""
_PARAMETERS: Final = 500
"""Keys per query; old builds of SQLite allow 999."""
_CREATE: Final = """
CREATE TABLE IF NOT EXISTS vectors(
    key BLOB PRIMARY KEY, vector BLOB NOT NULL, checksum INTEGER NOT NULL) WITHOUT ROWID
"""
_BROKEN: Final = frozenset({
    sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH,
})  # fmt: skip
"""What SQLite answers for a file that is no cache of ours."""
_PRIMARY: Final = 0xFF
"""The bits of an error code that tell the kind."""


class VectorCache:
    """Vectors of one model by normalized text, as float16; trouble is told in ``warnings``.

    Rounding to float16 changes a cosine by less than .0005. What has a wrong checksum, another
    number of components than most, or is no direction (a NaN, an infinity, all zeros) counts as
    absent; a file that is no cache, or broken, is replaced. Where the disk cannot be
    written, the vectors of this run are kept in memory.
    """

    def __init__(self, path: Path, model: str, revision: str) -> None:
        """Open the cache, or create it."""
        self.warnings: list[str] = []
        self._path = path
        self._salt = f"{model}\0{revision}\0"
        self._unsaved: dict[bytes, bytes] = {}
        self._connection: sqlite3.Connection | None = None
        self._attempt_action(lambda _: None)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def find_vectors(self, texts: Iterable[str]) -> dict[str, VectorArray]:
        """Give the vectors that are there, of length one, in the order of the texts."""
        keys = {self._digest_key(text): text for text in texts}
        found = {key: self._unsaved[key] for key in keys if key in self._unsaved}
        absent = [key for key in keys if key not in found]
        found |= self._attempt_action(lambda connection: _select_rows(connection, absent)) or {}
        return _decode_rows({text: found[key] for key, text in keys.items() if key in found})

    def store_vectors(self, vectors: Mapping[str, VectorArray]) -> dict[str, VectorArray]:
        """Keep vectors, and give them back as ``find_vectors`` will."""
        rows = {
            self._digest_key(text): vector.astype("<f2").tobytes()
            for text, vector in vectors.items()
        }
        if self._attempt_action(lambda connection: _insert_rows(connection, rows)) is None:
            self._unsaved |= rows
        return _decode_rows(dict(zip(vectors, rows.values(), strict=True)))

    def _digest_key(self, text: str) -> bytes:
        # Model and revision are part of the key: after an update old vectors are not met again.
        return hashlib.blake2b((self._salt + text).encode(), digest_size=16).digest()

    def _attempt_action(self, action: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """Do something with the file, mended if need be; None and a warning where it cannot be."""
        # A broken file is noticed only by using it, so the action is tried, the file replaced, and
        # the action tried once more. A full or read-only disk is not mended by a new file.
        try:
            try:
                return self._perform_action(action)
            except sqlite3.Error as error:
                if not _is_broken(error):
                    raise
                self._replace_broken()
                return self._perform_action(action)
        except (sqlite3.Error, OSError) as error:
            self._add_warning(f"{self._path}: vectors are not kept for the next run ({error})")
            return None

    def _perform_action(self, action: Callable[[sqlite3.Connection], _T]) -> _T:
        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _open_connection(self._path)
        return action(self._connection)

    def _replace_broken(self) -> None:
        """Remove a broken file, unless another run has replaced it already."""
        import filelock  # noqa: PLC0415 - only for a broken cache

        self.close()
        with filelock.FileLock(self._path.with_suffix(".lock")):
            if _is_sound(self._path):
                return
            for suffix in ("-journal", ""):
                Path(f"{self._path}{suffix}").unlink(missing_ok=True)
            self._add_warning(f"{self._path}: the cache was broken and has been started afresh")

    def _add_warning(self, message: str) -> None:
        if message not in self.warnings:
            self.warnings.append(message)


def _open_connection(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    connection.text_factory = bytes
    try:
        connection.execute(_CREATE)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _is_broken(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return code & _PRIMARY in _BROKEN


def _is_sound(path: Path) -> bool:
    try:
        with closing(_open_connection(path)) as connection:
            connection.execute("SELECT key, vector, checksum FROM vectors LIMIT 1")
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error as error:
        return not _is_broken(error)


def _select_rows(connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    """Give the rows that are there and whole."""
    found: dict[bytes, bytes] = {}
    for some in _split_batches(keys):
        marks = ",".join("?" * len(some))
        query = f"SELECT key, vector, checksum FROM vectors WHERE key IN ({marks})"  # noqa: S608 - only marks
        found |= {
            key: vector
            for key, vector, checksum in connection.execute(query, some)
            if isinstance(vector, bytes) and _compute_checksum(key, vector) == checksum
        }
    return found


def _insert_rows(connection: sqlite3.Connection, rows: Mapping[bytes, bytes]) -> int:
    """Write rows in one transaction, and give their number."""
    with closing(connection.cursor()) as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        try:
            cursor.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                [(key, vector, _compute_checksum(key, vector)) for key, vector in rows.items()],
            )
            cursor.execute("COMMIT")
        except sqlite3.Error:
            if connection.in_transaction:
                cursor.execute("ROLLBACK")
            raise
    return len(rows)


def _split_batches(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (keys[at : at + _PARAMETERS] for at in range(0, len(keys), _PARAMETERS))


def _compute_checksum(key: bytes, vector: bytes) -> int:
    return zlib.crc32(vector, zlib.crc32(key))


def _decode_rows(rows: Mapping[str, bytes]) -> dict[str, VectorArray]:
    """Give the stored vectors of one model in float32, brought back to length one."""
    if not rows:
        return {}
    # All of a model are of one size; a row of another is damaged, however well it is signed.
    size = Counter(map(len, rows.values())).most_common(1)[0][0]
    whole = {text: row for text, row in rows.items() if len(row) == size and size % 2 == 0}
    matrix = np.frombuffer(b"".join(whole.values()), "<f2").astype(np.float32)
    matrix = matrix.reshape(len(whole), -1)
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    sound = np.isfinite(lengths[:, 0]) & (lengths[:, 0] > 0)
    units = matrix / np.where(sound[:, None], lengths, 1)
    return {text: unit for text, unit, fine in zip(whole, units, sound, strict=True) if fine}
