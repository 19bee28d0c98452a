"""The trigger model: which words say that something happened, and of which PLOVER type it is.

A multinomial logistic regression over the features of `features.py`, trained by scripts/train_triggers.py on the
sentences in training/, all our own. Linear, so that each decision can be taken apart into the features that made it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from dragoman.events.features import candidates, features, readable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from spacy.tokens import Doc

NOTHING = "none"
"""The class of words that say no event."""
STATEMENT = "null"
"""The class of triggers of statements that have no PLOVER type."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that says an event: its token index, type (None for a bare statement), probability, and why.

    `likelihood` is the model's probability that the word says any event, `share` the type's share of that.
    """

    token: int
    type: str | None
    likelihood: float
    share: float
    because: str


@dataclass(frozen=True, slots=True)
class _Model:
    classes: tuple[str, ...]
    rows: Mapping[str, int]
    weights: NDArray[np.float32]

    def scores(self, names: list[str]) -> NDArray[np.float32]:
        return np.asarray(self.weights[self._known(names)].sum(axis=0))

    def reasons(self, names: list[str], best: int, most: int = 3) -> str:
        """The features that speak most for a class against there being no event."""
        known = self._known(names)
        gains = self.weights[known, best] - self.weights[known, self.classes.index(NOTHING)]
        order = sorted(zip(gains.tolist(), known, strict=True), reverse=True)
        name_of = {self.rows[name]: name for name in names if name in self.rows}
        told = [(readable(name_of[row]), gain) for gain, row in order if gain > 0]
        return ", ".join(f"{words} {gain:+.1f}" for words, gain in [one for one in told if one[0]][:most])

    def _known(self, names: list[str]) -> list[int]:
        return sorted({self.rows[name] for name in names if name in self.rows})


@cache
def _model() -> _Model:
    path = files("dragoman.events") / "model" / "triggers.npz"
    with path.open("rb") as handle, np.load(handle) as data:
        names = bytes(data["features"]).decode().split("\n")
        return _Model(
            classes=tuple(bytes(data["classes"]).decode().split("\n")),
            rows={name: row for row, name in enumerate(names)},
            weights=data["weights"].astype(np.float32),
        )


def triggers(doc: Doc, least: float) -> list[Trigger]:
    """Words of the parse that say an event with at least that likelihood, in order."""
    model = _model()
    nothing = model.classes.index(NOTHING)
    found: list[Trigger] = []
    for token in candidates(doc):
        names = features(token)
        chances = _softmax(model.scores(names))
        likelihood = 1 - float(chances[nothing])
        if likelihood < least:
            continue
        chances[nothing] = 0
        best = int(chances.argmax())
        kind = None if model.classes[best] == STATEMENT else model.classes[best]
        share = float(chances[best]) / likelihood
        found.append(Trigger(token.i, kind, likelihood, share, model.reasons(names, best)))
    return found


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum(), dtype=np.float32)
