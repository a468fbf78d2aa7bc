"""AC002: an article that lacks a version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck.model import Effect, Flag, Place, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Bundle

SEVERITY: Final = Severity.ERROR
EFFECT: Final = Effect.ABSENT_VERSION


def missing_version(bundle: Bundle, context: Context) -> Iterator[Flag]:
    """An article has no version in a locale that is expected of it.

    Why:
        A reader of that language gets nothing at all. The locales expected are those of `locales`
        in aligncheck.toml, or else those that most articles of the run have.

    How to fix:
        Add the file, or name the locales that you publish in `locales`.

    Examples:
        | en | sv | finds |
        | --- | --- | --- |
        | The harbour is open. | | AC002 |

        | en | sv | finds |
        | --- | --- | --- |
        | The harbour is open. | Hamnen är öppen. | |
    """
    del context
    for locale in bundle.missing:
        if locale == bundle.source:
            continue  # the other versions are orphans: AC003 says so
        beside = bundle.paths.get(bundle.source or "") or next(iter(bundle.paths.values()))
        yield Flag(
            f"The article “{bundle.name}” has no {locale} version",
            Place(beside, locale, Span(1, 1, 1, 1), ""),
            suggestion=f"Add the {locale} version beside {beside}",
        )
