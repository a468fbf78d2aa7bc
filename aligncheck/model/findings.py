"""What rules find, and what of it is reported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aligncheck.model.effects import Effect
    from aligncheck.model.places import Place, Span


class Severity(StrEnum):
    """How much a finding matters, least first."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment that speaks to aligncheck asks for, and what has come of it.

    ``action`` is its first word. ``idle`` are the codes or rule names in it by which nothing was
    silenced, though their rules were run, and an empty string where it is about all rules;
    ``complaint`` says what in it cannot be understood, and is empty where all can.
    """

    place: Place
    action: str
    idle: tuple[str, ...] = ()
    complaint: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """What a rule yields: something wrong at a place, before triage makes a finding of it.

    ``place`` is in the version at fault; ``source`` its counterpart; ``severity`` overrides the
    rule's own.
    """

    message: str
    place: Place
    source: Place | None = None
    confidence: float = 1.0
    suggestion: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault as it is reported.

    ``effect`` is its rule's: whoever asks what kind of fault it is asks that, not its code. The
    ``fingerprint`` survives edits elsewhere in the file. ``under`` is that of its place.
    """

    code: str
    name: str
    effect: Effect
    severity: Severity
    confidence: float
    message: str
    bundle: str
    locale: str
    path: str
    span: Span
    text: str
    source: Place | None
    suggestion: str | None
    fingerprint: str
    under: str | None = None


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is not counted, and what silenced it: inline, baseline or config."""

    finding: Finding
    by: str
