"""A whole run: what was looked at, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aligncheck.model.articles import Article
    from aligncheck.model.bundles import Bundle
    from aligncheck.model.findings import Finding, Severity, Suppressed
    from aligncheck.model.places import Place


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a run."""

    bundles: int = 0
    documents: int = 0
    segments: int = 0
    elapsed_seconds: float = 0.0
    embeddings_cached: int = 0
    embeddings_computed: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """The outcome of a check: all that a reporter needs.

    ``findings`` are those that count, in the order of bundle, locale and place; ``suppressed``
    those that something silences; ``found`` both of them and those of rules that the configuration
    leaves out. ``warnings`` are about the run itself, one line each, such as a cache that cannot
    be written; ``notes`` are about findings that are not there, such as those of a baseline that
    have gone. ``articles``, as they were read and aligned, are empty unless the check was asked to
    keep them: a site may be larger than the memory. ``source_marks`` are digests of the source
    segments that findings are about, by the finding's place in the source.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    summary: Summary = field(default_factory=Summary)
    model: str = ""
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    articles: tuple[Article, ...] = field(default=(), repr=False)
    found: tuple[Finding, ...] = field(default=(), repr=False)
    source_marks: Mapping[Place, str] = field(default_factory=dict, repr=False)

    def by_code(self) -> dict[str, int]:
        """Count the findings per rule code, in the order of the codes."""
        codes = sorted(finding.code for finding in self.findings)
        return {code: codes.count(code) for code in dict.fromkeys(codes)}

    def worst(self) -> Severity | None:
        """Give the highest severity among the findings."""
        ranked = sorted((finding.severity for finding in self.findings), key=lambda s: s.rank)
        return ranked[-1] if ranked else None
