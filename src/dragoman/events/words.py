"""The word model: which words say that something happened and of which type, by readable features of each word.

A multinomial logistic regression over the features of `features.py`, trained by scripts/train_triggers.py on the
sentences in training/, all our own. Linear, so that each decision can be taken apart into the features that made it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from dragoman.events.classes import CLASSES, NOTHING
from dragoman.events.features import features, readable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class _Model:
    rows: Mapping[str, int]
    weights: NDArray[np.float32]

    def known(self, names: list[str]) -> list[int]:
        return sorted({self.rows[name] for name in names if name in self.rows})


@cache
def _model() -> _Model:
    path = files("dragoman.events") / "model" / "triggers.npz"
    with path.open("rb") as handle, np.load(handle) as data:
        names = bytes(data["features"]).decode().split("\n")
        order = [bytes(data["classes"]).decode().split("\n").index(one) for one in CLASSES]
        return _Model({name: row for row, name in enumerate(names)}, data["weights"][:, order].astype(np.float32))


def chances(token: Token) -> NDArray[np.float32]:
    """How likely the word is to say an event of each of CLASSES."""
    model = _model()
    scores = model.weights[model.known(features(token))].sum(axis=0)
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum(), dtype=np.float32)


def reasons(token: Token, best: int, most: int = 3) -> str:
    """The features that speak most for a class against there being no event, with their weights; "" if none does."""
    model = _model()
    names = features(token)
    known = model.known(names)
    gains = model.weights[known, best] - model.weights[known, CLASSES.index(NOTHING)]
    name_of = {model.rows[name]: name for name in names if name in model.rows}
    order = sorted(zip(gains.tolist(), known, strict=True), reverse=True)
    told = [(readable(name_of[row]), gain) for gain, row in order if gain > 0]
    return ", ".join(f"{words} {gain:+.1f}" for words, gain in [one for one in told if one[0]][:most])
