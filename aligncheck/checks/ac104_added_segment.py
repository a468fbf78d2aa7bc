"""AC104: a paragraph, heading, list item or cell that the source does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.engine.null_runs import find_added_runs
from aligncheck.engine.segment_names import name_null_run
from aligncheck.model import Effect, Flag, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Bitext

SEVERITY: Final = Severity.WARNING
EFFECT: Final = Effect.SURPLUS


def added_segment(bitext: Bitext, context: Context, *, min_words: int = 0) -> Iterator[Flag]:
    """A paragraph, heading, list item or cell is not in the source.

    Neighbours that were added together are one finding.

    Why:
        It was removed from the source and stayed in the translation, or it was pasted from
        elsewhere, or the source should have it too.

    How to fix:
        Remove it, or add it to the source. Text that was split from a neighbour or moved is not
        reported.

    Options:
        `min-words`: shorter stretches are not reported; a Han character counts as a word.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | The ferries run all year. | Färjorna går året om. | |
        | | Hundar hålls i koppel. | AC104 「Hundar hålls i koppel.」 |
        | Children travel free. | Barn åker gratis. | |
    """
    del context
    for run in find_added_runs(bitext):
        if not run.whole_section and run.words >= min_words:
            yield Flag(
                f"Not in the {bitext.source.locale} version: {name_null_run(run)}",
                run.place,
                source=run.gap,
                confidence=run.confidence,
                suggestion="Remove it, or add it to the source",
            )
