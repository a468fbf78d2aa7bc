"""What a rule may look at beside the text it judges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aligncheck.termbase import Termbase


@dataclass(frozen=True, slots=True)
class Context:
    """The termbase, the locales of the run, and the locale that the article is translated from.

    ``source`` is None where all versions are peers.
    """

    termbase: Termbase
    locales: tuple[str, ...]
    source: str | None = None
    bundle: str = ""
