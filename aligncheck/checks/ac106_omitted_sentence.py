"""AC106: a sentence of the source that is missing from a translated paragraph."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from aligncheck.engine.segment_names import quote_text
from aligncheck.model import Effect, Flag, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Bitext, Document, SentenceBead, Slice, Span

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.OMISSION


def omitted_sentence(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """A sentence of the source has no counterpart in the paragraph that translates the rest of it.

    Why:
        The paragraph is there, so nobody misses it; what it leaves out is often the reservation
        that the sentence before it needs.

    How to fix:
        Translate the sentence that is quoted and insert it at the place that the finding names.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | Dogs are welcome. ¦ Keep them on a lead. | Hundar får följa med. ¦ ∅ | AC106 「Keep them on a lead.」 |
        | Children travel free. ¦ Bicycles too. | Barn åker gratis. ¦ Cyklar också. | |
    """
    del context
    for bead in bitext.beads:
        after = bead.target[0].span.at_start() if bead.target else None
        for missing, group in groupby(bead.sentences, key=_is_omission):
            links = list(group)
            if missing and after:
                gap = bitext.target.place_at(after, "")
                yield _make_flag(bitext, links, gap)
            else:
                after = _locate_end(links) or after


def _is_omission(link: SentenceBead) -> bool:
    return bool(link.source) and not link.target


def _make_flag(bitext: Bitext, links: list[SentenceBead], gap: Place) -> Flag:
    sentences = [sentence for link in links for sentence in link.source]
    source = _locate_sentences(bitext.source, sentences)
    one = len(sentences) == 1
    noun = "A sentence" if one else f"{len(sentences)} sentences"
    verb, what = ("is", "it") if one else ("are", "them")
    whose = f"of the {bitext.source.locale} paragraph"
    return Flag(
        f"{noun} {whose} {verb} missing here: {quote_text(source.text)}",
        gap,
        source=source,
        confidence=max(link.confidence for link in links),
        suggestion=f"Translate {what} and insert {what} here",
    )


def _locate_sentences(document: Document, sentences: list[Slice]) -> Place:
    """Locate a run of sentences, from the first to the last."""
    places = [document.place_of(s.segment, s.start, s.end) for s in sentences]
    text = " ".join(place.text for place in places)
    return document.place_at(places[0].span.to(places[-1].span), text)


def _locate_end(links: list[SentenceBead]) -> Span | None:
    """Locate the end of the last target sentence."""
    sentences = [sentence for link in links for sentence in link.target]
    last = sentences[-1] if sentences else None
    return last.segment.span_of(last.start, last.end).at_end() if last else None
