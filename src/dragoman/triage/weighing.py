"""How likely a sentence is to tell an event, by a glance at it.

A logistic regression over the features of `looking.py`, trained by scripts/train_triage.py on the sentences in
training/, with and without an event, and on the pages about other things in training/elsewhere/, all our own.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class _Model(NamedTuple):
    weights: Mapping[str, float]
    bias: float


@cache
def _model() -> _Model:
    path = files("dragoman.triage") / "model" / "triage.npz"
    with path.open("rb") as handle, np.load(handle) as data:
        names = bytes(data["features"]).decode().split("\n")
        return _Model(MappingProxyType(dict(zip(names, data["weights"].tolist(), strict=True))), float(data["bias"]))


def log_odds(features: Iterable[str]) -> float:
    """The logarithm of the odds that a sentence with these features tells an event; unknown features weigh nothing."""
    weights, bias = _model()
    return bias + sum(weights[name] for name in sorted(features) if name in weights)
