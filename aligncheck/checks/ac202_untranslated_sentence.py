"""AC202: a sentence in another language inside a translated paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.engine.language_queries import find_language_queries
from aligncheck.languages.names import language_name
from aligncheck.model import Effect, Flag, Severity
from aligncheck.untranslated import LeftoverLevel, find_leftovers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Document

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.FOREIGN


def untranslated_sentence(document: Document, context: Context) -> Iterator[Flag]:
    """One or more whole sentences of a translated paragraph are in another language of the run.

    Why:
        A sentence that was added to the source later, or that a tool gave up on, is easy to miss
        in a paragraph that otherwise reads well.

    How to fix:
        Translate the sentence. A quotation that is to stay in the original language can be marked
        with `lang` or `translate="no"`.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | The ferry leaves at noon. Bring your own food. | Färjan går klockan tolv. Bring your own food. | AC202 「Bring your own food.」 |
        | He laughed. The crowd did too. | Han skrattade. Det gjorde publiken också. | |

        | en | zh | finds |
        | --- | --- | --- |
        | The ferry leaves at noon. Bring your own food. | 渡轮中午出发。Bring your own food. | AC202 「Bring your own food.」 |
    """
    asked = find_language_queries(document, context)
    for found in find_leftovers(document, asked, LeftoverLevel.SENTENCE):
        yield Flag(
            f"This sentence is still in {language_name(found.language)}",
            found.place,
            confidence=found.confidence,
            suggestion="Translate it, or mark it as text that is to stay as it is",
        )
