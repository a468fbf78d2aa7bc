"""What of a page is the article: its main content, without the headers of the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligncheck.formats.markup.tags import Tag, TagKind

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class PageContent:
    """What of a page is the article: where its main content and its site headers begin."""

    main: frozenset[int]
    headers: frozenset[int]

    @classmethod
    def find_in(cls, tags: Sequence[Tag]) -> PageContent:
        """Look for main, then for article, then take the body; offsets are those of start tags.

        A header without a first-level heading is the site's, not the article's.
        """
        starts = [tag for tag in tags if tag.kind is TagKind.START]
        main = [tag for tag in starts if tag.name == "main" or tag.get_attribute("role") == "main"]
        articles = [tag for tag in starts if tag.name == "article"]
        chosen = frozenset(tag.start for tag in main or articles)
        return cls(chosen, frozenset(_site_headers(tags)))


def _site_headers(tags: Sequence[Tag]) -> set[int]:
    open_headers: list[int] = []
    found: set[int] = set()
    for tag in tags:
        if tag.name == "header" and tag.kind is TagKind.START:
            open_headers.append(tag.start)
            found.add(tag.start)
        elif tag.name == "header" and open_headers:
            open_headers.pop()
        elif tag.name == "h1" and open_headers:
            found.discard(open_headers[-1])
    return found
