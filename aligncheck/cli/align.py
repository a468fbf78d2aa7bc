"""Show two versions side by side, as they were aligned."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.table import Table
from rich.text import Text

from aligncheck import pipeline
from aligncheck.cli.console.options import aligning, configured
from aligncheck.cli.console.output import write
from aligncheck.cli.console.progress import progress_bar
from aligncheck.cli.console.terminal import colour, width
from aligncheck.reporters import CONFIDENCE_DIGITS, SCHEMA, one_line
from aligncheck.reporters._writing.layout import laid_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from aligncheck.model import Bead, Bitext, Document, Segment


@click.command(help=__doc__)
@click.argument("source", type=click.Path())
@click.argument("target", type=click.Path())
@aligning
@click.option(
    "-f",
    "--output-format",
    "output_format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to show them.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file that the view goes to."
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(
    source: str,
    target: str,
    locales: dict[str, str],
    output_format: str,
    output: Path | None,
    *,
    quiet: bool,
    **settings: Any,  # noqa: ANN401 - the shared options, by name
) -> None:
    """Align the two files and write the beads."""
    config = configured(**settings)
    with progress_bar(wanted=not quiet) as progress:
        bitext = pipeline.align_files(source, target, config, locales=locales, progress=progress)
    write(_json(bitext) if output_format == "json" else _text(bitext), output)


def _json(bitext: Bitext) -> str:
    document = {
        "schema": SCHEMA,
        "source": _version(bitext.source),
        "target": _version(bitext.target),
        "confidence": round(bitext.confidence, CONFIDENCE_DIGITS),
        "beads": [_bead(bead) for bead in bitext.beads],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _version(document: Document) -> dict[str, str]:
    return {"path": document.path, "locale": document.locale}


def _bead(bead: Bead) -> dict[str, object]:
    return {
        "source": [_segment(segment) for segment in bead.source],
        "target": [_segment(segment) for segment in bead.target],
        "similarity": round(bead.similarity, CONFIDENCE_DIGITS),
        "moved": bead.moved,
    }


def _segment(segment: Segment) -> dict[str, object]:
    return {
        "index": segment.index,
        "start_line": segment.span.start_line,
        "end_line": segment.span.end_line,
        "text": segment.text,
    }


def _text(bitext: Bitext) -> str:
    """Lay the two versions out in columns: line numbers, texts, and similarities between them."""
    table = Table(box=None, padding=(0, 1), expand=True, pad_edge=False)
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column(_title(bitext.source), ratio=1, overflow="fold")
    table.add_column("", justify="center", no_wrap=True)
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column(_title(bitext.target), ratio=1, overflow="fold")
    for bead in bitext.beads:
        table.add_row(*_row(bead))
    return laid_out(table, "", _summary(bitext), width=width(), colour=colour())


def _row(bead: Bead) -> tuple[RenderableType, ...]:
    return (
        _lines(bead.source),
        _texts(bead.source, "yellow"),
        _mark(bead),
        _lines(bead.target),
        _texts(bead.target, "red"),
    )


def _title(document: Document) -> Text:
    return Text(one_line(f"{document.locale}  {document.path}"))


def _lines(segments: Sequence[Segment]) -> str:
    return str(segments[0].span.start_line) if segments else ""


def _texts(segments: Sequence[Segment], lack: str) -> Text:
    """Give the texts, a line each, or the sign of a null alignment."""
    if not segments:
        return Text("∅", style=lack)
    return Text("\n".join(one_line(segment.text) for segment in segments))


def _mark(bead: Bead) -> str:
    """Say how alike the two sides are, and whether they stand elsewhere in the order."""
    if not bead.source or not bead.target:
        return ""
    return f"{bead.similarity:.2f}{' ↕' if bead.moved else ''}"


def _summary(bitext: Bitext) -> Text:
    """Count the beads by their kinds, and say how sure it is that the two belong together."""
    kinds = Counter(f"{len(bead.source)}:{len(bead.target)}" for bead in bitext.beads)
    counts = ", ".join(f"{number} × {kind}" for kind, number in kinds.most_common())
    return Text(f"{counts} · versions of one article: {bitext.confidence:.0%} sure")
