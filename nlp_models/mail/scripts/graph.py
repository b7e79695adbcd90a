"""What does the exported network look like?

Writes the fitted encoder as an ONNX graph by hand, in static int8: one scale a channel for weights, one a
row for the words, one fixed range for what each product is given. With fixed ranges nothing that is said of
a sentence depends on what it is read with, and many are read at once. The operators are those that
onnxruntime's CPU provider runs fastest. Inputs `ids` and `shapes` (sentences, pieces), filled up at their
ends, and `lengths` (sentences); outputs `shares` (sentences, pieces, labels), whose mean over a sentence's
pieces is its logits, `tags` (sentences, pieces, tags), and `MIDWAY` (sentences, pieces, width): what a layer
halfway up makes of them, before the labels have taken hold.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from app.adapters.nlp.network import MIDWAY
from nlp_models.mail.scripts.encoder import EPSILON, HEAD, WIDTH

FUSED = "com.microsoft"
OPSET, FUSED_OPSET, IR_VERSION = 17, 1, 8
Weights = dict[str, NDArray[np.float32]]
Ranges = Mapping[str, tuple[float, float]]
"""Lowest and highest value that each product is given, by the product's name."""


class Graph:
    """Nodes and initialisers as they are added."""

    def __init__(self, weights: Weights, ranges: Ranges) -> None:
        """Start empty."""
        self.weights = weights
        self.ranges = ranges
        self.nodes: list[onnx.NodeProto] = []
        self.initialisers: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """Add a value."""
        self.initialisers.append(numpy_helper.from_array(value, name))
        return name

    def weight(self, name: str) -> str:
        """Add a weight as it is."""
        return self.constant(name, self.weights[name])

    def add(
        self, kind: str, inputs: list[str], output: str, *, fused: bool = False, **attributes: object
    ) -> str:
        """Add a node and name its only used output."""
        domain = FUSED if fused else ""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def squeezed(self, states: str, name: str) -> tuple[str, str, str]:
        """What the product `name` is given, in bytes, with their scale and their zero."""
        low, high = self.ranges[name]
        low, high = min(low, 0.0), max(high, 0.0)
        step = (high - low) / 255
        scale = self.constant(f"{name}.given_scale", np.array(step, np.float32))
        zero = self.constant(f"{name}.given_zero", np.array(round(-low / step), np.uint8))
        return self.add("QuantizeLinear", [states, scale, zero], f"{name}.given"), scale, zero

    def factor(self, name: str, table: NDArray[np.float32]) -> tuple[str, str, str]:
        """The weights (in, out) of the product `name` in bytes, with their scales and their zeros."""
        squeezed, scale = in_bytes(table, axis=0)
        return (
            self.constant(f"{name}.weight", squeezed),
            self.constant(f"{name}.weight_scale", scale.reshape(-1)),
            self.constant(f"{name}.weight_zero", np.zeros(table.shape[1], np.int8)),
        )


def in_bytes(table: NDArray[np.float32], axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The table in int8, and its scales along `axis`, one for each row or column, of the same rank."""
    scale = (np.abs(table).max(axis, keepdims=True) / 127).clip(1e-12).astype(np.float32)
    return np.round(table / scale).astype(np.int8), scale


def build(weights: Weights, ranges: Ranges, layers: int, max_tokens: int) -> onnx.ModelProto:
    """The whole model."""
    graph = Graph(weights, ranges)
    states = encoded(graph, layers, max_tokens)
    for head, output in (("head", "shares"), ("names", "tags")):
        factor = graph.constant(f"{head}.weight", np.ascontiguousarray(weights[f"{head}.weight"].T))
        product = graph.add("MatMul", [states, factor], f"{head}.product")
        graph.add("Add", [product, graph.weight(f"{head}.bias")], output)
    outputs = {"shares": len(weights["head.bias"]), "tags": len(weights["names.bias"])}
    has_midway = any(node.name == MIDWAY for node in graph.nodes)  # a network of few layers has none
    return made(graph, "mail", outputs | ({MIDWAY: WIDTH} if has_midway else {}))


def encoded(graph: Graph, layers: int, max_tokens: int) -> str:
    """Add the encoder; the name of what it makes of each piece."""
    states = _norm(graph, _embedded(graph, max_tokens), "norm")
    for layer in range(layers):
        states = _layer(graph, states, f"layers.{layer}")
    return states


def made(graph: Graph, name: str, outputs: Mapping[str, int]) -> onnx.ModelProto:
    """The model of a graph; `outputs` are the names of what it gives for each piece, and their widths."""
    filled = ["sentences", "pieces"]
    whole = helper.make_graph(
        graph.nodes,
        name,
        [
            *(helper.make_tensor_value_info(given, TensorProto.INT64, filled) for given in ("ids", "shapes")),
            helper.make_tensor_value_info("lengths", TensorProto.INT32, filled[:1]),
        ],
        [
            helper.make_tensor_value_info(given, TensorProto.FLOAT, [*filled, width])
            for given, width in outputs.items()
        ],
        graph.initialisers,
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, FUSED_OPSET)]
    return helper.make_model(whole, opset_imports=opsets, ir_version=IR_VERSION, producer_name="sendwell")


def _embedded(graph: Graph, max_tokens: int) -> str:
    """The sum of what is known of each piece: the word, its place, the shape of its word."""
    table, scale = in_bytes(graph.weights["words.weight"], axis=1)
    bare = graph.add("Gather", [graph.constant("words", table), "ids"], "words.bytes")
    scales = graph.add("Gather", [graph.constant("words.scale", scale), "ids"], "words.scales")
    words = graph.add(
        "Mul", [graph.add("Cast", [bare], "words.bare", to=TensorProto.FLOAT), scales], "worded"
    )
    start, one, two = (graph.constant(f"at.{at}", np.array([at], np.int64)) for at in range(3))
    pieces = graph.add("Slice", [graph.add("Shape", ["ids"], "size"), one, two, start], "pieces")
    places = graph.constant("places", graph.weights["positions.weight"][:max_tokens])
    placed = graph.add("Slice", [places, start, pieces, start], "placed")
    shaped = graph.add("Gather", [graph.weight("shapes.weight"), "shapes"], "shaped")
    return graph.add("Add", [graph.add("Add", [words, placed], "somewhere"), shaped], "summed")


def _norm(graph: Graph, states: str, name: str) -> str:
    inputs = [states, *(graph.weight(f"{name}.{part}") for part in ("weight", "bias"))]
    return graph.add("LayerNormalization", inputs, f"{name}.out", epsilon=EPSILON, axis=-1)


def _layer(graph: Graph, states: str, name: str) -> str:
    attended = _product(graph, _mixed(graph, states, f"{name}.packed"), f"{name}.attended")
    states = _norm(graph, graph.add("Add", [attended, states], f"{name}.kept"), f"{name}.attended_norm")
    inner = _product(graph, states, f"{name}.inner", has_bias=False)
    bent = graph.add("BiasGelu", [inner, graph.weight(f"{name}.inner.bias")], f"{name}.bent", fused=True)
    outer = _product(graph, bent, f"{name}.outer")
    return _norm(graph, graph.add("Add", [outer, states], f"{name}.all"), f"{name}.outer_norm")


def _mixed(graph: Graph, states: str, name: str) -> str:
    """What every piece takes from the others: queries, keys and values in one product, then attention."""
    parts = [name.replace("packed", part) for part in ("query", "key", "value")]
    given, scale, zero = graph.squeezed(states, name)
    factor, factor_scale, factor_zero = graph.factor(
        name, np.concatenate([graph.weights[f"{part}.weight"].T for part in parts], axis=1)
    )
    bias = graph.constant(f"{name}.bias", np.concatenate([graph.weights[f"{part}.bias"] for part in parts]))
    inputs = [given, factor, bias, scale, factor_scale, "lengths", zero, factor_zero]
    heads = len(graph.weights[f"{parts[0]}.bias"]) // HEAD
    return graph.add("QAttention", inputs, f"{name}.mixed", fused=True, num_heads=heads)


def _product(graph: Graph, states: str, name: str, *, has_bias: bool = True) -> str:
    given, scale, zero = graph.squeezed(states, name)
    factor, factor_scale, factor_zero = graph.factor(
        name, np.ascontiguousarray(graph.weights[f"{name}.weight"].T)
    )
    inputs = [given, factor, scale, factor_scale, zero, factor_zero]
    if has_bias:
        inputs.append(graph.weight(f"{name}.bias"))
    return graph.add("MatMulIntegerToFloat", inputs, f"{name}.product", fused=True)
