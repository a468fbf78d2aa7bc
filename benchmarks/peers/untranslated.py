"""What simpler tools find of the same untranslated text, block by block.

``python -m benchmarks.peers.untranslated CASES`` prints recall and false alarms per clean
article of langdetect (its own choice among all languages, and held to those of the run) and of
pofilter's tests ``unchanged`` and ``untranslated`` (translate-toolkit, to be installed for this),
which see each block beside its aligned source.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from translate.filters import checks

from aligncheck.engine.language_queries import find_language_queries
from aligncheck.languages.identification import identifiable_languages, identify_language
from aligncheck.untranslated import find_foreign_spans
from benchmarks.cases.blocks import documents, read_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from aligncheck.untranslated import SegmentQuery

_TARGETS = ("sv", "zh")


def _by_langdetect(query: SegmentQuery) -> bool:
    found = identify_language(query.text, identifiable_languages())[0]
    return found not in {"", query.own}


def _by_langdetect_of_the_run(query: SegmentQuery) -> bool:
    return identify_language(query.text, (query.own, *query.foreign))[0] not in {"", query.own}


def _by_pofilter(query: SegmentQuery) -> bool:
    checker = checks.StandardChecker()
    for language, source in query.copies:
        if language != "en":
            continue
        try:
            checker.unchanged(source, query.text)
            checker.untranslated(source, query.text)
        except checks.FilterFailure:
            return True
    return False


def _by_aligncheck(query: SegmentQuery) -> bool:
    return bool(find_foreign_spans(query))


_TOOLS: Mapping[str, Callable[[SegmentQuery], bool]] = {
    "aligncheck, segment by segment": _by_aligncheck,
    "langdetect": _by_langdetect,
    "langdetect, languages of the run": _by_langdetect_of_the_run,
    "pofilter unchanged, untranslated": _by_pofilter,
}


def _count_flagged(
    cases: Path, suite: str, tool: Callable[[SegmentQuery], bool]
) -> tuple[Counter[str], int]:
    """Count, per scope, the gold blocks and those of them that a tool flags, and the articles."""
    counts: Counter[str] = Counter()
    read = read_cases(cases / f"{suite}.jsonl")
    for case in read:
        versions, context = documents(case)
        for document in versions:
            if document.locale not in _TARGETS:
                continue
            scopes = {g.block: g.scope for g in case.gold if g.lang == document.locale}
            for segment, query in find_language_queries(document, context):
                block = case.blocks[document.locale][segment.index]["id"]
                if (document.locale, block) in case.ungraded or query.own == "en":
                    continue
                scope = scopes.get(block, "none")
                counts[scope] += 1
                counts[f"{scope} flagged"] += tool(query)
    return counts, len(read)


def main() -> None:
    """Print a row per tool."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    cases = parser.parse_args().cases
    print(f"{'tool':34}  natural  block etc.  sentence  fragment  flagged per clean article")
    for name, tool in _TOOLS.items():
        natural, _ = _count_flagged(cases, "natural", tool)
        multi, _ = _count_flagged(cases, "multi", tool)
        clean, articles = _count_flagged(cases, "clean", tool)
        whole = ("block", "section", "heading")
        blocks = sum(multi[f"{s} flagged"] for s in whole) / sum(multi[s] for s in whole)
        shares = [multi[f"{s} flagged"] / multi[s] for s in ("sentence", "fragment")]
        print(
            f"{name:34}{natural['natural flagged'] / natural['natural']:9.3f}{blocks:12.3f}"
            f"{shares[0]:10.3f}{shares[1]:10.3f}{clean['none flagged'] / articles:27.2f}"
        )


if __name__ == "__main__":
    main()
