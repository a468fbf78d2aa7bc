"""Training rows for omitted sentences: what the aligner leaves alone inside paragraphs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from aligncheck.alignment import align_bundle
from aligncheck.alignment.sentences import examined, sentence_texts
from benchmarks.logistic_fit import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aligncheck.model import Bitext
    from benchmarks.alignment_cases import Article, Embed

PLANTED = frozenset({"drop_sentence", "merge", "split", "untr_sentence", ""})
"""The kinds of case that say something about sentences; the rest repeats the clean articles."""


def omission_rows(articles: Sequence[Article], embed: Embed, model: str) -> Rows:
    """Give the source sentences that stand alone in aligned paragraphs.

    The same sentence of the same article, met in several cases, counts for its square root.
    """
    rows, seen = Rows(), []
    for article in articles:
        if article.case.suite == "fault" and article.planted not in PLANTED:
            continue
        for lang in ("sv", "zh"):
            documents = [article.documents["en"], article.documents[lang]]
            (bitext,) = align_bundle(documents, "en", embed, model)
            if texts := sentence_texts([bitext]):
                embed(texts)
            for text, features, right in _judged(article, bitext, embed, model):
                rows.add(features, right=right, origin=article.case.origin)
                seen.append((article.case.document, lang, text, right))
    times = Counter(seen)
    rows.weights = [times[key] ** -0.5 for key in seen]
    return rows


def _judged(
    article: Article, bitext: Bitext, embed: Embed, model: str
) -> Iterator[tuple[str, list[float], bool]]:
    lang = bitext.target.locale
    gold = [
        (article.segments(lang, fault.target), fault.text)
        for fault in article.faults("omitted_sentence", lang)
    ]
    for bead, sentences, features in examined(bitext, embed, model):
        targets = {segment.index for segment in bead.target}
        texts = [text for indices, text in gold if targets & set(indices)]
        for place, sentence in enumerate(sentences):
            right = any(sentence.text in text or text in sentence.text for text in texts)
            yield sentence.text, [float(column[place]) for column in features], right
