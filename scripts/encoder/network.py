"""The encoder in JAX: MiniLM's layers, and on them heads for type, status, sources and targets.

Arrays: B sentences, T word pieces, W words, E events. Weights are nested dicts of (matrix, bias) pairs.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file

from dragoman.events.classes import CLASSES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jax import Array

Weights: TypeAlias = dict[str, Any]

WIDTH, LAYERS, HEADS, ARC = 384, 6, 12, 128
POSITIONS = 256
DROPOUT = 0.1
NAMES = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "attended": "attention.output.dense", "norm1": "attention.output.LayerNorm", "wide": "intermediate.dense",
    "narrow": "output.dense", "norm2": "output.LayerNorm",
}  # fmt: skip
"""Our names of a layer's parts and those of the published weights."""


class Net(NamedTuple):
    """The encoder's weights: those that are trained, and the word vectors, which are not."""

    weights: Weights
    vectors: Array


def start(path: Path, seed: int) -> Net:
    """MiniLM as published in a safetensors file, with fresh heads."""
    return Net({"encoder": _published(path), "heads": _heads(seed)}, _word_vectors(path))


def _published(path: Path) -> Weights:
    """MiniLM's own weights but its word vectors, from a safetensors file; matrices turned so that rows are inputs."""
    raw = load_file(path)

    def pair(name: str) -> tuple[Array, Array]:
        matrix = jnp.asarray(raw[f"{name}.weight"])
        return (matrix if "LayerNorm" in name else matrix.T), jnp.asarray(raw[f"{name}.bias"])

    return {
        "places": jnp.asarray(
            raw["embeddings.position_embeddings.weight"][:POSITIONS] + raw["embeddings.token_type_embeddings.weight"][0]
        ),
        "norm": pair("embeddings.LayerNorm"),
        "layers": [
            {ours: pair(f"encoder.layer.{n}.{theirs}") for ours, theirs in NAMES.items()} for n in range(LAYERS)
        ],
    }


def _word_vectors(path: Path) -> Array:
    """MiniLM's vectors of word pieces (30522, WIDTH). They stay as published: training goes a quarter faster."""
    return jnp.asarray(load_file(path)["embeddings.word_embeddings.weight"])


def _heads(seed: int) -> Weights:
    """Fresh heads: small normal matrices, no bias; arcs begin as unlikely."""
    random = np.random.default_rng(seed)

    def pair(rows: int, columns: int) -> tuple[Array, Array]:
        return jnp.asarray(random.normal(0, 0.02, (rows, columns)), jnp.float32), jnp.zeros(columns)

    def arcs() -> Weights:
        return {"event": pair(WIDTH, ARC), "actor": pair(WIDTH, ARC), "prior": (pair(ARC, 1)[0], jnp.full(1, -2.0))}

    return {
        "types": pair(WIDTH, len(CLASSES)),
        "statuses": pair(WIDTH, len(STATUSES)),
        "sources": arcs(),
        "targets": arcs(),
    }


def _linear(x: Array, pair: tuple[Array, Array]) -> Array:
    return x @ pair[0] + pair[1]


def _norm(x: Array, pair: tuple[Array, Array]) -> Array:
    mean = x.mean(-1, keepdims=True)
    spread = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(spread + 1e-12) * pair[0] + pair[1]


def _dropped(x: Array, key: Array | None) -> Array:
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - DROPOUT, x.shape), x / (1 - DROPOUT), 0)


def encode(weights: Weights, words: Array, ids: Array, mask: Array, key: Array | None) -> Array:
    """The pieces' vectors (B, T, WIDTH); with a key, parts are dropped at random, as training wants."""
    keys = list(jax.random.split(key, 2 * LAYERS + 1)) if key is not None else [None] * (2 * LAYERS + 1)
    x = words[ids] + weights["places"][: ids.shape[1]]
    x = _dropped(_norm(x, weights["norm"]), keys[-1])
    hidden = (1 - mask)[:, None, None, :] * -1e9
    for n, layer in enumerate(weights["layers"]):
        attended = _linear(_attend(x, layer, hidden), layer["attended"])
        x = _norm(x + _dropped(attended, keys[2 * n]), layer["norm1"])
        wide = jax.nn.gelu(_linear(x, layer["wide"]), approximate=False)
        x = _norm(x + _dropped(_linear(wide, layer["narrow"]), keys[2 * n + 1]), layer["norm2"])
    return x


def _attend(x: Array, layer: Weights, hidden: Array) -> Array:
    def parted(name: str) -> Array:
        return _linear(x, layer[name]).reshape(*x.shape[:2], HEADS, -1).transpose(0, 2, 1, 3)

    scores = parted("query") @ parted("key").transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS)
    mixed = jax.nn.softmax(scores + hidden, -1) @ parted("value")
    return mixed.transpose(0, 2, 1, 3).reshape(x.shape)


def scores(weights: Weights, vectors: Array, batch: Mapping[str, Array], key: Array | None) -> dict[str, Array]:
    """Types (B, W, classes), statuses (B, E, 8) at the marked words, sources and targets (B, E, W)."""
    first, second = jax.random.split(key) if key is not None else (None, None)
    pieces = encode(weights["encoder"], vectors, batch["ids"], batch["mask"], first)
    words = _dropped(jnp.take_along_axis(pieces, batch["first"][..., None], 1), second)
    events = jnp.take_along_axis(words, batch["at"][..., None], 1)
    found = {
        "types": _linear(words, weights["heads"]["types"]),
        "statuses": _linear(events, weights["heads"]["statuses"]),
    }
    for side in ("sources", "targets"):
        found[side] = _arcs(events, words, weights["heads"][side])
    return found


def _arcs(events: Array, words: Array, arc: Weights) -> Array:
    """How well each word fits each event, plus how likely the word heads an actor at all."""
    actors = jax.nn.relu(_linear(words, arc["actor"]))
    fits = _linear(events, arc["event"]) @ actors.transpose(0, 2, 1) * (2 / math.sqrt(ARC))
    return fits + _linear(actors, arc["prior"])[..., 0][:, None, :]
