"""Files given by hand: they are compared whatever they are called, if their locales can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.discovery.groups import Group, group_files
from aligncheck.discovery.readings import Family, File, Marker, Reading, loose_readings
from aligncheck.errors import UsageError
from aligncheck.formats import find_declared_language
from aligncheck.locales import normalize, parse_locale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def group_by_hand(
    files: Sequence[File], wanted: tuple[str, ...], locales: Mapping[str, str]
) -> list[Group]:
    """Gather files that were named one by one; ``locales`` says what some of them are in.

    Files that fit a layout are grouped by it; else, where every file is in another locale, they
    are the versions of one article. UsageError where the locale of a file cannot be told, or
    there is nothing to compare.
    """
    if len(files) == 1:
        raise UsageError(
            f"{files[0].path}: nothing to compare it with; name its other versions too, "
            "or the folder that holds them"
        )
    groups = [] if locales else group_files(files, wanted)
    paired = all(len(group.marked) + bool(group.unmarked) > 1 for group in groups)
    if paired and _count_files(groups) == len(files):
        return groups
    return (
        [_one_article(files, locales)]
        if _are_different(files, locales)
        else _refuse_unknown_locales(files, groups)
    )


def _count_files(groups: Sequence[Group]) -> int:
    """Count the files in groups."""
    return sum(len(group.unmarked) + sum(map(len, group.marked.values())) for group in groups)


def _find_locale(file: File, locales: Mapping[str, str]) -> str | None:
    """Tell the locale of a file: as given, by its name, or by what a document says itself."""
    if file.path in locales:
        return normalize(locales[file.path])
    named = next(reading.locale for reading in _list_readings(file))
    return named or parse_locale(find_declared_language(file.path) or "")


def _list_readings(file: File) -> Sequence[Reading]:
    return loose_readings(file.relative)


def _are_different(files: Sequence[File], locales: Mapping[str, str]) -> bool:
    found = [_find_locale(file, locales) for file in files]
    return len(set(found)) == len(found)


def _one_article(files: Sequence[File], locales: Mapping[str, str]) -> Group:
    """Make one group of files that are all in different locales."""
    names = [next(iter(_list_readings(file))).article for file in files]
    group = Group(names[0], "text", Family(Marker.NONE, "", ""))
    for file in files:
        locale = _find_locale(file, locales)
        if locale is None:
            group.unmarked.append(file)
        else:
            group.marked[locale] = [file]
    return group


def _refuse_unknown_locales(files: Sequence[File], groups: list[Group]) -> list[Group]:
    """Accept groups that hold every file and have something to compare; else say what to do."""
    unknown = [file.path for file in files if _find_locale(file, {}) is None]
    if len(unknown) > sum(len(group.unmarked) for group in groups):
        raise UsageError(
            f"cannot tell the language of {', '.join(unknown)}; name files like article.sv.md or "
            "sv/article.md, or say it: --locale FILE=LOCALE"
        )
    if not any(len(group.marked) + bool(group.unmarked) > 1 for group in groups):
        given = ", ".join(f"{file.path} ({_find_locale(file, {})})" for file in files)
        raise UsageError(f"nothing to compare among {given}; name another version of each article")
    return groups
