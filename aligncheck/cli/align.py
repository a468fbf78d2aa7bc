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
from aligncheck.cli.console.options import aligning_options, read_configuration
from aligncheck.cli.console.output import write_output
from aligncheck.cli.console.progress import progress_bar
from aligncheck.cli.console.terminal import terminal_width, wants_colour
from aligncheck.reporters import CONFIDENCE_DIGITS, SCHEMA, one_line
from aligncheck.reporters._writing.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from aligncheck.model import Bead, Bitext, Document, Segment


@click.command(help=__doc__)
@click.argument("source", type=click.Path())
@click.argument("target", type=click.Path())
@aligning_options
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
    config = read_configuration(**settings)
    with progress_bar(wanted=not quiet) as progress:
        bitext = pipeline.align_files(source, target, config, locales=locales, progress=progress)
    write_output(
        _write_bitext_json(bitext) if output_format == "json" else _lay_out_bitext(bitext), output
    )


def _write_bitext_json(bitext: Bitext) -> str:
    document = {
        "schema": SCHEMA,
        "source": _version_fields(bitext.source),
        "target": _version_fields(bitext.target),
        "confidence": round(bitext.confidence, CONFIDENCE_DIGITS),
        "beads": [_bead_fields(bead) for bead in bitext.beads],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _version_fields(document: Document) -> dict[str, str]:
    return {"path": document.path, "locale": document.locale}


def _bead_fields(bead: Bead) -> dict[str, object]:
    return {
        "source": [_segment_fields(segment) for segment in bead.source],
        "target": [_segment_fields(segment) for segment in bead.target],
        "similarity": round(bead.similarity, CONFIDENCE_DIGITS),
        "moved": bead.moved,
    }


def _segment_fields(segment: Segment) -> dict[str, object]:
    return {
        "index": segment.index,
        "start_line": segment.span.start_line,
        "end_line": segment.span.end_line,
        "text": segment.text,
    }


def _lay_out_bitext(bitext: Bitext) -> str:
    """Lay the two versions out in columns: line numbers, texts, and similarities between them."""
    table = Table(box=None, padding=(0, 1), expand=True, pad_edge=False)
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column(_version_title(bitext.source), ratio=1, overflow="fold")
    table.add_column("", justify="center", no_wrap=True)
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column(_version_title(bitext.target), ratio=1, overflow="fold")
    for bead in bitext.beads:
        table.add_row(*_bead_row(bead))
    return lay_out(table, "", _summary_line(bitext), width=terminal_width(), colour=wants_colour())


def _bead_row(bead: Bead) -> tuple[RenderableType, ...]:
    return (
        _first_line(bead.source),
        _segment_texts(bead.source, "yellow"),
        _similarity_mark(bead),
        _first_line(bead.target),
        _segment_texts(bead.target, "red"),
    )


def _version_title(document: Document) -> Text:
    return Text(one_line(f"{document.locale}  {document.path}"))


def _first_line(segments: Sequence[Segment]) -> str:
    return str(segments[0].span.start_line) if segments else ""


def _segment_texts(segments: Sequence[Segment], lack: str) -> Text:
    """Give the texts, a line each, or the sign of a null alignment."""
    if not segments:
        return Text("∅", style=lack)
    return Text("\n".join(one_line(segment.text) for segment in segments))


def _similarity_mark(bead: Bead) -> str:
    """Say how alike the two sides are, and whether they stand elsewhere in the order."""
    if not bead.source or not bead.target:
        return ""
    return f"{bead.similarity:.2f}{' ↕' if bead.moved else ''}"


def _summary_line(bitext: Bitext) -> Text:
    """Count the beads by their kinds, and say how sure it is that the two belong together."""
    kinds = Counter(f"{len(bead.source)}:{len(bead.target)}" for bead in bitext.beads)
    counts = ", ".join(f"{number} × {kind}" for kind, number in kinds.most_common())
    return Text(f"{counts} · versions of one article: {bitext.confidence:.0%} sure")
