"""Word vectors before their context, reckoned once for each word form of a batch: most words of a text come again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model, chain
from thinc.types import Ragged

if TYPE_CHECKING:
    from collections.abc import Callable

_MIX = np.uint64(0x9E3779B97F4A7C15)
"""The odd number nearest to 2**64 over the golden ratio, by which the features of a word are mixed into one number."""


def embed_once(tok2vec: Any) -> None:  # noqa: ANN401  # thinc's models are generic beyond what is known here
    """Change a spaCy tok2vec model in place so that equal words are embedded once; the vectors stay what they were.

    Its first layer extracts each word's features, hashes and mixes them, which is all that happens word by word.
    """
    first = tok2vec.layers[0]
    _, _, hashed, mixed, _ = first.layers
    first.layers[2:4] = [Model("once", _forward, layers=[chain(hashed, mixed)])]


def _forward(model: Any, words: Any, is_train: bool) -> tuple[Ragged, Callable[[Any], Any]]:  # noqa: ANN401  # as above
    """Thinc's form of a layer; nothing is learnt through it."""
    del is_train
    key = np.zeros(len(words.dataXd), "uint64")
    for column in words.dataXd.T:
        key = (key ^ (key >> np.uint64(29)) ^ column) * _MIX
    _, one, every = np.unique(key, return_index=True, return_inverse=True)
    lengths: Any = np.array([len(one)], "int32")
    vectors = model.layers[0].predict(Ragged(words.dataXd[one], lengths)).dataXd[every]
    return Ragged(vectors, words.lengths), lambda change: change
