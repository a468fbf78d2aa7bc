"""The hash of a data set tells whether a file was fitted on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.provenance import describe_origin, hash_files

if TYPE_CHECKING:
    from pathlib import Path


def _write(folder: Path, text: str = "one") -> list[Path]:
    (folder / "case").mkdir(parents=True)
    files = [folder / "case" / "en.md", folder / "case" / "sv.md"]
    for file in files:
        file.write_text(text, encoding="utf-8")
    return files


def test_the_same_data_elsewhere(tmp_path: Path) -> None:
    """Neither the folder's place nor the order of files counts."""
    one, other = _write(tmp_path / "a" / "b"), _write(tmp_path / "c")
    assert hash_files(one) == hash_files(reversed(other))


def test_other_data(tmp_path: Path) -> None:
    """One changed letter, one renamed file and one file less give other hashes."""
    one, changed = _write(tmp_path / "a"), _write(tmp_path / "b", "two")
    renamed = _write(tmp_path / "c")
    renamed[0] = renamed[0].rename(renamed[0].with_name("da.md"))
    hashes = {hash_files(files) for files in (one, changed, renamed, one[:1])}
    assert len(hashes) == 4


def test_what_a_file_says(tmp_path: Path) -> None:
    """Command, data, anything more, and what was held out, in this order."""
    files = _write(tmp_path)
    said = describe_origin("python -m x", files, {"link": {"precision": 1.0}}, vectors="m")
    assert list(said) == ["written by", "data", "vectors", "held out"]
    assert said["data"] == {"files": 2, "sha256": hash_files(files)}
