"""How well terms are checked, beside exact matching.

``python -m benchmarks.accuracy.glossary DATA``

DATA is a folder of development data: ``glossary-occurrences.jsonl`` with marked occurrences of
terms, and ``cases/`` with articles, faults and a glossary per origin. Beads are the gold ones, so
that the figures are those of the terms alone. Exact matching is how Weblate's check works: the
expected term must stand in the target as it is written.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

from aligncheck.checks.ac301_glossary_mismatch import glossary_mismatch
from aligncheck.checks.ac304_inconsistent_term import inconsistent_term
from aligncheck.engine.context import Context
from aligncheck.model import (
    Bead,
    Bitext,
    Concept,
    Corpus,
    Document,
    Flag,
    Kind,
    Segment,
    SourceRun,
    Span,
    Term,
    Usage,
)
from aligncheck.termbase import Termbase, load_termbase
from aligncheck.termbase.usage.demands import find_bead_terms, is_demand_met
from aligncheck.termbase.usage.occurrence_kinds import OccurrenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SURE = 0.5
"""The least confidence of what is reported by default."""
_KINDS = {"heading": Kind.HEADING, "item": Kind.LIST_ITEM, "code": Kind.CODE}
_LOCALES = ("en", "sv", "zh")
_Check: TypeAlias = Callable[[Bitext, Termbase], list[Flag]]


@dataclass(frozen=True, slots=True)
class _GlossaryCase:
    """An article with its bitexts by target locale, and its planted term faults."""

    origin: str
    bitexts: Mapping[str, Bitext]
    lines: Mapping[str, Mapping[str, int]]
    faults: Sequence[Mapping[str, object]]


def _check_by_rule(bitext: Bitext, termbase: Termbase) -> list[Flag]:
    """Run AC301 and keep what is reported by default."""
    found = glossary_mismatch(bitext, Context(termbase, _LOCALES))
    return [flag for flag in found if flag.confidence >= _SURE]


def _check_exactly(bitext: Bitext, termbase: Termbase) -> list[Flag]:
    """Ask for every term of the source, in any case, as it is written."""
    found = []
    for bead in find_bead_terms(bitext, termbase):
        for demand in bead.demands:
            literal = bead.source.text[demand.start : demand.end].lower()
            own = {t.text.lower() for c in demand.concepts for t in c.terms}
            text = bead.target.text.lower()
            if literal in own and not any(t.text.lower() in text for t in demand.expected):
                place = bead.source.locate(demand.start, demand.end)
                found.append(Flag("", bead.target.locate_all(), place))
    return found


def _make_document(path: str, locale: str, texts: Sequence[tuple[str, str]]) -> Document:
    """Make a document of blocks, one a line."""
    segments = tuple(_segment(index, kind, text) for index, (kind, text) in enumerate(texts))
    return Document(path, locale, segments)


def _segment(index: int, kind: str, text: str) -> Segment:
    line = index + 1
    span = Span(line, 1, line, len(text) + 1)
    runs = (SourceRun(0, len(text), line, 1, len(text)),)
    return Segment(index, _KINDS.get(kind, Kind.PARAGRAPH), 0, text, text, span, runs=runs)


def _read_glossary_cases(data: Path, suite: str) -> Iterator[_GlossaryCase]:
    """Read the cases of a suite that have a glossary."""
    with (data / "cases" / f"{suite}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield _case(json.loads(line))


def _case(record: dict[str, object]) -> _GlossaryCase:
    blocks: dict[str, list[dict[str, str]]] = record["blocks"]  # type: ignore[assignment]
    align: dict[str, list[tuple[list[str], list[str]]]] = record["align"]  # type: ignore[assignment]
    documents = {
        lang: _make_document(
            f"{record['doc']}/{lang}", lang, [(b["kind"], b["text"]) for b in blocks[lang]]
        )
        for lang in _LOCALES
    }
    at = {lang: {b["id"]: i for i, b in enumerate(blocks[lang])} for lang in _LOCALES}
    bitexts = {
        lang: Bitext(
            documents["en"],
            documents[lang],
            tuple(_bead(documents, at, lang, group) for group in align[f"en-{lang}"]),
        )
        for lang in _LOCALES[1:]
    }
    faults = [f for f in record["faults"] if f["type"] == "term"]  # type: ignore[attr-defined]
    return _GlossaryCase(str(record["source"]), bitexts, at, faults)


def _bead(
    documents: Mapping[str, Document],
    at: Mapping[str, Mapping[str, int]],
    lang: str,
    group: tuple[list[str], list[str]],
) -> Bead:
    left = tuple(documents["en"].segments[at["en"][name]] for name in group[0])
    right = tuple(documents[lang].segments[at[lang][name]] for name in group[1])
    return Bead(left, right, 0.9)


def _count_planted(
    cases: Sequence[_GlossaryCase], glossaries: Mapping[str, Termbase], check: _Check
) -> tuple[int, int, int]:
    """Count the planted faults, those found, and those found with the wrong wording exact."""
    count = hit = spans = 0
    for case in cases:
        for fault in case.faults:
            lang = str(fault["lang"])
            line = case.lines[lang][fault["target"][0]] + 1  # type: ignore[index]
            flags = check(case.bitexts[lang], glossaries[case.origin])
            near = [f for f in flags if f.place.span.start_line == line and _names(f, fault)]
            count, hit = count + 1, hit + bool(near)
            place = (int(str(fault["start"])) + 1, int(str(fault["end"])) + 1)
            spans += any(
                (f.place.span.start_column, f.place.span.end_column) == place for f in near
            )
    return count, hit, spans


def _columns(flag: Flag) -> tuple[int, int]:
    return flag.place.span.start_column, flag.place.span.end_column


def _names(flag: Flag, fault: Mapping[str, object]) -> bool:
    return flag.source is not None and flag.source.text.lower() == str(fault["term"]).lower()


def _count_occurrences(data: Path, check: _Check) -> Counter[tuple[bool, bool]]:
    """Count the marked occurrences by whether they are right and whether they were flagged."""
    counts: Counter[tuple[bool, bool]] = Counter()
    with (data / "glossary-occurrences.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            terms = (Term("en", row["term"]), Term(row["lang"], row["expected"]))
            source = _make_document("en", "en", [("para", row["en"])])
            target = _make_document(row["lang"], row["lang"], [("para", row["text"])])
            bead = Bead(source.segments, target.segments, 0.9)
            bitext = Bitext(source, target, (bead,))
            flags = check(bitext, Termbase([Concept("term", terms)]))
            counts[row["ok"], bool(flags)] += 1
    return counts


def _print_check(name: str, data: Path, glossaries: Mapping[str, Termbase], check: _Check) -> None:
    """Print the figures of one way of checking."""
    print(f"\n{name}")
    marked = _count_occurrences(data, check)
    right, wrong = (marked[ok, True] + marked[ok, False] for ok in (True, False))
    print(f"  marked deviations found      {marked[False, True]}/{wrong}")
    print(f"  correct ones flagged         {marked[True, True]}/{right}")
    for suite in ("fault", "multi"):
        cases = [
            c for c in _read_glossary_cases(data, suite) if c.faults and c.origin in glossaries
        ]
        count, hit, spans = _count_planted(cases, glossaries, check)
        print(f"  {suite}: term faults found     {hit}/{count}, wording exact {spans}/{count}")
    clean = [c for c in _read_glossary_cases(data, "clean") if c.origin in glossaries]
    flags = [f for c in clean for b in c.bitexts.values() for f in check(b, glossaries[c.origin])]
    print(f"  findings per clean article   {len(flags) / len(clean):.2f} ({len(clean)} articles)")


def _print_wavering(data: Path) -> None:
    """Print every AC304 finding on the clean cases, to be looked at."""
    groups: dict[tuple[str, str], list[Bitext]] = defaultdict(list)
    for case in _read_glossary_cases(data, "clean"):
        for lang, bitext in case.bitexts.items():
            groups[case.origin, lang].append(bitext)
    print("\nAC304 on the clean cases, without a glossary")
    for bitexts in groups.values():
        context = Context(Termbase.empty(), _LOCALES)
        usages: dict[tuple[str, ...], Usage] = {}
        flags = (f for one in bitexts for f in inconsistent_term(Corpus(one, usages), context))
        for flag in flags:
            if flag.confidence >= _SURE:
                print(f"  {flag.confidence:.2f} {flag.place.path}: {flag.message}")


def _print_evidence(data: Path, glossaries: Mapping[str, Termbase]) -> None:
    """Print what the confidences of AC301 rest on: unmet demands by how the term is meant.

    ``right`` are those on marked deviations and planted faults, the others are taken for false.
    """
    marked = _marked(data)
    counts: Counter[tuple[str, bool]] = Counter()
    for case in [c for s in ("clean", "fault") for c in _read_glossary_cases(data, s)]:
        for lang, bitext in case.bitexts.items() if case.origin in glossaries else ():
            own = {str(f["term"]) for f in case.faults if f["lang"] == lang}
            for bead in find_bead_terms(bitext, glossaries[case.origin]):
                for demand in bead.demands:
                    term = bead.source.text[demand.start : demand.end]
                    right = term in own or (bead.source.text, lang, term) in marked
                    if not is_demand_met(demand, bead):
                        counts[demand.occurrence.value, right] += 1
    print("\nunmet demands by kind of occurrence: right, false")
    for kind in OccurrenceKind:
        print(f"  {kind.value:8} {counts[kind.value, True]:5} {counts[kind.value, False]:6}")


def _marked(data: Path) -> set[tuple[str, str, str]]:
    with (data / "glossary-occurrences.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {(row["en"], row["lang"], row["term"]) for row in rows if not row["ok"]}


def _print_speed(data: Path, count: int = 50_000) -> None:
    """Print how long a large termbase takes to load, to index and to find in a million characters.

    Half the terms are words of the texts, the rest of made-up ones; seconds of processor time.
    """
    chance = random.Random(1)  # noqa: S311 - no secret
    print(f"\n{count} concepts: seconds to load, index, find in 1 M characters, find again")
    for locale in _LOCALES:
        texts = _texts(data / "site" / locale)
        words = sorted({w for text in texts for w in re.findall(r"[^\W\d_]{3,8}", text.lower())})
        terms = [" ".join(chance.sample(words, chance.choice((1, 2, 3)))) for _ in range(count)]
        with TemporaryDirectory() as folder:
            file = Path(folder) / "terms.csv"
            file.write_text("\n".join([locale, *terms]), encoding="utf-8")
            load_termbase([file], Path(folder))
            steps = [time.process_time()]
            termbase = load_termbase([file], Path(folder))
            steps.append(time.process_time())
            termbase.find("x", locale)
            steps.append(time.process_time())
        for _ in range(2):
            for text in texts:
                termbase.find(text, locale)
            steps.append(time.process_time())
        print(f"  {locale} ", " ".join(f"{b - a:6.2f}" for a, b in pairwise(steps)))


def _texts(folder: Path, size: int = 1_000_000) -> list[str]:
    """Read lines of articles until there are so many characters."""
    found: list[str] = []
    for file in sorted(folder.rglob("*.md")):
        found += [line for line in file.read_text(encoding="utf-8").splitlines() if line]
        if sum(map(len, found)) > size:
            break
    return found


def main(data: Path) -> None:
    """Print the table."""
    start = time.perf_counter()
    names = ("gnome", "libreoffice")
    glossaries = {n: load_termbase([data / "cases" / f"glossary-{n}.csv"]) for n in names}
    _print_check("aligncheck", data, glossaries, _check_by_rule)
    _print_check("exact matching", data, glossaries, _check_exactly)
    _print_evidence(data, glossaries)
    _print_wavering(data)
    _print_speed(data)
    print(f"\n{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
