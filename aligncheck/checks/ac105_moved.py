"""AC105: text that stands elsewhere than in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.engine.null_runs import find_moved_runs
from aligncheck.engine.segment_names import name_segments
from aligncheck.model import Effect, Flag, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Bitext

SEVERITY: Final = Severity.INFO
EFFECT: Final = Effect.MOVED


def moved(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """A paragraph or a section stands elsewhere in the order than in the source.

    Why:
        Nothing is lost, so this is only for information; but an editor who compares the versions
        side by side wants to know, and a move is sometimes a slip.

    How to fix:
        Move it back, or leave it. Neighbours that have changed places are not reported.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | ↕ Children travel free. | Barn åker gratis. | AC105 「Barn åker gratis.」 |
        | The ferries run all year. | Färjorna går året om. | |
        | Dogs must be kept on a lead. | Hundar hålls i koppel. | |
    """
    del context
    for beads in find_moved_runs(bitext):
        source = bitext.source.place([segment for bead in beads for segment in bead.source])
        segments = [segment for bead in beads for segment in bead.target]
        where = f"at {source.line_name} of the {bitext.source.locale} version"
        yield Flag(
            f"Moved: {name_segments(segments)} stands {where}",
            bitext.target.place(segments),
            source=source,
            confidence=min(bead.confidence for bead in beads),
        )
