"""A version in another language as a whole is told, kindred languages among them."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from aligncheck.formats import read_document
from aligncheck.languages import known_languages
from aligncheck.untranslated.segment_query import SegmentQuery
from aligncheck.untranslated.version_language import find_wrong_language

ARTICLES = Path(__file__).parents[1] / "languages" / "articles"
WRITTEN = sorted(file.stem for file in (ARTICLES / "hut-water").glob("*.md"))
KNOWN = [code for code in WRITTEN if code in known_languages()]
SUBJECTS = ("backup-drill", "hut-water", "tram-restoration")


def _ask(subject: str, written: str, own: str) -> str | None:
    """Read an article in one language as if it were in another, beside the English one."""
    segments = read_document(str(ARTICLES / subject / f"{written}.md"), own).segments
    others = tuple(code for code in ("en",) if code != own)
    found = find_wrong_language([SegmentQuery(one.text, own, others) for one in segments])
    return found.language if found else None


@pytest.mark.parametrize("own", KNOWN)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_version_in_its_own_language_is_right(subject: str, own: str) -> None:
    """Articles in their own language are not taken for a kindred one."""
    assert _ask(subject, own, own) is None


@pytest.mark.parametrize(
    ("written", "own"), [pair for pair in product(WRITTEN, KNOWN) if pair[0] != pair[1]]
)
def test_a_version_saved_as_another_is_told(written: str, own: str) -> None:
    """Whatever language a version is in, it is told from the one that its name says."""
    subject = SUBJECTS[(WRITTEN.index(written) + KNOWN.index(own)) % len(SUBJECTS)]
    assert _ask(subject, written, own) == written


@pytest.mark.parametrize(("first", "second"), [("da", "nb"), ("nb", "da"), ("sv", "da")])
def test_a_version_that_is_partly_in_its_own_language_is_in_it(first: str, second: str) -> None:
    """Where a third speaks for the version's own language, the rest was left, not misnamed."""
    mine = read_document(str(ARTICLES / "hut-water" / f"{first}.md"), first).segments
    theirs = read_document(str(ARTICLES / "tram-restoration" / f"{second}.md"), first).segments
    texts = [one.text for one in (*theirs, *mine[: len(mine) // 2])]
    assert find_wrong_language([SegmentQuery(text, first, ("en",)) for text in texts]) is None


@pytest.mark.parametrize("own", ["nn", "no", "fo", "nl"])
def test_a_language_without_a_file_is_not_judged_by_its_words(own: str) -> None:
    """What resembles another language may be the version's own, which nobody here knows."""
    written = {"nn": "nb", "no": "nb", "fo": "da", "nl": "de"}[own]
    assert _ask("hut-water", written, own) is None
