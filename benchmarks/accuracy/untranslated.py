"""Measures the rules on untranslated text against gold labels.

    python -m benchmarks.accuracy.untranslated CASES [--suites clean,multi] [--show]

It reads ``clean.jsonl``, ``fault.jsonl``, ``multi.jsonl`` and ``natural.jsonl`` in CASES and
prints what AC201, AC202 and AC203 find in their blocks: recall, precision and how exactly the
spans fit. ``--show`` prints every miss and every false alarm.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.checks.ac201_untranslated_segment import untranslated_segment
from aligncheck.checks.ac202_untranslated_sentence import untranslated_sentence
from aligncheck.checks.ac203_untranslated_fragment import untranslated_fragment
from benchmarks.cases.blocks import documents, overlap, read_cases, read_reviewed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from aligncheck.model import Document, Flag
    from benchmarks.cases.blocks import Case

_RULES = {
    "AC201": untranslated_segment,
    "AC202": untranslated_sentence,
    "AC203": untranslated_fragment,
}
_EXACT = {"sentence": 0.9, "fragment": 0.8}
_BLOCKS = frozenset({"block", "section", "heading", "natural"})


@dataclass(frozen=True, slots=True)
class _Found:
    """What a rule says of one block: ``start`` and ``end`` are offsets in its text."""

    code: str
    lang: str
    block: str
    start: int
    end: int
    text: str


@dataclass(slots=True)
class _Tally:
    """Counts of one scope.

    ``reviewed`` are findings without a label that a person found to be right.
    """

    gold: int = 0
    found: int = 0
    exact: int = 0
    right: int = 0
    wrong: set[tuple[str, ...]] = field(default_factory=set)
    reviewed: set[tuple[str, ...]] = field(default_factory=set)


def _find_untranslated(case: Case, min_confidence: float) -> Iterator[_Found]:
    """Run the rules on all versions of a case and part what they flag into blocks."""
    versions, context = documents(case)
    for document in versions:
        for code, rule in _RULES.items():
            for flag in rule(document, context):
                if flag.confidence >= min_confidence:
                    yield from _parted(case, document, code, flag)


def _parted(case: Case, document: Document, code: str, flag: Flag) -> Iterator[_Found]:
    span = flag.place.span
    for line in range(span.start_line, span.end_line + 1):
        segment = document.segments[line - 1]
        if segment.kind == "code":
            continue
        start = span.start_column - 1 if line == span.start_line else 0
        end = span.end_column - 1 if line == span.end_line else len(segment.text)
        block = case.blocks[document.locale][line - 1]["id"]
        yield _Found(code, document.locale, block, start, end, segment.text[start:end])


def _score_case(
    case: Case, found: list[_Found], tallies: Mapping[str, _Tally], show: Callable[..., None]
) -> None:
    """Compare what was found in a case with its gold labels."""
    for gold in case.gold:
        scope = "block" if gold.scope in _BLOCKS else gold.scope
        tally = tallies[scope]
        here = [f for f in found if (f.lang, f.block) == (gold.lang, gold.block)]
        best = max((overlap((f.start, f.end), (gold.start, gold.end)) for f in here), default=0.0)
        tally.gold += 1
        tally.found += best >= (0.5 if scope != "fragment" else 0.3)
        tally.exact += best >= _EXACT.get(scope, 0.5)
        if best < _EXACT.get(scope, 0.5):
            texts = [(f.code, f.text) for f in here]
            how = "SPAN" if here else "MISS"
            show(f"{how} {scope} {gold.lang} {case.name} {gold.text!r} {texts}")
    for f in found:
        _judge(case, f, tallies, show)


_SCOPES = {"AC201": "block", "AC202": "sentence", "AC203": "fragment"}


def _judge(case: Case, f: _Found, tallies: Mapping[str, _Tally], show: Callable[..., None]) -> None:
    gold = [g for g in case.gold if (g.lang, g.block) == (f.lang, f.block)]
    if any(overlap((f.start, f.end), (g.start, g.end)) > 0 for g in gold):
        tallies[_SCOPES[f.code]].right += 1
    elif (f.lang, f.block) not in case.ungraded:
        key = (case.doc, f.lang, f.block, f.code)
        tally = tallies[_SCOPES[f.code]]
        unlabelled = tally.reviewed if key[:3] in read_reviewed() else tally.wrong
        if key not in unlabelled and unlabelled is tally.wrong:
            show(f"FALSE {f.code} {f.lang} {case.name} {f.block} {f.text!r}")
        unlabelled.add(key)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--suites", default="clean,fault,multi,natural")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--min-confidence", type=float, default=0.5)
    arguments = parser.parse_args()
    show: Callable[..., None] = print if arguments.show else lambda *_: None
    print("suite    scope       gold  recall  exact  right  reviewed  wrong  precision")
    for suite in arguments.suites.split(","):
        tallies = {scope: _Tally() for scope in _SCOPES.values()}
        cases = read_cases(arguments.cases / f"{suite}.jsonl")
        for case in cases:
            _score_case(
                case, list(_find_untranslated(case, arguments.min_confidence)), tallies, show
            )
        for scope, tally in tallies.items():
            _print(suite, scope, tally)
        articles = len({case.doc for case in cases})
        wrong = sum(len(tally.wrong) for tally in tallies.values()) / articles
        reviewed = sum(len(tally.reviewed) for tally in tallies.values()) / articles
        print(f"{suite:9}per article: {wrong:.3f} wrong, {reviewed:.3f} unlabelled but right")


def _print(suite: str, scope: str, tally: _Tally) -> None:
    wrong, gold = len(tally.wrong), max(tally.gold, 1)
    print(
        f"{suite:9}{scope:10}{tally.gold:6}{tally.found / gold:8.3f}{tally.exact / gold:7.3f}"
        f"{tally.right:7}{len(tally.reviewed):10}{wrong:7}"
        f"{tally.right / max(tally.right + wrong, 1):11.3f}"
    )


if __name__ == "__main__":
    main()
