"""An article as the rules see it: its files, what was read of them, and how they are aligned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aligncheck.model.bitexts import Bitext
    from aligncheck.model.bundles import Bundle, Failure
    from aligncheck.model.documents import Document


@dataclass(frozen=True, slots=True)
class Article:
    """A bundle that has been read and aligned: what the rules are run on.

    A version of the bundle is either among the ``documents`` or among the ``failures``;
    ``bitexts`` are empty where there are no two versions to compare.
    """

    bundle: Bundle
    documents: tuple[Document, ...]
    failures: tuple[Failure, ...] = ()
    bitexts: tuple[Bitext, ...] = ()
