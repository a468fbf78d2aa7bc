"""Plants one fault or one harmless change in a version of a page."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from sentencex import get_sentence_boundaries

from aligncheck.model import Kind
from benchmarks.pages.choice import PROSE_WORDS, SOURCE, WORD, words
from benchmarks.pages.sheets import Change, Copy, Sheet, holds, pieces_of, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from benchmarks.pages.choice import Page
    from benchmarks.pages.sheets import Piece

_ATTEMPTS = 5
"""How often a place is drawn before a page is given up."""

_FAR = 4
"""Pieces over which something is moved at least, or a third of the page where that is more."""

_ALIKE = 0.5
"""The share of common words from which text from elsewhere is not foreign to a page."""

_STOPS = (".", "!", "?", "。", "！", "？")
"""What ends a sentence."""

_UNEQUAL = 0.4
"""The share of a paragraph that its shorter part has at most."""


def copies(pages: Sequence[Page], langs: Sequence[str], number: int) -> Iterator[Copy]:
    """Give at most ``number`` copies of each kind and language, of pages drawn by a fixed seed."""
    for kind in _KINDS:
        for lang in langs:
            rng, left = random.Random(f"{kind} {lang}"), number  # noqa: S311 - a fixed seed
            for page in rng.sample(pages, len(pages)):
                copy = left and _plant_copy(kind, page, lang, pages, rng)
                if copy:
                    left -= 1
                    yield copy


def _plant_copy(
    kind: str, page: Page, lang: str, pages: Sequence[Page], rng: random.Random
) -> Copy | None:
    """Plant in a page; nothing where it has no place for it."""
    others = [other for other in pages if other.origin == page.origin and other is not page]
    sheet = Sheet(page, lang, tuple(pieces_of(page, lang)), others)
    for _ in range(_ATTEMPTS):
        change = _KINDS[kind](sheet, rng)
        if change and holds(sheet, change):
            blocks = tuple(block for piece in change.pieces for block in piece.blocks)
            text = written(change.pieces)
            return Copy(page, lang, kind, text, blocks, change.touched, change.sentence)
    return None


def _leave_out(sheet: Sheet, start: int, end: int) -> Change:
    return Change(sheet.pieces[:start] + sheet.pieces[end:])


def _drop_block(sheet: Sheet, rng: random.Random) -> Change | None:
    places = sheet.prose()
    place = rng.choice(places)
    return _leave_out(sheet, place, place + 1)


def _drop_section(sheet: Sheet, rng: random.Random) -> Change | None:
    sections = _sections(sheet)
    return _leave_out(sheet, *rng.choice(sections)) if sections else None


def _sections(sheet: Sheet) -> list[tuple[int, int]]:
    """Give the sections that are followed by another, have prose and are at most half the page."""
    found, pieces, prose = [], sheet.pieces, set(sheet.prose())
    for start in range(1, len(pieces)):
        if pieces[start].kind is not Kind.HEADING:
            continue
        level = pieces[start].level
        after = range(start + 1, len(pieces))
        ends = (i for i in after if pieces[i].kind is Kind.HEADING and pieces[i].level <= level)
        end = next(ends, len(pieces))
        if end < len(pieces) and end - start <= len(pieces) / 2 and prose & set(range(start, end)):
            found.append((start, end))
    return found


def _drop_tail(sheet: Sheet, rng: random.Random) -> Change | None:
    """Cut off the last fifth to half."""
    number = len(sheet.pieces)
    start = number - max(1, round(number * rng.uniform(0.2, 0.5)))
    if not any(place >= start for place in sheet.prose()):
        return None
    return _leave_out(sheet, start, number)


def _replace_block(sheet: Sheet, rng: random.Random) -> Change | None:
    """Put a block of another page in the place of one of its kind and about its length."""
    place = rng.choice(sheet.prose())
    piece = sheet.pieces[place]
    foreign = _foreign_block(sheet, rng, piece.kind)
    if foreign is None or not len(piece.text) / 2 <= len(foreign.text) <= len(piece.text) * 2:
        return None
    return Change((*sheet.pieces[:place], foreign, *sheet.pieces[place + 1 :]))


def _add_block(sheet: Sheet, rng: random.Random) -> Change | None:
    foreign = _foreign_block(sheet, rng, Kind.PARAGRAPH)
    place = rng.randint(1, len(sheet.pieces))
    if foreign is None:
        return None
    return Change((*sheet.pieces[:place], foreign, *sheet.pieces[place:]))


def _foreign_block(sheet: Sheet, rng: random.Random, kind: Kind) -> Piece | None:
    """Draw translated prose of a kind from another page of the same source."""
    page = rng.choice(sheet.others)
    other = Sheet(page, sheet.lang, tuple(pieces_of(page, sheet.lang)), ())
    able = [other.pieces[place] for place in other.prose(kind)]
    translated = [piece for piece in able if piece.text not in page.texts[SOURCE]]
    piece = rng.choice(translated) if translated else None
    if piece is None or _is_said(page.source[piece.block].text, sheet.page):
        return None
    return piece._replace(blocks=((),))


def _is_said(text: str, page: Page) -> bool:
    """Tell whether a page says nearly the same: half of all words are common to both."""
    mine = set(WORD.findall(text.lower()))
    blocks = (set(WORD.findall(segment.text.lower())) for segment in page.source)
    return any(len(mine & block) >= len(mine | block) * _ALIKE for block in blocks)


def _move_block(sheet: Sheet, rng: random.Random) -> Change | None:
    """Move a block or a section over at least twice as many blocks as it has itself."""
    number = len(sheet.pieces)
    blocks, sections = [(place, place + 1) for place in sheet.prose()], _sections(sheet)
    start, end = rng.choice(rng.choice([some for some in (blocks, sections) if some]))
    mine, rest = sheet.pieces[start:end], sheet.pieces[:start] + sheet.pieces[end:]
    touched = tuple(index for piece in mine for block in piece.blocks for index in block)
    far = max(_FAR, number // 3, 2 * len(touched))
    targets = [place for place in range(1, len(rest) + 1) if abs(place - start) >= far]
    if not targets:
        return None
    target = rng.choice(targets)
    return Change((*rest[:target], *mine, *rest[target:]), touched)


def _swap_neighbours(sheet: Sheet, rng: random.Random) -> Change | None:
    place = _neighbours(sheet.prose(), rng)
    if place is None:
        return None
    one, other = sheet.pieces[place : place + 2]
    touched = (one.block, other.block)
    return Change((*sheet.pieces[:place], other, one, *sheet.pieces[place + 2 :]), touched)


def _merge_paragraphs(sheet: Sheet, rng: random.Random) -> Change | None:
    """Join two paragraphs that are made of whole sentences."""
    able = sheet.prose(Kind.PARAGRAPH)
    place = _neighbours([at for at in able if sheet.pieces[at].text.endswith(_STOPS)], rng)
    if place is None:
        return None
    one, other = sheet.pieces[place : place + 2]
    touched = (one.block, other.block)
    text = one.text + ("" if sheet.lang == "zh" else " ") + other.text
    both = one._replace(text=text, blocks=(touched,))
    return Change((*sheet.pieces[:place], both, *sheet.pieces[place + 2 :]), touched)


def _neighbours(places: Sequence[int], rng: random.Random) -> int | None:
    """Draw a place whose next one is among the places, too."""
    able = [place for place in places if place + 1 in places]
    return rng.choice(able) if able else None


def _split_paragraph(sheet: Sheet, rng: random.Random) -> Change | None:
    """Part a paragraph after its first or before its last sentence."""
    able = [
        (place, cuts) for place in sheet.prose(Kind.PARAGRAPH) for cuts in _find_cuts(sheet, place)
    ]
    if not able:
        return None
    place, cut = rng.choice(able)
    piece = sheet.pieces[place]
    parts = [piece._replace(text=text.strip()) for text in (piece.text[:cut], piece.text[cut:])]
    return Change((*sheet.pieces[:place], *parts, *sheet.pieces[place + 1 :]), (piece.block,))


def _find_cuts(sheet: Sheet, place: int) -> list[int]:
    """Give where a paragraph can be parted unequally."""
    text = sheet.pieces[place].text
    parts = _split_sentences(text, sheet.lang)
    cuts = {len(parts[0]), len(text) - len(parts[-1])} if len(parts) > 1 else set()
    return sorted(cut for cut in cuts if min(cut, len(text) - cut) <= _UNEQUAL * len(text))


def _omit_sentence(sheet: Sheet, rng: random.Random) -> Change | None:
    """Cut a sentence out of a paragraph that has as many in English."""
    able = [place for place in sheet.prose(Kind.PARAGRAPH) if _is_parallel(sheet, place)]
    if not able:
        return None
    place = rng.choice(able)
    ours, theirs = _split_both(sheet, place)
    gone = rng.randrange(len(ours))
    piece = sheet.pieces[place]
    left = piece._replace(text="".join(theirs[:gone] + theirs[gone + 1 :]).strip())
    pieces = (*sheet.pieces[:place], left, *sheet.pieces[place + 1 :])
    return Change(pieces, (piece.block,), ours[gone].strip())


def _is_parallel(sheet: Sheet, place: int) -> bool:
    ours, theirs = _split_both(sheet, place)
    return 1 < len(ours) == len(theirs)


def _split_both(sheet: Sheet, place: int) -> tuple[list[str], list[str]]:
    """Give the sentences of a paragraph in English and in the version."""
    piece = sheet.pieces[place]
    ours = _split_sentences(sheet.page.source[piece.block].text, SOURCE)
    return ours, _split_sentences(piece.text, sheet.lang)


def _split_sentences(text: str, lang: str) -> list[str]:
    """Split a text at sentence ends, keeping white space; one sentence where an end is doubtful.

    An end is doubtful where what follows is short or goes on in lower case.
    """
    ends = [boundary["end_index"] for boundary in get_sentence_boundaries(lang, text)]
    starts = [0, *ends[:-1]]
    parts = [text[start:end] for start, end in zip(starts, [*ends[:-1], len(text)], strict=True)]
    sound = all(words(part) >= PROSE_WORDS and not _opening(part).islower() for part in parts)
    return parts if sound else [text]


def _opening(part: str) -> str:
    return next(filter(str.isalnum, part), "")


_KINDS: Mapping[str, Callable[[Sheet, random.Random], Change | None]] = {
    "dropped block": _drop_block,
    "dropped section": _drop_section,
    "dropped tail": _drop_tail,
    "replaced": _replace_block,
    "added": _add_block,
    "moved": _move_block,
    "swapped": _swap_neighbours,
    "merged": _merge_paragraphs,
    "split": _split_paragraph,
    "omitted sentence": _omit_sentence,
}
BENIGN = ("moved", "swapped", "merged", "split")
