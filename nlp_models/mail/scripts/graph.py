"""What does the exported network look like?

Writes the fitted encoder as two ONNX graphs by hand, with the fused operators that onnxruntime's CPU
provider runs fastest, for one sentence at a time: no padding, so no mask. The lower one takes `ids` and
`shapes` (1, pieces); each tells `shares` (pieces, labels), whose mean over the pieces is the sentence's
logits, and `tags` (pieces, tags). The upper one goes on from the lower one's `states`.
"""

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from nlp_models.mail.scripts.encoder import EPSILON, HEADS, WIDTH

FUSED = "com.microsoft"
OPSET, FUSED_OPSET, IR_VERSION = 17, 1, 8
Weights = dict[str, NDArray[np.float32]]


class Graph:
    """Nodes and initialisers as they are added."""

    def __init__(self) -> None:
        """Start empty."""
        self.nodes: list[onnx.NodeProto] = []
        self.initialisers: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """Add a weight."""
        self.initialisers.append(numpy_helper.from_array(value, name))
        return name

    def add(
        self, kind: str, inputs: list[str], output: str, *, fused: bool = False, **attributes: object
    ) -> str:
        """Add a node and name its only used output."""
        domain = FUSED if fused else ""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output


def lower(weights: Weights, layers: int, max_tokens: int) -> onnx.ModelProto:
    """Embeddings, the first `layers`, the early heads, in fp32; it tells `states` (1, pieces, width) too."""
    graph = Graph()
    graph.constant("words", weights["words.weight"])
    graph.constant("places", weights["positions.weight"][:max_tokens])
    graph.constant("zero", np.array([0], dtype=np.int64))
    graph.constant("one", np.array([1], dtype=np.int64))
    shape = graph.add("Shape", ["ids"], "shape")
    count = graph.add(
        "Slice", [shape, "one", graph.constant("two", np.array([2], dtype=np.int64)), "zero"], "count"
    )
    looked_up = graph.add("Gather", ["words", "ids"], "looked_up")
    placed = graph.add("Slice", ["places", "zero", count, "zero"], "placed")
    shaped = graph.add(
        "Gather", [graph.constant("shapes.table", weights["shapes.weight"]), "shapes"], "shaped"
    )
    summed = graph.add("Add", [graph.add("Add", [looked_up, placed], "somewhere"), shaped], "summed")
    states = _norm(graph, summed, weights, "norm")
    for layer in range(layers):
        states = _layer(graph, states, weights, f"layers.{layer}")
    told = _heads(graph, states, weights, "early_")
    graph.add("Identity", [states], "states")
    given = [
        helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in ("ids", "shapes")
    ]
    return _model(graph, "lower", given, [*told, _states()])


def upper(weights: Weights, first: int, layers: int) -> onnx.ModelProto:
    """The layers from `first` on and the last heads, in fp32, from the `states` of the lower graph."""
    graph = Graph()
    graph.constant("zero", np.array([0], dtype=np.int64))
    states = "states"
    for layer in range(first, layers):
        states = _layer(graph, states, weights, f"layers.{layer}")
    return _model(graph, "upper", [_states()], _heads(graph, states, weights, ""))


def _states() -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info("states", TensorProto.FLOAT, [1, "pieces", WIDTH])


def _heads(graph: Graph, states: str, weights: Weights, prefix: str) -> list[onnx.ValueInfoProto]:
    """Add `shares` and `tags`; what they are."""
    told = []
    for head, output in ((f"{prefix}head", "shares"), (f"{prefix}names", "tags")):
        product = _product(graph, states, weights, head)
        bias = graph.constant(f"{head}.bias", weights[f"{head}.bias"])
        shifted = graph.add("Add", [product, bias], f"{head}.shifted")
        graph.add("Squeeze", [shifted, "zero"], output)
        wide = len(weights[f"{head}.bias"])
        told.append(helper.make_tensor_value_info(output, TensorProto.FLOAT, ["pieces", wide]))
    return told


def _model(
    graph: Graph, name: str, given: list[onnx.ValueInfoProto], told: list[onnx.ValueInfoProto]
) -> onnx.ModelProto:
    made = helper.make_graph(graph.nodes, name, given, told, graph.initialisers)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, FUSED_OPSET)]
    return helper.make_model(made, opset_imports=opsets, ir_version=IR_VERSION, producer_name="sendwell")


def _norm(graph: Graph, states: str, weights: Weights, name: str) -> str:
    scale = graph.constant(f"{name}.weight", weights[f"{name}.weight"])
    shift = graph.constant(f"{name}.bias", weights[f"{name}.bias"])
    return graph.add("LayerNormalization", [states, scale, shift], f"{name}.out", epsilon=EPSILON, axis=-1)


def _skip_norm(graph: Graph, states: str, added: str, weights: Weights, names: tuple[str, str]) -> str:
    name, bias = names
    inputs = [added, states]
    inputs += [graph.constant(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias")]
    inputs.append(graph.constant(f"{bias}.bias", weights[f"{bias}.bias"]))
    return graph.add("SkipLayerNormalization", inputs, f"{name}.out", fused=True, epsilon=EPSILON)


def _layer(graph: Graph, states: str, weights: Weights, name: str) -> str:
    projections = [weights[f"{name}.{part}.weight"].T for part in ("query", "key", "value")]
    packed = graph.constant(f"{name}.packed", np.ascontiguousarray(np.concatenate(projections, axis=1)))
    biases = np.concatenate([weights[f"{name}.{part}.bias"] for part in ("query", "key", "value")])
    bias = graph.constant(f"{name}.packed_bias", biases)
    mixed = graph.add("Attention", [states, packed, bias], f"{name}.mixed", fused=True, num_heads=HEADS)
    attended = _product(graph, mixed, weights, f"{name}.attended")
    states = _skip_norm(graph, states, attended, weights, (f"{name}.attended_norm", f"{name}.attended"))
    inner = _product(graph, states, weights, f"{name}.inner")
    inner_bias = graph.constant(f"{name}.inner.bias", weights[f"{name}.inner.bias"])
    bent = graph.add("BiasGelu", [inner, inner_bias], f"{name}.bent", fused=True)
    outer = _product(graph, bent, weights, f"{name}.outer")
    return _skip_norm(graph, states, outer, weights, (f"{name}.outer_norm", f"{name}.outer"))


def _product(graph: Graph, states: str, weights: Weights, name: str) -> str:
    factor = graph.constant(f"{name}.weight", np.ascontiguousarray(weights[f"{name}.weight"].T))
    return graph.add("MatMul", [states, factor], f"{name}.product")
