"""Finding out which files are versions of one article."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.discovery.bundling import make_bundles, wanted_locales
from aligncheck.discovery.files import has_suffix, is_folder, typed, walk
from aligncheck.discovery.groups import gather, group_files
from aligncheck.discovery.hand import group_by_hand
from aligncheck.discovery.ignoring import ignored_from
from aligncheck.discovery.patterns import compile_patterns, read_by_patterns
from aligncheck.discovery.readings import File
from aligncheck.discovery.refusing import nothing_found
from aligncheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from aligncheck.config import Config
    from aligncheck.discovery.groups import Group
    from aligncheck.model import Bundle

__all__ = ["discover"]


def discover(
    config: Config, paths: Sequence[str], *, locales: Mapping[str, str] | None = None
) -> tuple[Bundle, ...]:
    """Find the articles among files and below folders, in the order of their names.

    Without paths, below the folder of the configuration file, or the working directory where
    there is none. ``locales`` maps a file given by hand to its locale where its name does not
    say it. UsageError where a path does not exist, nothing is found, or files contradict each
    other.
    """
    given = [*dict.fromkeys(map(os.path.normpath, paths))] or [str(config.root)]
    folders = [path for path in given if is_folder(path)]
    layout = _layout_root(config, folders)
    found = [_file(path, layout) for path in _search(config, folders)]
    by_hand = [_file(_readable(path), layout) for path in given if path not in folders]
    known = {file.path for file in found}
    groups = _group(found, config)
    alone = [file for file in by_hand if file.path not in known]
    if alone:
        said = {typed(path): locale for path, locale in (locales or {}).items()}
        groups += _group_by_hand(alone, config, said)
    bundles = make_bundles(groups, config, Path(layout).name)
    if not bundles:
        raise UsageError(nothing_found(config, [typed(path) for path in given], found))
    return bundles


def _layout_root(config: Config, folders: Sequence[str]) -> str:
    """Give the folder that layouts are read from: the configuration's, if all lies in it."""
    whole = [os.path.abspath(folder) for folder in folders]  # noqa: PTH100  # links stay
    if not whole or all(Path(each).is_relative_to(config.root) for each in whole):
        return str(config.root)
    return os.path.commonpath(whole)


def _search(config: Config, folders: Iterable[str]) -> Iterable[str]:
    """Give the files below folders, each once."""
    seen: set[str] = set()
    for folder in folders:
        for path in walk(folder, ignored_from(config.root, config.exclude, folder)):
            if path not in seen:
                seen.add(path)
                yield path


def _file(path: str, layout: str) -> File:
    whole = os.path.abspath(path)  # noqa: PTH100  # links stay as they are
    inside = Path(whole).is_relative_to(layout)
    relative = os.path.relpath(whole, layout) if inside else whole.lstrip("/")
    return File(typed(path), Path(relative).as_posix())


def _readable(path: str) -> str:
    if not has_suffix(path):
        raise UsageError(f"{path}: not a kind of file that is read (.md, .mdx, .html, .txt)")
    return path


def _group(files: Sequence[File], config: Config) -> list[Group]:
    if not config.pattern:
        return group_files(files, wanted_locales(config))
    return gather(read_by_patterns(files, compile_patterns(config.pattern)))


def _group_by_hand(
    files: Sequence[File], config: Config, locales: Mapping[str, str]
) -> list[Group]:
    fitting = list(read_by_patterns(files, compile_patterns(config.pattern)))
    if len(fitting) == len(files) > 1 and not locales:
        return gather(fitting)
    return group_by_hand(files, wanted_locales(config), locales)
