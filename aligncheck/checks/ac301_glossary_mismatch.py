"""AC301: a term of the glossary that is translated otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect, Flag, Severity
from aligncheck.termbase.lookup.word_forms import MatchKind
from aligncheck.termbase.usage.demands import (
    find_bead_terms,
    is_demand_met,
    knows_forms,
    select_translatable_demands,
    uses_forbidden_term,
)
from aligncheck.termbase.usage.occurrence_kinds import OccurrenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Bitext
    from aligncheck.termbase.usage.demands import BeadTerms, TermDemand
    from aligncheck.termbase.usage.wordings import TermWording

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.WORDING
_CONFIDENCE_BY_OCCURRENCE: Final = {
    OccurrenceKind.WORD: 0.8,
    OccurrenceKind.LABEL: 0.8,
    OccurrenceKind.NAMED: 0.7,
    OccurrenceKind.PHRASE: 0.1,
    OccurrenceKind.OPENING: 0.1,
    OccurrenceKind.PART: 0.1,
    OccurrenceKind.COMMON: 0.05,
}
"""How often a lack is a fault, by how the term is meant: chosen after what
`benchmarks/accuracy/glossary.py` counts (of labels 257 lacks are right and 197 false, of parts 10
and 538, of common words none of 7,933)."""

_KEYWORD_CONFIDENCE: Final = 0.4
"""A label that stands in the translation as it does in the source is as often a keyword: chosen
below the threshold of 0.5, so that it is not reported unless asked for, as are the next two."""
_COMPOUND_CONFIDENCE: Final = 0.45
"""A term inside a longer word is often translated with that as a whole."""
_SHORT_FORM_CONFIDENCE: Final = 0.4
"""Chosen lower still: after its first mention, a text may call a thing by the last part of its
name."""


def glossary_mismatch(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """A term of the glossary stands in the source, and none of its translations in the target.

    Why:
        Readers, search and the texts to come rely on one name for one thing.

    How to fix:
        Use the term that the finding suggests, or admit the wording in the glossary. Words are met
        by any form, in compounds too, and in either kind of Chinese characters. A term that the
        glossary writes with a capital as labels of an interface are is asked for only where the
        text does so too. In a language whose inflection aligncheck does not know, nothing is said:
        the term may stand there in another form.

    Examples:
        Term: heart-valve | en: heart valve | sv: hjärtklaff | zh: 心脏瓣膜
        Term: control-group | en: control group | sv: kontrollgrupp | zh: 对照组

        | en | sv | zh | finds |
        | --- | --- | --- | --- |
        | Each heart valve opens. | Varje hjärtklaff öppnas. | 每个心脏瓣膜都会打开。 | |
        | Heart-valves leak. | Hjärtklaffarna läcker. | 心臟瓣膜会漏。 | |
        | Heart valve surgery helps. | Hjärtklaffskirurgi hjälper. | 心脏瓣膜手术有帮助。 | |
        | The heart valves leak. | Hjärtventilerna läcker. | 心脏瓣膜会漏。 | AC301 「Hjärtventilerna」 |
        | The control group slept. | Kontrollgruppen sov. | 对比组睡着了。 | AC301 「对比组」 |
        | The control group slept. | | | |

        Term: save | en: Save | sv: Spara
        Term: open | en: Open | sv: Öppna

        | en | sv | finds |
        | --- | --- | --- |
        | Click Save to go on. | Klicka på Spara för att fortsätta. | |
        | Click Save to go on. | Klicka på Öppna för att fortsätta. | AC301 「Öppna」 |
        | You can save time and open doors. | Du vinner tid och nya möjligheter. | |
    """
    for bead in find_bead_terms(bitext, context.termbase):
        for demand in select_translatable_demands(bead):
            lacks = knows_forms(demand, bitext.target.locale) and not is_demand_met(demand, bead)
            if lacks and not uses_forbidden_term(demand, bead):
                yield _make_flag(demand, bead)


def _make_flag(demand: TermDemand, bead: BeadTerms) -> Flag:
    from aligncheck.termbase.usage.wordings import POSITION_WEIGHT, find_wording  # noqa: PLC0415 - only for a finding

    source = bead.source.locate(demand.start, demand.end)
    names = " or ".join(dict.fromkeys(f"“{term.text}”" for term in demand.expected))
    wording = find_wording(demand, bead)
    place = bead.target.locate(wording.start, wording.end) if wording else None
    instead = "; the translation lacks it"
    if wording and place:
        guess = f"; “{place.text}” seems to stand for it"
        instead = guess if wording.weight <= POSITION_WEIGHT else f", not “{place.text}”"
    return Flag(
        f"“{source.text}” is to be translated as {names}{instead}",
        place or bead.target.locate_all(),
        source=source,
        confidence=_find_confidence(demand, wording, bead),
        suggestion=demand.expected[0].text,
    )


def _find_confidence(demand: TermDemand, wording: TermWording | None, bead: BeadTerms) -> float:
    from aligncheck.termbase.usage.wordings import has_short_form  # noqa: PLC0415 - only for a finding

    if wording and wording.verbatim and demand.occurrence is not OccurrenceKind.WORD:
        return _KEYWORD_CONFIDENCE
    if demand.occurrence is OccurrenceKind.WORD and demand.kind is MatchKind.COMPOUND:
        return _COMPOUND_CONFIDENCE
    if demand.occurrence is OccurrenceKind.WORD and has_short_form(demand, bead):
        return _SHORT_FORM_CONFIDENCE
    return _CONFIDENCE_BY_OCCURRENCE[demand.occurrence]
