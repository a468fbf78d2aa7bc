"""Accuracy of the whole tool on articles with known faults: what is found, what is cried wolf.

    python -m benchmarks.accuracy.findings FOLDER [--suite fault] [--source en] [--list]

FOLDER holds ``cases/<suite>/<case>/{en,sv,zh}.md`` with a ``gold.json`` each. Dropped text is
counted in prose blocks (five words or more), findings as they are reported; a finding is right
where it covers a block that the gold label names for its kind of fault and its locale.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligncheck.config import Config
from aligncheck.pipeline import check
from benchmarks.cases.gold import SUITES, Case, Fault, load_suite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from aligncheck.model import Finding, Run

CODES = {
    "dropped": ("AC101", "AC102"),
    "added": ("AC103", "AC104"),
    "omitted_sentence": ("AC106",),
    "untranslated": ("AC004", "AC201", "AC202", "AC203"),
    "number": ("AC401",),
    "term": ("AC301",),
}
STRUCTURAL = CODES["dropped"] + CODES["added"]
_SOURCE = "en"


@dataclass(slots=True)
class _Tally:
    """How much there was to find and was found, and how many findings were right."""

    gold: int = 0
    found: int = 0
    reported: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--suite", "suites", multiple=True, type=click.Choice(SUITES), help="Default: all.")
@click.option("--source", default=_SOURCE, help="Source locale; empty for peers without a source.")
@click.option("--list", "listing", is_flag=True, help="List every miss and every false finding.")
def main(folder: Path, suites: tuple[str, ...], source: str, *, listing: bool) -> None:
    """Print recall, precision and false findings per suite, kind of fault and locale."""
    for suite in suites or SUITES:
        cases = list(load_suite(folder, suite))
        report = _run(folder / "cases" / suite, source)
        _print_suite(suite, cases, report, listing=listing)


def _run(folder: Path, source: str) -> Run:
    """Check a suite as a user would: no termbase, every option at its default."""
    return check([str(folder)], Config(root=folder, source=source or None))


def _print_suite(suite: str, cases: Sequence[Case], report: Run, *, listing: bool) -> None:
    by_case: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_case[Path(finding.path).parent.name].append(finding)
    print(f"\n{suite}: {len(cases)} articles, {report.summary.elapsed_seconds:.0f} s")
    _print_alarms(by_case.values(), len(cases))
    tallies: dict[tuple[str, str, str], _Tally] = defaultdict(_Tally)
    for case in cases:
        _tally(case, by_case[case.name], tallies)
    _print_tallies(tallies, listing=listing)
    _print_benign(cases, by_case)


def _print_alarms(findings: Iterable[Sequence[Finding]], articles: int) -> None:
    counts: dict[str, int] = defaultdict(int)
    for finding in (finding for some in findings for finding in some):
        counts[finding.code] += 1
    shown = "  ".join(f"{code} {n} ({n / articles:.3f})" for code, n in sorted(counts.items()))
    print(f"  findings (per article): {shown or 'none'}")


def _tally(
    case: Case, findings: Sequence[Finding], tallies: dict[tuple[str, str, str], _Tally]
) -> None:
    """Add one case to the tallies: gold units by kind, way and locale; findings by kind."""
    for fault in case.faults:
        for line, label in _units(case, fault):
            tally = tallies[fault.type, fault.how, fault.lang]
            hits = [f for f in findings if _concerns(f, fault) and _covers(f, fault, line)]
            tally.gold += 1
            tally.found += bool(hits)
            if not hits:
                tally.misses.append(f"{case.name} {fault.lang} {label}")
    for kind, codes in CODES.items():
        for finding in findings:
            if finding.code in codes:
                _judge(case, finding, kind, tallies[kind, "all", finding.locale])


def _judge(case: Case, finding: Finding, kind: str, tally: _Tally) -> None:
    """Count a finding as right where it covers a gold unit of its kind."""
    faults = [f for f in case.faults if f.type == kind and f.lang == finding.locale]
    lines = {line for fault in faults for line, _ in _units(case, fault, prose=False)}
    ungraded = {b for lang, b in case.ungraded if lang == finding.locale}
    if finding.span.start_line in case.lines(finding.locale, tuple(ungraded)):
        return
    right = any(_covers(finding, fault, line) for fault in faults for line in lines)
    tally.reported += 1
    tally.right += right
    if not right:
        text = (finding.text or (finding.source.text if finding.source else ""))[:90]
        tally.alarms.append(
            f"{case.name} {finding.locale}:{finding.span.start_line} {finding.code} "
            f"{finding.confidence:.2f} {text!r}"
        )


def _units(case: Case, fault: Fault, *, prose: bool = True) -> Iterator[tuple[int, str]]:
    """Give the gold units of a fault: the line of each block and a label for lists."""
    dropped = fault.type in {"dropped", "omitted_sentence"}
    lang = _SOURCE if dropped else fault.lang
    ids = (
        fault.prose if fault.type == "dropped" and prose else fault.en if dropped else fault.target
    )
    for block in case.blocks[lang]:
        if block.id in ids:
            yield block.line, f"{fault.how or fault.type} {lang}:{block.line} {fault.text[:60]!r}"


def _concerns(finding: Finding, fault: Fault) -> bool:
    return finding.locale == fault.lang and finding.code in CODES[fault.type]


def _covers(finding: Finding, fault: Fault, line: int) -> bool:
    """Tell whether a finding's text, in the version that has it, reaches over a line."""
    if fault.type in {"dropped", "omitted_sentence"}:
        span = finding.source.span if finding.source else None
    else:
        span = finding.span
    return span is not None and span.start_line <= line <= span.end_line


def _print_tallies(tallies: dict[tuple[str, str, str], _Tally], *, listing: bool) -> None:
    for (kind, how, lang), tally in sorted(tallies.items()):
        label = f"  {kind} {how} {lang}".ljust(34)
        if tally.gold:
            print(f"{label} recall    {share(tally.found, tally.gold)}")
        if tally.reported:
            print(f"{label} precision {share(tally.right, tally.reported)}")
        if listing:
            print("".join(f"      missed {line}\n" for line in tally.misses), end="")
            print("".join(f"      false  {line}\n" for line in tally.alarms), end="")


def share(part: int, whole: int) -> str:
    """Write a share with the two numbers that it is of."""
    return f"{part / whole:.3f}  ({part} of {whole})"


def _print_benign(cases: Sequence[Case], by_case: dict[str, list[Finding]]) -> None:
    """Count the harmless changes that were reported as dropped or added."""
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for case in cases:
        for change in case.benign:
            totals[change.type][0] += 1
            totals[change.type][1] += _misjudged(case, change, by_case[case.name])
    for kind, (number, wrong) in sorted(totals.items()):
        print(f"  {kind} taken for a loss or an addition".ljust(44), share(wrong, number))


def _misjudged(case: Case, change: Fault, findings: Sequence[Finding]) -> bool:
    source, target = case.lines(_SOURCE, change.en), case.lines(change.lang, change.target)
    for finding in findings:
        if finding.locale != change.lang or finding.code not in STRUCTURAL:
            continue
        missing = finding.code in CODES["dropped"] and finding.source
        span, lines = (finding.source.span, source) if missing else (finding.span, target)  # type: ignore[union-attr]
        if any(span.start_line <= line <= span.end_line for line in lines):
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
