"""AC203: words or clauses in another language inside a translated sentence."""

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


def untranslated_fragment(document: Document, context: Context) -> Iterator[Flag]:
    """A clause, a phrase or a single word of a translated sentence is in another language.

    Why:
        Machine translation and hasty editing leave such crumbs, and a spelling checker of one
        language takes many of them for names.

    How to fix:
        Translate the words. A name or a term that stays as it is belongs in the glossary as a term
        that is not to be translated; a quotation can be marked with `lang` or `translate="no"`.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | In March, the WHO's expert group agreed. | I mars the WHO:s expertgrupp enades. | AC203 「the」 |
        | A survey from 2019 shows it. | En enkät from 2019 visar det. | AC203 「from」 |
        | The team tested the new design. | Teamet testade den nya designen. | |

        | en | zh | finds |
        | --- | --- | --- |
        | This study was carried out in three hospitals. | 这项研究 was carried out in three hospitals。 | AC203 「was carried out in three hospitals」 |
        | The Lancet published the study. | 《The Lancet》发表了这项研究。 | |
    """
    asked = find_language_queries(document, context)
    for found in find_leftovers(document, asked, LeftoverLevel.FRAGMENT):
        yield Flag(
            f"“{found.place.text}” is still in {language_name(found.language)}",
            found.place,
            confidence=found.confidence,
            suggestion="Translate it, or mark it as text that is to stay as it is",
        )
