"""What a rule may look at beside the text it judges."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.model import Document, Segment
    from aligncheck.termbase import Termbase
    from aligncheck.untranslated import SegmentQuery


@dataclass(frozen=True, slots=True)
class Context:
    """The termbase, the locales of the run, and the locale that the article is translated from.

    ``source`` is None where all versions are peers. ``counterparts`` gives, for a segment named
    by its path and index, the segments that other versions have in its place, with their locale.
    ``queries`` remembers by path what the rules on languages ask of a document, as four of them
    ask the same.
    """

    termbase: Termbase
    locales: tuple[str, ...]
    source: str | None = None
    bundle: str = ""
    counterparts: Mapping[tuple[str, int], tuple[tuple[str, Segment], ...]] = field(
        default_factory=dict
    )
    queries: dict[str, tuple[Document, Sequence[tuple[Segment, SegmentQuery]]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
