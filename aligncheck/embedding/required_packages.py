"""What Sentence Transformers models need, which is not installed by default."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from aligncheck.errors import ModelError

_REQUIRED: Final = {
    "torch": ("sentence_transformers", "sentence-transformers"),
    "onnx": ("optimum.onnxruntime", "onnx"),
    "openvino": ("optimum.intel", "openvino"),
}
"""Per backend, the module that it needs and the extra of Sentence Transformers that brings it."""


def require_backend(model: str, backend: str) -> None:
    """Make sure that what the backend needs is installed; ModelError says how to get it."""
    for module, extra in (_REQUIRED["torch"], _REQUIRED[backend]):
        if not _is_installed(module):
            package = (
                "aligncheck[sentence-transformers]"
                if module == _REQUIRED["torch"][0]
                else f"sentence-transformers[{extra}]"
            )
            raise ModelError(f"{model}: needs `pip install '{package}'` (backend {backend})")


def _is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
