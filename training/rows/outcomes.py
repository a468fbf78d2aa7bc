"""Training rows for how sure an outcome is: what the aligner makes of the labelled cases.

They need the link and join models, which are fitted before.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from aligncheck.alignment.fitted_models import models
from aligncheck.alignment.segments.decide import third_versions as witness
from aligncheck.alignment.segments.decide.moved_links import left_pairs
from aligncheck.alignment.segments.decide.pair_alignment import drafted
from aligncheck.alignment.segments.version_pairs import Versions
from benchmarks.cases.articles import LANGS, PAIRS
from training.logistic_regression import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.alignment.segments.decide.pair_alignment import Draft
    from benchmarks.cases.articles import Article, Embed


def null_rows(articles: Sequence[Article], embed: Embed, model: str) -> Rows:
    """Give the segments that the aligner leaves alone, source against either target.

    Each counts twice, with what the third version says and without; what is met in several cases
    of an article counts for its square root.
    """
    rows = Rows()
    seen: list[tuple[str, str, str, bool, float]] = []
    for article in articles:
        versions = Versions([article.documents[lang] for lang in LANGS], embed, model)
        for target in (1, 2):
            for ends in ((0, target), (target, 0)):
                seen += _add_nulls(rows, article, versions, ends)
    times = Counter(seen)
    rows.weights = [times[key] ** -0.5 for key in seen]
    return rows


def _add_nulls(
    rows: Rows, article: Article, versions: Versions, ends: tuple[int, int]
) -> Iterator[tuple[str, str, str, bool, float]]:
    """Add the rows of a pair, and give what each is the same as in another case."""
    one, other = ends
    (third,) = {0, 1, 2} - {one, other}
    alignment = versions.pair(one, other).alignment
    alone = alignment.source.alone
    said = witness.testimony(alone, versions.partners(one, third), versions.partners(third, other))
    missing = {a[0] for a, b in article.groups(LANGS[one], LANGS[other]) if not b}
    for place, index in enumerate(alone.tolist()):
        features = [float(column[place]) for column in alignment.features[0]]
        for heard in (float(said[place]), 0.0):
            right = index in missing
            rows.add([*features, heard], right=right, origin=article.case.origin)
            text = versions.documents[one].segments[index].text
            yield article.case.document, LANGS[other], text, right, heard


def link_outcomes(articles: Sequence[Article], embed: Embed, model: str) -> tuple[Rows, Rows]:
    """Give what became links: those in order by support, the others by their features.

    A move that is met in several cases of an article counts for its square root.
    """
    ordered, moved = Rows(), Rows()
    seen: list[tuple[str, str, str, bool]] = []
    for article in articles:
        for left, right in PAIRS[:2]:
            documents = article.documents[left], article.documents[right]
            versions = Versions(documents, embed, model)
            draft = drafted(*versions.sides(0, 1), models(), versions.pieces(0, 1))
            true = {(i, j) for a, b in article.groups(left, right) for i in a for j in b}
            _add_links(ordered, draft, true, article.case.origin)
            for place, correct in _add_moves(moved, draft, true, article.case.origin):
                text = documents[0].segments[place].text
                seen.append((article.case.document, right, text, correct))
    times = Counter(seen)
    moved.weights = [times[key] ** -0.5 for key in seen]
    return ordered, moved


def _add_links(rows: Rows, draft: Draft, true: set[tuple[int, int]], origin: str) -> None:
    for link in draft.path.links:
        right = (link.source[0], link.target[0]) in true
        rows.add([draft.path.weakest(link)], right=right, origin=origin)


def _add_moves(
    rows: Rows, draft: Draft, true: set[tuple[int, int]], origin: str
) -> Iterator[tuple[int, bool]]:
    """Add what could be moves; give the source segment of each, and whether it is right."""
    both = draft.parts.source, draft.parts.target
    pairs, features = left_pairs(draft.path.links, *both, draft.scale, models().gain)
    for pair, *values in zip(pairs, *features, strict=True):
        rows.add([float(value) for value in values], right=pair in true, origin=origin)
        yield pair[0], pair in true
