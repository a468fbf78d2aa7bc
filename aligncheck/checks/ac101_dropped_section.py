"""AC101: a section of the source that a translation lacks."""

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


def dropped_section(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """A whole section of the source, from its heading to its end, has no counterpart.

    Why:
        The reader of this version does not learn that there is anything to miss. Sections get lost
        when a source is updated after it was translated, or when a machine's output is cut short.

    How to fix:
        Translate the section and insert it at the place that the finding names. For a version that
        is meant to be shorter, set its `translation-mode` to `abridged`.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | # Ferries | # Färjor | |
        | The ferries run all year. | Färjorna går året om. | |
        | ## Fares | | AC101 |
        | A ticket costs two euros. | | |
        | Children travel free. | | |
        | ## Timetable | ## Tidtabell | |
        | Departures are hourly. | Avgång varje timme. | |

        A heading or a paragraph alone is not a section:

        | en | zh | finds |
        | --- | --- | --- |
        | # Ferries | # 渡轮 | |
        | The ferries run all year. | 渡轮全年运行。 | |
        | ## Fares | | |
        | A ticket costs two euros. | 票价为两欧元。 | |
    """
    del context
    for run in find_dropped_runs(bitext):
        if run.whole_section:
            where = name_gap(run, bitext.target)
            yield Flag(
                f"Missing here: {name_null_run(run)} of the {bitext.source.locale} version",
                run.gap,
                source=run.place,
                confidence=run.confidence,
                suggestion=f"Translate and insert {where}",
            )
