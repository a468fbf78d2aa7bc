"""AC902: two versions that could not be compared with confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect, Flag, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Bitext

SEVERITY: Final = Severity.WARNING
EFFECT: Final = Effect.UNCERTAIN_PAIR
_CERTAIN_PROBABILITY: Final = 0.8
"""The probability of being versions from which on nothing is in doubt: measured, none of the 412
true pairs of the clean and multi development cases is below it. The model that gives it is fitted
by training/alignment_models.py."""


def uncertain_alignment(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """Two files may or may not be versions of one article: what is said of the pair is doubtful.

    Why:
        Silence about a pair that could not be aligned would look like a pass. The other findings
        on the pair are shown, but they rest on an alignment that may be wrong.

    How to fix:
        Look at `aligncheck align SOURCE TARGET`. A version that was rewritten rather than
        translated does not belong into the comparison: exclude it.

    Examples:
        Confidence: 0.6
        | en | sv | finds |
        | --- | --- | --- |
        | The ferries run all year. | Skärgården har många öar. | AC902 |

        Confidence: 0.98
        | en | sv | finds |
        | --- | --- | --- |
        | The ferries run all year. | Färjorna går året om. | |
    """
    del context
    if bitext.related and bitext.confidence < _CERTAIN_PROBABILITY:
        source, target = bitext.source, bitext.target
        yield Flag(
            f"This may not be a version of {source.path}: the probability that it is one is "
            f"{bitext.confidence:.0%}",
            target.place(target.segments[:1]),
            source=source.place(source.segments[:1]),
        )
