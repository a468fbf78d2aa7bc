"""Making bundles of groups: which locale is the source, which versions are missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.discovery.readings import Family, File, Marker
from aligncheck.errors import UsageError
from aligncheck.locales import match, normalize, parse_locale
from aligncheck.model import Bundle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.config import Config
    from aligncheck.discovery.groups import Group


class Versions(NamedTuple):
    """The files of one article by locale, each once; ``bare`` is the locale without a marker."""

    article: str
    form: str
    family: Family
    files: Mapping[str, File]
    bare: str | None


def make_bundles(groups: Sequence[Group], config: Config, home: str) -> tuple[Bundle, ...]:
    """Turn groups into bundles, in the order of their names.

    An article that exists in one locale is left out where no other is expected. ``home`` names
    the article whose versions stand in the root of the layout. UsageError where two files are the
    same version, or the locale of one cannot be told.
    """
    # Each step needs what the one before says of all articles, so that they go through together:
    # the locale of files without a marker, their versions, the source of most, what most have.
    wanted = wanted_locales(config)
    sources = _bare_locales(groups, config)
    articles = [_collect_versions(group, sources.get(group.family), wanted) for group in groups]
    sources = _usual_sources(articles)
    expected = _expected_locales(articles, wanted)
    names = Counter(each.article for each in articles)
    bundles = [
        _make_bundle(
            _name_bundle(each, names, home),
            each,
            _choose_source(each, config, sources),
            locales,
            wanted,
        )
        for each, locales in zip(articles, expected, strict=True)
    ]
    kept = (each for each in bundles if each.paths and (len(each.paths) > 1 or each.missing))
    return tuple(sorted(kept, key=lambda bundle: (bundle.name.casefold(), bundle.name)))


def wanted_locales(config: Config) -> tuple[str, ...]:
    """Give the locales that the configuration asks for, the source among them; maybe none.

    ConfigError for a locale that is unknown.
    """
    source = _known_locale(config, "source", config.source) if config.source else None
    locales = [_known_locale(config, "locales", tag) for tag in config.locales]
    if locales and source and match(source, locales) is None:
        locales.insert(0, source)
    return tuple(dict.fromkeys(locales))


def _known_locale(config: Config, key: str, tag: str) -> str:
    locale = parse_locale(tag)
    if locale is None:
        complaint = f"'{tag}' is no locale that is known; write sv, en-GB or zh-Hans"
        raise config.make_fault((key,), complaint, tag)
    return locale


def _bare_locales(groups: Sequence[Group], config: Config) -> dict[Family, str]:
    """Tell, per family, in which locale the versions without a marker are.

    The configured source; else the one configured locale that no marker names; else English.
    """
    seen: defaultdict[Family, set[str]] = defaultdict(set)
    for group in groups:
        if group.unmarked:
            seen[group.family].update(group.marked)
    return {family: _bare_locale(marked, config) for family, marked in seen.items()}


def _bare_locale(marked: set[str], config: Config) -> str:
    if config.source:
        return normalize(config.source)
    rest = [tag for tag in config.locales if match(tag, marked) is None]
    return normalize(rest[0]) if len(rest) == 1 else "en"


def _collect_versions(group: Group, source: str | None, wanted: tuple[str, ...]) -> Versions:
    """Give each locale its one file; those that the configuration does not ask for are left out."""
    files: dict[str, list[tuple[str, File]]] = defaultdict(list)
    for locale, found in group.marked.items():
        name = match(locale, wanted) if wanted else locale
        if name is not None:
            files[name].extend((locale, file) for file in found)
    bare = _bare_place(group, source, files, wanted)
    if bare is not None:
        files[bare].extend((bare, file) for file in group.unmarked)
    single = {locale: _only_file(group, locale, found) for locale, found in files.items()}
    return Versions(group.article, group.form, group.family, single, bare)


def _bare_place(
    group: Group, source: str | None, files: Mapping[str, object], wanted: tuple[str, ...]
) -> str | None:
    """Give the locale of the version without a marker; None where it is no version.

    Beside folders of all locales, it is the page where readers choose one.
    """
    if source is None or not group.unmarked:
        return None
    taken = match(source, files)
    if taken is not None:
        return None if group.family.marker is Marker.FOLDER else taken
    return match(source, wanted) or source


def _only_file(group: Group, locale: str, found: Sequence[tuple[str, File]]) -> File:
    """Give the file of a locale; of several, the one that is named exactly so."""
    if len(found) == 1:
        return found[0][1]
    exact = [file for tag, file in found if tag == locale]
    files = exact if len(exact) == 1 and len(group.unmarked) == 0 else [file for _, file in found]
    if len(files) == 1:
        return files[0]
    paths = " and ".join(sorted(file.path for file in files))
    raise UsageError(
        f"{paths} are both the {locale} version of {group.article or 'one article'}; "
        "rename or exclude one, or set `source` if the one without a locale is in another language"
    )


def _usual_sources(articles: Sequence[Versions]) -> dict[Family, str]:
    """Find the families where most articles have a version without a marker, and its locale."""
    total = Counter(each.family for each in articles)
    bare = Counter((each.family, each.bare) for each in articles if each.bare)
    return {
        family: locale
        for (family, locale), count in bare.items()
        if locale is not None and count * 2 > total[family]
    }


def _choose_source(article: Versions, config: Config, usual: Mapping[Family, str]) -> str | None:
    if config.source:
        return match(config.source, article.files) or normalize(config.source)
    return article.bare or usual.get(article.family)


def _expected_locales(
    articles: Sequence[Versions], wanted: tuple[str, ...]
) -> list[tuple[str, ...]]:
    """Give the locales that each article should have: those configured, or of most others."""
    if wanted:
        return [wanted] * len(articles)
    # A locale is expected of an article where more than half of the others have it:
    #   a   en sv zh
    #   b   en sv zh
    #   c   en sv        zh: 2 of the 2 others, missing here; of a, 1 of 2 others, and it has it
    total = Counter(each.family for each in articles)
    having = Counter((each.family, locale) for each in articles for locale in each.files)
    locales: defaultdict[Family, list[str]] = defaultdict(list)
    for family, locale in having:
        locales[family].append(locale)
    return [
        tuple(
            locale
            for locale in locales[each.family]
            if (having[each.family, locale] - (locale in each.files)) * 2 > total[each.family] - 1
        )
        for each in articles
    ]


def _make_bundle(
    name: str,
    article: Versions,
    source: str | None,
    expected: tuple[str, ...],
    wanted: tuple[str, ...],
) -> Bundle:
    order = [*filter(None, [source]), *wanted]
    ranked = sorted(article.files, key=lambda tag: (_rank_locale(tag, order), tag))
    lacking = [
        tag for tag in (*filter(None, [source]), *expected) if match(tag, article.files) is None
    ]
    return Bundle(
        name,
        source,
        {tag: article.files[tag].path for tag in ranked},
        tuple(dict.fromkeys(lacking)),
    )


def _rank_locale(tag: str, order: Sequence[str]) -> int:
    return order.index(tag) if tag in order else len(order)


def _name_bundle(article: Versions, names: Counter[str], home: str) -> str:
    """Name a bundle by its path without locale and suffix; by its form too where two share one."""
    name = article.article or home
    return name if names[article.article] == 1 else f"{name} ({article.form})"
