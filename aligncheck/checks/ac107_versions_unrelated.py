"""AC107: two files that are not versions of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect, Flag, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Bitext

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.UNRELATED_PAIR


def versions_unrelated(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """The two files are not versions of one article.

    Why:
        A file was saved under the wrong name, or a summary or another article on the same subject
        stands in the place of the translation. Paragraph by paragraph everything would be missing;
        this one finding says why, and no other finding depends on the pair.

    How to fix:
        Put the right file in its place. A text that was written for its readers and is no
        translation does not belong into the comparison: exclude it.

    Examples:
        Confidence: 0.02
        | en | sv | finds |
        | --- | --- | --- |
        | The ferries run all year. | Blanda mjölet med saltet. | AC107 |
        | Dogs are welcome on board. | Grädda brödet i en timme. | |

        Confidence: 0.97
        | en | sv | finds |
        | --- | --- | --- |
        | The ferries run all year. | Färjorna går året om. | |
    """
    del context
    if bitext.related:
        return
    source, target = bitext.source, bitext.target
    linked = [bead for bead in bitext.beads if bead.source and bead.target]
    here, there = sum(len(b.target) for b in linked), sum(len(b.source) for b in linked)
    yield Flag(
        f"This is not a version of {source.path}: what is alike is {here} of its "
        f"{len(target.segments)} segments and {there} of the {len(source.segments)} there, "
        "too loosely or too scattered for a translation",
        target.place(target.segments[:1]),
        source=source.place(source.segments[:1]),
        confidence=1 - bitext.confidence,
        suggestion="Put the translation in its place, or exclude a file that is meant to be none",
    )
