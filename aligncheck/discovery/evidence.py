"""What the files of a run, taken together, say of the ways in which each can be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from aligncheck.discovery.readings import Key, Marker, Reading
from aligncheck.locales import is_word, match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from aligncheck.discovery.readings import Family

Spot: TypeAlias = tuple[str, str, Marker]
"""The article that a path would be of, were the marker where it stands: a folder or the name."""

_CROWD: Final = 4
"""Neighbours that are no locales, for each that is, which make a locale's name a mere name; chosen
because `src/no/` beside a dozen other folders is no Norwegian, and `sv/` beside `assets/`, `img/`
and `js/` is Swedish."""


class Evidence(NamedTuple):
    """What all the files together say of layouts.

    ``locales`` are those that each article may have, ``bare`` the articles that exist without a
    marker, ``crowds`` how many files there are that differ only in what would be the marker,
    ``wanted`` the locales of the configuration.
    """

    locales: Mapping[Key, frozenset[str]]
    bare: frozenset[Key]
    crowds: Mapping[Spot, int]
    wanted: tuple[str, ...]

    def bears_out(self, reading: Reading) -> bool:
        """Tell whether a counterpart exists, and the locales are no mere words or names."""
        if reading.locale is None or self.count_versions(reading) < 2:  # noqa: PLR2004  # two versions
            return False
        locales = self.locales[reading.key]
        spot = (reading.family.home, reading.article, reading.family.marker)
        if self.crowds.get(spot, 0) > len(locales) * (_CROWD + 1):
            return False
        return any(self.is_sure(locale) for locale in locales)

    def is_sure(self, locale: str) -> bool:
        """Tell whether a name is a locale beyond doubt, by itself or by the configuration."""
        return not is_word(locale) or match(locale, self.wanted) is not None

    def count_versions(self, reading: Reading) -> int:
        """Count the versions that the article would have, the bare one with them."""
        key = reading.key
        bare = key in self.bare and joins_bare(reading.family)
        return len(self.locales.get(key, ())) + bare


def joins_bare(family: Family) -> bool:
    """Tell whether a version without a marker may stand beside those of the family."""
    return family.marker is not Marker.STEM


def weigh_evidence(choices: Iterable[Sequence[Reading]], wanted: tuple[str, ...]) -> Evidence:
    """Gather the evidence of all paths, each with its readings (last the one without a marker)."""
    locales: defaultdict[Key, set[str]] = defaultdict(set)
    bare: set[Key] = set()
    crowds: Counter[Spot] = Counter()
    for each in choices:
        for reading in each:
            if reading.locale is not None:
                locales[reading.key].add(reading.locale)
        bare.add(each[-1].key)
        crowds.update(_marker_spots(each[-1].article))
    frozen = {key: frozenset(found) for key, found in locales.items()}
    return Evidence(frozen, frozenset(bare), crowds, wanted)


def _marker_spots(stem: str) -> Iterable[Spot]:
    """Take each folder of a path, and its name, for the marker."""
    parts = stem.split("/")
    for place in range(len(parts) - 1):
        home = "/".join(parts[:place])
        yield home, "/".join((*parts[:place], *parts[place + 1 :])), Marker.FOLDER
    yield "/".join(parts[:-2]), "/".join(parts[:-1]), Marker.STEM
