"""AC303: a name or acronym that is to stay as it is, but was translated or changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect, Flag, Severity
from aligncheck.termbase.usage.bead_text import join_segments
from aligncheck.termbase.usage.demands import find_bead_terms, is_name_kept, select_name_demands
from aligncheck.termbase.usage.mistaken_names import (
    find_mistaken_name,
    has_acronym_as_word,
    list_acronyms,
)
from aligncheck.termbase.usage.parentheses import find_parentheses, repeats_words_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Bitext
    from aligncheck.termbase.usage.bead_text import BeadText
    from aligncheck.termbase.usage.demands import BeadTerms, TermDemand

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.WORDING
# The probabilities are chosen, not measured: labelled cases have no such fault.
_MISTAKEN_CONFIDENCE: Final = 0.95
"""The word that the name is mistaken for stands in the translation."""
_CHANGED_CASE_CONFIDENCE: Final = 0.85
"""The name stands in the translation in other letter case: chosen lower, as that may be meant."""
_ABSENT_CONFIDENCE: Final = 0.6
"""Neither is there: chosen lower still, as a pronoun or a short form may stand for the name."""


def do_not_translate(bitext: Bitext, context: Context) -> Iterator[Flag]:
    """A name or acronym that is to stay as it is was translated, transliterated or changed.

    Why:
        A name is how readers find the thing; taken for a word ("WHO" for "who") it makes nonsense
        of the sentence. Acronyms that are English words are watched without a glossary too.

    How to fix:
        Put the name back as the source has it, or give it a term of its own in the glossary.

    Examples:
        Term: python | en: Python=
        Term: libreoffice | en: LibreOffice=

        | en | sv | zh | finds |
        | --- | --- | --- | --- |
        | Install Python first. | Installera Python först. | 请先安装蟒蛇。 | AC303 「蟒蛇」 |
        | Open LibreOffice. | Öppna Libreoffice. | 打开 LibreOffice。 | AC303 「Libreoffice」 |
        | A Python script runs. | Ett Python-skript körs. | 运行 Python 脚本。 | |
        | The python ate a rat. | Pytonormen åt en råtta. | 蟒蛇吃了一只老鼠。 | |

        | en | zh | finds |
        | --- | --- | --- |
        | The WHO recommends it. | 谁推荐它。 | AC303 「谁」 |
        | The WHO recommends it. | 世卫组织推荐它。 | |
        | Who recommends it? | 谁推荐它？ | |
        | Flights from the US resumed. | 来自我们的航班恢复了。 | AC303 「我们」 |
        | The US told us to wait. | 美国让我们等待。 | |
    """
    known = set()
    for terms in find_bead_terms(bitext, context.termbase):
        for demand in select_name_demands(terms):
            known.add(demand.expected[0].text)
            if not is_name_kept(demand, terms) and not _is_abbreviation(demand, terms):
                yield _make_flag(demand.expected[0].text, terms.source, terms.target, demand.start)
    # without a glossary, too: acronyms that are words in capitals
    for bead in bitext.beads:
        source = join_segments(bitext.source, bead.source)
        target = join_segments(bitext.target, bead.target)
        yield from _flag_mistaken_acronyms(source, target, known)


def _is_abbreviation(demand: TermDemand, bead: BeadTerms) -> bool:
    """Tell whether a name is an abbreviation whose parenthesis is broken, which AC306 reports."""
    source, target = bead.source.text, bead.target.text
    if any(repeats_words_before(target, found) for found in find_parentheses(target)):
        return True
    held = source[: demand.start].endswith(("(", "（")) and source[demand.end :][:1] in {")", "）"}
    return held and bool(find_parentheses(target))


def _flag_mistaken_acronyms(source: BeadText, target: BeadText, known: set[str]) -> Iterator[Flag]:
    """Flag acronyms outside the glossary that were taken for the word they look like."""
    locale = target.document.locale
    acronyms = list_acronyms(locale) if target.segments else ()
    for name in acronyms:
        at = re.search(rf"(?<![\w-]){name}(?![\w-])", source.text) if name not in known else None
        if at is None or name in target.text:
            continue
        meant = has_acronym_as_word(name, source.text, source.document.locale)
        if not meant and find_mistaken_name(name, locale, target.text):
            yield _make_flag(name, source, target, at.start())


def _make_flag(name: str, source: BeadText, target: BeadText, start: int) -> Flag:
    wording = find_mistaken_name(name, target.document.locale, target.text)
    confidence = _MISTAKEN_CONFIDENCE if wording else _ABSENT_CONFIDENCE
    changed = re.search(rf"(?<!\w){re.escape(name)}", target.text, re.IGNORECASE)
    if not wording and changed:
        wording, confidence = changed.span(), _CHANGED_CASE_CONFIDENCE
    place = target.locate(*wording) if wording else target.locate_all()
    instead = f", not “{place.text}”" if wording else ""
    return Flag(
        f"“{name}” is to stand as it is{instead}",
        place,
        source=source.locate(start, start + len(name)),
        confidence=confidence,
        suggestion=name,
    )
