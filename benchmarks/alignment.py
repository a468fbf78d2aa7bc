"""Accuracy and speed of the aligner, beside its peers on the same vectors.

    pip install sentweave galechurch pypi-bleualign
    git clone https://github.com/thompsonb/vecalign && pip install ./vecalign
    python -m benchmarks.alignment FOLDER [--only beads --only ablation …]

FOLDER holds ``cases/<suite>/<case>/{en,sv,zh}.md`` with a ``gold.json`` each, and
``sentence-alignment.jsonl``. Peers that are not installed are left out with the reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

import click

from aligncheck.alignment.pair import align
from aligncheck.alignment.parameters import models
from aligncheck.alignment.vectors import Space, space
from aligncheck.embedding import open_embedder
from benchmarks.alignment_cases import PAIRS, articles, remembering, sides
from benchmarks.alignment_findings import print_findings
from benchmarks.alignment_growth import print_growth
from benchmarks.alignment_peers import peers
from benchmarks.alignment_sentences import print_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aligncheck.alignment.logistic import Logistic
    from aligncheck.alignment.parameters import Models
    from aligncheck.alignment.sides import Side
    from benchmarks.alignment_cases import Article, Embed
    from benchmarks.alignment_peers import Aligner, Links, Texts

PARTS = ("beads", "findings", "ablation", "sentences", "growth")


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", multiple=True, type=click.Choice(PARTS), help="Default: all parts.")
def main(folder: Path, only: tuple[str, ...]) -> None:
    """Print the tables: beads, findings, ablation, sentences, growth."""
    wanted = only or PARTS
    embedder = open_embedder()
    embed, model = remembering(embedder.embed), embedder.name
    known = space(model)
    cases = list(articles(folder)) if {"beads", "findings", "ablation"} & set(wanted) else []
    structural = [case for case in cases if case.case.suite != "fault"]
    if "beads" in wanted:
        _print_beads(structural, embed, known)
    if "findings" in wanted:
        print_findings(cases, embed, model)
    if "ablation" in wanted:
        _print_ablation(structural, embed, known)
    if "sentences" in wanted:
        print_sentences(folder / "sentence-alignment.jsonl", embed, model)
    if "growth" in wanted:
        print_growth()
    embedder.close()


def own(fitted: Models | None = None) -> Aligner:
    """Give our aligner in the form of a peer."""

    def run(both: tuple[Side, Side], texts: tuple[Texts, Texts]) -> Links:
        del texts
        found = align(*both, fitted or models()).links
        return {(tuple(range(*f.link.source)), tuple(range(*f.link.target))) for f in found}

    return run


def _print_beads(cases: Sequence[Article], embed: Embed, known: Space) -> None:
    """Print F1 of links and of lost segments, per suite and pair of languages."""
    print("F1 of links / of lost and added segments")
    print(
        f"{'':12}" + "".join(f"{s} {a}-{b}".ljust(18) for s in ("clean", "multi") for a, b in PAIRS)
    )
    for name, aligner in {"own": own(), **peers()}.items():
        if isinstance(aligner, str):
            print(f"{name:12}left out: {aligner}")
            continue
        cells = [
            _scores([c for c in cases if c.case.suite == suite], pair, aligner, embed, known)
            for suite in ("clean", "multi")
            for pair in PAIRS
        ]
        print(f"{name:12}" + "".join(_cell(link, lost).ljust(18) for link, lost in cells))


def _cell(link: float, lost: float | None) -> str:
    return f"{link:.4f}" if lost is None else f"{link:.4f} / {lost:.3f}"


def _scores(
    cases: Sequence[Article], pair: tuple[str, str], aligner: Aligner, embed: Embed, known: Space
) -> tuple[float, float | None]:
    """Give the F1 of links, and of segments that stand alone (None where none ought to)."""
    counts: Counter[str] = Counter()
    for article in cases:
        documents = tuple(article.documents[lang] for lang in pair)
        both = sides(documents[0], documents[1], embed, known)
        texts = [[s.text for s in document.segments] for document in documents]
        found = {(a, b) for a, b in aligner(both, (texts[0], texts[1])) if a and b}
        gold = article.groups(*pair)
        true = {(a, b) for a, b in gold if a and b}
        counts.update(right=len(found & true), said=len(found), gold=len(true))
        lost = {("s", i) for a, b in gold if not b for i in a}
        lost |= {("t", j) for a, b in gold if not a for j in b}
        alone = _alone(found, [len(side) for side in both])
        counts.update(lost_right=len(alone & lost), lost_said=len(alone), lost_gold=len(lost))
    return (
        _f1(counts["right"], counts["said"], counts["gold"]),
        _f1(counts["lost_right"], counts["lost_said"], counts["lost_gold"])
        if counts["lost_gold"]
        else None,
    )


def _alone(found: Links, sizes: Sequence[int]) -> set[tuple[str, int]]:
    taken = {("s", i) for a, _ in found for i in a} | {("t", j) for _, b in found for j in b}
    every = {("s", i) for i in range(sizes[0])} | {("t", j) for j in range(sizes[1])}
    return every - taken


def _f1(right: int, said: int, gold: int) -> float:
    return 2 * right / (said + gold)


def _print_ablation(cases: Sequence[Article], embed: Embed, known: Space) -> None:
    """Print what is lost without each ingredient, over clean and multi, all pairs."""
    print("\nwithout                links    lost and added")
    for name, (weights, where) in _ablations(known).items():
        scores = [_scores(cases, pair, own(weights(models())), embed, where) for pair in PAIRS]
        links, lost = (fmean(score[which] or 0.0 for score in scores) for which in (0, 1))
        print(f"{name:22} {links:.4f}   {lost:.4f}")


def _ablations(known: Space) -> dict[str, tuple[Callable[[Models], Models], Space]]:
    """Give each variant: a change of the models, and the space of its vectors."""

    def without(*names: str) -> Callable[[Models], Models]:
        return lambda fitted: replace(
            fitted,
            gain=replace(
                fitted.gain,
                link=_without(fitted.gain.link, names),
                join=_without(fitted.gain.join, names),
            ),
        )

    def alone(fitted: Models) -> Models:
        impossible = replace(fitted.gain.join, offset=-1e6)
        return replace(fitted, gain=replace(fitted.gain, join=impossible))

    return {
        "nothing": (without(), known),
        "the linear map": (without(), Space(known.means, None)),
        "prior means": (without(), Space({}, known.mapping)),
        "kinds and levels": (without("family", "kind", "level", "mixed"), known),
        "lengths": (without("length", "fit"), known),
        "n:m beads": (alone, known),
    }


def _without(model: Logistic, names: tuple[str, ...]) -> Logistic:
    weights = {name: 0.0 if name in names else w for name, w in model.weights.items()}
    return replace(model, weights=weights)


if __name__ == "__main__":
    main()
