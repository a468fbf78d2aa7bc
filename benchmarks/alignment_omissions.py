"""Training rows for omitted sentences: what the aligner leaves alone inside paragraphs."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

from aligncheck.alignment import align_bundle
from aligncheck.alignment.sentences import examined, split, suspects
from benchmarks.logistic_fit import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.model import Bitext
    from benchmarks.alignment_cases import Article, Embed

WAYS = (("en", "sv"), ("en", "zh"), ("sv", "zh"), ("zh", "sv"))

FEWEST, MOST = 2, 8
"""Sentences of the paragraphs from which one is taken out."""

MADE = 0.1
"""What a sentence counts that is taken out here, beside one of the cases."""

PLANTED = frozenset({"drop_sentence", "merge", "split", "untr_sentence", ""})
"""The kinds of case that say something about sentences; the rest repeats the clean articles."""


def omission_rows(articles: Sequence[Article], embed: Embed, model: str) -> Rows:
    """Give the source sentences that stand alone in aligned paragraphs.

    The same sentence of the same article, met in several cases, counts for its square root, and
    what is taken out here little, so that there is about as much lost as there is not.
    """
    rows, made, seen, rng = Rows(), Rows(), [], random.Random(11)  # noqa: S311 - a fixed seed is the point
    for article in articles:
        if article.case.suite == "fault" and article.planted not in PLANTED:
            continue
        for source, target in WAYS:
            documents = [article.documents[source], article.documents[target]]
            (bitext,) = align_bundle(documents, source, embed, model)
            for text, features, right in _judged(article, bitext, embed, model):
                rows.add(features, right=right, origin=article.case.origin)
                seen.append((article.case.document, source, target, text, right))
            if article.case.suite == "clean":
                for _, features, right in _shortened(bitext, rng, embed, model):
                    made.add(features, right=right, origin=article.case.origin, weight=MADE)
    times = Counter(seen)
    rows.weights = [times[key] ** -0.5 for key in seen]
    rows.join(made)
    return rows


def _judged(
    article: Article, bitext: Bitext, embed: Embed, model: str
) -> Iterator[tuple[str, list[float], bool]]:
    """Judge what stands alone as the case is; where the lost text is known in English only."""
    lang = bitext.target.locale
    faults = article.faults("omitted_sentence", lang)
    if faults and bitext.source.locale != "en":
        return
    gold = [(article.segments(lang, fault.target), fault.text) for fault in faults]
    for bead in suspects(bitext):
        targets = {segment.index for segment in bead.target}
        texts = [text for indices, text in gold if targets & set(indices)]
        parts = split(bitext, bead)
        alone, features = examined(bitext, parts, embed, model)
        for place, index in enumerate(alone):
            said = parts[0][index].text
            right = any(said in text or text in said for text in texts)
            yield said, [float(column[place]) for column in features], right


def _shortened(
    bitext: Bitext, rng: random.Random, embed: Embed, model: str
) -> Iterator[tuple[str, list[float], bool]]:
    """Take a target sentence out of paragraphs with as many sentences in both versions."""
    for bead in bitext.beads:
        left, right = split(bitext, bead)
        if len(left) != len(right) or not FEWEST <= len(left) <= MOST:
            continue
        gone = rng.randrange(len(left))
        parts = left, right[:gone] + right[gone + 1 :]
        alone, features = examined(bitext, parts, embed, model)
        for place, index in enumerate(alone):
            yield left[index].text, [float(column[place]) for column in features], index == gone
