"""Fitting the encoder: losses, steps, and figures on the sentences kept back."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import optax

from encoder.examples import batch
from encoder.network import Net, scores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jax import Array

    from encoder.examples import Example
    from encoder.network import Weights

SIZE = 16
RATE, HEAD_RATE, DECAY = 5e-5, 1e-3, 0.01
WARM = 60
SMOOTHING = 0.1
SHARES = {"types": 1.0, "statuses": 0.7, "sources": 0.5, "targets": 0.5}
POOL = 40 * SIZE
"""Sentences of like length are put together within pools of this many."""


class Plan(NamedTuple):
    """How long to train, and what chance begins with."""

    epochs: int
    seed: int


def fit(net: Net, train: Sequence[Example], plan: Plan, told: Callable[[str], object]) -> Net:
    """The net after the plan's epochs over the examples; the same for one plan and one machine."""
    weights, vectors = net
    steps = plan.epochs * math.ceil(len(train) / SIZE)
    optimiser = _optimiser(steps)
    state = optimiser.init(weights)
    step = _step(optimiser)
    key = jax.random.key(plan.seed)
    for number, arrays in enumerate(_batches(train, plan), 1):
        key, now = jax.random.split(key)
        weights, state, lost = step(weights, state, vectors, arrays, now)
        if number % 100 == 0:
            told(f"step {number} of {steps}, loss {float(lost):.2f}")
    return Net(weights, vectors)


def _optimiser(steps: int) -> optax.GradientTransformation:
    def falling(rate: float) -> Callable[[Array], Array]:
        return lambda step: rate * jnp.minimum(1, (step + 1) / WARM) * jnp.maximum(0, 1 - step / steps)

    parts = {
        "encoder": optax.adamw(falling(RATE), weight_decay=DECAY),
        "heads": optax.adamw(falling(HEAD_RATE), weight_decay=DECAY),
    }
    by_part = optax.multi_transform(parts, lambda weights: {part: part for part in weights})
    made: optax.GradientTransformation = optax.chain(optax.clip_by_global_norm(1.0), by_part)
    return made


def _step(optimiser: optax.GradientTransformation) -> Callable[..., tuple[Weights, Any, Array]]:
    def step(
        weights: Weights, state: Any, vectors: Array, arrays: Mapping[str, Array], key: Array
    ) -> tuple[Weights, Any, Array]:
        lost, slopes = jax.value_and_grad(_loss)(weights, vectors, arrays, key)
        changes, state = optimiser.update(slopes, state, weights)
        return optax.apply_updates(weights, changes), state, lost

    made: Callable[..., tuple[Weights, Any, Array]] = jax.jit(step)
    return made


def _loss(weights: Weights, vectors: Array, arrays: Mapping[str, Array], key: Array) -> Array:
    found = scores(weights, vectors, arrays, key)
    told = arrays["event_weights"]
    parts = {
        "types": _cross_entropy(found["types"], arrays["labels"]) * arrays["weights"],
        "statuses": _cross_entropy(found["statuses"], arrays["statuses"]) * told,
    }
    for side in ("sources", "targets"):
        each = optax.sigmoid_binary_cross_entropy(found[side], arrays[side])
        parts[side] = each * arrays["is_word"][:, None, :] * told[..., None]
    return sum((SHARES[name] * part.sum() / SIZE for name, part in parts.items()), jnp.zeros(()))


def _cross_entropy(found: Array, right: Array) -> Array:
    classes = found.shape[-1]
    wanted = optax.smooth_labels(jax.nn.one_hot(right, classes), SMOOTHING)
    return optax.softmax_cross_entropy(found, wanted)


def _batches(rows: Sequence[Example], plan: Plan) -> Iterator[dict[str, Any]]:
    for epoch in range(plan.epochs):
        random = np.random.default_rng([plan.seed, epoch])
        order = random.permutation(len(rows))
        pools = (sorted(order[n : n + POOL], key=lambda i: len(rows[i].pieces)) for n in range(0, len(order), POOL))
        groups = [pool[n : n + SIZE] for pool in pools for n in range(0, len(pool), SIZE)]
        for number in random.permutation(len(groups)):
            yield batch([rows[i] for i in groups[number]], SIZE)


def figures(net: Net, rows: Sequence[Example]) -> dict[str, float]:
    """Precision and recall of triggers, sources and targets; shares of right types and statuses of marked events."""
    found = jax.jit(scores)
    counts: dict[str, float] = {}

    def add(name: str, flags: Any) -> None:
        counts[name] = counts.get(name, 0) + float(np.sum(flags))

    for start in range(0, len(rows), SIZE):
        arrays = batch(rows[start : start + SIZE], SIZE)
        out = {name: np.asarray(value) for name, value in found(net.weights, net.vectors, arrays, None).items()}
        sure, marked = arrays["weights"] > 0.9, arrays["labels"] > 0
        said = out["types"].argmax(-1)
        add("trigger hit", sure & marked & (said > 0))
        add("trigger said", sure & (said > 0))
        add("trigger gold", sure & marked)
        add("type hit", sure & marked & (said == arrays["labels"]))
        events = arrays["event_weights"] > 0
        add("status hit", events & (out["statuses"].argmax(-1) == arrays["statuses"]))
        add("status gold", events)
        for side in ("sources", "targets"):
            pointed = (out[side] > 0) & events[..., None] & (arrays["is_word"][:, None, :] > 0)
            add(f"{side} hit", pointed & (arrays[side] > 0))
            add(f"{side} said", pointed)
            add(f"{side} gold", arrays[side])
    shares = {
        "type": counts["type hit"] / counts["trigger gold"],
        "status": counts["status hit"] / counts["status gold"],
    }
    for name in ("trigger", "sources", "targets"):
        shares[f"{name} precision"] = counts[f"{name} hit"] / counts[f"{name} said"]
        shares[f"{name} recall"] = counts[f"{name} hit"] / counts[f"{name} gold"]
    return {name: round(value, 3) for name, value in shares.items()}
