"""The fitted encoder as an ONNX graph, its matrices and word vectors in 8 bits."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from encoder.network import ARC, HEADS, WIDTH

if TYPE_CHECKING:
    from encoder.network import Net, Weights

OPSET, IR = 20, 10
EACH = WIDTH // HEADS


class _Graph:
    """Nodes and weights in the order in which they are made; each method returns the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []

    def weight(self, name: str, value: Any) -> str:
        self.weights.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def op(self, kind: str, *inputs: str, out: str = "", **settings: Any) -> str:
        name = out or f"{kind}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **settings))
        return name

    def linear(self, x: str, name: str, pair: Any, out: str = "") -> str:
        product = self.op("MatMul", x, self.weight(f"{name}.matrix", pair[0]))
        return self.op("Add", product, self.weight(f"{name}.bias", pair[1]), out=out)

    def norm(self, x: str, name: str, pair: Any) -> str:
        scale, bias = self.weight(f"{name}.scale", pair[0]), self.weight(f"{name}.bias", pair[1])
        return self.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)


def write(net: Net, path: Path) -> None:
    """Write the graph: ids and mask (b, t) in; types, statuses (b, t, classes), sources, targets (b, t, t) out.

    Weights take 7 of their 8 bits, so that processors without VNNI don't overflow; a matrix has a scale a column.
    """
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(_model(net), whole)
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def _model(net: Net) -> Any:
    graph = _Graph()
    x = _layers(graph, net)
    heads = net.weights["heads"]
    for name in ("types", "statuses"):
        graph.linear(x, name, heads[name], out=name)
    for name in ("sources", "targets"):
        _arcs(graph, x, name, heads[name])
    ins = [helper.make_tensor_value_info(name, TensorProto.INT64, ["b", "t"]) for name in ("ids", "mask")]
    shapes: dict[str, list[Any]] = {
        "types": ["b", "t", heads["types"][1].shape[0]], "statuses": ["b", "t", heads["statuses"][1].shape[0]],
        "sources": ["b", "t", "t"], "targets": ["b", "t", "t"],
    }  # fmt: skip
    outs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    made = helper.make_graph(graph.nodes, "dragoman event encoder", ins, outs, graph.weights)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
    onnx.checker.check_model(model)
    return model


def _layers(graph: _Graph, net: Net) -> str:
    weights = net.weights["encoder"]
    length = graph.op("Shape", "ids", start=1, end=2)
    zero = graph.weight("zero", np.array([0]))
    places = graph.op("Slice", graph.weight("places", weights["places"]), zero, length)
    words = graph.op("Gather", graph.weight("words", net.vectors), "ids")
    x = graph.norm(graph.op("Add", words, places), "norm", weights["norm"])
    hidden = _hidden(graph)
    for n, layer in enumerate(weights["layers"]):
        attended = graph.linear(_attend(graph, x, n, layer, hidden), f"{n}.attended", layer["attended"])
        x = graph.norm(graph.op("Add", x, attended), f"{n}.norm1", layer["norm1"])
        wide = graph.op("Gelu", graph.linear(x, f"{n}.wide", layer["wide"]))
        narrow = graph.linear(wide, f"{n}.narrow", layer["narrow"])
        x = graph.norm(graph.op("Add", x, narrow), f"{n}.norm2", layer["norm2"])
    return x


def _hidden(graph: _Graph) -> str:
    """What is added to the attention on padding: so much less than nothing that none is left."""
    mask = graph.op("Cast", "mask", to=TensorProto.FLOAT)
    padding = graph.op("Sub", graph.weight("one", np.float32(1)), mask)
    hidden = graph.op("Mul", padding, graph.weight("hide", np.float32(-1e9)))
    return graph.op("Unsqueeze", hidden, graph.weight("axes", np.array([1, 2])))


def _attend(graph: _Graph, x: str, n: int, layer: Weights, hidden: str) -> str:
    split = graph.weight(f"{n}.split", np.array([0, 0, HEADS, EACH]))

    def parted(name: str, order: list[int]) -> str:
        return graph.op(
            "Transpose", graph.op("Reshape", graph.linear(x, f"{n}.{name}", layer[name]), split), perm=order
        )

    scores = graph.op("MatMul", parted("query", [0, 2, 1, 3]), parted("key", [0, 2, 3, 1]))
    scaled = graph.op("Mul", scores, graph.weight(f"{n}.scale", np.float32(EACH**-0.5)))
    shares = graph.op("Softmax", graph.op("Add", scaled, hidden), axis=-1)
    mixed = graph.op("Transpose", graph.op("MatMul", shares, parted("value", [0, 2, 1, 3])), perm=[0, 2, 1, 3])
    return graph.op("Reshape", mixed, graph.weight(f"{n}.join", np.array([0, 0, WIDTH])))


def _arcs(graph: _Graph, x: str, name: str, arc: Weights) -> None:
    actors = graph.op("Relu", graph.linear(x, f"{name}.actor", arc["actor"]))
    events = graph.linear(x, f"{name}.event", arc["event"])
    fits = graph.op("MatMul", events, graph.op("Transpose", actors, perm=[0, 2, 1]))
    scaled = graph.op("Mul", fits, graph.weight(f"{name}.scale", np.float32(2 / ARC**0.5)))
    prior = graph.op("Transpose", graph.linear(actors, f"{name}.prior", arc["prior"]), perm=[0, 2, 1])
    graph.op("Add", scaled, prior, out=name)
