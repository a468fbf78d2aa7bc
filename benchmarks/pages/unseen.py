"""Accuracy of the whole tool on pages that nothing was fitted on.

    python -m benchmarks.pages.unseen FOLDER [--list] [--copies FOLDER]

FOLDER holds ``site/<language>/…/<page>.md`` and the ``cases/`` that the models were fitted on.
Pages that share a document or a line of prose with a case are left out. About 200 others whose
versions have the same blocks in a row are checked twice: as they are, where whatever is reported
as dropped, added, moved or omitted is a false alarm or a slip of the translator, and in copies,
each with one fault or one harmless change. What is reported of a page as it is does not count
against its copies.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligncheck.config import Config
from aligncheck.pipeline import check
from benchmarks.accuracy.findings import share
from benchmarks.pages.choice import LANGS, SOURCE, TARGETS, chosen_pages
from benchmarks.pages.marking import Mark, known, listed, mark
from benchmarks.pages.planting import BENIGN, copies

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aligncheck.model import Bundle, Finding, Run
    from benchmarks.pages.choice import Page
    from benchmarks.pages.marking import Known
    from benchmarks.pages.sheets import Copy

_NUMBER = 60
"""Copies of each kind and language."""

_FALSE = {
    "dropped": ("AC101", "AC102"),
    "added": ("AC103", "AC104"),
    "moved": ("AC105",),
    "omitted": ("AC106",),
    "unrelated": ("AC107",),
}


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--list", "listing", is_flag=True, help="List every miss and every false finding.")
@click.option("--copies", "kept", type=click.Path(path_type=Path), help="Keep the copies here.")
def main(folder: Path, kept: Path | None, *, listing: bool) -> None:
    """Print false findings on pages as they are, and recall and precision on planted faults."""
    pages = chosen_pages(folder)
    of_sources = Counter(page.origin for page in pages)
    print(f"{len(pages)} pages: " + ", ".join(f"{n} {name}" for name, n in of_sources.items()))
    clean = _review_pages(folder / "site", pages)
    _print_clean(pages, clean, listing=listing)
    planted = list(copies(pages, TARGETS, _NUMBER))
    with tempfile.TemporaryDirectory() as temporary:
        marks = _check_copies(kept or Path(temporary), planted, known(clean.findings))
    _print_marks(marks, listing=listing)


def _review_pages(site: Path, pages: Sequence[Page]) -> Run:
    """Check pages where they are, as a user would: no termbase, every option at its default."""
    paths = {page.documents[SOURCE].path for page in pages}

    def chosen(bundle: Bundle) -> bool:
        return bundle.paths.get(SOURCE) in paths

    config = Config(root=site, source=SOURCE)
    return check([str(site)], config, only=chosen, keep_articles=True)


def _print_clean(pages: Sequence[Page], clean: Run, *, listing: bool) -> None:
    counts, number = clean.by_code(), len(pages)
    seconds = clean.summary.elapsed_seconds
    shown = "  ".join(f"{code} {n} ({n / number:.3f})" for code, n in counts.items())
    print(f"\nas they are, {seconds:.0f} s\n  findings (per page): {shown}")
    for lang in TARGETS:
        _print_false(clean.findings, lang, number, listing=listing)
        beads = [
            b for a in clean.articles for t in a.bitexts if t.target.locale == lang for b in t.beads
        ]
        right = sum(
            [s.index for s in bead.source] == [s.index for s in bead.target] for bead in beads
        )
        print(f"  {lang} beads that are block to block  {share(right, len(beads))}")


def _print_false(findings: Iterable[Finding], lang: str, number: int, *, listing: bool) -> None:
    """Count what cannot be, as every block has its counterpart."""
    wrong = [finding for finding in findings if finding.locale == lang]
    for name, codes in _FALSE.items():
        some = [finding for finding in wrong if finding.code in codes]
        print(f"  {lang} false {name:10} {len(some) / number:.3f} a page  ({len(some)})")
        if listing:
            print("".join(f"      false  {listed(finding)}\n" for finding in some), end="")


def _check_copies(folder: Path, planted: Sequence[Copy], standing: Known) -> list[Mark]:
    """Write the copies, check them, and compare what is found with what was planted."""
    for copy in planted:
        place = folder / copy.name
        place.mkdir(parents=True)
        for lang in LANGS:
            text = copy.text if lang == copy.lang else copy.page.texts[lang]
            (place / f"{lang}.md").write_text(text, encoding="utf-8")
    outcome = check([str(folder)], Config(root=folder, source=SOURCE), keep_articles=True)
    print(f"\n{len(planted)} copies, {outcome.summary.elapsed_seconds:.0f} s")
    articles = {Path(article.documents[0].path).parent: article for article in outcome.articles}
    findings: dict[Path, list[Finding]] = defaultdict(list)
    for finding in outcome.findings:
        findings[Path(finding.path).parent].append(finding)
    return [
        mark(copy, articles[folder / copy.name], findings[folder / copy.name], standing)
        for copy in planted
    ]


def _print_marks(marks: Sequence[Mark], *, listing: bool) -> None:
    groups: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for each in marks:
        groups[each.copy.kind, each.copy.lang].append(each)
    for (kind, lang), some in groups.items():
        print(f"  {kind} {lang}, {len(some)} copies".ljust(36) + _figures(kind, some))
        if listing:
            print(
                "".join(f"      missed {line}\n" for each in some for line in each.misses), end=""
            )
            print(
                "".join(f"      false  {listed(f)}\n" for each in some for f in each.wrong), end=""
            )
    for lang in TARGETS:
        some = [each for each in marks if each.copy.lang == lang]
        _print_alarms(lang, some)


def _figures(kind: str, marks: Sequence[Mark]) -> str:
    """Write what counts for a kind: harmless changes are to be left alone, faults to be found."""
    gold, found = sum(each.gold for each in marks), sum(each.found for each in marks)
    right, wrong = sum(each.right for each in marks), sum(len(each.wrong) for each in marks)
    shown = [f"recall {share(found, gold)}"] if gold else []
    if kind in BENIGN:
        losses = sum(each.misjudged for each in marks)
        shown.append(f"as dropped or added {share(losses, len(marks))}")
        shown.append(f"false {wrong}")
    elif right + wrong:
        shown.append(f"precision {share(right, right + wrong)}")
    if kind == "dropped section":
        shown.append(f"as one AC101 {share(sum(each.whole for each in marks), len(marks))}")
    return "  ".join(shown)


def _print_alarms(lang: str, marks: Sequence[Mark]) -> None:
    """Count all false findings by code, and the moves reported where nothing was moved."""
    wrong = Counter(finding.code for each in marks for finding in each.wrong)
    shown = "  ".join(f"{code} {n}" for code, n in sorted(wrong.items()))
    print(f"  {lang} false findings in {len(marks)} copies: {shown or 'none'}")


if __name__ == "__main__":
    sys.exit(main())
