"""The configuration that ``aligncheck init`` proposes for the layout that it finds."""

from __future__ import annotations

import os.path
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from aligncheck.config import render_config
from aligncheck.discovery.readings import Marker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.discovery.groups import Group
    from aligncheck.model import Bundle

_FEW: Final = 2
"""Folders that are named one by one; chosen because three patterns are harder to read than the one
that covers them."""


def propose_settings(groups: Sequence[Group], bundles: Sequence[Bundle]) -> str:
    """Write a commented configuration that says what was found; only comments if nothing was."""
    if not bundles:
        return render_config({})
    found = Counter(locale for bundle in bundles for locale in bundle.paths)
    locales = sorted(locale for locale, count in found.items() if count * 2 >= len(bundles))
    suffixes = {PurePosixPath(path).suffix for each in bundles for path in each.paths.values()}
    suffix = suffixes.pop() if len(suffixes) == 1 else ""  # without one, a pattern fits them all
    patterns = [
        f"{pattern}{suffix}" for pattern in _list_patterns(_leave_out_unused(groups, bundles))
    ]
    chosen = {"pattern": _write_array(patterns), "locales": _write_array(locales)}
    sources = {bundle.source for bundle in bundles}
    source = sources.pop() if len(sources) == 1 else None
    return render_config({**chosen, "source": f'"{source}"'} if source else chosen)


def _leave_out_unused(groups: Sequence[Group], bundles: Sequence[Bundle]) -> list[Group]:
    """Leave out the files without a locale that became no version of an article."""
    paths = {path for bundle in bundles for path in bundle.paths.values()}
    return [
        replace(group, unmarked=[file for file in group.unmarked if file.path in paths])
        for group in groups
    ]


def _list_patterns(groups: Sequence[Group]) -> list[str]:
    """Give the patterns in use, without suffixes; the source's before those it belongs to."""
    by_source: defaultdict[str, set[str]] = defaultdict(set)
    for group in groups:
        marked = {_marked_pattern(group)} if group.marked else set()
        by_source[_source_pattern(group)] |= marked
    peers = _merge_patterns(by_source.pop("", set()))
    pairs = [[source, *sorted(marked)] for source, marked in sorted(by_source.items())]
    return [*sorted(peers), *chain.from_iterable(pairs)]


def _source_pattern(group: Group) -> str:
    """Give the pattern of a version without a locale, or nothing where there is none.

    In the root, where such files are not all articles, it is the file itself.
    """
    if not group.unmarked:
        return ""
    if _is_alone(group):
        return group.article
    return "/".join(filter(None, (group.family.home, "{article}")))


def _marked_pattern(group: Group) -> str:
    if not group.article:
        return "{locale}"
    layout = group.family.layout
    alone = group.unmarked and _is_alone(group)
    return layout.replace("{article}", group.article) if alone else layout


def _is_alone(group: Group) -> bool:
    """Tell whether an article stands in the root, beside files that need not be articles."""
    by_name = {Marker.DOT, Marker.UNDERSCORE, Marker.HYPHEN}
    return group.family.marker in by_name and not group.family.home


def _merge_patterns(patterns: Iterable[str]) -> set[str]:
    """Write patterns that differ only in their folders as one, if they are many or neighbours."""
    folders: defaultdict[str, set[str]] = defaultdict(set)
    for pattern in patterns:
        folder, brace, rest = pattern.partition("{")
        folders[brace + rest].add(folder.rstrip("/"))
    merged: set[str] = set()
    for rest, found in folders.items():
        common = os.path.commonpath(found)
        several = found if not common and len(found) <= _FEW else {common}
        merged.update("/".join(filter(None, (folder, rest))) for folder in several)
    return merged


def _write_array(values: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{value}"' for value in values) + "]"
