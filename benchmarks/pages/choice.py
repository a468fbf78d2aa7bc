"""Chooses pages that nothing was fitted on, in which the place of a block tells its counterpart."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.errors import UnreadableError
from aligncheck.formats import read_document
from aligncheck.model import Kind
from benchmarks.cases.gold import SUITES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from aligncheck.model import Document, Segment

SOURCE = "en"
TARGETS = ("sv", "zh")
LANGS = (SOURCE, *TARGETS)
_SEED = 20
_PAGES = 200
_SIZES = range(5, 81)
"""Blocks of a page."""

_LEAST_PROSE = 4
"""Blocks of prose without which there is next to nothing to plant."""

_UNTRANSLATED = 0.1
"""The share of prose that may stand untranslated; more makes a page one for other benchmarks."""

PROSE_WORDS = 5
_TELLING = {"en": 8, "sv": 8, "zh": 16}
"""Words, or Han characters, from which a line tells where a text is from."""

PROSE = (Kind.PARAGRAPH, Kind.LIST_ITEM)
_WORDLESS = {Kind.CODE, Kind.FRONT_MATTER}
WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page in all languages; block number ``n`` of each version says the same."""

    name: str
    origin: str
    documents: Mapping[str, Document]
    texts: Mapping[str, str]

    @property
    def source(self) -> Sequence[Segment]:
        """The blocks of the English version."""
        return self.documents[SOURCE].segments

    def prose(self, index: int) -> bool:
        """Tell whether a block has five words or more of English prose."""
        segment = self.source[index]
        return segment.kind not in _WORDLESS and words(segment.text) >= PROSE_WORDS


def words(text: str) -> int:
    """Count words; a Han character counts as one."""
    return len(WORD.findall(text))


def chosen_pages(folder: Path) -> list[Page]:
    """Choose about 200 pages by a fixed seed, in the order of their names.

    Of each source the same number, or all it has; ``folder`` holds ``site/`` and ``cases/``.
    """
    by_origin: dict[str, list[Page]] = defaultdict(list)
    for page in _unseen(folder):
        by_origin[page.origin].append(page)
    rng, left, chosen = random.Random(_SEED), _PAGES, list[Page]()  # noqa: S311 - a fixed seed
    for rank, pages in enumerate(sorted(by_origin.values(), key=len)):
        share = min(len(pages), left // (len(by_origin) - rank))
        chosen += rng.sample(pages, share)
        left -= share
    return sorted(chosen, key=lambda page: page.name)


def _unseen(folder: Path) -> Iterator[Page]:
    """Give the pages that share neither document nor text with the cases, and are even."""
    documents, lines = _seen(folder)
    for path in sorted((folder / "site" / SOURCE).rglob("*.md")):
        name = path.relative_to(folder / "site" / SOURCE).as_posix().removesuffix(".md")
        if name in documents:
            continue
        paths = {lang: folder / "site" / lang / f"{name}.md" for lang in LANGS}
        texts = {lang: each.read_text(encoding="utf-8") for lang, each in paths.items()}
        if any(lines[lang] & _telling(texts[lang], lang) for lang in LANGS):
            continue
        page = _page(name, paths, texts)
        if page and _is_even(page):
            yield page


def _seen(folder: Path) -> tuple[set[str], dict[str, set[str]]]:
    """Give the documents of all cases and, per language, the lines that tell a text."""
    documents, lines = set[str](), {lang: set[str]() for lang in LANGS}
    for gold in (path for suite in SUITES for path in (folder / "cases" / suite).glob("*/*.json")):
        documents.add(json.loads(gold.read_text(encoding="utf-8"))["doc"])
        for lang in LANGS:
            text = (gold.parent / f"{lang}.md").read_text(encoding="utf-8")
            lines[lang] |= _telling(text, lang)
    return documents, lines


def _telling(text: str, lang: str) -> set[str]:
    """Give the lines long enough to tell a text, without marks of lists, quotes and headings."""
    stripped = (line.strip().lstrip("-*>#0123456789. ") for line in text.splitlines())
    return {line for line in stripped if words(line) >= _TELLING[lang]}


def _page(name: str, paths: Mapping[str, Path], texts: Mapping[str, str]) -> Page | None:
    """Parse a page; nothing where a version holds only markup."""
    try:
        documents = {lang: read_document(str(paths[lang]), lang, texts[lang]) for lang in LANGS}
    except UnreadableError:
        return None
    return Page(name, name.split("/", maxsplit=1)[0], documents, texts)


def _is_even(page: Page) -> bool:
    """Tell whether all versions have the same blocks in a row, and are translated."""
    kinds = [(segment.kind, segment.level) for segment in page.source]
    blocks = enumerate(page.source)
    prose = [i for i, segment in blocks if segment.kind in PROSE and page.prose(i)]
    if len(kinds) not in _SIZES or len(prose) < _LEAST_PROSE:
        return False
    for lang in TARGETS:
        segments = page.documents[lang].segments
        if [(segment.kind, segment.level) for segment in segments] != kinds:
            return False
        same = sum(segments[index].text == page.source[index].text for index in prose)
        if same > _UNTRANSLATED * len(prose):
            return False
    return True
