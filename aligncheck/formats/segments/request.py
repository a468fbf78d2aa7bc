"""What a format is told of the file whose bytes it is given."""

from __future__ import annotations

from typing import NamedTuple


class Request(NamedTuple):
    """The file's suffix, lower-case with its dot, and the locale of the version it holds.

    ``beside`` are the locales of the article's other versions, where they are known.
    """

    suffix: str
    locale: str
    beside: frozenset[str] = frozenset()
