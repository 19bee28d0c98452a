"""The event encoder: a small transformer that reads a sentence once and says what each word of it may tell.

MiniLM (6 layers, 384 wide, 22 million parameters), fine-tuned on the sentences in training/ and written as an int8 ONNX
graph. One pass over a sentence gives for every word its type, its status, and whose deed it is and to whom.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import onnxruntime

from dragoman.events.pieces import BEGIN, END, pieces, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Span

MOST_PIECES = 192
"""Word pieces of a sentence that are read; of a longer one the rest says nothing."""


class Reading(NamedTuple):
    """What the encoder says of a sentence's words: rows are its words in order.

    `types` (words, classes) and `statuses` (words, 8) are probabilities; `sources` and `targets` (words, words) say how
    likely the column's word heads a source or target of the event that the row's word says.
    """

    types: NDArray[np.float32]
    statuses: NDArray[np.float32]
    sources: NDArray[np.float32]
    targets: NDArray[np.float32]


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    slower = ["SkipLayerNormFusion"]  # the fused kernel takes 4 times as long as the two that it stands for
    with as_file(files("dragoman.events") / "model" / "encoder.onnx") as path:
        return onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], disabled_optimizers=slower
        )


def read(sentences: Iterable[Span]) -> list[Reading]:
    """A reading of each sentence, in order.

    Each is read by itself: numbers are rounded to 8 bits by the largest of a pass, so in a batch a sentence would be
    read otherwise beside other neighbours. A batch of four, with its padding, is a tenth faster.
    """
    return [_read([token.text for token in one]) for one in sentences]


def _read(words: Sequence[str]) -> Reading:
    laid = laid_out(words)
    ids = np.array(laid.ids, dtype=np.int64)
    types, statuses, sources, targets = map(np.asarray, _session().run(list(Reading._fields), {"ids": ids}))
    square = np.ix_(laid.first, laid.first)
    return Reading(
        _softmax(types[laid.first]),
        _softmax(statuses[laid.first]),
        _sigmoid(sources[square]),
        _sigmoid(targets[square]),
    )


class Layout(NamedTuple):
    """A sentence as the encoder takes it: numbers of pieces, and where the first piece of each word stands.

    A word without a piece, or beyond the last that is read, stands at 0, the mark before the sentence.
    """

    ids: list[int]
    first: list[int]


def laid_out(words: Iterable[str]) -> Layout:
    """The pieces of a sentence's words, up to MOST_PIECES, between the marks for its beginning and end."""
    known = vocabulary()
    ids, first = [known[BEGIN]], []
    for word in words:
        found = pieces(word)
        fits = bool(found) and len(ids) + len(found) < MOST_PIECES
        first.append(len(ids) if fits else 0)
        ids.extend(found if fits else ())
    return Layout([*ids, known[END]], first)


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def _sigmoid(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)
