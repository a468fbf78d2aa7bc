"""Runs the default model on onnxruntime."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from aligncheck.embedding.built_in.model_files import MODEL_FILE, TOKENIZER_FILE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from aligncheck.embedding.protocol import VectorArray

_POSITIONS: Final = 512
"""Tokens that the model has position embeddings for."""
_FRAME: Final = 2
"""The tokens for start and end that frame each window."""
_WINDOW: Final = _POSITIONS - _FRAME


class OnnxruntimeEngine:
    """The default model: a text's vector is the mean of its tokens' vectors, of length one.

    A text of more than 510 tokens is embedded in windows of 510, which are averaged by their
    numbers of tokens. Each window is a call of its own, in parallel with others: int8
    activations are scaled per call, so that in a batch a vector would depend on its neighbours.
    """

    def __init__(self, folder: Path) -> None:
        """Load the converted model in the folder."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        self._tokenizer.encode_special_tokens = True
        self._threads = _count_processors()

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self._session.get_outputs()[0].shape[1])

    def embed(self, texts: Sequence[str]) -> VectorArray:
        """Give one unit row per normalized text, (n, dimension)."""
        encodings = self._tokenizer.encode_batch_fast(list(texts))
        tokens = [encoding.ids for encoding in encodings]
        # A long text started last would keep one processor busy while the others have nothing.
        longest_first = sorted(range(len(tokens)), key=lambda row: -len(tokens[row]))
        with ThreadPoolExecutor(self._threads) as pool:
            results = list(pool.map(lambda row: self._average_windows(tokens[row]), longest_first))
        means = np.empty((len(tokens), self.dimension), np.float32)
        means[longest_first] = results
        unit: VectorArray = means / np.linalg.norm(means, axis=1, keepdims=True)
        return unit

    def _average_windows(self, framed: Sequence[int]) -> VectorArray:
        """Average the windows of a text's tokens, weighted by their lengths."""
        #   1100 tokens in three windows, each framed for itself, and their weights in the mean:
        #   <s> 1 … 510 </s>     <s> 511 … 1020 </s>     <s> 1021 … 1100 </s>
        #        510/1100              510/1100                 80/1100
        start, *content, end = framed
        windows = [content[at : at + _WINDOW] for at in range(0, len(content), _WINDOW)] or [[]]
        means = [self._run_window([start, *window, end]) for window in windows]
        weights = [len(window) or 1 for window in windows]
        return np.average(means, axis=0, weights=weights).astype(np.float32)

    def _run_window(self, ids: Sequence[int]) -> VectorArray:
        mean: VectorArray = self._session.run(None, {"ids": np.array([ids], np.int64)})[0][0]
        return mean


def _count_processors() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
