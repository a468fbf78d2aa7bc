"""AC201: whole paragraphs, headings, list items or cells in another language."""

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


def untranslated_segment(document: Document, context: Context) -> Iterator[Flag]:
    """A paragraph, heading, list item, caption or cell is in another language of the run.

    Why:
        The reader meets text in a language they may not read. It is what a translation looks like
        when the source was changed after it, when a tool skipped a part, or when boilerplate such
        as a newsletter box was pasted in.

    How to fix:
        Translate it. Text that is to stay as it is can be marked in the file: `translate="no"`, or
        a `lang` attribute with its language; a name belongs in the glossary as a term that is not
        to be translated. Neighbouring segments are one finding.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | # When to see a doctor | # When to see a doctor | AC201 「When to see a doctor」 |
        | Call your clinic if the fever lasts. | Ring din vårdcentral om febern inte ger sig. | |
        | | Subscribe to our newsletter and never miss a story. | AC201 「Subscribe to our newsletter and never miss a story.」 |
        | Photo: Nordic Press | Foto: Nordic Press | |
        | LibreOffice Writer | LibreOffice Writer | |

        | sv | zh | finds |
        | --- | --- | --- |
        | - Drick mycket vatten och vila. | - Drick mycket vatten och vila. | AC201 「Drick mycket vatten och vila.」 |
        | - Ring 1177 om du blir sämre. | - 如果病情加重，请拨打1177。 | |
    """
    asked = find_language_queries(document, context)
    for found in find_leftovers(document, asked, LeftoverLevel.SEGMENT):
        count = len(found.segments)
        what = "This" if count == 1 else f"These {count} segments"
        verb = "is" if count == 1 else "are"
        yield Flag(
            f"{what} {verb} still in {language_name(found.language)}",
            found.place,
            confidence=found.confidence,
            suggestion="Translate it, or mark it as text that is to stay as it is",
        )
