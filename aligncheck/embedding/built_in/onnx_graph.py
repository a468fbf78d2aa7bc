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
"""The versions of ONNX's operators and of its file format: chosen old enough for every onnxruntime
that the project allows."""
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

    def add_constant(self, name: str, values: NDArray[np.generic]) -> str:
        """Add a constant and give its name."""
        self.constants.append(numpy_helper.from_array(values, name))
        return name

    def add_node(
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
    value = _add_embeddings(graph, blob)
    for layer in range(blob.shape.layers):
        value = _add_layer(graph, blob, f"l{layer}", value)
    graph.add_constant("tokens", np.array([1]))
    graph.add_node("ReduceMean", value, "tokens", name="mean", keepdims=0)
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "length"])
    mean = helper.make_tensor_value_info("mean", TensorProto.FLOAT, ["n", blob.shape.hidden])
    return helper.make_model(
        helper.make_graph(graph.nodes, "multilingual-e5-small", [ids], [mean], graph.constants),
        opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)],
        ir_version=_IR,
    )


def _add_embeddings(graph: _Graph, blob: QuantizedWeights) -> str:
    """Add the sum of word, position and type embeddings, normalized."""
    hidden, columns = blob.shape.hidden, blob.shape.hidden // BLOCK_WEIGHTS
    nibbles, scales = blob.read_blocks("emb.word")
    graph.add_constant("words", nibbles.reshape(-1, columns * BLOCK_WEIGHTS // 2))
    graph.add_constant("scales", scales.reshape(-1, columns))
    graph.add_constant("in.blocks", np.array([0, 0, columns, BLOCK_WEIGHTS // 2]))
    graph.add_constant("in.rows", np.array([0, 0, hidden]))
    graph.add_node("Gather", "words", "ids", name="packed.rows")
    graph.add_node("Reshape", "packed.rows", "in.blocks", name="packed")
    graph.add_constant("nibble", np.array(15, np.uint8))
    graph.add_constant("four", np.array(4, np.uint8))
    graph.add_node("BitwiseAnd", "packed", "nibble", name="low")
    graph.add_node("BitShift", "packed", "four", name="high", direction="RIGHT")
    graph.add_node("Concat", "low", "high", name="unpacked", axis=3)
    graph.add_node("Cast", "unpacked", name="unpacked.f", to=TensorProto.FLOAT)
    graph.add_constant("zero", np.array(8, np.float32))
    graph.add_node("Sub", "unpacked.f", "zero", name="centred")
    graph.add_node("Gather", "scales", "ids", name="scale.h")
    graph.add_node("Cast", "scale.h", name="scale.rows", to=TensorProto.FLOAT)
    graph.add_constant("last", np.array([3]))
    graph.add_node("Unsqueeze", "scale.rows", "last", name="scale")
    graph.add_node("Mul", "centred", "scale", name="scaled")
    graph.add_node("Reshape", "scaled", "in.rows", name="word")
    graph.add_node("Add", "word", _add_positions(graph, blob), name="summed")
    return _add_norm(graph, blob, "emb.ln", "summed")


def _add_positions(graph: _Graph, blob: QuantizedWeights) -> str:
    """Add the position embeddings of the length at hand; all tokens are of the first type."""
    hidden = blob.shape.hidden
    types = blob.read_matrix("emb.type", hidden)
    graph.add_constant("positions", blob.read_matrix("emb.pos", hidden) + types[0])
    graph.add_constant("first", np.array([0]))
    graph.add_node("Shape", "ids", name="length", start=1, end=2)
    return graph.add_node("Slice", "positions", "first", "length", "first", name="position")


def _add_norm(graph: _Graph, blob: QuantizedWeights, name: str, value: str) -> str:
    weight = graph.add_constant(f"{name}.w", blob.read_vector(f"{name}.w"))
    bias = graph.add_constant(f"{name}.b", blob.read_vector(f"{name}.b"))
    epsilon = blob.shape.epsilon
    return graph.add_node("LayerNormalization", value, weight, bias, name=name, epsilon=epsilon)


def _add_layer(graph: _Graph, blob: QuantizedWeights, name: str, value: str) -> str:
    """Add one layer: attention and feed-forward, each normalized with its residual."""
    attended = _add_attention(graph, blob, name, value)
    projected = _add_product(graph, blob, f"{name}.ao", attended)
    value = _add_residual(graph, blob, f"{name}.ao", f"{name}.aln", (projected, value))
    widened = _add_product(graph, blob, f"{name}.fi", value)
    bias = graph.add_constant(f"{name}.fi.b", blob.read_vector(f"{name}.fi.b"))
    active = graph.add_node("BiasGelu", widened, bias, name=f"{name}.gelu")
    narrowed = _add_product(graph, blob, f"{name}.fo", active)
    return _add_residual(graph, blob, f"{name}.fo", f"{name}.oln", (narrowed, value))


def _add_attention(graph: _Graph, blob: QuantizedWeights, name: str, value: str) -> str:
    """Add the attention of a layer, its three projections in one matrix."""
    rows = [blob.read_matrix(f"{name}.{part}.w", blob.shape.hidden) for part in ("q", "k", "v")]
    biases = [blob.read_vector(f"{name}.{part}.b") for part in ("q", "k", "v")]
    bias = graph.add_constant(f"{name}.qkv.b", np.concatenate(biases))
    weight, scale = _add_quantized(graph, f"{name}.qkv.w", np.concatenate(rows))
    zero = graph.add_constant(f"{name}.qkv.zero", np.zeros(len(rows) * blob.shape.hidden, np.int8))
    step = f"{name}.in"
    graph.add_node(
        "DynamicQuantizeLinear", value, name=step, more=(f"{step}.scale", f"{step}.zero")
    )
    inputs = (step, weight, bias, f"{step}.scale", scale, _NO_MASK, f"{step}.zero", zero)
    return graph.add_node(
        "QAttention", *inputs, name=f"{name}.attention", num_heads=blob.shape.heads
    )


def _add_product(graph: _Graph, blob: QuantizedWeights, name: str, value: str) -> str:
    """Add the product with a matrix, whose bias the next operator adds."""
    outputs = blob.tensors[f"{name}.b"].count
    rows = blob.read_vector(f"{name}.w").reshape(outputs, -1)
    inputs = _add_quantized(graph, f"{name}.w", rows)
    return graph.add_node("DynamicQuantizeMatMul", value, *inputs, name=f"{name}.product")


def _add_quantized(graph: _Graph, name: str, rows: VectorArray) -> tuple[str, str]:
    """Add a matrix (outputs, inputs) as int8, transposed, and its scale per output."""
    scale = np.abs(rows).max(axis=1) / _LARGEST
    values = np.rint(rows / scale[:, None]).astype(np.int8)
    weight = graph.add_constant(name, np.ascontiguousarray(values.T))
    return weight, graph.add_constant(f"{name}.scale", scale)


def _add_residual(
    graph: _Graph, blob: QuantizedWeights, linear: str, norm: str, values: tuple[str, str]
) -> str:
    weight = graph.add_constant(f"{norm}.w", blob.read_vector(f"{norm}.w"))
    shift = graph.add_constant(f"{norm}.b", blob.read_vector(f"{norm}.b"))
    bias = graph.add_constant(f"{linear}.b", blob.read_vector(f"{linear}.b"))
    inputs = (*values, weight, shift, bias)
    epsilon = blob.shape.epsilon
    return graph.add_node("SkipLayerNormalization", *inputs, name=norm, epsilon=epsilon)
