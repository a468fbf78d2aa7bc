"""The ways in which a path can be read as a version of an article."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from aligncheck.formats import split_suffix
from aligncheck.locales import parse_locale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Marker(IntEnum):
    """Where a path says its locale, the most telling first."""

    PATTERN = 0
    DOT = 1
    STEM = 2
    DOCUSAURUS = 3
    FOLDER = 4
    UNDERSCORE = 5
    HYPHEN = 6
    NONE = 7


class File(NamedTuple):
    """A file that may be a version.

    ``path`` is as the user would type it, ``relative`` counts from where layouts are read; both
    have forward slashes.
    """

    path: str
    relative: str


class Family(NamedTuple):
    """The articles that share a layout: the kind of marker, and a pattern without its suffix.

    ``home`` is the folder where versions without a marker stand.
    """

    marker: Marker
    layout: str
    home: str


Key: TypeAlias = tuple[str, str]
"""An article, whatever the letter case of its path, and its form."""


class Reading(NamedTuple):
    """A path read as the version of ``article`` in ``locale`` (None where it carries no marker).

    ``article`` is the path without marker and suffix; ``form`` tells texts from pages, so that a
    page made of a text is no second version of it.
    """

    article: str
    form: str
    locale: str | None
    family: Family

    @property
    def key(self) -> Key:
        """What versions of one article have in common, whatever their letter case."""
        return _fold_case(self.article), self.form


@lru_cache(maxsize=4096)
def _fold_case(article: str) -> str:
    return unicodedata.normalize("NFC", article).casefold()


_PLUGIN: Final = re.compile(
    r"(?P<above>(?:.*/)?)i18n/(?P<locale>[^/]+)/docusaurus-plugin-content-(?P<plugin>docs|blog|pages)/"
    r"(?:(?P<version>current|version-[^/]+)/)?(?P<rest>.+)"
)
_SEPARATORS: Final = ((".", Marker.DOT), ("_", Marker.UNDERSCORE), ("-", Marker.HYPHEN))
_MOST_SUBTAGS: Final = 3
"""Parts of a locale in a name: language, script and region (``zh_Hant_TW``)."""


def list_readings(relative: str) -> tuple[Reading, ...]:
    """Give every way to read a path, last the one without a marker."""
    # docs/sv/guide.no.md    DOT     docs/sv/guide in no
    #                        FOLDER  docs/guide.no in sv
    #                        NONE    docs/sv/guide.no, in whatever locale its family's sources are
    stem, form = split_suffix(relative)
    unmarked = Reading(stem, form, None, Family(Marker.NONE, "{article}", ""))
    return (*_by_name(stem, form), *_by_folder(stem, form), unmarked)


def _by_name(stem: str, form: str) -> Iterator[Reading]:
    """Read the locale off the file's name: ``name.sv``, ``name_sv``, ``name-sv`` or ``sv``."""
    folder, name = _folder_of(stem), stem.rpartition("/")[2]
    if locale := parse_locale(name):
        home = _folder_of(folder)
        family = Family(Marker.STEM, _path_below(home, "{article}/{locale}"), home)
        yield Reading(folder, form, locale, family)
    top = stem.partition("/")[0] if folder else ""
    for separator, marker in _SEPARATORS:
        layout = _path_below(top, f"{{article}}{separator}{{locale}}")
        for head, locale in _split_endings(name, separator):
            yield Reading(_path_below(folder, head), form, locale, Family(marker, layout, top))


def _split_endings(name: str, separator: str) -> Iterator[tuple[str, str]]:
    """Split a name before a locale at its end, the longest locale first."""
    pieces = name.split(separator)
    most = 1 if separator == "." else _MOST_SUBTAGS
    for count in range(min(most, len(pieces) - 1), 0, -1):
        head, locale = (
            separator.join(pieces[:-count]),
            parse_locale(separator.join(pieces[-count:])),
        )
        if head and locale:
            yield head, locale


def _by_folder(stem: str, form: str) -> Iterator[Reading]:
    """Read the locale off a folder's name, the nearest first."""
    plugin = _PLUGIN.fullmatch(stem)
    if plugin and (locale := parse_locale(plugin["locale"])):
        yield _read_docusaurus(plugin, form, locale)
        return
    *folders, _ = parts = stem.split("/")
    for place in range(len(folders) - 1, -1, -1):
        if locale := parse_locale(parts[place]):
            home = "/".join(parts[:place])
            article = "/".join((*parts[:place], *parts[place + 1 :]))
            layout = _path_below(home, "{locale}/{article}")
            yield Reading(article, form, locale, Family(Marker.FOLDER, layout, home))
            head, dot, tail = article.rpartition(".")
            if dot and parse_locale(tail) == locale:  # sv/name.sv.md
                twice = Family(Marker.FOLDER, f"{layout}.{{locale}}", home)
                yield Reading(head, form, locale, twice)


def _read_docusaurus(plugin: re.Match[str], form: str, locale: str) -> Reading:
    """Find where Docusaurus keeps the source of a translated page."""
    version = plugin["version"]
    home = {"docs": "docs", "blog": "blog", "pages": "src/pages"}[plugin["plugin"]]
    if version and version != "current":
        home = f"versioned_docs/{version}"
    home = f"{plugin['above']}{home}"
    start, end = plugin.span("locale")
    whole, rest = plugin.string, plugin.start("rest")
    layout = f"{whole[:start]}{{locale}}{whole[end:rest]}{{article}}"
    article = f"{home}/{plugin['rest']}"
    return Reading(article, form, locale, Family(Marker.DOCUSAURUS, layout, home))


def loose_readings(relative: str) -> Sequence[Reading]:
    """Read a path that was given by hand: a locale may also begin the name, or follow a space."""
    stem, form = split_suffix(relative)
    name = stem.rpartition("/")[2]
    tokens = [token for token in re.split(r"[ ._\-()\[\]]+", name) if token]
    spare = [parse_locale(token) for token in (*tokens[:1], *reversed(tokens[1:]))]
    family = Family(Marker.NONE, "{article}", "")
    extra = tuple(Reading(stem, form, locale, family) for locale in spare if locale)
    *known, unmarked = list_readings(relative)
    named = [each for each in known if each.family.marker is not Marker.FOLDER]
    return (*named, *extra, *(each for each in known if each not in named), unmarked)


def _folder_of(path: str) -> str:
    return path.rpartition("/")[0]


def _path_below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
