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
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Span

MOST_PIECES = 192
"""Word pieces of a sentence that are read; of a longer one the rest says nothing."""
BATCH = 16


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
    with as_file(files("dragoman.events") / "model" / "encoder.onnx") as path:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def read(sentences: Sequence[Span]) -> list[Reading]:
    """A reading of each sentence, in order."""
    order = sorted(range(len(sentences)), key=lambda n: len(sentences[n]))
    found: dict[int, Reading] = {}
    for start in range(0, len(order), BATCH):
        chosen = order[start : start + BATCH]
        found.update(zip(chosen, _batch([sentences[n] for n in chosen]), strict=True))
    return [found[n] for n in range(len(sentences))]


def _batch(sentences: list[Span]) -> Iterator[Reading]:
    inputs = [laid_out([token.text for token in one]) for one in sentences]
    ids = np.zeros((len(inputs), max(len(one.ids) for one in inputs)), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, one in enumerate(inputs):
        ids[row, : len(one.ids)] = one.ids
        mask[row, : len(one.ids)] = 1
    outputs = _session().run(["types", "statuses", "sources", "targets"], {"ids": ids, "mask": mask})
    for row, one in enumerate(inputs):
        types, statuses, sources, targets = (np.asarray(output)[row] for output in outputs)
        square = np.ix_(one.first, one.first)
        yield Reading(
            _softmax(types[one.first]),
            _softmax(statuses[one.first]),
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
