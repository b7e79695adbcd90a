"""What does the exported network look like?

Writes the fitted encoder as an ONNX graph by hand, with the fused operators that onnxruntime's CPU
provider runs fastest, for one sentence at a time: no padding, so no mask. Inputs `ids` and `shapes`
(1, pieces); outputs `shares` (pieces, labels), whose mean over the pieces is the sentence's logits, and
`tags` (pieces, tags).
"""

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from nlp_models.mail.scripts.encoder import EPSILON, HEADS

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


def build(weights: Weights, layers: int, max_tokens: int) -> onnx.ModelProto:
    """The whole model in fp32."""
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
    for head, output in (("head", "shares"), ("names", "tags")):
        product = _product(graph, states, weights, head)
        bias = graph.constant(f"{head}.bias", weights[f"{head}.bias"])
        shifted = graph.add("Add", [product, bias], f"{head}.shifted")
        graph.add("Squeeze", [shifted, "zero"], output)
    made = helper.make_graph(
        graph.nodes,
        "mail",
        [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in ("ids", "shapes")],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, ["pieces", len(weights[f"{head}.bias"])])
            for name, head in (("shares", "head"), ("tags", "names"))
        ],
        graph.initialisers,
    )
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
