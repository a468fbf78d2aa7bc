"""AC102: a paragraph, heading, list item or cell of the source that a translation lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.engine.null_runs import find_dropped_runs
from aligncheck.engine.segment_names import name_gap, name_null_run
from aligncheck.model import Effect, Flag, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Bitext

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.LOSS


def dropped_segment(bitext: Bitext, context: Context, *, min_words: int = 0) -> Iterator[Flag]:
    """A paragraph, heading, list item or cell of the source has no counterpart.

    Neighbours that are missing together are one finding.

    Why:
        A lost paragraph is invisible to whoever reads one version only: the text before and after
        it still reads well. Lost warnings and conditions have done harm.

    How to fix:
        Translate what is quoted and insert it at the place that the finding names. Text that
        was merged into a neighbour, split or moved is not reported.

    Options:
        `min-words`: shorter stretches are not reported; a Han character counts as a word.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | The ferries run all year. | Färjorna går året om. | |
        | Dogs must be kept on a lead. | | AC102 「Dogs must be kept on a lead.」 |
        | Children travel free. | Barn åker gratis. | |

        | en | zh | finds |
        | --- | --- | --- |
        | The ferries run all year. | 渡轮全年运行。 | |
        | Dogs must be kept on a lead. | | AC102 |
        | Bicycles are carried free. | | |
        | ↕ Children travel free. | 儿童免费。 | |
    """
    del context
    for run in find_dropped_runs(bitext):
        if not run.whole_section and run.words >= min_words:
            where = name_gap(run, bitext.target)
            yield Flag(
                f"Missing here: {name_null_run(run)} of the {bitext.source.locale} version",
                run.gap,
                source=run.place,
                confidence=run.confidence,
                suggestion=f"Translate and insert {where}",
            )
