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
    """Write the graph of one sentence: ids (t,) in; types, statuses (t, classes), sources, targets (t, t) out.

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
    ins = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["t"])]
    shapes: dict[str, list[Any]] = {
        "types": ["t", heads["types"][1].shape[0]], "statuses": ["t", heads["statuses"][1].shape[0]],
        "sources": ["t", "t"], "targets": ["t", "t"],
    }  # fmt: skip
    outs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    made = helper.make_graph(graph.nodes, "dragoman event encoder", ins, outs, graph.weights)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
    onnx.checker.check_model(model)
    return model


def _layers(graph: _Graph, net: Net) -> str:
    weights = net.weights["encoder"]
    length = graph.op("Shape", "ids", start=0, end=1)
    zero = graph.weight("zero", np.array([0]))
    places = graph.op("Slice", graph.weight("places", weights["places"]), zero, length)
    words = graph.op("Gather", graph.weight("words", net.vectors), "ids")
    x = graph.norm(graph.op("Add", words, places), "norm", weights["norm"])
    for n, layer in enumerate(weights["layers"]):
        attended = graph.linear(_attend(graph, x, n, layer), f"{n}.attended", layer["attended"])
        x = graph.norm(graph.op("Add", x, attended), f"{n}.norm1", layer["norm1"])
        wide = graph.op("Gelu", graph.linear(x, f"{n}.wide", layer["wide"]))
        narrow = graph.linear(wide, f"{n}.narrow", layer["narrow"])
        x = graph.norm(graph.op("Add", x, narrow), f"{n}.norm2", layer["norm2"])
    return x


def _attend(graph: _Graph, x: str, n: int, layer: Weights) -> str:
    split = graph.weight(f"{n}.split", np.array([0, HEADS, EACH]))

    def parted(name: str, order: list[int], scale: float = 1.0) -> str:
        matrix, bias = (np.asarray(part) * np.float32(scale) for part in layer[name])
        return graph.op(
            "Transpose", graph.op("Reshape", graph.linear(x, f"{n}.{name}", (matrix, bias)), split), perm=order
        )

    scores = graph.op("MatMul", parted("query", [1, 0, 2], EACH**-0.5), parted("key", [1, 2, 0]))
    shares = graph.op("Softmax", scores, axis=-1)
    mixed = graph.op("Transpose", graph.op("MatMul", shares, parted("value", [1, 0, 2])), perm=[1, 0, 2])
    return graph.op("Reshape", mixed, graph.weight(f"{n}.join", np.array([0, WIDTH])))


def _arcs(graph: _Graph, x: str, name: str, arc: Weights) -> None:
    actors = graph.op("Relu", graph.linear(x, f"{name}.actor", arc["actor"]))
    matrix, bias = (np.asarray(part) * np.float32(2 / ARC**0.5) for part in arc["event"])
    events = graph.linear(x, f"{name}.event", (matrix, bias))
    fits = graph.op("MatMul", events, graph.op("Transpose", actors, perm=[1, 0]))
    prior = graph.op("Transpose", graph.linear(actors, f"{name}.prior", arc["prior"]), perm=[1, 0])
    graph.op("Add", fits, prior, out=name)
