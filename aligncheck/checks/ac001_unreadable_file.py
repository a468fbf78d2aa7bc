"""AC001: a file that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect, Flag, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Failure

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.UNUSABLE_FILE


def unreadable_file(failure: Failure, context: Context) -> Iterator[Flag]:
    """A version of an article is there but cannot be read as text.

    Why:
        What cannot be read cannot be checked: a wrong encoding, an empty file or a folder in the
        place of a file would otherwise pass as a translation. The other articles are still checked.

    How to fix:
        Save the file as UTF-8. A file that is not an article belongs under `exclude`.

    Examples:
        | sv | finds |
        | --- | --- |
        | byte 0xe4 is not UTF-8; save the file as UTF-8 | AC001 |
    """
    del context
    place = Place(failure.path, failure.locale, failure.span, "")
    yield Flag(f"This file cannot be read: {failure.reason}", place)
