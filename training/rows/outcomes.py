"""Training rows for how sure an outcome is: what the aligner makes of the labelled cases.

They need the link and join models, which are fitted before.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.segments.decide.moved_links import pair_leftovers
from aligncheck.alignment.segments.decide.third_versions import ask_third_version
from aligncheck.alignment.vector_space import load_vector_space
from benchmarks.cases.alignments import align_all_pairs, embed_document, find_path
from benchmarks.cases.articles import LANGS, PAIRS
from training.logistic_regression import TrainingRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.alignment.segments.decide.version_pairs import VersionPairs
    from aligncheck.alignment.segments.search.first_pass import PathDraft
    from benchmarks.cases.articles import Article, Embed


def null_rows(articles: Sequence[Article], embed: Embed, model: str) -> TrainingRows:
    """Give the segments that the aligner leaves alone, source against either target.

    Each counts twice, with what the third version says and without; what is met in several cases
    of an article counts for its square root.
    """
    rows = TrainingRows()
    seen: list[tuple[str, str, str, bool, float]] = []
    for article in articles:
        versions = align_all_pairs([article.documents[lang] for lang in LANGS], embed, model)
        for target in (1, 2):
            for ends in ((0, target), (target, 0)):
                seen += _add_nulls(rows, article, versions, ends)
    times = Counter(seen)
    rows.weights = [times[key] ** -0.5 for key in seen]
    return rows


def _add_nulls(
    rows: TrainingRows, article: Article, versions: VersionPairs, ends: tuple[int, int]
) -> Iterator[tuple[str, str, str, bool, float]]:
    """Add the rows of a pair, and give what each is the same as in another case."""
    one, other = ends
    (third,) = {0, 1, 2} - {one, other}
    alignment = versions.alignments[one, other]
    alone = alignment.links.source.unlinked
    said = ask_third_version(
        alone, versions.counterparts[one, third], versions.counterparts[third, other]
    )
    missing = {a[0] for a, b in article.groups(LANGS[one], LANGS[other]) if not b}
    for place, index in enumerate(alone.tolist()):
        features = [float(column[place]) for column in alignment.null_features[0]]
        for heard in (float(said[place]), 0.0):
            right = index in missing
            rows.add_row([*features, heard], right=right, origin=article.case.origin)
            text = versions.documents[one].segments[index].text
            yield article.case.document, LANGS[other], text, right, heard


def link_outcomes(
    articles: Sequence[Article], embed: Embed, model: str
) -> tuple[TrainingRows, TrainingRows]:
    """Give what became links: those in order by support, the others by their features.

    A move that is met in several cases of an article counts for its square root.
    """
    ordered, moved = TrainingRows(), TrainingRows()
    seen: list[tuple[str, str, str, bool]] = []
    space = load_vector_space(model)
    for article in articles:
        for left, right in PAIRS[:2]:
            documents = article.documents[left], article.documents[right]
            one, other = (embed_document(each, embed, space) for each in documents)
            draft = find_path((one, other), embed, load_fitted_models().bead)
            true = {(i, j) for a, b in article.groups(left, right) for i in a for j in b}
            _add_links(ordered, draft, true, article.case.origin)
            for place, correct in _add_moves(moved, draft, true, article.case.origin):
                text = documents[0].segments[place].text
                seen.append((article.case.document, right, text, correct))
    times = Counter(seen)
    moved.weights = [times[key] ** -0.5 for key in seen]
    return ordered, moved


def _add_links(
    rows: TrainingRows, draft: PathDraft, true: set[tuple[int, int]], origin: str
) -> None:
    for link in draft.path.beads:
        right = (link.source[0], link.target[0]) in true
        rows.add_row([draft.path.find_weakest_support(link)], right=right, origin=origin)


def _add_moves(
    rows: TrainingRows, draft: PathDraft, true: set[tuple[int, int]], origin: str
) -> Iterator[tuple[int, bool]]:
    """Add what could be moves; give the source segment of each, and whether it is right."""
    pairs, features = pair_leftovers(draft, draft.path.beads, load_fitted_models().bead)
    for pair, *values in zip(pairs, *features, strict=True):
        rows.add_row([float(value) for value in values], right=pair in true, origin=origin)
        yield pair[0], pair in true
