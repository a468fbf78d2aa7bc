"""AC003: a translation without its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect, Flag, Place, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Bundle

SEVERITY: Final = Severity.WARNING
EFFECT: Final = Effect.ABSENT_VERSION


def orphan(bundle: Bundle, context: Context) -> Iterator[Flag]:
    """A translation stands alone: the version that it is translated from is not there.

    Why:
        The source was renamed or withdrawn and its translation is still published; nothing in it
        can be compared with anything.

    How to fix:
        Rename the translation as its source is named, or remove it.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | | Hamnen är öppen. | AC003 |

        | en | sv | finds |
        | --- | --- | --- |
        | The harbour is open. | Hamnen är öppen. | |
    """
    del context
    if bundle.source is None or bundle.source in bundle.paths:
        return
    for locale, path in bundle.paths.items():
        yield Flag(
            f"This version has no source: the article has no {bundle.source} version",
            Place(path, locale, Span(1, 1, 1, 1), ""),
        )
