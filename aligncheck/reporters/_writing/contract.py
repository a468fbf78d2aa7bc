"""The JSON contract, schema 1: the fields that programs may rely on."""

from __future__ import annotations

from dataclasses import asdict
from importlib.metadata import version
from typing import TYPE_CHECKING

from aligncheck.reporters import CONFIDENCE_DIGITS, SCHEMA

if TYPE_CHECKING:
    from aligncheck.model import Finding, Place, Run, Suppressed


def tool_version() -> str:
    """Give the version of aligncheck that is installed."""
    return version("aligncheck")


def header_fields(run: Run) -> dict[str, object]:
    """Give what the contract says of the run itself."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "aligncheck", "version": tool_version()},
        "model": run.model,
        "summary": summary_fields(run),
    }


def summary_fields(run: Run) -> dict[str, object]:
    """Give the figures of the run."""
    figures = run.summary
    return {
        "bundles": figures.bundles,
        "documents": figures.documents,
        "segments": figures.segments,
        "findings": len(run.findings),
        "suppressed": len(run.suppressed),
        "by_code": run.by_code(),
        "elapsed_seconds": round(figures.elapsed_seconds, 3),
        "embeddings": {
            "cached": figures.embeddings_cached,
            "computed": figures.embeddings_computed,
        },
    }


def finding_fields(finding: Finding) -> dict[str, object]:
    """Give one finding."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, CONFIDENCE_DIGITS),
        "message": finding.message,
        "bundle": finding.bundle,
        "locale": finding.locale,
        "path": finding.path,
        "span": asdict(finding.span),
        "text": finding.text,
        "source": _place_fields(finding.source) if finding.source else None,
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
    }


def suppressed_fields(suppressed: Suppressed) -> dict[str, object]:
    """Give a finding that is not counted, with what silenced it."""
    return finding_fields(suppressed.finding) | {"suppressed_by": suppressed.by}


def _place_fields(place: Place) -> dict[str, object]:
    return {
        "path": place.path,
        "locale": place.locale,
        "span": asdict(place.span),
        "text": place.text,
    }
