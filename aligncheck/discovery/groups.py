"""Which reading of each path is right: the one that other files bear out."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from aligncheck.discovery.evidence import Evidence, joins_bare, weigh_evidence
from aligncheck.discovery.readings import Family, File, Key, Marker, Reading, list_readings
from aligncheck.locales import match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Read: TypeAlias = tuple[File, Reading]


@dataclass(slots=True)
class Group:
    """The files of one article while they are gathered: those that carry a locale, by locale."""

    article: str
    form: str
    family: Family
    marked: dict[str, list[File]] = field(default_factory=dict)
    unmarked: list[File] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """The key that the readings of its files share."""
        return Reading(self.article, self.form, None, self.family).key


def group_files(files: Iterable[File], wanted: tuple[str, ...]) -> list[Group]:
    """Gather the versions of each article, in a layout that the files themselves bear out.

    ``wanted`` are the locales of the configuration: a file in one of them counts even where it
    has no counterpart.
    """
    #   path            readings                              borne out by
    #   sv/api/no.md    {article}/{locale}: sv/api in no      nothing, "no" is a mere name
    #                   {locale}/{article}: api/no in sv      en/api/no.md, so this one
    #   sv/intro.md     {locale}/{article}: intro in sv       nothing: a single, taken in since the
    #                                                         layout is in use
    choices = [(file, list_readings(file.relative)) for file in files]
    evidence = weigh_evidence([found for _, found in choices], wanted)
    viable = [[each for each in found if evidence.bears_out(each)] for _, found in choices]
    support = Counter(reading.family for each in viable for reading in each)
    borne: list[Read] = []
    others: list[tuple[File, tuple[Reading, ...]]] = []
    for (file, found), sound in zip(choices, viable, strict=True):
        if sound:
            borne.append((file, max(sound, key=lambda r: _rank_reading(r, evidence, support))))
        else:
            others.append((file, found))
    singles = [*_find_singles(others, borne, evidence)]
    taken = {file for file, _ in singles}
    groups = gather_groups([*borne, *singles])
    _join_bare(groups, [(file, each[-1]) for file, each in others if file not in taken])
    return groups


def _rank_reading(
    reading: Reading, evidence: Evidence, support: Counter[Family]
) -> tuple[int, int, int]:
    return support[reading.family], evidence.count_versions(reading), -reading.family.marker


def _find_singles(
    others: Iterable[tuple[File, tuple[Reading, ...]]], borne: Sequence[Read], evidence: Evidence
) -> Iterable[Read]:
    """Take in the versions without a counterpart, where others show that the layout is in use."""
    used: defaultdict[Family, set[str | None]] = defaultdict(set)
    for _, reading in borne:
        used[reading.family].add(reading.locale)
    for file, each in others:
        fitting = [reading for reading in each[:-1] if _fits_layout(reading, used, evidence)]
        if fitting:
            yield file, min(fitting, key=lambda reading: reading.family.marker)


def _fits_layout(
    reading: Reading, used: Mapping[Family, set[str | None]], evidence: Evidence
) -> bool:
    if reading.locale is None:
        return False
    if match(reading.locale, evidence.wanted):
        return True
    if reading.locale in used.get(reading.family, ()):
        return True
    loose = reading.family.marker in {Marker.UNDERSCORE, Marker.HYPHEN}
    return reading.family in used and evidence.is_sure(reading.locale) and not loose


def gather_groups(chosen: Iterable[Read]) -> list[Group]:
    """Put the versions of one article together; keep apart those that differ only in letter case.

    They are kept apart only where one locale would be there twice.
    """
    by_key: defaultdict[Key, list[Read]] = defaultdict(list)
    for read in chosen:
        by_key[read[1].key].append(read)
    groups: list[Group] = []
    for reads in by_key.values():
        names = {reading.article for _, reading in reads}
        locales = [reading.locale for _, reading in reads]
        apart = len(names) > 1 and len(set(locales)) < len(locales)
        parts = [[r for r in reads if r[1].article == name] for name in sorted(names)]
        groups.extend(map(_make_group, parts if apart else [reads]))
    return groups


def _make_group(reads: Sequence[Read]) -> Group:
    families = Counter(reading.family for _, reading in reads)
    first = reads[0][1]
    group = Group(first.article, first.form, families.most_common(1)[0][0])
    for file, reading in reads:
        if reading.locale is None:
            group.unmarked.append(file)
        else:
            group.marked.setdefault(reading.locale, []).append(file)
    return group


def _join_bare(groups: list[Group], bare: Sequence[Read]) -> None:
    """Give each group its version without a marker; add the articles that have no other.

    Those are added only below a folder where at least half of what has no marker, and two of
    them, have a translation: a README with translations does not make articles of the files
    beside it.
    """
    #   guide.md  guide.sv.md  intro.md  intro.sv.md  notes.md    2 joined, 1 left: an article
    #   README.md  README.sv.md  LICENSE.md  NEWS.md              1 joined, 2 left: none
    by_key = {reading.key: (file, reading) for file, reading in bare}
    homes: Counter[Family] = Counter()
    for group in groups:
        if joins_bare(group.family) and (found := by_key.pop(group.key, None)):
            group.unmarked.append(found[0])
            group.article = found[1].article
            homes[group.family] += 1
    for family, joined in homes.items():
        rest = {key: read for key, read in by_key.items() if _is_home(read[1], family)}
        if joined >= max(2, len(rest)):
            groups.extend(Group(r.article, r.form, family, unmarked=[f]) for f, r in rest.values())
            by_key = {key: read for key, read in by_key.items() if key not in rest}


def _is_home(reading: Reading, family: Family) -> bool:
    """Tell whether an article without a marker stands where the family's sources do."""
    if family.marker in {Marker.FOLDER, Marker.DOCUSAURUS}:
        return not family.home or reading.article.startswith(f"{family.home}/")
    top = reading.article.partition("/")[0] if "/" in reading.article else ""
    return top == family.home
