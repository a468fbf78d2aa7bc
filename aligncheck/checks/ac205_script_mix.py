"""AC205: Traditional and Simplified Chinese mixed, or ASCII punctuation between Han characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck import locales
from aligncheck.model import Effect, Flag, InlineKind, Kind, Severity
from aligncheck.untranslated import Variant, ascii_punctuation, majority, mixtures, rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.model import Document, Segment

SEVERITY: Final = Severity.WARNING
EFFECT: Final = Effect.FOREIGN
SURE: Final = 0.9
ONE_CHARACTER: Final = 0.7
NAME: Final = 0.3
"""A person's name may keep the writing of the place it comes from."""
HABIT: Final = 10
"""Occurrences above which a document is taken to have the habit."""
NAMES: Final = {Variant.SIMPLIFIED: "Simplified", Variant.TRADITIONAL: "Traditional"}
FULL_WIDTH: Final = str.maketrans({",": "，", ".": "。"})


def script_mix(document: Document, context: Context, *, punctuation: bool = True) -> Iterator[Flag]:
    """Chinese text is in the other of its two scripts, or has an ASCII comma or full stop.

    Why:
        Traditional characters in a Simplified version, or the other way round, come from copying
        between editions; readers notice at once. ASCII punctuation between Han characters is set
        too tight and breaks lines wrongly.

    How to fix:
        Rewrite the characters as suggested, or put a quoted title or name in quotation marks, which
        are left alone. Where the locale says only `zh`, the script that most of the document is
        written in is the right one; `zh-Hans` and `zh-Hant` say it.

    Options:
        `punctuation`: whether ASCII commas and full stops are reported (true).

    Examples:
        | en | zh | finds |
        | --- | --- | --- |
        | The museum is open every day. | 博物馆每天开放，门票免费。 | |
        | Children can attend for free. | 儿童參觀免费。 | AC205 「參觀」 |
        | He read Dream of the Red Chamber. | 他读过《紅樓夢》。 | |
        | She was tired, but she went on. | 她累了,但她继续走。 | AC205 「,」 |

        | en | zh-Hant | finds |
        | --- | --- | --- |
        | The museum is open every day. | 博物館每天開放，門票免費。 | |
        | Children can attend for free. | 兒童参观免費。 | AC205 「参观」 |
    """
    del context
    if locales.language(document.locale) != "zh":
        return
    segments = [segment for segment in document.segments if segment.kind is not Kind.CODE]
    most = majority(segment.text for segment in segments)
    script = locales.script(document.locale)
    wanted = Variant(script) if script else most
    if wanted and most and wanted is not most:
        yield from _whole(document, segments, wanted)
        return
    if wanted:
        for segment in segments:
            yield from _characters(document, segment, wanted)
    if punctuation:
        yield from _punctuation(document, segments)


def _whole(document: Document, segments: list[Segment], wanted: Variant) -> Iterator[Flag]:
    """Flag the first place of a document that is in the other script throughout."""
    for segment in segments:
        for found in mixtures(segment.text, wanted):
            yield Flag(
                f"This version is not in {NAMES[wanted]} Chinese as {document.locale} says",
                document.place_of(segment, found.start, found.end),
                confidence=SURE,
                suggestion="Put the right version here, or name the file after its script",
            )
            return


def _characters(document: Document, segment: Segment, wanted: Variant) -> Iterator[Flag]:
    for found in mixtures(segment.text, wanted):
        if _is_protected(segment, found.start, found.end):
            continue
        place = document.place_of(segment, found.start, found.end)
        sure = NAME if found.name else SURE if found.characters > 1 else ONE_CHARACTER
        yield Flag(
            f"“{place.text}” is not in {NAMES[wanted]} Chinese",
            place,
            confidence=sure,
            suggestion=rewritten(place.text, wanted),
        )


def _punctuation(document: Document, segments: list[Segment]) -> Iterator[Flag]:
    """Flag ASCII punctuation; only the first where it is the habit of the document."""
    places = [
        document.place_of(segment, start, end)
        for segment in segments
        for start, end in ascii_punctuation(segment.text)
        if not _is_protected(segment, start, end)
    ]
    rest = f", and {len(places) - 1} more" if len(places) > HABIT else ""
    for place in places[:1] if rest else places:
        yield Flag(
            f"ASCII “{place.text}” after a Han character{rest}",
            place,
            confidence=SURE,
            suggestion=place.text.translate(FULL_WIDTH),
        )


def _is_protected(segment: Segment, start: int, end: int) -> bool:
    return any(
        one.start < end and start < one.end
        for one in segment.inline
        if one.kind is not InlineKind.LINK
    )
