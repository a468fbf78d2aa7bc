"""Writes the built-in model as an ordinary Sentence Transformers folder."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import safetensors.numpy

from aligncheck.embedding.built_in.model_files import BUILT_IN_NAME
from aligncheck.embedding.built_in.quantized_weights import read_quantized_weights
from aligncheck.embedding.built_in.tokenizer import build_tokenizer
from aligncheck.embedding.built_in.weights_file import (
    WEIGHTS_PACKAGE,
    WEIGHTS_VERSION,
    find_weights,
)
from aligncheck.embedding.cache_folder import cache_folder
from aligncheck.embedding.model_sources import EXPORTED_KEY
from aligncheck.errors import ModelError

if TYPE_CHECKING:
    from aligncheck.embedding.built_in.quantized_weights import QuantizedWeights, TransformerShape
    from aligncheck.embedding.protocol import VectorArray

_EMBEDDINGS: Final = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_PARTS: Final = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
"""Names of tensors in the weights file and in BERT as the library transformers has it."""
_MODULES: Final = (
    ("0", "", "sentence_transformers.models.Transformer"),
    ("1", "1_Pooling", "sentence_transformers.models.Pooling"),
    ("2", "2_Normalize", "sentence_transformers.models.Normalize"),
)
_ORIGIN: Final = f"""\
---
library_name: sentence-transformers
license: mit
pipeline_tag: sentence-similarity
---
# {BUILT_IN_NAME}

The weights of intfloat/{BUILT_IN_NAME}, which is under the MIT licence, as they come in the package
{WEIGHTS_PACKAGE} {WEIGHTS_VERSION}: rounded to four bits, given here in float32. Written by
`aligncheck model export`.
"""


def export_model(folder: Path, *, cache_dir: Path | None = None) -> Path:
    """Write the built-in model to a folder that is new or empty, and give the folder.

    It loads in ``SentenceTransformer(folder)``; vectors are those of the weights in float32
    (half a gigabyte). ModelError where the folder holds something, or cannot be written.
    """
    blob = read_quantized_weights(find_weights(cache_folder(cache_dir)))
    try:
        _make_room(folder)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as temporary:
            made = Path(temporary) / folder.name
            _write_folder(made, blob)
            made.replace(folder)
    except OSError as error:
        raise ModelError(f"{folder}: cannot be written ({error.strerror or error})") from error
    return folder


def _make_room(folder: Path) -> None:
    if folder.is_dir():
        if any(folder.iterdir()):
            raise ModelError(f"{folder}: is not empty; choose a new folder")
        folder.rmdir()
    folder.parent.mkdir(parents=True, exist_ok=True)


def _write_folder(folder: Path, blob: QuantizedWeights) -> None:
    for path, content in _write_configs(blob).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    (folder / _MODULES[2][1]).mkdir()
    # The library's own error on a full disk is no OSError, so the bytes are written here.
    weights = safetensors.numpy.save(_name_tensors(blob), {"format": "pt"})
    (folder / "model.safetensors").write_bytes(weights)


def _name_tensors(blob: QuantizedWeights) -> dict[str, VectorArray]:
    """Give the tensors by their names in BERT; matrices have a row per output.

    BERT's own pooler is not in the weights file and stands in no vector's way: it is zero.
    """
    names = dict(_EMBEDDINGS)
    for layer in range(blob.shape.layers):
        for part, name in _PARTS.items():
            names[f"l{layer}.{part}.w"] = f"encoder.layer.{layer}.{name}.weight"
            names[f"l{layer}.{part}.b"] = f"encoder.layer.{layer}.{name}.bias"
    hidden = blob.shape.hidden
    unused = {
        "pooler.dense.weight": np.zeros((hidden, hidden), np.float32),
        "pooler.dense.bias": np.zeros(hidden, np.float32),
    }
    return unused | {name: _shape_tensor(blob, key) for key, name in names.items()}


def _shape_tensor(blob: QuantizedWeights, key: str) -> VectorArray:
    if key in {"emb.word", "emb.pos", "emb.type"}:
        return blob.read_matrix(key, blob.shape.hidden)
    values = blob.read_vector(key)
    if key.endswith(".b") or "ln." in key:
        return values
    outputs = blob.tensors[key.removesuffix(".w") + ".b"].count
    return values.reshape(outputs, -1)


def _write_configs(blob: QuantizedWeights) -> dict[str, str]:
    """Give the files of text by their paths in the folder."""
    hidden = blob.shape.hidden
    modules = [
        {"idx": int(name), "name": name, "path": path, "type": kind}
        for name, path, kind in _MODULES
    ]
    pooling = {"word_embedding_dimension": hidden, "pooling_mode_mean_tokens": True}
    contents: dict[str, object] = {
        "modules.json": modules,
        "config.json": _describe_transformer(blob.shape),
        "config_sentence_transformers.json": {"similarity_fn_name": "cosine"},
        "sentence_bert_config.json": {
            "max_seq_length": blob.shape.positions,
            "do_lower_case": False,
        },
        "tokenizer_config.json": _tokenizer_config(blob),
        f"{_MODULES[1][1]}/config.json": pooling,
    }
    texts = {path: json.dumps(content, indent=2) + "\n" for path, content in contents.items()}
    return texts | {
        "tokenizer.json": build_tokenizer(blob.vocabulary).to_str(),
        "README.md": _ORIGIN,
    }


def _describe_transformer(shape: TransformerShape) -> dict[str, object]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "torch_dtype": "float32",
        "hidden_act": "gelu",
        "hidden_size": shape.hidden,
        "intermediate_size": shape.feed_forward,
        "layer_norm_eps": shape.epsilon,
        "max_position_embeddings": shape.positions,
        "num_attention_heads": shape.heads,
        "num_hidden_layers": shape.layers,
        "pad_token_id": 0,
        "position_embedding_type": "absolute",
        "type_vocab_size": shape.token_types,
        "vocab_size": shape.vocabulary,
        EXPORTED_KEY: BUILT_IN_NAME,
    }


def _tokenizer_config(blob: QuantizedWeights) -> dict[str, object]:
    pieces, vocabulary = blob.vocabulary.pieces, blob.vocabulary
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": blob.shape.positions,
        "bos_token": pieces[vocabulary.start],
        "cls_token": pieces[vocabulary.start],
        "eos_token": pieces[vocabulary.end],
        "sep_token": pieces[vocabulary.end],
        "pad_token": pieces[vocabulary.padding],
        "unk_token": pieces[vocabulary.unknown],
        "mask_token": pieces[-1],
    }
