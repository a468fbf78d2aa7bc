"""The versions of an article as files, and files that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aligncheck.model.places import Span


@dataclass(frozen=True, slots=True)
class Bundle:
    """The versions of one article, as files: a path per locale.

    ``source`` is the locale the others are translated from, or None where all are peers;
    ``missing`` are the locales that the configuration or the other bundles make expect here.
    """

    name: str
    source: str | None
    paths: Mapping[str, str]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read: why, and where reading failed."""

    path: str
    locale: str
    reason: str
    span: Span
