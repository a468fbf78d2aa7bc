"""AC102: a paragraph, heading, list item or cell of the source that a translation lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.engine.stretches import dropped, insertion, named
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
    """  # noqa: D401 - the first line says what is flagged
    del context
    for stretch in dropped(bitext):
        if not stretch.whole_section and stretch.words >= min_words:
            where = insertion(stretch, bitext.target)
            yield Flag(
                f"Missing here: {named(stretch)} of the {bitext.source.locale} version",
                stretch.gap,
                source=stretch.place,
                confidence=stretch.confidence,
                suggestion=f"Translate and insert {where}",
            )
