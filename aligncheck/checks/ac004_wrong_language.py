"""AC004: a whole version in another language than its name says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck import locales
from aligncheck.engine.language_queries import find_language_queries
from aligncheck.languages.names import language_name
from aligncheck.model import Effect, Flag, Severity
from aligncheck.untranslated import find_wrong_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Document

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.UNUSABLE_FILE


def wrong_language(document: Document, context: Context) -> Iterator[Flag]:
    """A version is in another language as a whole.

    Why:
        A copy of the source that was saved under another locale counts as a translation to every
        tool that looks at files only.

    How to fix:
        Put the translation in the file, or give the file the locale of its language. A version that
        is translated in part is not reported here; its untranslated segments are.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | The museum is open every day except Monday. | The museum is open every day except Monday. | AC004 |
        | Children under twelve get in for free. | Children under twelve get in for free. | |

        | en | sv | finds |
        | --- | --- | --- |
        | The museum is open every day except Monday. | Museet är öppet alla dagar utom måndag. | |
        | Children under twelve get in for free. | Children under twelve get in for free. | |

        | en | zh | finds |
        | --- | --- | --- |
        | The museum is open every day except Monday. | Das Museum ist jeden Tag außer Montag geöffnet. | AC004 |
    """
    asked = find_language_queries(document, context)
    found = find_wrong_language([query for _, query in asked])
    if found:
        own = language_name(locales.language(document.locale))
        place = document.place([segment for segment, _ in asked])
        yield Flag(
            f"This whole version is in {language_name(found.language)}, not in {own}",
            place,
            confidence=found.confidence,
            suggestion="Put the translation here, or name the file after its language",
        )
