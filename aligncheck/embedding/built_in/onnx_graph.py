"""Builds the ONNX graph of the model from the weights file, in int8.

Matrices hold int8 with a scale per output, activations are quantized as they come, by
onnxruntime's fused operators (attention, layer norm with its residual, GELU with its bias). Only
seven bits of the matrices are used: products cannot overflow on processors without VNNI, and
vectors are the same everywhere; it costs .0004 of cosine to the original weights (.9965). The
word embeddings stay in their 4-bit blocks, unpacked for the tokens at hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from aligncheck.embedding.built_in.quantized_weights import BLOCK_WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from aligncheck.embedding.built_in.quantized_weights import QuantizedWeights
    from aligncheck.embedding.protocol import VectorArray

_OPSET: Final = 18
_IR: Final = 9
"""Old enough for every onnxruntime that the project allows."""
_FUSED: Final = "com.microsoft"
_FUSED_KINDS: Final = frozenset({
    "BiasGelu", "DynamicQuantizeMatMul", "QAttention", "SkipLayerNormalization",
})  # fmt: skip
_NO_MASK: Final = ""
_LARGEST: Final = 64
"""Weights in int8 reach from -64 to 64, so that sums of two products by a byte fit in 16 bits."""


class _Graph:
    """Collects nodes and constants."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        """Add a constant and give its name."""
        self.constants.append(numpy_helper.from_array(values, name))
        return name

    def add(
        self,
        kind: str,
        *inputs: str,
        name: str,
        more: Sequence[str] = (),
        **attributes: float | str,
    ) -> str:
        """Add a node named like its first output, and give the name; ``more`` are outputs too."""
        domain = _FUSED if kind in _FUSED_KINDS else ""
        node = helper.make_node(kind, inputs, [name, *more], name, domain=domain)
        node.attribute.extend(helper.make_attribute(*pair) for pair in attributes.items())
        self.nodes.append(node)
        return name


def build_onnx_model(blob: QuantizedWeights) -> ModelProto:
    """Give the model: token ids (n, length) to the mean of their vectors (n, hidden), float32.

    There is no mask: the rows of a call are of one length. The mean is not normalized, so that
    windows of a long text can be averaged by their length.
    """
    graph = _Graph()
    value = _embeddings(graph, blob)
    for layer in range(blob.shape.layers):
        value = _layer(graph, blob, f"l{layer}", value)
    graph.constant("tokens", np.array([1]))
    graph.add("ReduceMean", value, "tokens", name="mean", keepdims=0)
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "length"])
    mean = helper.make_tensor_value_info("mean", TensorProto.FLOAT, ["n", blob.shape.hidden])
    return helper.make_model(
        helper.make_graph(graph.nodes, "multilingual-e5-small", [ids], [mean], graph.constants),
        opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)],
        ir_version=_IR,
    )


def _embeddings(graph: _Graph, blob: QuantizedWeights) -> str:
    """Add the sum of word, position and type embeddings, normalized."""
    hidden, columns = blob.shape.hidden, blob.shape.hidden // BLOCK_WEIGHTS
    nibbles, scales = blob.read_blocks("emb.word")
    graph.constant("words", nibbles.reshape(-1, columns * BLOCK_WEIGHTS // 2))
    graph.constant("scales", scales.reshape(-1, columns))
    graph.constant("in.blocks", np.array([0, 0, columns, BLOCK_WEIGHTS // 2]))
    graph.constant("in.rows", np.array([0, 0, hidden]))
    graph.add("Gather", "words", "ids", name="packed.rows")
    graph.add("Reshape", "packed.rows", "in.blocks", name="packed")
    graph.constant("nibble", np.array(15, np.uint8))
    graph.constant("four", np.array(4, np.uint8))
    graph.add("BitwiseAnd", "packed", "nibble", name="low")
    graph.add("BitShift", "packed", "four", name="high", direction="RIGHT")
    graph.add("Concat", "low", "high", name="unpacked", axis=3)
    graph.add("Cast", "unpacked", name="unpacked.f", to=TensorProto.FLOAT)
    graph.constant("zero", np.array(8, np.float32))
    graph.add("Sub", "unpacked.f", "zero", name="centred")
    graph.add("Gather", "scales", "ids", name="scale.h")
    graph.add("Cast", "scale.h", name="scale.rows", to=TensorProto.FLOAT)
    graph.constant("last", np.array([3]))
    graph.add("Unsqueeze", "scale.rows", "last", name="scale")
    graph.add("Mul", "centred", "scale", name="scaled")
    graph.add("Reshape", "scaled", "in.rows", name="word")
    graph.add("Add", "word", _positions(graph, blob), name="summed")
    return _norm(graph, blob, "emb.ln", "summed")


def _positions(graph: _Graph, blob: QuantizedWeights) -> str:
    """Add the position embeddings of the length at hand; all tokens are of the first type."""
    hidden = blob.shape.hidden
    types = blob.read_matrix("emb.type", hidden)
    graph.constant("positions", blob.read_matrix("emb.pos", hidden) + types[0])
    graph.constant("first", np.array([0]))
    graph.add("Shape", "ids", name="length", start=1, end=2)
    return graph.add("Slice", "positions", "first", "length", "first", name="position")


def _norm(graph: _Graph, blob: QuantizedWeights, name: str, value: str) -> str:
    weight = graph.constant(f"{name}.w", blob.read_vector(f"{name}.w"))
    bias = graph.constant(f"{name}.b", blob.read_vector(f"{name}.b"))
    epsilon = blob.shape.epsilon
    return graph.add("LayerNormalization", value, weight, bias, name=name, epsilon=epsilon)


def _layer(graph: _Graph, blob: QuantizedWeights, name: str, value: str) -> str:
    """Add one layer: attention and feed-forward, each normalized with its residual."""
    attended = _attention(graph, blob, name, value)
    projected = _product(graph, blob, f"{name}.ao", attended)
    value = _residual(graph, blob, f"{name}.ao", f"{name}.aln", (projected, value))
    widened = _product(graph, blob, f"{name}.fi", value)
    bias = graph.constant(f"{name}.fi.b", blob.read_vector(f"{name}.fi.b"))
    active = graph.add("BiasGelu", widened, bias, name=f"{name}.gelu")
    narrowed = _product(graph, blob, f"{name}.fo", active)
    return _residual(graph, blob, f"{name}.fo", f"{name}.oln", (narrowed, value))


def _attention(graph: _Graph, blob: QuantizedWeights, name: str, value: str) -> str:
    """Add the attention of a layer, its three projections in one matrix."""
    rows = [blob.read_matrix(f"{name}.{part}.w", blob.shape.hidden) for part in ("q", "k", "v")]
    biases = [blob.read_vector(f"{name}.{part}.b") for part in ("q", "k", "v")]
    bias = graph.constant(f"{name}.qkv.b", np.concatenate(biases))
    weight, scale = _quantized(graph, f"{name}.qkv.w", np.concatenate(rows))
    zero = graph.constant(f"{name}.qkv.zero", np.zeros(len(rows) * blob.shape.hidden, np.int8))
    step = f"{name}.in"
    graph.add("DynamicQuantizeLinear", value, name=step, more=(f"{step}.scale", f"{step}.zero"))
    inputs = (step, weight, bias, f"{step}.scale", scale, _NO_MASK, f"{step}.zero", zero)
    return graph.add("QAttention", *inputs, name=f"{name}.attention", num_heads=blob.shape.heads)


def _product(graph: _Graph, blob: QuantizedWeights, name: str, value: str) -> str:
    """Add the product with a matrix, whose bias the next operator adds."""
    outputs = blob.tensors[f"{name}.b"].count
    rows = blob.read_vector(f"{name}.w").reshape(outputs, -1)
    inputs = _quantized(graph, f"{name}.w", rows)
    return graph.add("DynamicQuantizeMatMul", value, *inputs, name=f"{name}.product")


def _quantized(graph: _Graph, name: str, rows: VectorArray) -> tuple[str, str]:
    """Add a matrix (outputs, inputs) as int8, transposed, and its scale per output."""
    scale = np.abs(rows).max(axis=1) / _LARGEST
    values = np.rint(rows / scale[:, None]).astype(np.int8)
    weight = graph.constant(name, np.ascontiguousarray(values.T))
    return weight, graph.constant(f"{name}.scale", scale)


def _residual(
    graph: _Graph, blob: QuantizedWeights, linear: str, norm: str, values: tuple[str, str]
) -> str:
    weight = graph.constant(f"{norm}.w", blob.read_vector(f"{norm}.w"))
    shift = graph.constant(f"{norm}.b", blob.read_vector(f"{norm}.b"))
    bias = graph.constant(f"{linear}.b", blob.read_vector(f"{linear}.b"))
    inputs = (*values, weight, shift, bias)
    epsilon = blob.shape.epsilon
    return graph.add("SkipLayerNormalization", *inputs, name=norm, epsilon=epsilon)
