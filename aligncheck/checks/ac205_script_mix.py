"""AC205: Traditional and Simplified Chinese mixed, or ASCII punctuation between Han characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aligncheck import locales
from aligncheck.languages import find_language
from aligncheck.model import Effect, Flag, InlineKind, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aligncheck.engine.context import Context
    from aligncheck.languages.language import WritingVariants
    from aligncheck.model import Document, Segment

SEVERITY: Final = Severity.WARNING
EFFECT: Final = Effect.FOREIGN
# The probabilities are chosen, not measured: labelled cases have too few such findings.
_MIX_CONFIDENCE: Final = 0.9
"""Several characters of the other script together, a whole version in it, or an ASCII mark."""
_ONE_CHARACTER_CONFIDENCE: Final = 0.7
"""Chosen lower than for several: one character alone may be a rare one that both scripts have."""
_NAME_CONFIDENCE: Final = 0.3
"""Chosen below the threshold of 0.5: a person's name may keep the writing of where it comes from."""
_HABIT_COUNT: Final = 10
"""ASCII marks above which a document has the habit and gets one finding: chosen so that slips are
listed one by one."""


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
    language = find_language(document.locale)
    if language is None or language.writing is None:
        return
    writing = language.writing
    segments = [segment for segment in document.segments if segment.kind is not Kind.CODE]
    most = writing.find_main_variant(segment.text for segment in segments)
    script = locales.script(document.locale)
    wanted = script or most
    if wanted and most and wanted != most:
        yield from _flag_whole(document, segments, writing, wanted)
        return
    if wanted:
        for segment in segments:
            yield from _flag_characters(document, segment, writing, wanted)
    if punctuation:
        yield from _flag_punctuation(document, segments, writing)


def _flag_whole(
    document: Document, segments: list[Segment], writing: WritingVariants, wanted: str
) -> Iterator[Flag]:
    """Flag the first place of a document that is in the other script throughout."""
    for segment in segments:
        for found in writing.find_mixtures(segment.text, wanted):
            yield Flag(
                f"This version is not in {writing.names[wanted]} Chinese as {document.locale} says",
                document.place_of(segment, found.start, found.end),
                confidence=_MIX_CONFIDENCE,
                suggestion="Put the right version here, or name the file after its script",
            )
            return


def _flag_characters(
    document: Document, segment: Segment, writing: WritingVariants, wanted: str
) -> Iterator[Flag]:
    for found in writing.find_mixtures(segment.text, wanted):
        if _is_protected(segment, found.start, found.end):
            continue
        place = document.place_of(segment, found.start, found.end)
        sure = (
            _NAME_CONFIDENCE
            if found.name
            else _MIX_CONFIDENCE
            if found.characters > 1
            else _ONE_CHARACTER_CONFIDENCE
        )
        yield Flag(
            f"“{place.text}” is not in {writing.names[wanted]} Chinese",
            place,
            confidence=sure,
            suggestion=writing.rewrite(place.text, wanted),
        )


def _flag_punctuation(
    document: Document, segments: list[Segment], writing: WritingVariants
) -> Iterator[Flag]:
    """Flag ASCII punctuation; only the first where it is the habit of the document."""
    places = [
        document.place_of(segment, start, end)
        for segment in segments
        for start, end in writing.find_ascii_marks(segment.text)
        if not _is_protected(segment, start, end)
    ]
    full_width = str.maketrans(dict(writing.full_width))
    rest = f", and {len(places) - 1} more" if len(places) > _HABIT_COUNT else ""
    for place in places[:1] if rest else places:
        yield Flag(
            f"ASCII “{place.text}” after a Han character{rest}",
            place,
            confidence=_MIX_CONFIDENCE,
            suggestion=place.text.translate(full_width),
        )


def _is_protected(segment: Segment, start: int, end: int) -> bool:
    return any(
        one.start < end and start < one.end
        for one in segment.inline
        if one.kind is not InlineKind.LINK
    )
