"""AC103: a section that the source does not have."""

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


def added_section(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """A whole section, from its heading to its end, is not in the source.

    Why:
        It was removed from the source and stayed in the translation, or it belongs to another
        article, or the source should have it too.

    How to fix:
        Remove the section, or add it to the source. For a version that is meant to say more,
        silence the rule for its path.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | # Ferries | # Färjor | |
        | The ferries run all year. | Färjorna går året om. | |
        | | ## Priser | AC103 |
        | | En biljett kostar två euro. | |
        | ## Timetable | ## Tidtabell | |
        | Departures are hourly. | Avgång varje timme. | |
    """
    del context
    for run in find_added_runs(bitext):
        if run.whole_section:
            yield Flag(
                f"Not in the {bitext.source.locale} version: {name_null_run(run)}",
                run.place,
                source=run.gap,
                confidence=run.confidence,
                suggestion="Remove it, or add it to the source",
            )
