"""Finding out which files are versions of one article."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.config import Config
from aligncheck.discovery.bundling import make_bundles, wanted_locales
from aligncheck.discovery.files import absolute_path, is_folder, typed_path, walk_articles
from aligncheck.discovery.groups import gather_groups, group_files
from aligncheck.discovery.hand import group_by_hand
from aligncheck.discovery.ignoring import ignored_from
from aligncheck.discovery.patterns import compile_patterns, read_by_patterns
from aligncheck.discovery.proposing import propose_settings
from aligncheck.discovery.readings import File
from aligncheck.discovery.refusing import explain_nothing_found
from aligncheck.errors import UsageError
from aligncheck.formats import has_known_suffix, known_suffixes
from aligncheck.locales import match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from aligncheck.discovery.groups import Group
    from aligncheck.model import Bundle

__all__ = ["discover_bundles", "propose_config"]


def discover_bundles(
    config: Config, paths: Sequence[str], *, locales: Mapping[str, str] | None = None
) -> tuple[Bundle, ...]:
    """Find the articles among files and below folders, in the order of their names.

    Without paths, below the folder of the configuration file, or the working directory where
    there is none. ``locales`` maps a file given by hand to its locale where its name does not
    say it. UsageError where a path does not exist, nothing is found, or files contradict each
    other.

    Patterns, locales and excludes speak of the project that the configuration lies in: folders
    outside of it are read by the layout found in them, and so are folders that were named and in
    which nothing fits a pattern. Files given by hand are compared with each other alone: none is
    reported as missing.
    """
    given = [*dict.fromkeys(map(os.path.normpath, paths))] or [str(config.root)]
    folders = [path for path in given if is_folder(path)]
    setting, layout = _choose_setting(config, folders)
    found = _search_folders(setting, folders)
    known = {file.path for file in found}
    by_hand = [
        _make_file(_refuse_unknown_suffix(path), layout) for path in given if path not in folders
    ]
    alone = [file for file in by_hand if file.path not in known]
    said = {typed_path(path): locale for path, locale in (locales or {}).items()}
    groups = _choose_groups(found, setting, named=bool(paths))
    bundles = (
        *make_bundles(groups, _with_source_of(groups, setting, config), Path(layout).name),
        *(_bundles_by_hand(alone, setting, said, Path(layout).name) if alone else ()),
    )
    if not bundles:
        raise UsageError(
            explain_nothing_found(setting, [typed_path(path) for path in given], found)
        )
    return tuple(sorted(bundles, key=lambda bundle: (bundle.name.casefold(), bundle.name)))


def propose_config(folder: Path) -> str:
    """Write a commented aligncheck.toml for the layout found below a folder.

    All its keys are comments where no layout is recognized.
    """
    config = Config(root=folder.absolute())
    files = _search_folders(config, [str(config.root)])
    groups = group_files(files, ())
    return propose_settings(groups, make_bundles(groups, config, config.root.name))


def _choose_setting(config: Config, folders: Sequence[str]) -> tuple[Config, str]:
    """Give the configuration that holds for some folders, and the folder layouts are read from."""
    whole = [_locate_path(folder, config.root) for folder in folders]
    if all(Path(each).is_relative_to(config.root) for each in whole):
        return config, str(config.root)
    layout = os.path.commonpath(whole)
    return replace(config, root=Path(layout), locales=(), pattern=(), exclude=()), layout


def _with_source_of(groups: Sequence[Group], setting: Config, config: Config) -> Config:
    """Forget the source outside of the project where no article there has a version in it."""
    here = {locale for group in groups for locale in group.marked}
    bare = any(group.unmarked for group in groups)
    if setting is config or not config.source or bare or match(config.source, here):
        return setting
    return replace(setting, source=None)


def _search_folders(setting: Config, folders: Iterable[str]) -> list[File]:
    """Find the files below folders, each once; layouts are read from the setting's root."""
    found: dict[str, File] = {}
    for folder in folders:
        whole = _locate_path(folder, setting.root)
        shown, layout = typed_path(folder), _relative_path(whole, str(setting.root))
        for path in walk_articles(whole, ignored_from(setting, whole)):
            inner = path[len(whole) :].lstrip("/")
            found.setdefault(path, File(_join_path(shown, inner), _join_path(layout, inner)))
    return list(found.values())


def _locate_path(path: str, root: Path) -> str:
    """Give the absolute path; where only the one without links lies below the root, that one."""
    whole, real = absolute_path(path), Path(os.path.realpath(path))
    inside = real.is_relative_to(root) and not Path(whole).is_relative_to(root)
    return real.as_posix() if inside else whole


def _make_file(path: str, layout: str) -> File:
    return File(typed_path(path), _relative_path(_locate_path(path, Path(layout)), layout))


def _relative_path(path: str, folder: str) -> str:
    """Count a path from a folder; one that lies outside of it from the file system's root."""
    inside = Path(path).is_relative_to(folder)
    return (Path(path).relative_to(folder) if inside else Path(path[1:])).as_posix()


def _join_path(folder: str, inner: str) -> str:
    return inner if folder == "." else f"{folder.rstrip('/')}/{inner}"


def _refuse_unknown_suffix(path: str) -> str:
    if not has_known_suffix(path):
        kinds = ", ".join(known_suffixes())
        raise UsageError(f"{path}: not a kind of file that is read ({kinds})")
    return path


def _choose_groups(files: Sequence[File], config: Config, *, named: bool) -> list[Group]:
    """Group files by the patterns, or by the layout where there are none."""
    fitting = list(read_by_patterns(files, compile_patterns(config)))
    if fitting or (config.pattern and not named):
        return gather_groups(fitting)
    return group_files(files, wanted_locales(config))


def _bundles_by_hand(
    files: Sequence[File], config: Config, locales: Mapping[str, str], home: str
) -> tuple[Bundle, ...]:
    """Bundle files that were named one by one, in whatever locales they are."""
    fitting = list(read_by_patterns(files, compile_patterns(config)))
    fit = len(fitting) == len(files) > 1 and not locales
    groups = (
        gather_groups(fitting) if fit else group_by_hand(files, wanted_locales(config), locales)
    )
    marked = sorted({locale for group in groups for locale in group.marked})
    others = [locale for locale in marked if match(locale, config.locales) is None]
    own = config.locales and (*config.locales, *others)
    bundles = make_bundles(groups, replace(config, locales=own), home)
    single = [
        path for bundle in bundles for path in bundle.paths.values() if len(bundle.paths) == 1
    ]
    if single:
        raise UsageError(f"{', '.join(single)}: nothing to compare with; name another version too")
    return tuple(_as_given(bundle) for bundle in bundles)


def _as_given(bundle: Bundle) -> Bundle:
    """Miss nothing in a bundle; without its source, its versions are peers."""
    source = bundle.source if bundle.source in bundle.paths else None
    return replace(bundle, source=source, missing=())
