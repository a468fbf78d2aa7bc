"""AC301: a term of the glossary that is translated otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.model import Flag, Severity
from aligncheck.termbase.demands import demands, exchanges, met_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.checks.context import Context
    from aligncheck.model import Bitext
    from aligncheck.termbase.demands import Demand, Exchange

SEVERITY: Final = Severity.ERROR


def glossary_mismatch(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """A term of the glossary stands in the source, and none of its translations in the target.

    Why:
        Readers, search and the texts to come rely on one name for one thing.

    How to fix:
        Use the term that the finding suggests, or admit the wording in the glossary.

    Examples:
        Term: heart-valve | en: heart valve | sv: hjärtklaff | zh: 心脏瓣膜

        | en | sv | zh | finds |
        | --- | --- | --- | --- |
        | Each heart valve opens. | Varje hjärtklaff öppnas. | 每个心脏瓣膜都会打开。 | |
        | Heart-valves leak. | Hjärtklaffarna läcker. | 心臟瓣膜会漏。 | |
    """  # noqa: D401 - the first line says what is flagged
    for exchange in exchanges(bitext, context.termbase):
        for demand in demands(exchange):
            if not met_by(demand, exchange):
                yield _flag(demand, exchange)


def _flag(demand: Demand, exchange: Exchange) -> Flag:
    source = exchange.source.place(demand.start, demand.end)
    names = " or ".join(dict.fromkeys(f"“{term.text}”" for term in demand.expected))
    return Flag(
        f"“{source.text}” is to be translated as {names}",
        exchange.target.whole(),
        source=source,
        confidence=0.7,
        suggestion=demand.expected[0].text,
    )
