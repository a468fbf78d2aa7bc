"""Accuracy and speed of the aligner, beside its peers on the same vectors.

    pip install sentweave galechurch pypi-bleualign
    git clone https://github.com/thompsonb/vecalign && pip install ./vecalign
    python -m benchmarks.accuracy.alignment FOLDER [--only beads --only ablation …]

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

from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.segments.decide.pair_links import link_segments
from aligncheck.alignment.vector_space import VectorSpace, load_vector_space
from aligncheck.embedding import open_embedder
from benchmarks.accuracy.null_alignments import print_findings
from benchmarks.accuracy.sentence_links import print_sentences
from benchmarks.cases.alignments import embed_document, find_path
from benchmarks.cases.articles import PAIRS, articles, remembering
from benchmarks.peers.aligners import peers
from benchmarks.speed.growth import print_growth

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aligncheck.alignment.fitted_models import FittedModels
    from aligncheck.alignment.logistic_model import LogisticModel
    from benchmarks.cases.articles import Article, Embed
    from benchmarks.peers.aligners import Aligner, Links

    _Linker = Callable[[Article, tuple[str, str]], Links]

_PARTS = ("beads", "findings", "ablation", "sentences", "growth")


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", multiple=True, type=click.Choice(_PARTS), help="Default: all parts.")
def main(folder: Path, only: tuple[str, ...]) -> None:
    """Print the tables: beads, findings, ablation, sentences, growth."""
    wanted = only or _PARTS
    embedder = open_embedder()
    embed, model = remembering(embedder.embed), embedder.name
    known = load_vector_space(model)
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


def _link_by_ours(
    embed: Embed,
    known: VectorSpace,
    fitted: FittedModels | None = None,
    *,
    second_pass: bool = True,
) -> _Linker:
    """Give our aligner, with the models that ship or others."""

    def run(article: Article, pair: tuple[str, str]) -> Links:
        one, other = (embed_document(article.documents[lang], embed, known) for lang in pair)
        models = fitted or load_fitted_models()
        draft = find_path((one, other), embed, models.bead, second_pass=second_pass)
        found = link_segments(draft, models).links
        return {(tuple(range(*f.bead.source)), tuple(range(*f.bead.target))) for f in found}

    return run


def _peer(aligner: Aligner, embed: Embed, known: VectorSpace) -> _Linker:
    """Let a peer align what ours does, by the same vectors."""

    def run(article: Article, pair: tuple[str, str]) -> Links:
        documents = [article.documents[lang] for lang in pair]
        texts = [[segment.text for segment in document.segments] for document in documents]
        one, other = (embed_document(document, embed, known).table for document in documents)
        return aligner((one, other), (texts[0], texts[1]))

    return run


def _print_beads(cases: Sequence[Article], embed: Embed, known: VectorSpace) -> None:
    """Print F1 of links and of lost segments, per suite and pair of languages."""
    print("F1 of links / of lost and added segments")
    print(
        f"{'':12}" + "".join(f"{s} {a}-{b}".ljust(18) for s in ("clean", "multi") for a, b in PAIRS)
    )
    linkers: dict[str, _Linker | str] = {"own": _link_by_ours(embed, known)}
    for name, peer in peers().items():
        linkers[name] = peer if isinstance(peer, str) else _peer(peer, embed, known)
    for name, linker in linkers.items():
        if isinstance(linker, str):
            print(f"{name:12}left out: {linker}")
            continue
        cells = [
            _scores([c for c in cases if c.case.suite == suite], pair, linker)
            for suite in ("clean", "multi")
            for pair in PAIRS
        ]
        print(f"{name:12}" + "".join(_cell(link, lost).ljust(18) for link, lost in cells))


def _cell(link: float, lost: float | None) -> str:
    return f"{link:.4f}" if lost is None else f"{link:.4f} / {lost:.3f}"


def _scores(
    cases: Sequence[Article], pair: tuple[str, str], linker: _Linker
) -> tuple[float, float | None]:
    """Give the F1 of links, and of segments that stand alone (None where none ought to)."""
    counts: Counter[str] = Counter()
    for article in cases:
        found = {(a, b) for a, b in linker(article, pair) if a and b}
        gold = article.groups(*pair)
        true = {(a, b) for a, b in gold if a and b}
        counts.update(right=len(found & true), said=len(found), gold=len(true))
        lost = {("s", i) for a, b in gold if not b for i in a}
        lost |= {("t", j) for a, b in gold if not a for j in b}
        alone = _alone(found, [len(article.documents[lang].segments) for lang in pair])
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


def _print_ablation(cases: Sequence[Article], embed: Embed, known: VectorSpace) -> None:
    """Print what is lost without each ingredient, over clean and multi, all pairs."""
    print("\nwithout                links    lost and added")
    for name, linker in _ablations(embed, known).items():
        scores = [_scores(cases, pair, linker) for pair in PAIRS]
        links, lost = (fmean(score[which] or 0.0 for score in scores) for which in (0, 1))
        print(f"{name:22} {links:.4f}   {lost:.4f}")


def _ablations(embed: Embed, known: VectorSpace) -> dict[str, _Linker]:
    """Give each variant of our aligner."""
    fitted = load_fitted_models()
    impossible = replace(fitted.bead.join, offset=-1e6)

    def without(*names: str) -> _Linker:
        link, join = _without(fitted.bead.link, names), _without(fitted.bead.join, names)
        return _link_by_ours(
            embed, known, replace(fitted, bead=replace(fitted.bead, link=link, join=join))
        )

    unjoined = replace(fitted, bead=replace(fitted.bead, join=impossible))

    return {
        "nothing": _link_by_ours(embed, known),
        "the linear map": _link_by_ours(embed, VectorSpace(known.means, None)),
        "prior means": _link_by_ours(embed, VectorSpace({}, known.mapping)),
        "kinds and levels": without("family", "kind", "level", "mixed"),
        "lengths": without("length", "fit"),
        "n:m beads": _link_by_ours(embed, known, unjoined),
        "the second pass": _link_by_ours(embed, known, second_pass=False),
    }


def _without(model: LogisticModel, names: tuple[str, ...]) -> LogisticModel:
    weights = {name: 0.0 if name in names else w for name, w in model.weights.items()}
    return replace(model, weights=weights)


if __name__ == "__main__":
    main()
